using System.ClientModel;
using System.Text.Json;

namespace Translate.Engines.OpenAI;

/// <summary>Tells from a refusal of an OpenAI-compatible service what can be done about it.</summary>
/// <remarks>Services differ in bodies and headers; a status is relied on, the words in <c>code</c>, <c>type</c> and <c>param</c> only refine it.</remarks>
static class OpenAIFaults
{
    /// <summary>The words of an error body; empty where absent.</summary>
    public static (string Code, string Param) Words(ClientResultException fault)
    {
        try
        {
            using var json = JsonDocument.Parse(fault.GetRawResponse()?.Content.ToMemory() ?? default);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("error", out var error)
                || error.ValueKind != JsonValueKind.Object)
                return ("", "");
            return (Word(error, "code") is { Length: > 0 } code ? code : Word(error, "type"), Word(error, "param"));
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    public static EngineException From(ClientResultException fault, string name, string host, string model, DateTimeOffset now)
    {
        var (code, _) = Words(fault);
        var wait = ConnectionFaults.RetryAfter(
            header => fault.GetRawResponse()?.Headers.TryGetValue(header, out var value) == true ? value : null, now);
        var keyName = name == "openai" ? "OPENAI_API_KEY" : "AZURE_OPENAI_API_KEY";
        return (fault.Status, code) switch
        {
            (_, "insufficient_quota") or (402, _) => Fatal("EN012", $"{name}: the account's credit is used up; top it up, then run again to go on"),
            (401 or 403, _) => Fatal("EN010", $"{name}: {host} refuses the key ({fault.Status}); check {keyName}"),
            (404, _) => Fatal("EN015", $"{name}: {host} has no model {model} (404); check OPENAI_MODEL and OPENAI_BASE_URL"),
            (400 or 413, "context_length_exceeded" or "string_above_max_length") or (413, _) =>
                new(EngineFault.TooLarge, $"{name}: the request is too long for the model ({fault.Status})"),
            (400, "content_filter" or "content_policy_violation") => new(EngineFault.Refused, $"{name}: the service's filter refuses a text"),
            (408 or 409, _) => new(EngineFault.Transient, $"{name}: the service is not ready ({fault.Status})", wait) { Code = "EN022" },
            (429, _) => new(EngineFault.Transient, $"{name}: it asks us to slow down (429)", wait) { Code = "EN021", Throttled = true },
            ( >= 500, _) => new(EngineFault.Transient, $"{name}: the service is in trouble ({fault.Status})", wait) { Code = "EN022" },
            ( >= 300 and < 400, _) => Fatal("EN017", $"{name}: {host} sends us elsewhere ({fault.Status}); check OPENAI_BASE_URL"),
            _ => Fatal("EN016", $"{name}: {host} does not understand the request ({fault.Status}{(code.Length > 0 ? $", {code}" : "")}); check OPENAI_MODEL and OPENAI_BASE_URL"),
        };
    }

    static EngineException Fatal(string code, string message) => new(EngineFault.Fatal, message) { Code = code };

    static string Word(JsonElement error, string name) =>
        error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
