namespace Translate.Checks;

/// <summary>TYP-009: the source ends a sentence and the target does not, or asks where the target states.</summary>
static class EndMarkCheck
{
    const string Ends = ".。!！?？…:：;；";

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var source = LastMark(pair.Source);
        var target = LastMark(pair.Target);
        if (source is '.' or '。' or '?' or '？' or '!' or '！' && target == '\0' && pair.Target.Length > 12)
            findings.Add(new("TYP-009", Severity.Information, $"the source ends with “{source}”, the target with no mark; end the sentence", null, new(pair.Target.Length - 1, pair.Target.Length)));
    }

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
