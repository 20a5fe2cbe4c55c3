using System.Globalization;
using AngleSharp.Html;

namespace Translate.Articles;

/// <summary>Character references of HTML.</summary>
static class HtmlEntities
{
    const int LongestName = 32;

    /// <summary>Length of the reference at the start of a text; 0 when there is none.</summary>
    /// <param name="text">Begins with <c>&amp;</c>.</param>
    /// <param name="character">What it stands for.</param>
    public static int Read(ReadOnlySpan<char> text, out string character)
    {
        character = "";
        if (text.Length < 3 || text[0] != '&') return 0;
        return text[1] == '#' ? ReadNumber(text, out character) : ReadName(text, out character);
    }

    static int ReadNumber(ReadOnlySpan<char> text, out string character)
    {
        character = "";
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 8 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return 0;
        var code = int.Parse(text[start..end], isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        character = HtmlEntityProvider.GetSymbolFromTable(code)
            ?? (HtmlEntityProvider.IsInvalidNumber(code) || code == 0 ? "\uFFFD" : char.ConvertFromUtf32(code));
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    static int ReadName(ReadOnlySpan<char> text, out string character)
    {
        character = "";
        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == 1) return 0;
        if (end < text.Length && text[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) is { } named)
        {
            character = named;
            return end + 1;
        }

        // The old names need no semicolon; &notit; begins with one of them.
        for (; end > 2; end--)
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..end].ToString()) is { } old)
            {
                character = old;
                return end;
            }

        return 0;
    }
}
