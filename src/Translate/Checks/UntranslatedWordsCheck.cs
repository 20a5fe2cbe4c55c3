namespace Translate.Checks;

/// <summary>CMP-006: several English words in a row that a Chinese target keeps from its source.</summary>
static class UntranslatedWordsCheck
{
    const int FewestWords = 3;

    static readonly char[] s_quotes = ['“', '”', '「', '」', '《', '》', '"', '`', '‘', '’'];

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (!pair.TargetIsHan || pair.SourceIsHan) return;
        var text = pair.Target;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at])) continue;
            int start = at, words = 0, lower = 0, end = at;
            while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is ' ' or '\'' or '’' or ',' or '-'))
            {
                if (char.IsAsciiLetter(text[at]) && (at == start || !char.IsAsciiLetter(text[at - 1]) && text[at - 1] is ' '))
                {
                    if (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1])) words++;
                    if (char.IsAsciiLetterLower(text[at])) lower++;
                }

                if (char.IsAsciiLetter(text[at])) end = at + 1;
                at++;
            }

            // A title or a name in capitals may stay (The New York Times); a phrase of small words was forgotten.
            if (words >= FewestWords && lower * 2 > words && !IsQuoted(text, start, end) && !IsList(text.AsSpan(start, end - start), words) && !IsCommand(text, start, end))
                findings.Add(new("CMP-006", Severity.Warning, $"“{text[start..end]}” is left in English; translate it", Find(pair.Source, text[start..end]), new(start, end)));
        }
    }

    static bool IsQuoted(string text, int start, int end)
    {
        var open = start == 0 ? -1 : text.LastIndexOfAny(s_quotes, start - 1);
        if (open >= 0 && text[open] is '“' or '「' or '《' or '`' or '‘' || start > 0 && text[start - 1] is '\'' or '<' || open >= 0 && text[open] == '"' && text.AsSpan(0, start).Count('"') % 2 == 1) return true;
        var before = text.AsSpan(0, start).TrimEnd();
        var after = text.AsSpan(end).TrimStart();
        return before.Length > 0 && after.Length > 0 && before[^1] is '（' or '(' && after[0] is '）' or ')' or '，' or ',';
    }

    /// <summary>A comma behind nearly every word: names of programs or options.</summary>
    static bool IsList(ReadOnlySpan<char> words, int count) => words.Count(',') * 2 >= count - 1;

    /// <summary>A line to be typed: alone on its line, between backquotes, or with options.</summary>
    static bool IsCommand(string text, int start, int end)
    {
        if (text.AsSpan(start, end - start).Contains(" --", StringComparison.Ordinal) || text.AsSpan(end).TrimStart().StartsWith("-", StringComparison.Ordinal) || text.AsSpan(end).TrimStart().StartsWith("{", StringComparison.Ordinal)) return true;
        var before = text.AsSpan(0, start).TrimEnd(' ');
        var after = text.AsSpan(end).TrimStart(' ');
        return before.Length > 0 && before[^1] is '`' or '\n' && (after.Length == 0 || after[0] is '`' or '\n' or '\r');
    }

    static TextRange? Find(string source, string words)
    {
        var at = source.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : TextRange.At(at, words.Length);
    }
}
