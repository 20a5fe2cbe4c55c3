using Translate.Numbers;

namespace Translate.Checks;

/// <summary>KEEP-009: a name in Latin letters of a Chinese source, or a model name of any source, that the target does not have.</summary>
static class LostNamesCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        string? target = null;
        foreach (var whole in LatinTokens.In(pair.Source))
        {
            var range = WithoutWord(pair.Source, whole);
            var token = pair.Source.AsSpan(range.Start, range.Length);
            if (!LatinTokens.IsName(token) || KeptThings.Covers(pair.Source, range)) continue;

            // An English name may be put into Chinese words (NATO, McNeilly); a name in Latin letters that a Chinese text uses stays,
            // and so do model names with their digits, whichever way the translation goes.
            if (!pair.SourceIsHan && !IsModelName(token)) continue;
            target ??= LatinTokens.Squeeze(pair.Target);
            var name = LatinTokens.Squeeze(token.ToString());
            if (target.Contains(name, StringComparison.Ordinal) || Units.After(token, 0, out var end) is not null && end == token.Length || pair.SourceIsHan && Abbreviations.IsOf(token, pair.Target) || (name[^1] == 's' && target.Contains(name[..^1], StringComparison.Ordinal)) || IsTranslated(pair, range)) continue;
            findings.Add(new("KEEP-009", Severity.Warning, $"“{token}” is not in the target; write it as it stands in the source", range));
        }
    }

    /// <summary>GTK4-based: the name without the English word that hangs on it; 每百万token0.8元: the word without the count behind it.</summary>
    static TextRange WithoutWord(string text, TextRange range)
    {
        var token = text.AsSpan(range.Start, range.Length);
        var letters = token.TrimEnd("0123456789.");
        if (letters.Length > 2 && letters.IndexOfAnyExceptInRange('a', 'z') < 0 && range.End < text.Length && "元美块万亿倍分角%％".Contains(text[range.End], StringComparison.Ordinal))
            return TextRange.At(range.Start, letters.Length);
        var hyphen = token.LastIndexOf('-');
        return hyphen > 1 && token.Length - hyphen > 4 && token[(hyphen + 1)..].IndexOfAnyExceptInRange('a', 'z') < 0 ? TextRange.At(range.Start, hyphen) : range;
    }

    /// <summary>Letters first, digits after them, one token: GPT-4, H100, A100, but not COVID-19's lower-case kin nor 20th.</summary>
    static bool IsModelName(ReadOnlySpan<char> token)
    {
        if (token.Length < 3 || !char.IsAsciiLetterUpper(token[0]) || !token.ContainsAnyInRange('0', '9')) return false;
        var letters = 0;
        while (letters < token.Length && LatinTokens.IsLetter(token[letters])) letters++;
        return letters is > 0 and <= 8 && letters < token.Length && token[..letters].IndexOfAnyExceptInRange('A', 'Z') < 0 && !IsPeriod(token);
    }

    /// <summary>Q3, H1, FY24 are dates.</summary>
    static bool IsPeriod(ReadOnlySpan<char> token) => token.Length == 2 && token[0] is 'Q' or 'H' || token.StartsWith("FY");

    /// <summary>Covered by a glossary term, whose own check speaks.</summary>
    static bool IsTranslated(CheckedPair pair, TextRange range)
    {
        foreach (var term in pair.Input.Terms)
            if (term.Range.Overlaps(range)) return true;
        return false;
    }
}
