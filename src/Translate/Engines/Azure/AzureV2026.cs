using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Translate.Engines.Azure;

/// <summary>api-version 2026-06-06: options with each text, deployments of language models, reference pairs.</summary>
/// <remarks>https://learn.microsoft.com/azure/ai-services/translator/text-translation/2026-06-06/translate-api</remarks>
static class AzureV2026
{
    const int MostPairs = 5;

    static readonly JsonWriterOptions s_raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Uri Address(AzureEndpoint endpoint) => new(endpoint.Base, $"translate?api-version={AzureVersion.V2026}");

    public static ReadOnlyMemory<byte> Body(EngineSettings settings, IReadOnlyList<Question> questions, IReadOnlyList<AzureText> texts)
    {
        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter json = new(body, s_raw);
        json.WriteStartObject();
        json.WriteStartArray("inputs");
        foreach (var (question, text) in questions.Zip(texts))
        {
            json.WriteStartObject();
            json.WriteString("text", text.Text);
            json.WriteString("language", AzureLanguage.Code(question.Pair.Source));
            if (text.Html) json.WriteString("textType", "Html");
            json.WriteStartArray("targets");
            WriteTarget(json, settings, question);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The translated texts, in the order of the request; <c>null</c> when the reply is not what was asked for.</summary>
    public static List<string>? Read(JsonElement reply, int count, string target) =>
        reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty("value", out var value)
            ? AzureReply.Texts(value, count, target, "language") : null;

    /// <summary>Pairs that a language model is shown: terms that it missed, then the best memory matches.</summary>
    public static IReadOnlyList<(string Source, string Target)> Pairs(Question question) =>
    [
        .. (question.Complaint?.Missing ?? []).Where(term => term.Required.Length > 0)
            .Select(term => (term.Range.In(question.Source.Text), term.Required))
            .Concat(question.References.Select(match => (match.Source.Text, match.Target.Text)))
            .Distinct().Take(MostPairs),
    ];

    static void WriteTarget(Utf8JsonWriter json, EngineSettings settings, Question question)
    {
        json.WriteStartObject();
        json.WriteString("language", AzureLanguage.Code(question.Pair.Target));
        if (settings.Deployment != "general") json.WriteString("deploymentName", settings.Deployment);
        if (!settings.AllowFallback) json.WriteBoolean("allowFallback", false);
        if (settings.ProfanityAction != "NoAction") json.WriteString("profanityAction", settings.ProfanityAction);
        if (settings.Tone.Length > 0) json.WriteString("tone", settings.Tone);
        if (settings.Gender.Length > 0) json.WriteString("gender", settings.Gender);
        var pairs = settings.LanguageModel ? Pairs(question) : [];
        // Reference pairs make the service ignore the data set, so only one of them is sent.
        if (pairs.Count == 0 && settings.AdaptiveDataset.Length > 0) json.WriteString("adaptiveDatasetId", settings.AdaptiveDataset);
        if (pairs.Count > 0)
        {
            json.WriteStartArray("referenceTextPairs");
            foreach (var (source, target) in pairs)
            {
                json.WriteStartObject();
                json.WriteString("source", source);
                json.WriteString("target", target);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
