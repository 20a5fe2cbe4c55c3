using System.Globalization;
using System.Net;
using System.Text;
using Translate.Articles;

namespace Translate.Engines;

/// <summary>A stretch of a text that is written to an engine in its own way.</summary>
/// <param name="Range">Where it stands in the text.</param>
/// <param name="Markup">What is sent instead, as markup.</param>
readonly record struct Marked(TextRange Range, string Markup);

/// <summary>A text with its tags as HTML that engines translate around, and back.</summary>
/// <remarks>
/// A pair of tags is an element with an id (<c>&lt;b id="1"&gt;</c>). Empty tags, and tags whose partner stands in another
/// segment or crosses another pair, are void elements (<c>&lt;img id="e2"/&gt;</c>), because HTML must be well formed.
/// </remarks>
static class HtmlNotation
{
    /// <summary>Writes a text.</summary>
    /// <param name="text">The text with its tags.</param>
    /// <param name="marked">Stretches with their own markup, in order, not overlapping.</param>
    public static string Write(TaggedText text, IReadOnlyList<Marked> marked)
    {
        StringBuilder html = new(text.Text.Length + text.Tags.Count * 12);
        var paired = Paired(text.Tags);
        var (at, next) = (0, 0);

        for (var i = 0; i <= text.Tags.Count; i++)
        {
            var stop = i < text.Tags.Count ? text.Tags[i].Position : text.Text.Length;
            for (; next < marked.Count && marked[next].Range.Start < stop; next++)
            {
                AppendText(html, text.Text.AsSpan(at, marked[next].Range.Start - at));
                html.Append(marked[next].Markup);
                at = marked[next].Range.End;
            }

            // A tag inside a marked stretch follows it.
            if (stop > at)
            {
                AppendText(html, text.Text.AsSpan(at, stop - at));
                at = stop;
            }

            if (i < text.Tags.Count) AppendTag(html, text.Tags[i], paired.Contains(text.Tags[i].Number));
        }

        return html.ToString();
    }

    /// <summary>Escapes text for HTML; only what must be, because every character is charged.</summary>
    public static string Escape(string text)
    {
        StringBuilder html = new(text.Length + 8);
        AppendText(html, text);
        return html.ToString();
    }

    /// <summary>Escapes text for a quoted attribute.</summary>
    public static string EscapeAttribute(string text) => Escape(text).Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Reads a translated text; white space at its edges is dropped, unknown elements leave their text.</summary>
    /// <param name="html">What came back.</param>
    /// <param name="known">The source's tags, whose markup the read tags take over.</param>
    public static TaggedText Read(string html, IReadOnlyList<InlineTag> known)
    {
        StringBuilder text = new(html.Length);
        List<InlineTag> tags = [];
        Stack<int> open = [];
        for (var at = 0; at < html.Length;)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            AppendCollapsed(text, WebUtility.HtmlDecode(html[at..tag]));
            if (tag == html.Length) break;

            var end = html.IndexOf('>', tag);
            if (end < 0 || !IsMarkup(html, tag))
            {
                // No element can start here, so the engine gave back a bare sign.
                text.Append('<');
                at = tag + 1;
                continue;
            }

            ReadTag(html.AsSpan(tag + 1, end - tag - 1), text.Length, known, tags, open);
            at = end + 1;
        }

        return Trimmed(text.ToString(), tags);
    }

    // Engines put blanks inside elements they protect; in HTML a run of blanks is one.
    static void AppendCollapsed(StringBuilder text, string piece)
    {
        foreach (var unit in piece)
            if (unit != ' ' || text.Length == 0 || text[^1] != ' ')
                text.Append(unit);
    }

    static TaggedText Trimmed(string text, List<InlineTag> tags)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == text.Length) return new(text, tags);
        var start = text.Length - text.TrimStart().Length;
        return new(trimmed, [.. tags.Select(tag => tag with { Position = Math.Clamp(tag.Position - start, 0, trimmed.Length) })]);
    }

    static bool IsMarkup(string html, int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] == '/' && at + 2 < html.Length && char.IsAsciiLetter(html[at + 2]));

    static void ReadTag(ReadOnlySpan<char> markup, int position, IReadOnlyList<InlineTag> known, List<InlineTag> tags, Stack<int> open)
    {
        if (markup[0] == '/')
        {
            if (markup[1..].Trim().Equals("b", StringComparison.OrdinalIgnoreCase) && open.TryPop(out var number) && number > 0)
                tags.Add(Tag(number, TagKind.Close, position, known));
            return;
        }

        var id = Id(markup);
        if (Name(markup).Equals("b", StringComparison.OrdinalIgnoreCase))
        {
            // An element of the engine's own still needs its end told apart.
            var number = int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
            open.Push(number);
            if (number > 0) tags.Add(Tag(number, TagKind.Open, position, known));
        }
        else if (id.Length > 1 && int.TryParse(id[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            tags.Add(Tag(number, id[0] switch { 'o' => TagKind.Open, 'c' => TagKind.Close, _ => TagKind.Empty }, position, known));
    }

    static ReadOnlySpan<char> Name(ReadOnlySpan<char> markup)
    {
        var end = markup.IndexOfAny(" \t\r\n/");
        return end < 0 ? markup : markup[..end];
    }

    static ReadOnlySpan<char> Id(ReadOnlySpan<char> markup)
    {
        var start = markup.IndexOf(" id=", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return [];
        var value = markup[(start + 4)..].Trim().TrimStart("\"' ");
        var end = value.IndexOfAny("\"' /");
        return end < 0 ? value : value[..end];
    }

    static InlineTag Tag(int number, TagKind kind, int position, IReadOnlyList<InlineTag> known) =>
        new(number, kind, position, known.FirstOrDefault(tag => tag.Number == number && tag.Kind == kind)?.Raw ?? "");

    static void AppendTag(StringBuilder html, InlineTag tag, bool paired) => html.Append(CultureInfo.InvariantCulture, $"{(tag.Kind, paired) switch
    {
        (TagKind.Open, true) => $"<b id=\"{tag.Number}\">",
        (TagKind.Close, true) => "</b>",
        (TagKind.Open, false) => $"<img id=\"o{tag.Number}\"/>",
        (TagKind.Close, false) => $"<img id=\"c{tag.Number}\"/>",
        _ => $"<img id=\"e{tag.Number}\"/>",
    }}");

    /// <summary>Numbers of the pairs that nest; the tags of other pairs are written one by one.</summary>
    static HashSet<int> Paired(IReadOnlyList<InlineTag> tags)
    {
        HashSet<int> paired = [];
        List<int> open = [];
        foreach (var tag in tags)
            if (tag.Kind == TagKind.Open)
                open.Add(tag.Number);
            else if (tag.Kind == TagKind.Close && open.LastIndexOf(tag.Number) is var at and >= 0)
            {
                // What opened later and is still open crosses this pair and stays unpaired.
                open.RemoveRange(at, open.Count - at);
                paired.Add(tag.Number);
            }

        return paired;
    }

    static void AppendText(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            _ = unit switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                _ => html.Append(unit),
            };
    }
}
