namespace Translate.Segments;

/// <summary>Decides whether a single line break inside a block ends a segment or only wraps a paragraph; measures each line once.</summary>
sealed class LineEnds(string text)
{
    // Below this width nobody wraps running text.
    const int NarrowestColumn = 40;
    const int WidestWord = 20;
    const char FirstWide = '\u2E80';

    /// <summary>A line without white space at its edges.</summary>
    readonly record struct Line(int Start, int End, int Width);

    int _start;
    Line _following = new(-1, -1, 0);

    /// <summary>Takes a line in hand.</summary>
    /// <param name="at">Where its text starts.</param>
    public void StartLine(int at) => _start = at;

    /// <summary>Whether the line in hand ends a segment.</summary>
    /// <param name="at">Its line break.</param>
    /// <param name="next">Where the next line's text starts.</param>
    public bool Ends(int at, int next)
    {
        if (next >= text.Length || at <= _start) return true;
        var end = TextEnd(_start, at);
        if (text[end - 1] is ',' or '，' or '、' or '-' or '—') return false;
        var small = char.IsLower(text[next]);
        var marked = EndsInMark(_start, end);
        if (marked && !small) return true;
        var width = _following.Start == _start ? _following.Width : Width(_start, end);
        if (width < NarrowestColumn - WidestWord && !small) return true;
        return !IsFull(width, next) && !(small && (marked || EndsInMark(next, Following(next).End)));
    }

    /// <summary>Whether the first word of the next line would not have fitted on this one.</summary>
    bool IsFull(int width, int next)
    {
        if (width < NarrowestColumn - WidestWord) return false;
        var filled = width + FirstWidth(next);
        return filled >= NarrowestColumn && filled >= Following(next).Width;
    }

    Line Following(int start)
    {
        if (_following.Start == start) return _following;
        var end = start;
        while (end < text.Length && !Units.IsLineBreak(text[end])) end++;
        end = TextEnd(start, end);
        return _following = new(start, end, Width(start, end));
    }

    int TextEnd(int start, int end)
    {
        while (end > start && Units.IsSpace(text[end - 1])) end--;
        return end;
    }

    bool EndsInMark(int start, int end)
    {
        while (end > start && text[end - 1] is '"' or '\'' or ')' or '’' or '”' or '」' or '』' or '）') end--;
        return end > start && Units.IsEndMark(text[end - 1]);
    }

    /// <summary>The width of a line's first word; Han characters are words by themselves.</summary>
    int FirstWidth(int start)
    {
        if (Units.IsFullWidth(text[start])) return 2;
        var end = start;
        while (end < text.Length && text[end] != ' ' && !Units.IsLineBreak(text[end])) end++;
        return Width(start, end);
    }

    /// <summary>Columns: Han characters, kana and full-width marks take two.</summary>
    int Width(int start, int end)
    {
        var width = end - start;
        foreach (var unit in text.AsSpan(start, end - start))
            width += unit >= FirstWide ? 1 : 0;
        return width;
    }
}
