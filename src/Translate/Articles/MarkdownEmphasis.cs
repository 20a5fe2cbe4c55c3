using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Translate.Articles;

/// <summary>Keeps emphasis of Markdown emphasis when the words in it and around it change.</summary>
/// <remarks>
/// Whether <c>**</c> begins, ends or is nothing depends on the characters on both sides of it (CommonMark 6.2): not in
/// <c>** a**</c>, and not in <c>**“甲”**乙</c>, which is everyday Chinese.
/// </remarks>
static class MarkdownEmphasis
{
    /// <summary>A block's text with its markup: spaces leave spans at their edges, and elements stand where stars would not be read as such.</summary>
    public static string Render(Markup markup, TaggedText text, IReadOnlyList<InlineTag> known)
    {
        text = WithoutOuterBreaks(text);
        if (!known.Any(tag => ElementOf(tag) is not null)) return markup.Render(text, known);
        var tight = Tightened(text, known);
        var rendered = markup.Render(tight, known);
        var wanted = tight.Tags.Where(tag => tag.Kind == TagKind.Open && ElementOf(Own(tag, known)) is not null).Select(tag => tag.Number).Distinct().Count();
        return MarkdownReading.Parse(rendered)?.Descendants<EmphasisInline>().Count() == wanted
            ? rendered : markup.Render(tight, [.. known.Select(AsElement)]);
    }

    /// <summary>A line break at the edge of a block breaks nothing, but with the one that stands behind the block it ends the paragraph.</summary>
    static TaggedText WithoutOuterBreaks(TaggedText text)
    {
        var (first, last) = text.Tags.Count == 0 ? (text.Text.Length, 0) : (text.Tags[0].Position, text.Tags[^1].Position);
        var start = text.Text.Length - text.Text.TrimStart('\r', '\n').Length;
        var end = text.Text.TrimEnd('\r', '\n').Length;
        start = Math.Min(start, Math.Min(first, end));
        end = Math.Max(end, last);
        return start == 0 && end == text.Text.Length ? text
            : new(text.Text[start..end], [.. text.Tags.Select(tag => tag with { Position = tag.Position - start })]);
    }

    // Ends move to the left and beginnings to the right, none past another tag: a picture at the edge of a span stays in it.
    static TaggedText Tightened(TaggedText text, IReadOnlyList<InlineTag> known)
    {
        var tags = text.Tags.ToArray();
        for (var i = 0; i < tags.Length; i++)
        {
            var least = i == 0 ? 0 : tags[i - 1].Position;
            if (tags[i].Kind == TagKind.Close && IsEmphasis(tags[i]))
                while (tags[i].Position > least && char.IsWhiteSpace(text.Text[tags[i].Position - 1])) tags[i] = tags[i] with { Position = tags[i].Position - 1 };
        }

        for (var i = tags.Length - 1; i >= 0; i--)
        {
            var most = i == tags.Length - 1 ? text.Text.Length : tags[i + 1].Position;
            if (tags[i].Kind == TagKind.Open && IsEmphasis(tags[i]))
                while (tags[i].Position < most && char.IsWhiteSpace(text.Text[tags[i].Position])) tags[i] = tags[i] with { Position = tags[i].Position + 1 };
        }

        return text with { Tags = tags };

        bool IsEmphasis(InlineTag tag) => ElementOf(Own(tag, known)) is not null;
    }

    static InlineTag Own(InlineTag tag, IReadOnlyList<InlineTag> known) =>
        known.FirstOrDefault(own => (own.Number, own.Kind) == (tag.Number, tag.Kind)) ?? tag;

    static InlineTag AsElement(InlineTag tag) => ElementOf(tag) is not { } name ? tag : tag with { Raw = tag.Kind == TagKind.Open ? $"<{name}>" : $"</{name}>" };

    static string? ElementOf(InlineTag tag) => tag.Kind == TagKind.Empty ? null : tag.Raw switch
    {
        "*" or "_" => "em",
        "**" or "__" => "strong",
        "~~" => "del",
        _ => null,
    };
}
