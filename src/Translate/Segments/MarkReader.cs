using System.Buffers;

namespace Translate.Segments;

/// <summary>Reads the marks at a place with all that belongs to the sentence they may end: closing marks, smileys, numbers of notes.</summary>
sealed class MarkReader(string text, SentenceRules rules, PairTracker pairs)
{
    const int LongestReference = 12;

    static readonly SearchValues<char> s_numbers = SearchValues.Create("0123456789,-– ");

    /// <param name="at">The first mark.</param>
    /// <param name="segment">Where the segment starts.</param>
    public EndMark Read(int at, int segment)
    {
        var end = EndOfMarks(at);
        var close = EndOfClosers(end);
        while (close > end && close < text.Length && Units.IsEndMark(text[close]) && text[close] is not '.')
        {
            end = EndOfMarks(close);
            close = EndOfClosers(end);
        }

        close = AfterSpacedCloser(close);
        var tail = MayHaveTail(close) ? AfterEmoji(AfterSmiley(AfterReferences(AfterWaves(close), at)), segment) : close;
        var next = tail;
        while (next < text.Length && Units.IsSpace(text[next])) next++;
        return new(segment, at, end, close, tail, next);
    }

    int EndOfMarks(int at)
    {
        var end = at + 1;
        while (end < text.Length && Units.IsEndMark(text[end]) && !BeginsName(end)) end++;
        if (text[at] != '.') return end;

        // ". . ." is one ellipsis; ". .NET" is not.
        while (end + 1 < text.Length && text[end] == ' ' && text[end + 1] == '.'
            && (end + 2 == text.Length || !char.IsLetterOrDigit(text[end + 2]))) end += 2;
        return end;
    }

    /// <summary>他用C#。.NET也会: a full stop after another mark that a letter follows.</summary>
    bool BeginsName(int at) => text[at] == '.' && text[at - 1] != '.' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);

    int EndOfClosers(int end)
    {
        var close = end;
        while (close < text.Length && ClosesHere(close, end)) close++;
        return close;
    }

    bool ClosesHere(int at, int end)
    {
        var unit = text[at];
        var last = at + 1 == text.Length;
        if (unit == '\'') return last || !char.IsLetterOrDigit(text[at + 1]);
        if (!Units.IsCloser(unit)) return false;
        if (unit is ')' or ']' or '}' or '’' or '）') return true;

        // Of two straight quotation marks the second may open the next quotation ("谁？""我。").
        var used = unit == '"' && text.AsSpan(end, at - end).Contains('"');
        if (!used && pairs.IsOpen(OpenerOf(unit))) return true;

        // A stray closing mark belongs to what stands before it, unless it was typed for an opening one (”我们……，”他说).
        if (unit == '"') return last || Units.IsSpace(text[at + 1]);
        var again = text.AsSpan(at + 1).IndexOfAny(unit, OpenerOf(unit), '\n');
        return again < 0 || text[at + 1 + again] != unit;
    }

    char OpenerOf(char closer) => closer == '"' ? '"' : rules.Pairs[closer];

    /// <summary>A space before a closing mark ("We did. )") does not part it from its sentence when its pair is open.</summary>
    int AfterSpacedCloser(int close)
    {
        if (close + 1 >= text.Length || text[close] != ' ' || !Units.IsCloser(text[close + 1])) return close;
        var after = close + 2;
        if (after < text.Length && !Units.IsSpace(text[after])) return close;
        var opener = OpenerOf(text[close + 1]);
        foreach (var open in pairs.Open)
            if (text[open] == opener && !text.AsSpan(open, close - open).Contains('\n')) return after;
        return close;
    }

    /// <summary>Most often a word follows, after a space or at once, or a new line.</summary>
    bool MayHaveTail(int close)
    {
        var at = close < text.Length && text[close] == ' ' ? close + 1 : close;
        return at < text.Length && !char.IsLetterOrDigit(text[at]) && !Units.IsSpace(text[at]);
    }

    /// <summary>好的！～～</summary>
    int AfterWaves(int close)
    {
        while (close < text.Length && text[close] == '～') close++;
        return close;
    }

    /// <summary>"He left.[12] She stayed.": numbers of notes stand behind the mark, without a space.</summary>
    int AfterReferences(int close, int mark)
    {
        if (mark == 0 || !char.IsLetterOrDigit(text[mark - 1]) && !Units.IsCloser(text[mark - 1])) return close;
        var at = close;
        while (at < text.Length && text[at] is '[' or '¹' or '²' or '³' or (>= '⁴' and <= '⁹'))
        {
            if (text[at] != '[') at++;
            else if (EndOfReference(at) is var after and > 0) at = after;
            else return close;
        }

        // "1999。[2] 李四": with a space behind it the number begins the next entry of a Chinese list.
        if (at == close || at == text.Length) return at;
        return Units.IsSpace(text[at]) != Units.IsFullWidth(text[mark]) ? at : close;
    }

    int EndOfReference(int at)
    {
        var inside = text.AsSpan(at + 1, Math.Min(LongestReference, text.Length - at - 1));
        var end = inside.IndexOf(']');
        return end > 0 && char.IsAsciiDigit(inside[0]) && !inside[..end].ContainsAnyExcept(s_numbers) ? at + 1 + end + 1 : -1;
    }

    int AfterSmiley(int close)
    {
        if (close + 2 >= text.Length || text[close] != ' ') return close;
        var end = close + 1;
        while (end < text.Length && end - close <= rules.LongestSmiley && !Units.IsSpace(text[end])) end++;
        var whole = end == text.Length || Units.IsSpace(text[end]);
        return whole && rules.IsSmiley(text.AsSpan(close + 1, end - close - 1)) ? end : close;
    }

    /// <summary>Emoji stay with the sentence before them, unless they stand before sentences as bullets do.</summary>
    int AfterEmoji(int close, int segment)
    {
        var start = close < text.Length && text[close] == ' ' ? close + 1 : close;
        var end = EndOfEmoji(start);
        if (end == start || IsEmoji(segment)) return close;
        return start == close || end == text.Length || Units.IsSpace(text[end]) ? end : close;
    }

    int EndOfEmoji(int start)
    {
        var at = start;
        while (at < text.Length)
        {
            if (IsEmoji(at)) at += 2;
            else if (at > start && text[at] is ('\uFE0F' or '\u200D')) at++;
            else break;
        }

        return at;
    }

    bool IsEmoji(int at) => at + 1 < text.Length
        && (text[at] is >= '\uD83C' and <= '\uD83E' && char.IsLowSurrogate(text[at + 1]) || text[at] is >= '\u2600' and <= '\u27BF' && text[at + 1] == '\uFE0F');
}
