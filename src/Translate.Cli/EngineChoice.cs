using Azure.Identity;
using Translate.Engines;

namespace Translate.Cli;

/// <summary>Which engine a run asks, read from options, environment and <c>translate.json</c>.</summary>
static class EngineChoice
{
    /// <summary>The engines in the order in which <c>--engine auto</c> tries them, each with the variable whose being set configures it.</summary>
    public static readonly (string Engine, string[] Variables)[] Automatic =
    [
        ("azure", ["AZURE_TRANSLATOR_KEY", "AZURE_TRANSLATOR_RESOURCE_ID", "AZURE_TRANSLATOR_ENDPOINT"]),
        ("azure-openai", ["AZURE_OPENAI_ENDPOINT"]),
        ("openai", ["OPENAI_API_KEY", "OPENAI_BASE_URL"]),
        ("deepl", ["DEEPL_API_KEY"]),
        ("libretranslate", ["LIBRETRANSLATE_URL"]),
    ];

    /// <summary>The engine's settings; <c>null</c> for <c>memory</c>: nothing is asked.</summary>
    /// <param name="wanted">What <c>--engine</c> says; <c>null</c> for what the settings say, else <c>auto</c>.</param>
    /// <param name="settings">Where everything else stands.</param>
    /// <exception cref="UsageException">An engine was named that is not configured or not known.</exception>
    public static EngineSettings? Choose(string? wanted, Settings settings)
    {
        var name = wanted ?? settings.Text("engine", "TRANSLATE_ENGINE") ?? "auto";
        if (name == "auto")
            name = Automatic.FirstOrDefault(engine => engine.Variables.Any(variable => settings.Key(variable) is not null)).Engine
                ?? (settings.Text("azure.endpoint") is not null ? "azure" : settings.Text("openai.baseUrl") is not null ? "openai" : "memory");
        if (name == "memory") return null;
        return Limits(name switch
        {
            "azure" => Azure(settings),
            "openai" => OpenAI(settings),
            "azure-openai" => AzureOpenAI(settings),
            "deepl" => new(name) { Key = Key(settings, "DEEPL_API_KEY"), Endpoint = Address(settings, "deepl.endpoint", "DEEPL_ENDPOINT"), Tone = settings.Text("deepl.formality", "DEEPL_FORMALITY") ?? "", GlossaryId = settings.Text("deepl.glossary", "DEEPL_GLOSSARY_ID") ?? "" },
            "libretranslate" => new(name) { Key = Key(settings, "LIBRETRANSLATE_API_KEY"), Endpoint = Address(settings, "libretranslate.url", "LIBRETRANSLATE_URL") },
            _ => throw new UsageException($"--engine {name}: no engine has that name; choose azure, openai, azure-openai, deepl, libretranslate, memory or auto"),
        }, settings);
    }

    static EngineSettings Azure(Settings settings)
    {
        var resource = settings.Text("azure.resourceId", "AZURE_TRANSLATOR_RESOURCE_ID");
        var key = settings.Key("AZURE_TRANSLATOR_KEY");
        var endpoint = Address(settings, "azure.endpoint", "AZURE_TRANSLATOR_ENDPOINT");
        return new("azure")
        {
            Endpoint = endpoint,
            Key = key is null ? null : () => settings.Key("AZURE_TRANSLATOR_KEY"),
            // Signing in takes seconds and asks the network, so it is left alone while there is a key.
            Credential = key is null && (resource is not null || IsOwnDomain(endpoint)) ? new DefaultAzureCredential() : null,
            ResourceId = resource,
            Region = settings.Text("azure.region", "AZURE_TRANSLATOR_REGION") ?? "",
            ApiVersion = settings.Text("azure.apiVersion", "AZURE_TRANSLATOR_API_VERSION") ?? "3.0",
            Deployment = settings.Text("azure.deployment", "AZURE_TRANSLATOR_DEPLOYMENT") ?? "general",
            LanguageModel = settings.Text("azure.languageModel", "AZURE_TRANSLATOR_LLM") is "true" or "True" or "1",
            Tone = settings.Text("azure.tone", "AZURE_TRANSLATOR_TONE") ?? "",
            Gender = settings.Text("azure.gender", "AZURE_TRANSLATOR_GENDER") ?? "",
            ProfanityAction = settings.Text("azure.profanity", "AZURE_TRANSLATOR_PROFANITY") ?? "NoAction",
            AdaptiveDataset = settings.Text("azure.adaptiveDataset") ?? "",
        };
    }

    // An address of the resource's own names it, so that signing in needs no resource id.
    static bool IsOwnDomain(Uri? endpoint) =>
        endpoint is { Scheme: "https", IsLoopback: false } && endpoint.IdnHost.Contains(".cognitiveservices.", StringComparison.OrdinalIgnoreCase);

    static EngineSettings OpenAI(Settings settings) => new("openai")
    {
        Endpoint = Address(settings, "openai.baseUrl", "OPENAI_BASE_URL"),
        Key = Key(settings, "OPENAI_API_KEY"),
        Model = settings.Text("openai.model", "OPENAI_MODEL") ?? "",
    };

    static EngineSettings AzureOpenAI(Settings settings) => new("azure-openai")
    {
        Endpoint = Address(settings, "azureOpenai.endpoint", "AZURE_OPENAI_ENDPOINT"),
        Key = Key(settings, "AZURE_OPENAI_API_KEY"),
        Credential = settings.Key("AZURE_OPENAI_API_KEY") is null ? new DefaultAzureCredential() : null,
        Deployment = settings.Text("azureOpenai.deployment", "AZURE_OPENAI_DEPLOYMENT") ?? "",
        Model = settings.Text("azureOpenai.deployment", "AZURE_OPENAI_DEPLOYMENT") ?? "",
        ApiVersion = settings.Text("azureOpenai.apiVersion", "AZURE_OPENAI_API_VERSION") ?? "",
    };

    static EngineSettings Limits(EngineSettings engine, Settings settings) => engine with
    {
        CharactersPerMinute = settings.Number("charactersPerMinute", "TRANSLATE_CHARACTERS_PER_MINUTE") ?? 0,
        CharactersPerRequest = settings.Number("charactersPerRequest") ?? 0,
        TextsPerRequest = settings.Number("textsPerRequest") ?? 0,
        RequestsAtOnce = settings.Number("requestsAtOnce", "TRANSLATE_REQUESTS_AT_ONCE") ?? 0,
        Timeout = settings.Number("timeout") is { } seconds ? TimeSpan.FromSeconds(Math.Max(1, seconds)) : null,
    };

    static Func<string?>? Key(Settings settings, string variable) => settings.Key(variable) is null ? null : () => settings.Key(variable);

    static Uri? Address(Settings settings, string name, string variable)
    {
        if (settings.Text(name, variable) is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address
            : throw new UsageException($"{variable} is '{text}', which is no address; write https://...");
    }
}
