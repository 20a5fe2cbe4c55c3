namespace Translate.Segments;

/// <summary>Finds the items of a list that was written on one line: <c>1. First 2. Second</c>, <c>(a) ... (b) ...</c>, <c>• ... • ...</c></summary>
/// <remarks>Only the successor of the marker that began an earlier segment counts, in the same form, so that other numbers stay where they are.</remarks>
sealed class ListTracker(string text, SentenceRules rules)
{
    const int LongestLabel = 20;

    ListMarker? _item;
    int _start;
    int _afterMarker;

    /// <summary>Remembers the marker at the start of a segment.</summary>
    public void StartSegment(int at)
    {
        (_start, _afterMarker) = (at, at);
        if (ListMarker.Read(text, at) is not { } marker) return;
        _item = marker;
        _afterMarker = marker.End;
    }

    /// <summary>Whether what ends at a place is no more than the list marker or label at the start of the segment.</summary>
    public bool IsMarker(int end) => end <= _afterMarker || end - _start <= LongestLabel && end <= AfterLabel(_start);

    /// <summary>Whether the mark at a place belongs to the marker of the next item.</summary>
    /// <param name="at">The marker's last unit.</param>
    /// <param name="start">Where that item starts.</param>
    public bool StartsNextItem(int at, out int start)
    {
        start = at;
        if (_item is not { } item || !item.MayEndWith(text[at])) return false;
        start = ListMarker.StartOf(text, at);
        if (start <= item.End || !Units.IsSpace(text[start - 1])) return false;
        return ListMarker.Read(text, start) is { } next && item.IsFollowedBy(next) && (item.Form == '•' || EndsBefore(start, item.End))
            && (item.Close is not ('(' or '（') || item.Start == _start);
    }

    /// <summary>Whether the item before may end here: it has a text ("J. K. Rowling"), and none that goes on ("A. Ng, B. Wu and C. Li").</summary>
    bool EndsBefore(int start, int after)
    {
        var item = text.AsSpan(after, start - after).TrimEnd();
        return item.Length > 0 && item[^1] is not (',' or ';' or '&' or '，' or '；' or '、')
            && !item.EndsWith(" and", StringComparison.Ordinal) && !item.EndsWith(" or", StringComparison.Ordinal);
    }

    /// <summary>"Step 2.", "Fig. 2." and "图 2.1." are markers too, but no other item is looked for.</summary>
    int AfterLabel(int at)
    {
        var word = at;
        while (word < text.Length && word < at + LongestLabel && char.IsLetter(text[word])) word++;
        if (word == at || !rules.IsLabel(text.AsSpan(at, word - at))) return at;
        if (word < text.Length && text[word] == '.') word++;
        if (word + 1 < text.Length && text[word] == ' ') word++;
        return word < text.Length && !char.IsAsciiLetterLower(text[word]) && ListMarker.Read(text, word) is { Close: '.' } number ? number.End : at;
    }
}
