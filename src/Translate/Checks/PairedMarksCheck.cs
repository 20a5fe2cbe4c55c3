namespace Translate.Checks;

/// <summary>TYP-002: brackets and quotation marks of the target that have no partner.</summary>
static class PairedMarksCheck
{
    const string Openers = "([{（［｛《〈「『【〔“";
    const string Closers = ")]}）］｝》〉」』】〕”";

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (!pair.Target.AsSpan().ContainsAny(s_marks) || Unpaired(pair.Target) is not { } at) return;

        // A quotation that runs over several segments is open in the source too.
        if (Unpaired(pair.Source) is { } inSource && SameKind(pair.Source[inSource], pair.Target[at])) return;
        findings.Add(new("TYP-002", Severity.Warning, $"“{pair.Target[at]}” has no partner; add it or delete this one", null, TextRange.At(at, 1)));
    }

    static readonly System.Buffers.SearchValues<char> s_marks = System.Buffers.SearchValues.Create(Openers + Closers + "\"");

    static int? Unpaired(string text)
    {
        Span<(int Kind, int At)> open = stackalloc (int, int)[64];
        var depth = 0;
        var straight = -1;
        var straights = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && !(at > 0 && char.IsAsciiDigit(text[at - 1]) && straights % 2 == 0))
            {
                straights++;
                straight = at;
            }

            if (text[at] is not ('"' or '“' or '”' or '」' or '「') && InvisibleCheck.IsMentioned(text, at) && text[at - 1] is not ('(' or '（')) continue;
            var opener = Openers.IndexOf(text[at], StringComparison.Ordinal);
            var closer = Closers.IndexOf(text[at], StringComparison.Ordinal);
            if (opener >= 0 && depth < 64) open[depth++] = (opener, at);
            if (closer < 0) continue;
            if (depth > 0 && SamePartner(open[depth - 1].Kind, closer)) depth--;
            else if (IsSmiley(text, at) || IsListNumber(text, at)) continue;
            else if (!(text[at] == '”' && straights % 2 == 1)) return at;
            else straights++;
        }

        if (depth > 0)
        {
            if (text[open[depth - 1].At] == '“' && straights % 2 == 1) return depth > 1 ? open[depth - 2].At : null;
            return open[depth - 1].At;
        }

        return straights % 2 == 1 ? straight : null;
    }

    /// <summary>Full and half width close each other; that they differ is another check's business.</summary>
    static bool SamePartner(int opener, int closer) => opener == closer || (opener < 6 && closer < 6 && opener % 3 == closer % 3);

    static bool IsSmiley(string text, int at) => text[at] is ')' or '）' && at > 0 && text[at - 1] is ':' or ';' or '-';

    /// <summary>a) 1) and (in Chinese) 1） open an item of a list.</summary>
    static bool IsListNumber(string text, int at)
    {
        if (text[at] is not (')' or '）' or ']') || at == 0) return false;
        var start = at;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && at - start < 3) start--;
        return at - start is > 0 and < 3 && (start == 0 || char.IsWhiteSpace(text[start - 1]) || text[start - 1] is '；' or ';' or '，' or '：' or '。');
    }

    static bool SameKind(char a, char b) => IsQuote(a) == IsQuote(b);

    static bool IsQuote(char c) => c is '"' or '“' or '”' or '「' or '」' or '『' or '』';
}
