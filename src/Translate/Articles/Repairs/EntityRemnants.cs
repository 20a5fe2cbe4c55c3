using System.Buffers;
using System.Net;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>HTML entities that were left undecoded: &amp;nbsp;, &amp;#8220;.</summary>
static class EntityRemnants
{
    static readonly SearchValues<char> s_code = SearchValues.Create("$<>{}=");

    /// <summary>Finds entities; where a text without Chinese may be speaking of them, they are proposed.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal)) yield break;
        var code = text.AsSpan().ContainsAny(s_code);
        var chinese = Han.Contains(text) || Han.Contains(WebUtility.HtmlDecode(text));
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

            yield return new(range, decoded, (chinese ? decoded.Any(unit => unit > '\u00FF') || !IsInLatin(text, range) : IsGlued(text, range) && !code) ? RepairState.Applied : RepairState.Proposed);
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

    /// <summary>Latin words with blanks on both sides, or a tag: in Chinese text, an entity that is spoken of.</summary>
    static bool IsInLatin(string text, TextRange range) =>
        range.Start > 1 && range.End + 1 < text.Length
        && ((text[range.Start - 1] == ' ' && char.IsAsciiLetter(text[range.Start - 2]) && text[range.End] == ' ' && char.IsAsciiLetter(text[range.End + 1]))
            || (text[range.Start - 1] == '>' && text[range.End] == '<'));

    /// <summary>Letters on both sides (AT&amp;amp;T, don&amp;#39;t) make it part of a word, not the subject of a sentence.</summary>
    static bool IsGlued(string text, TextRange range) =>
        range.Start > 0 && range.End < text.Length && char.IsLetter(text[range.Start - 1]) && char.IsLetter(text[range.End]);
}
