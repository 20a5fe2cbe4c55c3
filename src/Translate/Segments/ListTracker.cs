namespace Translate.Segments;

/// <summary>Finds the items of a list that was written on one line: <c>1. First 2. Second</c>, <c>a) ... b) ...</c>, <c>• ... • ...</c></summary>
/// <remarks>Only the successor of the marker that began an earlier segment counts, in the same form, so that other numbers stay where they are.</remarks>
sealed class ListTracker(string text)
{
    /// <summary>Units that begin an item by themselves.</summary>
    public const string Bullets = "•‣⁃▪●■◆◦∙○";

    readonly record struct Marker(int Start, int End, char Form, char Close, int Value);

    Marker? _item;
    Marker? _first;

    /// <summary>Where the text of the segment starts after its list marker; the segment's start when it has none.</summary>
    public int AfterMarker { get; private set; }

    /// <summary>Remembers the marker at the start of a segment.</summary>
    public void StartSegment(int at)
    {
        _first = ReadAt(at);
        AfterMarker = _first?.End ?? at;
        _item = _first ?? _item;
    }

    /// <summary>Whether the mark at a place belongs to the marker of the next item.</summary>
    /// <param name="at">A closing parenthesis, a full stop or a bullet.</param>
    /// <param name="start">Where that item starts.</param>
    public bool StartsNextItem(int at, out int start)
    {
        start = at;
        if (_item is not { } item) return false;
        if (!Bullets.Contains(text[at], StringComparison.Ordinal))
            while (start > 0 && at - start < 4 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        if (start == 0 || start <= item.Start || !SentenceScanner.IsSpace(text[start - 1])) return false;
        return ReadAt(start) is { } next && next.Form == item.Form && next.Close == item.Close
            && (next.Form == '•' ? next.Value == item.Value : next.Value == item.Value + 1);
    }

    Marker? ReadAt(int at)
    {
        if (at >= text.Length) return null;
        if (Bullets.Contains(text[at], StringComparison.Ordinal)) return new(at, AfterNumber(at + 1), '•', text[at], 0);
        var end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == at || end >= text.Length || text[end] is not ('.' or ')')) return null;
        var close = text[end++];
        if (close == '.' && end < text.Length && text[end] == ')') (close, end) = (':', end + 1);
        if (end < text.Length && !SentenceScanner.IsSpace(text[end])) return null;
        var label = text.AsSpan(at, end - at - (close == ':' ? 2 : 1));
        if (int.TryParse(label, System.Globalization.NumberStyles.None, null, out var number)) return new(at, end, '1', close, number);
        if (label.Length == 1) return new(at, end, char.IsAsciiLetterLower(label[0]) ? 'a' : 'A', close, label[0]);
        return Roman(label) is var roman and > 0 ? new(at, end, 'i', close, roman) : null;
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
