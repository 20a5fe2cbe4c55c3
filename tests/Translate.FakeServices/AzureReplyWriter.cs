using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>Writes the body and the accounting headers of a good reply, in either version.</summary>
static class AzureReplyWriter
{
    /// <summary>The reply's elements: the body of 3.0, and the <c>value</c> of 2026-06-06.</summary>
    public static JsonNode Write(AzureRequest request, IQueryCollection query, FakeAzureOptions options, HttpResponse response)
    {
        var elements = new JsonArray([.. request.Elements.Select(element => (JsonNode)Element(request, element, query, options))]);
        if (request.Is2026) Account2026(request, options, response);
        else
        {
            response.Headers["X-Metered-Usage"] = request.Elements.Sum(element => (long)element.Text.Length * element.Targets.Count)
                .ToString(CultureInfo.InvariantCulture);
            response.Headers["X-MT-System"] = string.Join(',', request.Elements[0].Targets.Select(_ => "Microsoft"));
        }

        return elements;
    }

    /// <summary>The whole body round the elements.</summary>
    public static JsonNode Body(JsonNode elements, bool is2026) => is2026 ? new JsonObject { ["value"] = elements } : elements;

    static JsonObject Element(AzureRequest request, AzureElement element, IQueryCollection query, FakeAzureOptions options)
    {
        JsonObject reply = [];
        if (options.UnknownProperties) reply["somethingNew"] = new JsonObject { ["a"] = 1 };
        if (element.From.Length == 0) reply["detectedLanguage"] = new JsonObject { ["language"] = Detect(element.Text), ["score"] = 0.98 };
        reply["translations"] = new JsonArray([.. element.Targets.Select(target =>
            (JsonNode)(request.Is2026 ? Translation2026(element, target, options) : Translation3(element, target, query, options)))]);
        return reply;
    }

    static JsonObject Translation3(AzureElement element, AzureTarget target, IQueryCollection query, FakeAzureOptions options)
    {
        var text = AzureText.Translate(element.Text, element.From, target.Language, element.Html, options);
        JsonObject reply = new() { ["text"] = text, ["to"] = target.Language };
        if (query["toScript"].ToString() is { Length: > 0 } script)
            reply["transliteration"] = new JsonObject { ["script"] = script, ["text"] = text };
        if (query["includeSentenceLength"] == "true")
            reply["sentLen"] = new JsonObject { ["srcSentLen"] = Lengths(element.Text), ["transSentLen"] = Lengths(text) };
        if (query["includeAlignment"] == "true")
        {
            // Only the first word and the last are aligned: gaps are usual.
            if (!element.Html && target.Language != "zh-Hant")
                reply["alignment"] = new JsonObject { ["proj"] = FormattableString.Invariant($"0:0-0:0 {element.Text.Length - 1}:{element.Text.Length - 1}-{text.Length - 1}:{text.Length - 1}") };
            else if (options.EmptyAlignment)
                reply["alignment"] = new JsonObject { ["proj"] = "" };
        }

        return reply;
    }

    static JsonObject Translation2026(AzureElement element, AzureTarget target, FakeAzureOptions options)
    {
        JsonObject reply = new()
        {
            ["language"] = target.Language,
            ["text"] = AzureText.Translate(element.Text, element.From, target.Language, element.Html, options),
            ["sourceCharacters"] = element.Text.Length,
        };
        if (!options.LanguageModels.Contains(target.Deployment)) return reply;
        (reply["instructionTokens"], reply["sourceTokens"]) = (291, Tokens(element));
        (reply["responseTokens"], reply["targetTokens"]) = (Tokens(element), Tokens(element));
        return reply;
    }

    static void Account2026(AzureRequest request, FakeAzureOptions options, HttpResponse response)
    {
        var targets = request.Elements.SelectMany(element => element.Targets.Select(target => (element, target))).ToList();
        var neural = targets.Where(pair => !options.LanguageModels.Contains(pair.target.Deployment)).Sum(pair => (long)pair.element.Text.Length);
        var model = targets.Where(pair => options.LanguageModels.Contains(pair.target.Deployment)).ToList();
        response.Headers["sourcecharacterscharged"] = neural.ToString(CultureInfo.InvariantCulture);
        response.Headers["sourcetokenscharged"] = model.Sum(pair => 291 + Tokens(pair.element)).ToString(CultureInfo.InvariantCulture);
        response.Headers["targettokenscharged"] = model.Sum(pair => 2 * Tokens(pair.element)).ToString(CultureInfo.InvariantCulture);
        response.Headers["X-MT-System"] = string.Join(',', request.Elements[0].Targets
            .Select(target => options.LanguageModels.Contains(target.Deployment) ? target.Deployment : "Microsoft"));
    }

    static int Tokens(AzureElement element) => Math.Max(1, element.Text.Length / 3);

    /// <summary>Lengths of the sentences; the blank after one belongs to it, so they add up to the text.</summary>
    static JsonArray Lengths(string text)
    {
        JsonArray lengths = [];
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (i == text.Length - 1 || text[i] is '。' or '！' or '？' || text[i] == ' ' && i > 0 && text[i - 1] is '.' or '!' or '?')
            {
                lengths.Add(i + 1 - start);
                start = i + 1;
            }

        return lengths;
    }

    static string Detect(string text) => text.Any(unit => unit is >= '\u4E00' and <= '\u9FFF') ? "zh-Hans" : "en";
}
