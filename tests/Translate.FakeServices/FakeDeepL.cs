using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Translate.FakeServices;

/// <summary>An imitation of DeepL's version 2.</summary>
public sealed class FakeDeepL(TimeProvider time) : JsonService(time)
{
    static readonly string[] s_targets = ["ZH", "ZH-HANS", "ZH-HANT", "EN-US", "EN-GB", "DE", "JA", "FR"];

    public FakeDeepL() : this(TimeProvider.System)
    {
    }

    /// <summary>Characters until 456; negative for no end.</summary>
    public long Quota { get; set; } = -1;

    /// <inheritdoc/>
    protected override JsonNode Error(int status) => new JsonObject { ["message"] = "imitation" };

    /// <inheritdoc/>
    protected override Task<JsonNode> AnswerAsync(HttpContext context, JsonElement body, Fault fault)
    {
        if (context.Request.Path != "/v2/translate") throw new AzureError(404);
        if (context.Request.Headers.Authorization != $"DeepL-Auth-Key {Key}") throw new AzureError(403);
        var texts = body.GetProperty("text").EnumerateArray().Select(text => text.GetString()!).ToList();
        var target = body.GetProperty("target_lang").GetString()!;
        if (texts.Count > 50 || !s_targets.Contains(target)) throw new AzureError(400);
        if (Quota >= 0 && Counters.Characters + texts.Sum(text => text.Length) > Quota) throw new AzureError(456);
        Counters.Charge(texts);

        // Elements in ignore_tags are left alone, as Azure leaves protected spans.
        var xml = body.TryGetProperty("tag_handling", out _);
        FakeAzureOptions how = new() { Terms = Terms };
        var to = target.StartsWith("EN", StringComparison.Ordinal) ? "en" : target.StartsWith("ZH", StringComparison.Ordinal) ? "zh-Hans" : "de";
        JsonArray translations = [.. texts.Select(text => (JsonNode)new JsonObject
        {
            ["detected_source_language"] = body.GetProperty("source_lang").GetString(),
            ["text"] = AzureText.Translate(text.Replace("<keep>", "<keep translate=\"no\">"), "", to, xml, how).Replace("<keep translate=\"no\">", "<keep>"),
        })];
        if (fault.Kind == FaultKind.FewerElements) translations.RemoveAt(0);
        return Task.FromResult<JsonNode>(new JsonObject { ["translations"] = translations });
    }
}
