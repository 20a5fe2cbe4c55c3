using System.Buffers;

namespace Translate.Segments;

/// <summary>Decides whether a single line break inside a block ends a segment or only wraps a paragraph.</summary>
static class LineEnds
{
    // Below this width nobody wraps running text.
    const int NarrowestColumn = 40;
    const int WidestWord = 20;
    const int WidestLine = 400;
    const char FirstWide = '\u2E80';

    static readonly SearchValues<char> s_breaks = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

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
        var small = char.IsLower(text[next]);
        if (!small && EndsInMark(text.AsSpan(0, before))) return true;
        var line = LineBefore(text, before);
        var width = Width(line);
        if (!small && width < NarrowestColumn - WidestWord) return true;
        var following = LineAfter(text, next);
        return !IsFull(width, following) && !(small && (EndsInMark(following) || EndsInMark(line)));
    }

    /// <summary>Whether the first word of the next line would not have fitted on this one.</summary>
    static bool IsFull(int width, ReadOnlySpan<char> following) =>
        width >= NarrowestColumn - WidestWord && width + Width(FirstWord(following)) >= Math.Max(Math.Max(width, Width(following)), NarrowestColumn);

    static bool EndsInMark(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd("”’\"')」』）");
        return line.Length > 0 && SentenceScanner.IsEndMark(line[^1]);
    }

    static ReadOnlySpan<char> LineBefore(string text, int end)
    {
        var before = text.AsSpan(Math.Max(0, end - WidestLine), Math.Min(end, WidestLine));
        return before[(before.LastIndexOfAny(s_breaks) + 1)..].Trim();
    }

    static ReadOnlySpan<char> LineAfter(string text, int start)
    {
        var after = text.AsSpan(start, Math.Min(text.Length - start, WidestLine));
        var end = after.IndexOfAny(s_breaks);
        return (end < 0 ? after : after[..end]).Trim();
    }

    static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> line)
    {
        if (line.Length > 0 && SentenceScanner.IsFullWidth(line[0])) return line[..1];
        var space = line.IndexOf(' ');
        return space < 0 ? line : line[..space];
    }

    /// <summary>Columns: Han characters, kana and full-width marks take two.</summary>
    static int Width(ReadOnlySpan<char> line)
    {
        var width = line.Length;
        foreach (var unit in line)
            if (unit >= FirstWide) width++;
        return width;
    }
}
