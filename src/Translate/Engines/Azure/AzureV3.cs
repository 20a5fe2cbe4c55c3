using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Translate.Engines.Azure;

/// <summary>api-version 3.0: options in the address, a bare array in each direction.</summary>
static class AzureV3
{
    // Han characters stay three bytes; the default encoder would make six of each.
    static readonly JsonWriterOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Uri Address(AzureEndpoint endpoint, EngineSettings settings, LanguagePair pair, bool html)
    {
        List<string> query =
            [$"api-version={AzureVersion.V3}", $"from={AzureLanguage.Code(pair.Source)}", $"to={AzureLanguage.Code(pair.Target)}"];
        if (html) query.Add("textType=html");
        if (settings.Deployment != "general") query.Add($"category={Uri.EscapeDataString(settings.Deployment)}");
        if (!settings.AllowFallback) query.Add("allowFallback=false");
        if (settings.ProfanityAction != "NoAction") query.Add($"profanityAction={Uri.EscapeDataString(settings.ProfanityAction)}");
        return new(endpoint.Base, "translate?" + string.Join('&', query));
    }

    public static ReadOnlyMemory<byte> Body(IEnumerable<string> texts)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter json = new(body, s_raw);
        json.WriteStartArray();
        foreach (var text in texts)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The translated texts, in the order of the request.</summary>
    /// <returns><c>null</c> when the reply is not what was asked for.</returns>
    public static List<string>? Read(JsonElement reply, int count, string target) =>
        AzureReply.Texts(reply, count, target, "to");
}

/// <summary>What both versions of a reply share.</summary>
static class AzureReply
{
    /// <summary>Takes the one translation of each element; a reply that is short, long, out of step or empty gives <c>null</c>.</summary>
    public static List<string>? Texts(JsonElement elements, int count, string target, string languageProperty)
    {
        if (elements.ValueKind != JsonValueKind.Array || elements.GetArrayLength() != count) return null;
        List<string> texts = new(count);
        foreach (var element in elements.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("translations", out var translations)
                || translations.ValueKind != JsonValueKind.Array || translations.GetArrayLength() != 1)
                return null;
            var translation = translations[0];
            if (translation.ValueKind != JsonValueKind.Object
                || !translation.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String
                || !translation.TryGetProperty(languageProperty, out var language) || language.ValueKind != JsonValueKind.String
                || !target.Equals(language.GetString(), StringComparison.OrdinalIgnoreCase)
                || string.IsNullOrWhiteSpace(text.GetString()))
                return null;
            texts.Add(text.GetString()!);
        }

        return texts;
    }
}
