using System.Globalization;
using System.Text.RegularExpressions;

namespace Translate.Cli;

/// <summary>A language as people name it on the command line.</summary>
static partial class LanguageTag
{
    /// <summary>Gives the tag back when it is one.</summary>
    /// <exception cref="UsageException">It has not the form of a BCP 47 tag, or its two letters name no language.</exception>
    public static string? Check(string option, string? tag)
    {
        if (tag is null || Form().IsMatch(tag) && IsLanguage(LanguagePair.Language(tag))) return tag;
        throw new UsageException($"{option} {tag}: no language has that tag; write one such as en, zh-Hans, zh-Hant, zh-TW or ja");
    }

    // Three letters are left to the engine: ISO 639-3 has thousands, and the system's list only some.
    static bool IsLanguage(string language)
    {
        if (language.Length == 3) return true;
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).TwoLetterISOLanguageName == language;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
