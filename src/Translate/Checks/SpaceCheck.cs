using Translate.Scripts;

namespace Translate.Checks;

/// <summary>TYP-007 and TYP-008: doubled and misplaced spaces, and the space between Han and Latin.</summary>
static class SpaceCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var text = pair.Target;
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] is not (' ' or '\u00a0')) continue;
            if (text[at + 1] is ' ' or '\u00a0')
            {
                var end = at;
                while (end < text.Length && text[end] is ' ' or '\u00a0') end++;
                if (at > 0 && end < text.Length && !IsIndent(text, at) && text[end] is not ('-' or '–' or '—' or '\n' or '\r') && !(IsAfterSentence(pair, at) && end == at + 2) && !pair.Source.Contains("  ", StringComparison.Ordinal))
                    findings.Add(new("TYP-007", Severity.Warning, "several spaces in a row; leave one", null, new(at, end)));
                at = end - 1;
            }
            else if (!pair.TargetIsHan && at > 0 && text[at + 1] is ',' or ';' && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '"' or '”' or ')' or '%' or '’'))
                findings.Add(new("TYP-007", Severity.Warning, $"space before “{text[at + 1]}”; delete it", null, TextRange.At(at, 1)));
        }

        if (pair.TargetIsHan && pair.Options.Spacing != HanLatinSpacing.Any) FindBorders(pair, findings);
    }

    /// <summary>Two spaces between sentences are an old habit of typists, and a line may start with some.</summary>
    static bool IsAfterSentence(CheckedPair pair, int at) => !pair.TargetIsHan && pair.Target[at - 1] is '.' or '!' or '?' or ':' or ')' or '"' or '”';

    static bool IsIndent(string text, int at) => text[at - 1] is '\n' or '\r';

    static void FindBorders(CheckedPair pair, List<Finding> findings)
    {
        var text = pair.Target;
        for (var at = 1; at < text.Length; at++)
        {
            if (pair.Options.Spacing == HanLatinSpacing.Space && IsBorder(text[at - 1], text[at]))
                findings.Add(new("TYP-008", Severity.Information, $"no space between “{text[at - 1]}” and “{text[at]}”; add one", null, new(at - 1, at + 1)));
            else if (pair.Options.Spacing == HanLatinSpacing.None && text[at] == ' ' && at + 1 < text.Length && IsBorder(text[at - 1], text[at + 1]))
                findings.Add(new("TYP-008", Severity.Information, $"space between “{text[at - 1]}” and “{text[at + 1]}”; delete it", null, TextRange.At(at, 1)));
        }
    }

    static bool IsBorder(char left, char right) => Han.Is(left) && char.IsAsciiLetterOrDigit(right) || char.IsAsciiLetterOrDigit(left) && Han.Is(right);
}
