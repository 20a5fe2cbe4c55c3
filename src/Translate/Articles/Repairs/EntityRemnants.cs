using System.Buffers;
using System.Net;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>HTML entities that were left undecoded: &amp;nbsp;, &amp;#8220;.</summary>
static class EntityRemnants
{
    static readonly SearchValues<char> s_code = SearchValues.Create("$<>{}=");

    /// <summary>Finds entities; where a text may be speaking of them, or shows code, they are proposed.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) yield break;
        var code = text.AsSpan().ContainsAny(s_code);
        var escaped = !Han.Contains(text) && Han.Contains(WebUtility.HtmlDecode(text));
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = at + 1 < text.Length ? text.IndexOf('&', at + 1) : -1)
        {
            var range = TextRange.At(at, EntityLength(text.AsSpan(at), out var decoded));
            if (range.IsEmpty) continue;
            if (decoded == "\u00A0")
            {
                while (text.AsSpan(range.End).StartsWith("&nbsp;")) range = range with { End = range.End + 6 };
                var edge = string.IsNullOrWhiteSpace(text[..range.Start]) || string.IsNullOrWhiteSpace(text[range.End..]);
                var betweenHan = !edge && Han.Is(text[range.Start - 1]) && Han.Is(text[range.End]);
                decoded = edge || betweenHan || char.IsWhiteSpace(text[range.Start - 1]) ? "" : " ";
            }

            var leftOver = escaped || (Han.Contains(text) ? IsLeftOver(text, range, decoded) : IsGlued(text, range) && !code);
            yield return new(range, decoded, leftOver ? RepairState.Applied : RepairState.Proposed);
            at = range.End - 1;
        }
    }

    /// <summary>Length of the entity at the start of a text, with its semicolon; 0 when there is none.</summary>
    public static int EntityLength(ReadOnlySpan<char> text, out string decoded)
    {
        decoded = "";
        var end = text[..Math.Min(text.Length, 12)].IndexOf(';');
        if (end < 3) return 0;
        var entity = text[..(end + 1)].ToString();
        decoded = WebUtility.HtmlDecode(entity);
        return decoded == entity || decoded.Contains('\uFFFD', StringComparison.Ordinal) ? 0 : entity.Length;
    }

    /// <summary>In Chinese text: what touches Chinese, or stands inside a word or a number. The rest may be code, or spoken of.</summary>
    static bool IsLeftOver(string text, TextRange range, string decoded)
    {
        var (left, right) = (Neighbour(text, range.Start - 1, -1), Neighbour(text, range.End, 1));
        return decoded switch
        {
            "<" => Han.Is(right),
            ">" => Han.Is(left),
            "&" when IsGlued(text, range) => !text.Contains("&lt;", StringComparison.Ordinal) && !text.Contains("&gt;", StringComparison.Ordinal),
            ['\'' or > '\u00BF'] when IsGlued(text, range) => true,
            _ => decoded.Any(unit => unit > '\u00FF') || IsChinese(left) || IsChinese(right) || char.IsAsciiDigit(left) && char.IsAsciiDigit(right),
        };
    }

    /// <summary>The next character in a direction, entities passed over; a Chinese full stop at an edge, where remnants stand alone.</summary>
    static char Neighbour(string text, int at, int step)
    {
        while (at >= 0 && at < text.Length)
        {
            if (step > 0 && EntityLength(text.AsSpan(at), out _) is var length and > 0) at += length;
            else if (step < 0 && text[at] == ';' && text.LastIndexOf('&', at) is var start and >= 0 && EntityLength(text.AsSpan(start), out _) == at + 1 - start) at = start - 1;
            else return text[at];
        }

        return '。';
    }

    static bool IsChinese(char unit) => Han.Is(unit) || unit is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or '“' or '”' or '…' or '—';

    /// <summary>Letters on both sides (AT&amp;amp;T, don&amp;#39;t) make it part of a word, not the subject of a sentence.</summary>
    static bool IsGlued(string text, TextRange range) =>
        range.Start > 0 && range.End < text.Length && char.IsLetter(text[range.Start - 1]) && char.IsLetter(text[range.End]);
}
