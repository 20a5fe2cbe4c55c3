namespace Translate.Segments;

/// <summary>Walks over one text and finds where its segments end.</summary>
sealed class SentenceScanner
{
    const int UsualLength = 32;

    readonly string _text;
    readonly SentenceRules _rules;
    readonly PairTracker _pairs;
    readonly ListTracker _lists;
    readonly List<TextRange> _segments;
    readonly LineEnds _lines;
    readonly Semicolons _semicolons;
    int _start;

    SentenceScanner(string text, SentenceRules rules, Semicolons semicolons)
    {
        (_text, _rules, _semicolons) = (text, rules, semicolons);
        _pairs = new(rules, text);
        _lists = new(text, rules);
        _lines = new(text);
        _segments = new(text.Length / UsualLength + 1);
    }

    /// <summary>The segments of a text: in order, without white space at their edges, never empty.</summary>
    public static List<TextRange> Split(string text, SentenceRules rules, Semicolons semicolons) => new SentenceScanner(text, rules, semicolons).Run();

    List<TextRange> Run()
    {
        StartAt(0);
        _lines.StartLine(_start);
        for (var at = Units.NextStop(_text, 0); at < _text.Length;) at = Units.NextStop(_text, Consider(at));
        EndAt(_text.Length);
        return _segments;
    }

    /// <summary>Looks at one stop and returns where to read on.</summary>
    int Consider(int at)
    {
        var unit = _text[at];
        if (unit == '.' && IsInsideWord(at) || unit == '；' && _semicolons == Semicolons.Inside) return at + 1;
        if (Units.IsLineBreak(unit)) return ConsiderLine(at);
        if (Units.IsPair(unit) || Units.IsBullet(unit)) return ConsiderPair(at);
        if (unit == '.' && _lists.StartsNextItem(at, out var item))
        {
            EndAt(item);
            return at + 1;
        }

        return ConsiderMark(at);
    }

    int ConsiderPair(int at)
    {
        var unit = _text[at];
        if ((unit == ')' || Units.IsBullet(unit)) && _lists.StartsNextItem(at, out var item)) EndAt(item);
        else if (unit == ')' && IsLastSmiley(at)) EndAt(at + 1);
        _pairs.Read(at, at + 1);
        return at + 1;
    }

    int ConsiderMark(int at)
    {
        var mark = Read(at);
        if (EndsBeforeOmission(mark)) EndAt(at + 1);
        else if (_text[at] == '；' || Ends(mark)) EndAt(mark.Close);
        _pairs.Read(mark.End, mark.Close);
        return mark.Close;
    }

    bool Ends(EndMark mark) => IsChinese(mark)
        ? new ChineseEnds(_text, _rules, _pairs).Ends(mark)
        : new LatinEnds(_text, _rules, _pairs, _lists).Ends(mark);

    /// <summary>Line breaks: a blank line always ends a segment, a single break where the lines are not one wrapped paragraph.</summary>
    int ConsiderLine(int at)
    {
        var next = at;
        var breaks = 0;
        for (; next < _text.Length && Units.IsSpace(_text[next]); next++)
            if (Units.IsLineBreak(_text[next]) && !(_text[next] == '\n' && next > 0 && _text[next - 1] == '\r')) breaks++;
        if (breaks > 1 || _lines.Ends(at, next))
        {
            EndAt(at);
            _pairs.Reset();
        }

        _lines.StartLine(next);
        return next;
    }

    /// <summary>Takes the marks, the closing marks after them, and a smiley.</summary>
    EndMark Read(int at)
    {
        var end = EndOfMarks(at);
        var close = EndOfClosers(end);
        while (close > end && close < _text.Length && Units.IsEndMark(_text[close]) && _text[close] is not '.')
        {
            end = EndOfMarks(close);
            close = EndOfClosers(end);
        }

        close = AfterSpacedCloser(close);
        close = AfterSmiley(close);
        var next = close;
        while (next < _text.Length && Units.IsSpace(_text[next])) next++;
        return new(_start, at, end, close, next);
    }

    int EndOfMarks(int at)
    {
        var end = at + 1;
        while (end < _text.Length && Units.IsEndMark(_text[end])) end++;
        if (_text[at] != '.') return end;

        // ". . ." is one ellipsis; ". .NET" is not.
        while (end + 1 < _text.Length && _text[end] == ' ' && _text[end + 1] == '.'
            && (end + 2 == _text.Length || !char.IsLetterOrDigit(_text[end + 2]))) end += 2;
        return end;
    }

    int EndOfClosers(int end)
    {
        var close = end;
        while (close < _text.Length && ClosesHere(close)) close++;
        return close;
    }

