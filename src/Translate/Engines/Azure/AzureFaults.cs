using System.Text.Json;

namespace Translate.Engines.Azure;

/// <summary>Tells from a refusal what can be done about it.</summary>
/// <remarks>
/// The code is a number from the service and a string from the gateway before custom domains, and the content type does not tell
/// which, so the body is read as JSON whatever it claims to be. Message texts are never looked at. Codes:
/// https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/status-response-codes
/// </remarks>
static class AzureFaults
{
    /// <summary>Reads the error object of a body; 0 when there is none.</summary>
    public static int Code(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("error", out var error)
                || error.ValueKind != JsonValueKind.Object || !error.TryGetProperty("code", out var code))
                return 0;
            return code.ValueKind switch
            {
                JsonValueKind.Number when code.TryGetInt32(out var number) => number,
                JsonValueKind.String when int.TryParse(code.GetString(), out var number) => number,
                _ => 0,
            };
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    /// <summary>The fault that a reply means.</summary>
    public static EngineException From(ServiceReply reply, EngineSettings settings, LanguagePair pair, string host)
    {
        var code = Code(reply.Body);
        var known = code is >= 100000 and <= 599999;
        var shown = known ? code : reply.Status;
        return (known ? code / 1000 : reply.Status, code) switch
        {
            (401, 401015) => Fatal("EN011",
                "azure: the key belongs to a Speech resource (401015); set AZURE_TRANSLATOR_KEY to the key of a Translator resource"),
            (401, _) => Fatal("EN010", Refused(settings, shown)),
            (403, 403001) => Fatal("EN012",
                "azure: the free quota of this resource is used up (403001); wait for the next month or use a paid tier, then run again to go on"),
            (403, _) => Fatal("EN013",
                $"azure: the resource does not allow this ({shown}); check its network rules and that you have the role Cognitive Services User"),
            (_, 400003 or 400019 or 400023 or 400035 or 400036) => Fatal("EN014",
                $"azure: it does not translate {pair} ({shown}); choose other languages with --from and --to"),
            (_, 400002 or 400075 or 400079) => Fatal("EN015",
                $"azure: it has no system {settings.Deployment} for {pair} ({shown}); check AZURE_TRANSLATOR_DEPLOYMENT"),
            (_, 400072 or 400077) or (413, _) => new(EngineFault.TooLarge, $"azure: the request is too large ({shown})"),
            (_, 400050) => new(EngineFault.Refused, $"azure: a text is too long ({shown}); divide it"),
            (_, 400000 or 400005 or 400020) => new(EngineFault.Refused, $"azure: it refuses a text ({shown})"),
            (408 or 429, _) => Throttled(reply, shown),
            ( >= 500, _) => new(EngineFault.Transient, $"azure: the service is in trouble ({shown}{Id(reply)})", reply.RetryAfter) { Code = "EN022" },
            (400, _) when known => Fatal("EN016",
                $"azure: it does not understand the request ({shown}); check AZURE_TRANSLATOR_API_VERSION and the other settings of the engine"),
            _ => Fatal("EN017",
                $"azure: {host} does not answer like Azure Translator (status {reply.Status}); check AZURE_TRANSLATOR_ENDPOINT"),
        };
    }

    static EngineException Throttled(ServiceReply reply, int shown) => shown is 408 or (>= 408000 and <= 408999)
        ? new(EngineFault.Transient, $"azure: the service is not ready yet ({shown})", reply.RetryAfter) { Code = "EN022" }
        : new(EngineFault.Transient, $"azure: it asks us to slow down ({shown})", reply.RetryAfter) { Code = "EN021", Throttled = true };

    static string Refused(EngineSettings settings, int shown)
    {
        if (settings.Key is null)
            return $"azure: the service refuses the sign-in ({shown}); check the role Cognitive Services User, AZURE_TRANSLATOR_RESOURCE_ID and AZURE_TRANSLATOR_REGION";
        return settings.Region.Length == 0
            ? $"azure: the service refuses the key ({shown}); check AZURE_TRANSLATOR_KEY, and set AZURE_TRANSLATOR_REGION if the resource is not a global one"
            : $"azure: the service refuses the key or its region ({shown}); check AZURE_TRANSLATOR_KEY, and that the resource lies in AZURE_TRANSLATOR_REGION ({settings.Region})";
    }

    static EngineException Fatal(string code, string message) => new(EngineFault.Fatal, message) { Code = code };

    static string Id(ServiceReply reply) => reply.RequestId.Length > 0 ? $", request {reply.RequestId}" : "";
}
