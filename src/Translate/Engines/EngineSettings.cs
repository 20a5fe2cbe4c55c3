using Azure.Core;

namespace Translate.Engines;

/// <summary>Everything that can be set about an engine. The command line fills it from options, environment and <c>translate.json</c>.</summary>
/// <param name="Engine">Which one: <c>azure</c>, <c>openai</c>, <c>azure-openai</c>, <c>deepl</c>, <c>libretranslate</c>.</param>
public sealed record EngineSettings(string Engine)
{
    /// <summary>Where the service is; <c>null</c> for the maker's own address.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Gives the key; asked at every request, so that a key renewed during a run is used. <c>null</c>: no key.</summary>
    public Func<string?>? Key { get; init; }

    /// <summary>Signs in to Microsoft Entra ID; used when there is no key.</summary>
    public TokenCredential? Credential { get; init; }

    /// <summary>Azure: the resource's full id, needed with <see cref="Credential"/> on the global endpoints.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Azure: the resource's region; empty or <c>global</c> for a global resource.</summary>
    public string Region { get; init; } = "";

    /// <summary>Azure: <c>3.0</c> or <c>2026-06-06</c>; Azure OpenAI: its own version, when one is wanted.</summary>
    public string ApiVersion { get; init; } = "3.0";

    /// <summary>Azure: a Custom Translator category (3.0) or the name of a deployment (2026-06-06). Azure OpenAI: the deployment.</summary>
    public string Deployment { get; init; } = "general";

    /// <summary>Azure: whether <see cref="Deployment"/> is a language model, which takes fewer and shorter texts and reference pairs.</summary>
    public bool LanguageModel { get; init; }

    /// <summary>Whether the general system may step in where the custom one is missing.</summary>
    public bool AllowFallback { get; init; } = true;

    /// <summary>Azure 2026-06-06: <c>neutral</c>, <c>formal</c> or <c>informal</c>. DeepL: its formality. Empty: the service's choice.</summary>
    public string Tone { get; init; } = "";

    /// <summary>Azure 2026-06-06: <c>neutral</c>, <c>male</c> or <c>female</c>. Empty: the service's choice.</summary>
    public string Gender { get; init; } = "";

    /// <summary>Azure 2026-06-06: id of an adaptive data set; empty: none. Reference pairs take precedence.</summary>
    public string AdaptiveDataset { get; init; } = "";

    /// <summary>Azure: <c>NoAction</c>, <c>Marked</c> or <c>Deleted</c>.</summary>
    public string ProfanityAction { get; init; } = "NoAction";

    /// <summary>OpenAI-compatible: the model's name.</summary>
    public string Model { get; init; } = "";

    /// <summary>DeepL: id of a glossary kept at the service; empty: none.</summary>
    public string GlossaryId { get; init; } = "";

    /// <summary>Characters of term markup that a question may carry, as a share of its own length; see <c>docs/design.md</c>.</summary>
    public double MarkupShare { get; init; } = 0.25;

    /// <summary>Most texts in one request; 0 for the engine's own choice.</summary>
    public int TextsPerRequest { get; init; }

    /// <summary>Most characters in one request; 0 for the engine's own choice.</summary>
    public int CharactersPerRequest { get; init; }

    /// <summary>Most characters in any 60 seconds; 0 when the tier states none.</summary>
    public int CharactersPerMinute { get; init; }

    /// <summary>Most requests in flight; 0 for the engine's own choice.</summary>
    public int RequestsAtOnce { get; init; }

    /// <summary>How long one try may take; <c>null</c> for the engine's own choice.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The clock that timeouts run by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Carries the requests; <c>null</c> for the process's own connections. Redirects must be off.</summary>
    public HttpMessageHandler? Transport { get; init; }
}
