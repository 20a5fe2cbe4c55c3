using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>An error of the service: its six-digit code tells its status.</summary>
sealed class AzureError(int code, string message = "The request is not valid.") : Exception(message)
{
    public int Code { get; } = code;

    public int Status => Code >= 1000 ? Code / 1000 : Code;
}

/// <summary>One text and where it is to go.</summary>
sealed record AzureElement(string Text, string From, bool Html, IReadOnlyList<AzureTarget> Targets);

/// <summary>One target language of a text.</summary>
sealed record AzureTarget(
    string Language, string Deployment = "general", bool AllowFallback = true, string Tone = "", string Gender = "",
    int ReferencePairs = 0, string Dataset = "");

/// <summary>A request as the service understands it, in either version.</summary>
sealed record AzureRequest(bool Is2026, IReadOnlyList<AzureElement> Elements)
{
    static readonly HashSet<string> s_languages = new(
    [
        "zh-Hans", "zh-Hant", "yue", "lzh", "en", "ja", "ko", "de", "fr", "es", "it", "ru", "pt", "pt-pt", "fr-ca", "nb", "vi", "id", "ar",
        "hi", "mn-Cyrl", "mn-Mong", "sr-Latn", "sr-Cyrl", "iu-Latn", "tlh-Latn", "zh-chs", "cs", "pl", "sv", "nl", "tr",
    ], StringComparer.OrdinalIgnoreCase);

    public static AzureRequest Read(IQueryCollection query, string body, FakeAzureOptions options)
    {
        JsonElement json;
        try
        {
            json = JsonDocument.Parse(body).RootElement;
        }
        catch (JsonException)
        {
            throw new AzureError(400074, "The body of the request is not valid JSON.");
        }

        return query["api-version"] == "2026-06-06" ? Read2026(json, options) : Read3(query, json, options);
    }

    static AzureRequest Read3(IQueryCollection query, JsonElement body, FakeAzureOptions options)
    {
        if (body.ValueKind != JsonValueKind.Array) throw new AzureError(400074, "The body of the request is not valid JSON.");
        var from = query["from"].ToString();
        if (from.Length > 0 && !s_languages.Contains(from)) throw new AzureError(400035, "The source language is not valid.");
        if (from.Length == 0 && options.Container) throw new AzureError(400035, "The source language is not valid.");
        var to = query["to"].Select(tag => tag ?? "").ToList();
        if (to.Count == 0 || to.Exists(tag => !s_languages.Contains(tag))) throw new AzureError(400036, "The target language is not valid.");
        if (from == "lzh" && to.Contains("tlh-Latn")) throw new AzureError(400023, "The language pair is not valid.");
        var kind = query["textType"].ToString().ToUpperInvariant();
        if (kind is not ("" or "PLAIN" or "HTML")) throw new AzureError(400071);
        Option(query, "profanityAction", "NoAction", "Marked", "Deleted");
        Option(query, "profanityMarker", "Asterisk", "Tag");
        foreach (var name in (string[])["includeAlignment", "includeSentenceLength", "allowFallback"]) Option(query, name, "true", "false");
        if (query.ContainsKey("toScript") && query["toScript"].Count != to.Count) throw new AzureError(400070);
        var category = query["category"].ToString();
        if (category.Length > 0 && !options.Categories.Contains(category) && query["allowFallback"] == "false") throw new AzureError(400079);

        List<AzureElement> elements = [];
        foreach (var element in body.EnumerateArray())
            elements.Add(new(Text(element, body.GetArrayLength()), from, kind == "HTML", [.. to.Select(tag => new AzureTarget(tag))]));
        if (elements.Count == 0) throw new AzureError(400000, "One of the request inputs is not valid.");
        return Limited(new(false, elements), options);
    }

