using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>An imitation of a LibreTranslate server, which unescapes its output in either format, as the real one does.</summary>
public sealed class FakeLibreTranslate(TimeProvider time) : JsonService(time)
{
    public FakeLibreTranslate() : this(TimeProvider.System)
    {
    }

    /// <summary>An older server, with <c>zh</c> and <c>zt</c>.</summary>
    public bool OldCodes { get; set; }

    public int CharacterLimit { get; set; } = 2000;

    /// <inheritdoc/>
    protected override JsonNode Error(int status) => new JsonObject { ["error"] = "imitation" };

    /// <inheritdoc/>
    protected override Task<JsonNode> AnswerAsync(HttpContext context, JsonElement body, Fault fault)
    {
        string[] codes = OldCodes ? ["en", "zh", "zt"] : ["en", "zh-Hans", "zh-Hant"];
        if (context.Request.Path == "/languages")
            return Task.FromResult<JsonNode>(new JsonArray([.. codes.Select(code => (JsonNode)new JsonObject { ["code"] = code, ["name"] = code })]));
        if (context.Request.Path != "/translate") throw new AzureError(404);
        if (Key.Length > 0 && (!body.TryGetProperty("api_key", out var key) || key.GetString() != Key)) throw new AzureError(403);
        var texts = body.GetProperty("q").EnumerateArray().Select(text => text.GetString()!).ToList();
        var target = body.GetProperty("target").GetString()!;
        if (!codes.Contains(target) || !codes.Contains(body.GetProperty("source").GetString()) || texts.Sum(text => text.Length) > CharacterLimit)
            throw new AzureError(400);
        Counters.Charge(texts);

        var html = body.GetProperty("format").GetString() == "html";
        FakeAzureOptions how = new() { Terms = Terms };
        JsonArray translations = [.. texts.Select(text => (JsonNode)WebUtility.HtmlDecode(
            AzureText.Translate(text, "", target == "en" ? "en" : "zh-Hans", html, how)))];
        if (fault.Kind == FaultKind.FewerElements) translations.RemoveAt(0);
        return Task.FromResult<JsonNode>(new JsonObject { ["translatedText"] = translations });
    }
}
