namespace Translate.Segments;

/// <summary>Walks over one text and finds where its segments end.</summary>
sealed class SentenceScanner
{
    const int UsualLength = 32;

    readonly string _text;
    readonly SentenceRules _rules;
    readonly PairTracker _pairs;
    readonly MarkReader _reader;
    readonly ListTracker _lists;
    readonly List<TextRange> _segments;
    readonly LineEnds _lines;
    readonly Semicolons _semicolons;
    int _start;

    SentenceScanner(string text, SentenceRules rules, Semicolons semicolons)
    {
        (_text, _rules, _semicolons) = (text, rules, semicolons);
        _pairs = new(rules, text);
        _reader = new(text, rules, _pairs);
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
        if (Units.IsPair(unit) || Units.IsItemMark(unit)) return ConsiderPair(at);
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
        if (Units.IsItemMark(unit) && _lists.StartsNextItem(at, out var item)) EndAt(item);
        else if (unit == ')' && IsLastSmiley(at)) EndAt(at + 1);
        _pairs.Read(at);
        return at + 1;
    }

    int ConsiderMark(int at)
    {
        var mark = _reader.Read(at, _start);
        if (EndsBeforeOmission(mark)) EndAt(at + 1);
        else if (_text[at] == '；' || Ends(mark)) EndAt(mark.Tail);
        _pairs.Read(mark.End, mark.Close);
        return mark.Tail;
    }

    bool Ends(EndMark mark)
    {
        if (IsChinese(mark)) return new ChineseEnds(_text, _rules, _pairs).Ends(mark);
        return new LatinEnds(_text, _rules, _pairs, _lists).Ends(mark)
            && !(_pairs.Open.Length > 0 && new ChineseEnds(_text, _rules, _pairs).IsInsideQuotation(mark));
    }

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

    /// <summary>A smiley with no mark before it ends the sentence when a capital follows: "See you :) Now".</summary>
    bool IsLastSmiley(int at)
    {
        if (at + 2 >= _text.Length || _text[at + 1] != ' ' || !char.IsUpper(_text[at + 2])) return false;
        var start = at;
        while (start > _start && !Units.IsSpace(_text[start - 1])) start--;
        return start > _start && _rules.IsSmiley(_text.AsSpan(start, at + 1 - start));
    }

    /// <summary>Whether full-width rules apply: the mark is full-width, or stands in Chinese text.</summary>
    bool IsChinese(EndMark mark)
    {
        if (Units.IsFullWidth(_text[mark.End - 1]) || Units.IsFullWidth(_text[mark.Start])) return true;
        var after = mark.Tail < _text.Length && Units.IsFullWidth(_text[mark.Tail]);
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
