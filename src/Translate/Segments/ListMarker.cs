using System.Buffers;
using System.Globalization;

namespace Translate.Segments;

/// <summary>What stands before a list item: <c>1.</c>, <c>2.3.1.</c>, <c>a)</c>, <c>(iv)</c>, <c>二、</c>, <c>③</c>, <c>•</c></summary>
/// <param name="Start">Its first unit.</param>
/// <param name="End">After its last unit.</param>
/// <param name="Form">How the item counts: <c>1</c>, <c>a</c>, <c>A</c>, <c>i</c>, <c>一</c>, <c>①</c>, <c>•</c>; <c>2</c>, <c>3</c> ... for numbers of more parts.</param>
/// <param name="Close">What closes the marker, or opens it when it stands in brackets.</param>
/// <param name="Value">Where in the list the item stands.</param>
/// <param name="Roman">Its value as a Roman numeral, which i, v and x are as well; 0 when it is none.</param>
readonly record struct ListMarker(int Start, int End, char Form, char Close, int Value, int Roman = 0)
{
    /// <summary>Units that begin an item by themselves.</summary>
    public const string Bullets = "•‣⁃▪●■◆◦∙○";

    /// <summary>Numbers that begin an item by themselves.</summary>
    public const string Circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    const int LongestLabel = 4;
    const int LongestNumber = 10;
    const string ChineseDigits = "一二三四五六七八九十";

    static readonly SearchValues<char> s_chineseDigits = SearchValues.Create(ChineseDigits);

    /// <summary>Whether a marker is the next one in the list of this.</summary>
    public bool IsFollowedBy(ListMarker next) => next.Close == Close
        && (next.Form == Form && next.Value == (Form == '•' ? Value : Value + 1) || Roman > 0 && next.Roman == Roman + 1);

    /// <summary>Whether the next marker of the list may end with a unit.</summary>
    public bool MayEndWith(char unit) => unit == Close || Close switch
    {
        ':' => unit == '.',
        '(' => unit == ')',
        '（' => unit == '）',
        '①' => IsWhole(unit),
        _ => false,
    };

    /// <summary>Whether a unit is a marker by itself.</summary>
    public static bool IsWhole(char unit) => unit >= '\u2022' && (Bullets.AsSpan().Contains(unit) || unit is >= '①' and <= '⑳');

    /// <summary>Reads the marker at a place; null when there is none.</summary>
    public static ListMarker? Read(string text, int at)
    {
        if (at >= text.Length) return null;
        if (text[at] is >= '①' and <= '⑳') return new(at, at + 1, '①', '①', text[at]);
        if (IsWhole(text[at])) return new(at, AfterNumber(text, at + 1), '•', text[at], 0);
        var start = text[at] is '(' or '（' ? at + 1 : at;
        var end = EndOfLabel(text, start);
        if (end == start || end >= text.Length || !Closes(text, at, end)) return null;
        if (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return ReadParts(text, at);
        var label = text.AsSpan(start, end - start);
        var close = start > at ? text[at] : text[end];
        end++;
        if (close == '.' && end < text.Length && text[end] == ')') (close, end) = (':', end + 1);
        if (end < text.Length && close is not ('、' or '）' or '（') && !Units.IsSpace(text[end]) && !Units.IsFullWidth(text[end])) return null;
        return Number(at, end, label, close);
    }

    /// <summary>Where the marker starts that may end with a unit.</summary>
    public static int StartOf(string text, int last)
    {
        var start = last;
        if (IsWhole(text[last])) return start;
        while (start > 0 && last - start < LongestLabel && IsLabel(text[start - 1])) start--;
        if (text[last] == '.' && start > 0 && text[start - 1] == '.')
            while (start > 0 && last - start < LongestNumber && (text[start - 1] == '.' || IsLabel(text[start - 1]))) start--;
        return start > 0 && start < last && (text[start - 1], text[last]) is ('(', ')') or ('（', '）') ? start - 1 : start;
    }

    /// <summary>2.3.1. and A.4.: a number of a chapter's part, with a full stop and a space behind it.</summary>
    static ListMarker? ReadParts(string text, int at)
    {
        var (end, value, parts) = (at, 0, 0);
        for (; end < text.Length && end - at < LongestNumber && (char.IsAsciiDigit(text[end]) || text[end] == '.' || end == at); end++)
        {
            if (text[end] == '.') parts++;
            else value = end > at && text[end - 1] != '.' ? value * 10 + text[end] - '0' : text[end] - '0';
        }

        return parts > 1 && text[end - 1] == '.' && text[end - 2] != '.' && end < text.Length && Units.IsSpace(text[end])
            ? new(at, end, (char)('0' + parts), '.', value) : null;
    }

    static bool IsLabel(char unit) =>
        char.IsAsciiLetterOrDigit(unit) || unit is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    static int EndOfLabel(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < LongestLabel && IsLabel(text[end])) end++;
        return end;
    }

    static bool Closes(string text, int start, int end) => text[start] switch
    {
        '(' => text[end] == ')',
        '（' => text[end] == '）',
        _ => text[end] is '.' or ')' or '）' or '、',
    };

    static ListMarker? Number(int start, int end, ReadOnlySpan<char> label, char close)
    {
        if (int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(start, end, '1', close, number);
        if (!label.ContainsAnyExcept(s_chineseDigits)) return new(start, end, '一', close, Chinese(label));
        if (!char.IsAsciiLetter(label[0])) return null;
        var roman = RomanOf(label);
        if (label.Length == 1) return new(start, end, char.IsAsciiLetterLower(label[0]) ? 'a' : 'A', close, label[0], roman);
        return roman > 0 ? new(start, end, 'i', close, roman, roman) : null;
    }

    /// <summary>A bullet and a number may stand together: "• 9. The text".</summary>
    static int AfterNumber(string text, int at)
    {
        var next = at;
        while (next < text.Length && text[next] == ' ') next++;
        return next < text.Length && char.IsAsciiDigit(text[next]) && Read(text, next) is { } number ? number.End : at;
    }

    static int Chinese(ReadOnlySpan<char> label)
    {
        int value = 0, digit = 0;
        foreach (var unit in label)
        {
            if (unit == '十') (value, digit) = (Math.Max(digit, 1) * 10, 0);
            else digit = ChineseDigits.IndexOf(unit, StringComparison.Ordinal) + 1;
        }

        return value + digit;
    }

    static int RomanOf(ReadOnlySpan<char> label)
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