    bool ClosesHere(int at)
    {
        var unit = _text[at];
        var last = at + 1 == _text.Length;
        if (unit == '\'') return last || !char.IsLetterOrDigit(_text[at + 1]);
        if (!Units.IsCloser(unit)) return false;
        if (unit is ')' or ']' or '}' or '’' or '）') return true;
        var opener = unit == '"' ? '"' : _rules.Pairs[unit];
        foreach (var open in _pairs.Open)
            if (_text[open] == opener) return true;

        // A stray closing mark belongs to what stands before it, unless it was typed for an opening one (”我们……，”他说).
        if (unit == '"') return last || Units.IsSpace(_text[at + 1]);
        var again = _text.AsSpan(at + 1).IndexOfAny(unit, opener, '\n');
        return again < 0 || _text[at + 1 + again] != unit;
    }

    /// <summary>A space before a closing mark ("We did. )") does not part it from its sentence when its pair is open.</summary>
    int AfterSpacedCloser(int close)
    {
        if (close + 1 >= _text.Length || _text[close] != ' ' || !Units.IsCloser(_text[close + 1])) return close;
        var (closer, after) = (_text[close + 1], close + 2);
        var opener = closer == '"' ? '"' : _rules.Pairs[closer];
        if (after < _text.Length && !Units.IsSpace(_text[after])) return close;
        foreach (var open in _pairs.Open)
            if (_text[open] == opener && !_text.AsSpan(open, close - open).Contains('\n')) return after;
        return close;
    }

    /// <summary>A smiley with no mark before it ends the sentence when a capital follows: "See you :) Now".</summary>
    bool IsLastSmiley(int at)
    {
        if (at + 2 >= _text.Length || _text[at + 1] != ' ' || !char.IsUpper(_text[at + 2])) return false;
        var start = at;
        while (start > _start && !Units.IsSpace(_text[start - 1])) start--;
        return start > _start && _rules.IsSmiley(_text.AsSpan(start, at + 1 - start));
    }

    int AfterSmiley(int close)
    {
        if (close + 2 >= _text.Length || _text[close] != ' ' || char.IsLetterOrDigit(_text[close + 1])) return close;
        var end = close + 1;
        while (end < _text.Length && end - close <= _rules.LongestSmiley && !Units.IsSpace(_text[end])) end++;
        var whole = end == _text.Length || Units.IsSpace(_text[end]);
        return whole && _rules.IsSmiley(_text.AsSpan(close + 1, end - close - 1)) ? end : close;
    }

    /// <summary>Whether full-width rules apply: the mark is full-width, or stands in Chinese text.</summary>
    bool IsChinese(EndMark mark)
    {
        if (Units.IsFullWidth(_text[mark.End - 1]) || Units.IsFullWidth(_text[mark.Start])) return true;
        var after = mark.Close < _text.Length && Units.IsFullWidth(_text[mark.Close]);
        var before = mark.Start - 1;
        while (before >= mark.Segment && Units.IsCloser(_text[before])) before--;
        return before >= mark.Segment && Units.IsFullWidth(_text[before]) || after && (_text[mark.Start] != '.' || mark.Closed);
    }

    /// <summary>3.14, a.txt, e.g., .NET: a letter or digit right after a full stop; only behind a word may a capital begin a sentence.</summary>
    bool IsInsideWord(int at)
    {
        if (at + 1 == _text.Length || !char.IsAsciiLetterOrDigit(_text[at + 1])) return false;
        return !char.IsAsciiLetterUpper(_text[at + 1]) || at == 0 || !(char.IsLower(_text[at - 1]) || char.IsAsciiDigit(_text[at - 1]));
    }

    /// <summary>"They met. . . . The": the first of four spaced stops ends its sentence, the other three stand for what was left out after it.</summary>
    bool EndsBeforeOmission(EndMark mark) =>
        mark.Spaced && !mark.Closed && mark.Next < _text.Length && mark.Start > _start && char.IsLetterOrDigit(_text[mark.Start - 1])
        && _text.AsSpan(mark.Start, mark.End - mark.Start) is ". . . ." && !char.IsLower(_text[mark.Next]);

    void StartAt(int at)
    {
        while (at < _text.Length && Units.IsSpace(_text[at])) at++;
        _start = at;
        _lists.StartSegment(at);
    }

    void EndAt(int at)
    {
        var end = at;
        while (end > _start && Units.IsSpace(_text[end - 1])) end--;
        if (end > _start) _segments.Add(new(_start, end));
        StartAt(Math.Max(at, _start));
    }
}
