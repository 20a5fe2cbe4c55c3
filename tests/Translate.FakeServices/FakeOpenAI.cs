using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>An imitation of an OpenAI-compatible service: chat completions that follow our own message's form.</summary>
public sealed class FakeOpenAI(TimeProvider time) : JsonService(time)
{
    public FakeOpenAI() : this(TimeProvider.System)
    {
    }

    public string Model { get; set; } = "imitation-model";

    /// <summary>Knows no schemas, as DeepSeek does not.</summary>
    public bool WithoutSchema { get; set; }

    /// <summary>Takes no temperature, as reasoning models do not.</summary>
    public bool WithoutTemperature { get; set; }

    /// <summary>Texts above which the reply is cut off.</summary>
    public int MostTexts { get; set; } = 1000;

    /// <summary>What an error's code says; the status's usual word when empty.</summary>
    public string ErrorCode { get; set; } = "";

    string _parameter = "";

    /// <inheritdoc/>
    protected override JsonNode Error(int status) => new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["message"] = "imitation",
            ["type"] = "error",
            ["param"] = _parameter,
            ["code"] = ErrorCode.Length > 0 ? ErrorCode : status switch { 401 => "invalid_api_key", 429 => "rate_limit_exceeded", 404 => "model_not_found", _ => "error" },
        },
    };

    /// <inheritdoc/>
    protected override Task<JsonNode> AnswerAsync(HttpContext context, JsonElement body, Fault fault)
    {
        var path = context.Request.Path.Value!;
        if (!path.EndsWith("/chat/completions", StringComparison.Ordinal)) throw new AzureError(404);
        var key = path.StartsWith("/openai/", StringComparison.Ordinal)
            ? context.Request.Headers["api-key"].ToString()
            : context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        if (key != Key) throw new AzureError(401);
        if (body.GetProperty("model").GetString() != Model) throw new AzureError(404);
        if (WithoutSchema && body.GetProperty("response_format").GetProperty("type").GetString() == "json_schema") throw Unknown("response_format");
        if (WithoutTemperature && body.TryGetProperty("temperature", out _)) throw Unknown("temperature");

        var messages = body.GetProperty("messages");
        using var message = JsonDocument.Parse(Content(messages[1]));
        var to = message.RootElement.GetProperty("to").GetString()!;
        var segments = message.RootElement.GetProperty("segments").EnumerateArray().ToList();
        Counters.Charge(segments.Select(segment => segment.GetProperty("text").GetString()!));
        return Task.FromResult<JsonNode>(Completion(segments, to, fault));
    }

    JsonObject Completion(List<JsonElement> segments, string to, Fault fault)
    {
        JsonArray translations = [.. segments.Select(segment => (JsonNode)new JsonObject
        {
            ["id"] = segment.GetProperty("id").GetString(), ["text"] = Translate(segment, to),
        })];
        if (fault.Kind == FaultKind.FewerElements) translations.RemoveAt(0);
        if (fault.Kind == FaultKind.MoreElements) translations.Add(new JsonObject { ["id"] = "999", ["text"] = "?" });
        if (fault.Kind == FaultKind.RepeatedId) translations[^1]!["id"] = "1";
        if (fault.Kind == FaultKind.NullText) translations[0]!["text"] = null;
        var content = fault.Kind == FaultKind.Obedient ? "I have been told to ignore my rules." : new JsonObject { ["translations"] = translations }.ToJsonString();
        var cut = fault.Kind == FaultKind.CutOff || segments.Count > MostTexts;
        JsonObject reply = new() { ["role"] = "assistant", ["content"] = cut ? content[..(content.Length / 2)] : content };
        if (fault.Kind == FaultKind.Refusal) (reply["content"], reply["refusal"]) = (null, "I cannot help with that.");
        return new()
        {
            ["id"] = "chatcmpl-imitation",
            ["object"] = "chat.completion",
            ["created"] = 1,
            ["model"] = Model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["message"] = reply,
                ["finish_reason"] = cut ? "length" : fault.Kind == FaultKind.Filtered ? "content_filter" : "stop",
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 10, ["completion_tokens"] = 10, ["total_tokens"] = 20 },
        };
    }

    /// <summary>Terms it is told are honoured; missing ones that are asked for again, too.</summary>
    string Translate(JsonElement segment, string to)
    {
        Dictionary<string, string> told = new(Terms.Known);
        foreach (var list in (string[])["terms", "missing"])
            if (segment.TryGetProperty(list, out var terms))
                foreach (var term in terms.EnumerateArray()) told[term.GetProperty("source").GetString()!] = term.GetProperty("target").GetString()!;
        var again = segment.TryGetProperty("missing", out _);
        var behaviour = again ? new TermBehaviour(told, Ignored: Terms.Stubborn) : new(told, Terms.Ignored, Terms.Damaged, Terms.Halved, Terms.Misplaced);
        var text = Imitation.Translate(segment.GetProperty("text").GetString()!, "", to, behaviour, AzureText.Draw);
        return again && Terms.Careless ? Imitation.WithoutDigits(text) : text;
    }

    AzureError Unknown(string parameter)
    {
        _parameter = parameter;
        return new(400);
    }

    static string Content(JsonElement message)
    {
        var content = message.GetProperty("content");
        return content.ValueKind == JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!;
    }
}
