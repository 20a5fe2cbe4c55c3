using Translate.Scripts;

namespace Translate.Segments;

/// <summary>Decides whether a single line break inside a block ends a segment or only wraps a paragraph.</summary>
static class LineEnds
{
    // Below this width nobody wraps running text.
    const int NarrowestColumn = 40;
    const int WidestLine = 400;

    /// <param name="text">The text.</param>
    /// <param name="at">The line break.</param>
    /// <param name="next">Where the next line's text starts.</param>
    public static bool Ends(string text, int at, int next)
    {
        if (next >= text.Length) return true;
        var before = at;
        while (before > 0 && SentenceScanner.IsSpace(text[before - 1])) before--;
        if (before == 0) return true;
        var last = text[before - 1];
        if (last is ',' or '，' or '、' or '-' or '—') return false;
        var line = LineBefore(text, before);
        var following = LineAfter(text, next);
        var widest = Math.Max(Width(line), Width(following));
        var full = Width(line) + Width(FirstWord(following)) >= widest && widest >= NarrowestColumn;
        if (char.IsLower(text[next])) return !full && !EndsInMark(following) && !EndsInMark(line);
        return !full || SentenceScanner.IsEndMark(last);
    }

    static bool EndsInMark(ReadOnlySpan<char> line) => line.Length > 0 && SentenceScanner.IsEndMark(line[^1]);

    static ReadOnlySpan<char> LineBefore(string text, int end)
    {
        var from = Math.Max(0, end - WidestLine);
        var start = end;
        while (start > from && !SentenceScanner.IsLineBreak(text[start - 1])) start--;
        return text.AsSpan(start, end - start).Trim();
    }

    static ReadOnlySpan<char> LineAfter(string text, int start)
    {
        var to = Math.Min(text.Length, start + WidestLine);
        var end = start;
        while (end < to && !SentenceScanner.IsLineBreak(text[end])) end++;
        return text.AsSpan(start, end - start).Trim();
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && SentenceScanner.IsFullWidth(line[0])) return line[..1];
        var space = line.IndexOf(' ');
        return space < 0 ? line : line[..space];
    }

    /// <summary>Columns: a Han character takes two.</summary>
    static int Width(ReadOnlySpan<char> line) => line.Length + Han.Count(line);
}
