namespace Translate.Segments;

/// <summary>Finds the items of a list that was written on one line: <c>1. First 2. Second</c>, <c>a) ... b) ...</c>, <c>• ... • ...</c></summary>
/// <remarks>Only the successor of the marker that began an earlier segment counts, in the same form, so that other numbers stay where they are.</remarks>
sealed class ListTracker(string text, SentenceRules rules)
{
    // Roman is its value as a Roman numeral, which i, v and x are as well; 0 when it is none.
    readonly record struct Marker(int Start, int End, char Form, char Close, int Value, int Roman = 0)
    {
        public bool IsFollowedBy(Marker next) => next.Close == Close
            && (next.Form == Form && next.Value == (Form == '•' ? Value : Value + 1) || Roman > 0 && next.Roman == Roman + 1);
    }

    const int LongestLabel = 20;

    Marker? _item;
    int _start;
    int _afterMarker;

    /// <summary>Remembers the marker at the start of a segment.</summary>
    public void StartSegment(int at)
    {
        (_start, _afterMarker) = (at, at);
        if (ReadAt(at) is not { } marker) return;
        _item = marker;
        _afterMarker = marker.End;
    }

    /// <summary>Whether what ends at a place is no more than the list marker or label at the start of the segment.</summary>
    public bool IsMarker(int end) => end <= _afterMarker || end - _start <= LongestLabel && end <= AfterLabel(_start);

    /// <summary>Whether the mark at a place belongs to the marker of the next item.</summary>
    /// <param name="at">A closing parenthesis, a full stop or a bullet.</param>
    /// <param name="start">Where that item starts.</param>
    public bool StartsNextItem(int at, out int start)
    {
        start = at;
        if (_item is not { } item) return false;
        if (!Units.IsBullet(text[at]))
            while (start > 0 && at - start < 4 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        if (start == 0 || start <= item.Start || !Units.IsSpace(text[start - 1])) return false;
        return ReadAt(start) is { } next && item.IsFollowedBy(next);
    }

    Marker? ReadAt(int at)
    {
        if (at >= text.Length) return null;
        if (Units.IsBullet(text[at])) return new(at, AfterNumber(at + 1), '•', text[at], 0);
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == at || end >= text.Length || text[end] is not ('.' or ')')) return null;
        var close = text[end++];
        if (close == '.' && end < text.Length && text[end] == ')') (close, end) = (':', end + 1);
        if (end < text.Length && !Units.IsSpace(text[end])) return null;
        var label = text.AsSpan(at, end - at - (close == ':' ? 2 : 1));
        if (int.TryParse(label, System.Globalization.NumberStyles.None, null, out var number)) return new(at, end, '1', close, number);
        var roman = Roman(label);
        if (label.Length == 1) return new(at, end, char.IsAsciiLetterLower(label[0]) ? 'a' : 'A', close, label[0], roman);
        return roman > 0 ? new(at, end, 'i', close, roman, roman) : null;
    }

    /// <summary>"Step 2." is a marker too, but no other item is looked for.</summary>
    int AfterLabel(int at)
    {
        var word = at;
        while (word < text.Length && word < at + LongestLabel && char.IsAsciiLetter(text[word])) word++;
        if (word == at || word + 1 >= text.Length || text[word] != ' ' || char.IsAsciiLetterLower(text[word + 1]) || !rules.IsLabel(text.AsSpan(at, word - at))) return at;
        return ReadAt(word + 1) is { Close: '.' } number ? number.End : at;
    }

    /// <summary>A bullet and a number may stand together: "• 9. The text".</summary>
    int AfterNumber(int at)
    {
        var next = at;
        while (next < text.Length && text[next] == ' ') next++;
        return next < text.Length && char.IsAsciiDigit(text[next]) && ReadAt(next) is { } number ? number.End : at;
    }

    /// <summary>The value of a small Roman numeral; 0 when it is none.</summary>
    static int Roman(ReadOnlySpan<char> label)
    {
        int value = 0, last = 0;
        for (var i = label.Length - 1; i >= 0; i--)
        {
            var digit = char.ToLowerInvariant(label[i]) switch { 'i' => 1, 'v' => 5, 'x' => 10, _ => 0 };
            if (digit == 0 || char.IsAsciiLetterLower(label[i]) != char.IsAsciiLetterLower(label[0])) return 0;
            value += digit < last ? -digit : digit;
            last = Math.Max(last, digit);
        }

        return value;
    }
}
