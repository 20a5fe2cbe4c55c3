using System.Collections.Frozen;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>HTML tags that a scraper left in the text.</summary>
/// <remarks>
/// Text about HTML names the same tags, so a tag is taken out only where it does a tag's work: at the edge of a paragraph, or
/// against Chinese text. Elsewhere it is proposed.
/// </remarks>
static class MarkupRemnants
{
    static readonly FrozenSet<string> s_elements = FrozenSet.ToFrozenSet(
        ("a abbr article aside b big blockquote body br center cite code dd del div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr html i img "
         + "ins li main mark nobr ol p section small span strike strong sub sup table tbody td tfoot th thead tr tt u ul wbr").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_names =
        s_elements.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds tags of known elements and comments.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        List<TextRange> tags = [];
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at))
        {
            var length = TagLength(text.AsSpan(at));
            if (length > 0) tags.Add(TextRange.At(at, length));
            at += Math.Max(1, length);
            if (at >= text.Length) break;
        }

        if (tags.Count == 0) yield break;
        var prose = IsProse(text, tags);
        foreach (var tag in tags)
            yield return new(tag, "", prose && DoesItsWork(text, tag) ? RepairState.Applied : RepairState.Proposed);
    }

    /// <summary>Length of the tag at the start of a text; 0 when there is none.</summary>
    public static int TagLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("<!--"))
            return text.IndexOf("-->") is var end and >= 0 ? end + 3 : 0;
        var at = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var name = at;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
        if (at == text.Length || at == name || !s_names.ContainsKey(text[name..at])) return 0;
        if (text[at] == '>') return at + 1;
        if (text[at] is not (' ' or '/' or '\t' or '\n')) return 0;
        var close = text[at..].IndexOfAny('<', '>');
        if (close < 0 || text[at + close] == '<') return 0;
        var inside = text[at..(at + close)];
        return name == 1 && !inside.Trim(" /\t\n").IsEmpty && !inside.Contains('=') ? 0 : at + close + 1;
    }

    /// <summary>Whether what remains without the tags is running text rather than an example of markup.</summary>
    static bool IsProse(string text, List<TextRange> tags)
    {
        // A whole page in a paragraph is an example of one.
        if (text.Contains("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<head", StringComparison.OrdinalIgnoreCase) || text.Contains("</html", StringComparison.OrdinalIgnoreCase)) return false;
        var rest = text.Length - tags.Sum(tag => tag.Length);
        if (Han.Contains(text)) return true;
        return rest >= 30 && text.AsSpan().Count(' ') >= 6 && tags.Count > 0;
    }

    /// <summary>In Chinese text: a row of tags in brackets or quotes, or one that touches no Chinese and has no partner with text between.</summary>
    static bool IsSpokenOf(string text, TextRange tag)
    {
        var (start, end) = (tag.Start, tag.End);
        while (start > 0 && text[start - 1] == '>' && text.LastIndexOf('<', start - 1) is var open and >= 0 && TagLength(text.AsSpan(open)) == start - open) start = open;
        while (end < text.Length && text[end] == '<' && TagLength(text.AsSpan(end)) is var length and > 0) end += length;
        var left = text.AsSpan(0, start).IsWhiteSpace() ? '\0' : text[start - 1];
        var right = text.AsSpan(end).IsWhiteSpace() ? '\0' : text[end];
        if ("(（`'\"".Contains(left, StringComparison.Ordinal) || ")）`'\"".Contains(right, StringComparison.Ordinal)) return true;
        return left < '\u0080' && right < '\u0080' && left != '\0' && right != '\0' && !HasPartner(text, tag);
    }

    static bool HasPartner(string text, TextRange tag)
    {
        var closing = text[tag.Start + 1] == '/';
        var name = new string([.. text.AsSpan(tag.Start + (closing ? 2 : 1), tag.Length - 2).ToString().TakeWhile(char.IsAsciiLetterOrDigit)]);
        var partner = closing ? text[..tag.Start].LastIndexOf("<" + name, StringComparison.OrdinalIgnoreCase) : text.IndexOf("</" + name, tag.End, StringComparison.OrdinalIgnoreCase);
        if (partner < 0) return false;
        var from = closing ? text.IndexOf('>', partner) + 1 : tag.End;
        if (closing && (from == 0 || from > tag.Start)) return false;
        var inside = text[from..(closing ? tag.Start : partner)];
        return inside.Any(char.IsLetterOrDigit) && !inside.StartsWith('&');
    }

    static bool DoesItsWork(string text, TextRange tag)
    {
        // Behind other tags and blanks, so that a row of them counts as one.
        var start = tag.Start;
        while (start > 0 && (text[start - 1] is '>' or ' ' or '\u3000' or '\u00A0')) start = text[start - 1] == '>' ? Math.Max(0, text.LastIndexOf('<', start - 1)) : start - 1;
        var end = tag.End;
        while (end < text.Length && (text[end] is ' ' or '\u3000' or '\u00A0' or '<'))
        {
            var length = text[end] == '<' ? TagLength(text.AsSpan(end)) : 1;
            if (length == 0) break;
            end += length;
        }

        if (Han.Contains(text)) return !IsSpokenOf(text, tag);
        return (start == 0 && tag.Start == 0 && end < text.Length && char.IsAsciiLetterUpper(text[end]) && text.EndsWith('>'))
               || (end == text.Length && start > 0 && text[start - 1] is '.' or '!' or '?' && (text[0] == '<' || char.IsLetter(text[0])));
    }
}
