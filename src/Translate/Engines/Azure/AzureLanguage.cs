namespace Translate.Engines.Azure;

/// <summary>The service's own language codes.</summary>
static class AzureLanguage
{
    // Codes with more than a language in them: https://learn.microsoft.com/azure/ai-services/translator/language-support
    static readonly string[] s_long =
        ["fr-ca", "pt-pt", "mn-Cyrl", "mn-Mong", "sr-Latn", "sr-Cyrl", "iu-Latn", "tlh-Latn", "tlh-Piqd", "zh-Hans", "zh-Hant"];

    /// <summary>The code for a BCP 47 tag: <c>zh-TW</c> is <c>zh-Hant</c>, <c>en-US</c> is <c>en</c>.</summary>
    public static string Code(string tag)
    {
        if (LanguagePair.Language(tag) == "zh") return LanguagePair.IsTraditional(tag) ? "zh-Hant" : "zh-Hans";
        return s_long.FirstOrDefault(code => code.Equals(tag, StringComparison.OrdinalIgnoreCase)) ?? LanguagePair.Language(tag);
    }

    /// <summary>Whether the service honours dictionary markup: it needs English on one side, and ignores it silently elsewhere.</summary>
    public static bool HonoursDictionary(LanguagePair pair) =>
        LanguagePair.Language(pair.Source) == "en" || LanguagePair.Language(pair.Target) == "en";
}
