using System.Globalization;
using System.Text;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Chinese text that is still escaped: \u4e2d\u6587, %E4%B8%AD.</summary>
static class Escapes
{
    static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Finds runs of escapes that hold Chinese; all else is left, because programs are written like that.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        var escaped = MostlyEscaped(text);
        for (var at = text.AsSpan().IndexOfAny('\\', '%'); at >= 0;)
        {
            var end = at;
            var decoded = text[at] == '\\' ? Unicode(text, ref end) : Percent(text, ref end);
            // A single escape is more likely spoken of than left over; an address keeps its percent signs.
            if (decoded is not null && (Han.Count(decoded) >= 2 || escaped && text[at] == '\\' && decoded.All(unit => unit > '\u2E7F')) && (text[at] == '\\' || !InAddress(text, at))) yield return new(new(at, end), decoded);
            end = Math.Max(end, at + 1);
            var next = text.AsSpan(end).IndexOfAny('\\', '%');
            at = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>Whether a text has no Chinese but what is escaped, and more than is spoken of: then single escapes are left over as well.</summary>
    static bool MostlyEscaped(string text) => !Han.Contains(text) && text.AsSpan().Count("\\u") > 8;

    static string? Unicode(string text, ref int end)
    {
        StringBuilder decoded = new();
        var at = end;
        while (at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
               && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            decoded.Append((char)unit);
            end = at += 6;
            // Plain text stands between escapes: 4\u5e74.
            var next = at;
            while (next < text.Length && next - at < 40 && text[next] is >= ' ' and <= '~' and not '\\') next++;
            if (next + 1 >= text.Length || text[next] != '\\' || text[next + 1] != 'u') continue;
            decoded.Append(text, at, next - at);
            at = next;
        }

        return end > 0 && decoded.Length > 0 ? decoded.ToString() : null;
    }

    static string? Percent(string text, ref int end)
    {
        List<byte> bytes = [];
        // In forms a plus stands for a blank; where blanks are written otherwise, it is a plus.
        var plus = !text.Contains(' ', StringComparison.Ordinal) && !text.Contains("%20", StringComparison.Ordinal);
        while (end + 3 <= text.Length && text[end] == '%' && byte.TryParse(text.AsSpan(end + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            bytes.Add(value);
            end += 3;
            var next = end;
            while (next < text.Length && next - end < 60 && text[next] is >= ' ' and <= '~' and not '%') next++;
            if (next + 2 >= text.Length || text[next] != '%' || !char.IsAsciiHexDigit(text[next + 1]) || !char.IsAsciiHexDigit(text[next + 2])) continue;
            bytes.AddRange(Encoding.ASCII.GetBytes(plus ? text[end..next].Replace('+', ' ') : text[end..next]));
            end = next;
        }

        try
        {
            return bytes.Count > 0 ? s_utf8.GetString([.. bytes]) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static bool InAddress(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is > ' ' and <= '~') start--;
        return text.AsSpan(start, at - start).IndexOfAny("/:=?&") >= 0;
    }
}
