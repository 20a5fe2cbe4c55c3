using System.Text.RegularExpressions;
using Translate.Glossaries;
using Translate.Scripts;

namespace Translate;

/// <summary>Segments that hold nothing to translate: numbers, addresses, names to keep, text already in the target language.</summary>
static partial class Untranslatable
{
    /// <summary>Whether a source stands in the target as it is.</summary>
    /// <remarks>A Chinese source without one Han character is already in Latin letters; an English one without a letter has no words.</remarks>
    public static bool Is(string source, IReadOnlyList<TermMatch> terms, LanguagePair pair)
    {
        if (!source.Any(char.IsLetter)) return !source.Any(IsFullWidth) || LanguagePair.Language(pair.Target) == "zh";
        if (Address().IsMatch(source)) return true;
        if (terms.Any(term => term.Entry.Keep && term.Range.Length == source.Length)) return true;
        return LanguagePair.Language(pair.Source) == "zh" && LanguagePair.Language(pair.Target) != "zh"
            && !Han.Contains(source) && !source.Any(IsFullWidth);
    }

    static bool IsFullWidth(char c) => c is >= '！' and <= '～' or >= '、' and <= '】' or '“' or '”';

    [GeneratedRegex(@"^(https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
