using Translate.Engines.Azure;
using Translate.Engines.OpenAI;

namespace Translate.Engines;

/// <summary>Makes engines from settings; a new engine is one file and one line here.</summary>
public static class EngineFactory
{
    static readonly Dictionary<string, Func<EngineSettings, ITranslationEngine>> s_engines = new(StringComparer.OrdinalIgnoreCase)
    {
        ["azure"] = settings => new AzureEngine(settings),
        ["openai"] = settings => new OpenAIEngine(settings),
        ["azure-openai"] = settings => new OpenAIEngine(settings),
        ["deepl"] = settings => new DeepLEngine(settings),
        ["libretranslate"] = settings => new LibreTranslateEngine(settings),
    };

    /// <summary>The names that <see cref="Create"/> knows.</summary>
    public static IReadOnlyCollection<string> Names => s_engines.Keys;

    /// <summary>Makes an engine.</summary>
    /// <exception cref="EngineSettingException">No engine has that name, or a setting is absent or malformed.</exception>
    public static ITranslationEngine Create(EngineSettings settings) => s_engines.TryGetValue(settings.Engine, out var create)
        ? create(settings)
        : throw new EngineSettingException("EN001", $"no engine is called {settings.Engine}; choose one of {string.Join(", ", Names)}");
}
