using System.Globalization;
using System.Text;

namespace Translate.Packages;

/// <summary>
/// Text inside a cell. What XML cannot hold is written as <c>_xHHHH_</c> (ECMA-376 part 1, 22.9.2.19, ST_Xstring), and text that
/// looks like such an escape gets its underscore escaped, so that every UTF-16 unit comes back as it was.
/// </summary>
static class CellText
{
    /// <summary>Most UTF-16 units in one cell; Excel calls a file with more damaged.</summary>
    public const int Most = 32767;

    /// <summary>Whether the surrogate at a place belongs to a pair.</summary>
    public static bool IsPaired(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    /// <summary>Whether a unit at a place must be written as <c>_xHHHH_</c>.</summary>
    public static bool NeedsEscape(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        < ' ' or '\uFFFE' or '\uFFFF' => true,
        '_' => IsEscape(text, at),
        >= '\uD800' and <= '\uDFFF' => !IsPaired(text, at),
        _ => false,
    };

    /// <summary>A text that fits into a cell: cut at a character, with a word that says so, where it is too long.</summary>
    public static string Fit(string text)
    {
        if (text.Length <= Most) return text;
        var note = $" […cut: {text.Length.ToString(CultureInfo.InvariantCulture)} characters do not fit into a cell]";
        var end = Most - note.Length;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + note;
    }

    /// <summary>The text behind the escapes.</summary>
    public static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        StringBuilder result = new(text.Length);
        for (at = 0; at < text.Length; at++)
        {
            if (text[at] == '_' && IsEscape(text, at))
            {
                result.Append((char)ushort.Parse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 6;
            }
            else
                result.Append(text[at]);
        }

        return result.ToString();
    }

    static bool IsEscape(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
