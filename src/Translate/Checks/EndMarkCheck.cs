namespace Translate.Checks;

/// <summary>TYP-009: the source ends a sentence and the target does not, as a cut-off one does not.</summary>
static class EndMarkCheck
{
    const string Ends = ".。!！?？…:：;；";

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (IsCutOff(pair) && pair.Target.Length > 12)
            findings.Add(new("TYP-009", Severity.Information, $"the source ends with “{LastMark(pair.Source)}”, the target with no mark; end the sentence", null, new(pair.Target.Length - 1, pair.Target.Length)));
    }

    /// <summary>Whether the source ends a sentence and the target does not.</summary>
    public static bool IsCutOff(CheckedPair pair) => LastMark(pair.Source) is '.' or '。' or '?' or '？' or '!' or '！' && LastMark(pair.Target) == '\0' && !EndsInAbbreviation(pair.Source);

    /// <summary>S.M.A.R.T. at the end of a heading.</summary>
    static bool EndsInAbbreviation(string text) => text.Length > 3 && text[^1] == '.' && text[^3] == '.';

    /// <summary>The mark a text ends with, quotation marks and brackets aside; NUL when it is none.</summary>
    static char LastMark(string text)
    {
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (text[at] is '"' or '”' or '’' or '\'' or '」' or '』' or ')' or '）' or '》' or ' ' or ']') continue;
            return Ends.Contains(text[at], StringComparison.Ordinal) ? text[at] : '\0';
        }

        return '\0';
    }
}