    static AzureRequest Read2026(JsonElement body, FakeAzureOptions options)
    {
        if (body.ValueKind != JsonValueKind.Object || !Get(body, "inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Array)
            throw new AzureError(400074, "The body of the request is not valid JSON.");
        List<AzureElement> elements = [];
        foreach (var input in inputs.EnumerateArray())
        {
            if (!Get(input, "targets", out var targets) || targets.ValueKind != JsonValueKind.Array || targets.GetArrayLength() == 0)
                throw new AzureError(400036, "The target language is not valid.");
            var from = String(input, "language");
            if (from.Length > 0 && !s_languages.Contains(from)) throw new AzureError(400035, "The source language is not valid.");
            elements.Add(new(Text(input, inputs.GetArrayLength()), from,
                String(input, "textType").Equals("html", StringComparison.OrdinalIgnoreCase),
                [.. targets.EnumerateArray().Select(target => ReadTarget(target, options))]));
        }

        return Limited(new(true, elements), options);
    }

    static AzureTarget ReadTarget(JsonElement target, FakeAzureOptions options)
    {
        var language = String(target, "language");
        if (!s_languages.Contains(language)) throw new AzureError(400036, "The target language is not valid.");
        var deployment = String(target, "deploymentName") is { Length: > 0 } name ? name : "general";
        var fallback = !Get(target, "allowFallback", out var allowed) || allowed.ValueKind != JsonValueKind.False;
        if (!options.Categories.Contains(deployment) && !options.LanguageModels.Contains(deployment) && !fallback)
            throw new AzureError(400079);
        var pairs = Get(target, "referenceTextPairs", out var references) ? references.GetArrayLength() : 0;
        if (pairs > 5) throw new AzureError(400042);
        var tone = String(target, "tone");
        if (tone is not ("" or "neutral" or "formal" or "informal")) throw new AzureError(400042);
        var gender = String(target, "gender");
        if (gender is not ("" or "neutral" or "male" or "female")) throw new AzureError(400042);
        return new(language, deployment, fallback, tone, gender, pairs, String(target, "adaptiveDatasetId"));
    }

    static AzureRequest Limited(AzureRequest request, FakeAzureOptions options)
    {
        var model = request.Elements.Any(element => element.Targets.Any(target => options.LanguageModels.Contains(target.Deployment)));
        var (texts, characters) = model ? (50, 5_000) : options.Container ? (100, 10_000) : (options.TextsPerRequest, options.CharactersPerText);
        if (request.Elements.Count > texts) throw new AzureError(400072, "The maximum number of array elements has been exceeded.");
        if (request.Elements.Any(element => element.Text.Length > characters)) throw new AzureError(400050, "The input text is too long.");
        if (request.Elements.Sum(element => (long)element.Text.Length * element.Targets.Count) > options.CharactersPerRequest)
            throw new AzureError(400077, "The maximum request size has been exceeded.");
        if (options.RefusesBlank && request.Elements.Any(element => string.IsNullOrWhiteSpace(element.Text)))
            throw new AzureError(400005, "The input text is missing or not valid.");
        return request;
    }

    static string Text(JsonElement element, int count)
    {
        if (element.ValueKind == JsonValueKind.Object && Get(element, "text", out var text) && text.ValueKind == JsonValueKind.String)
            return text.GetString()!;
        throw count > 1 ? new AzureError(400020, "One of the array elements is not valid.")
            : new AzureError(400005, "The input text is missing or not valid.");
    }

    static void Option(IQueryCollection query, string name, params string[] values)
    {
        var value = query[name].ToString();
        if (value.Length > 0 && !values.Contains(value, StringComparer.OrdinalIgnoreCase)) throw new AzureError(400042);
    }

    // Property names are read in any letter case: the service takes "Text" and "text".
    static bool Get(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object) return false;
        foreach (var property in element.EnumerateObject())
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = property.Value;
                return value.ValueKind != JsonValueKind.Null;
            }

        return false;
    }

    static string String(JsonElement element, string name) =>
        Get(element, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static async Task<string> ReadBodyAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
    }
}
