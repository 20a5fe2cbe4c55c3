using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Translate.Articles;

/// <summary>Tells from styles and place what a Word paragraph is.</summary>
sealed class DocxStyles
{
    const int MostAncestors = 20; // Styles of broken files descend from each other in a circle.

    readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public DocxStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
            if (style.StyleId?.Value is { } id) _styles.TryAdd(id, style);
    }

    /// <summary>Whether it belongs to a table of contents or an index of figures, which Word makes from the headings.</summary>
    public bool IsContents(Paragraph paragraph) =>
        Names(paragraph).Any(name => name.StartsWith("toc ", StringComparison.Ordinal) || name == "table of figures");

    public (BlockKind Kind, int Level) KindOf(Paragraph paragraph, bool isNote)
    {
        if (isNote) return (BlockKind.Note, 0);
        if (paragraph.Ancestors<TableCell>().Any()) return (BlockKind.TableCell, 0);
        foreach (var name in Names(paragraph))
        {
            if (name == "title") return (BlockKind.Title, 0);
            if (name.StartsWith("heading ", StringComparison.Ordinal) && int.TryParse(name.AsSpan(8), CultureInfo.InvariantCulture, out var level))
                return (BlockKind.Heading, Math.Clamp(level, 1, 6));
            if (name is "quote" or "intense quote") return (BlockKind.Quote, 0);
            if (name == "caption") return (BlockKind.Caption, 0);
        }

        var outline = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
            ?? Chain(paragraph).Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(value => value is not null);
        if (outline is >= 0 and < 9) return (BlockKind.Heading, Math.Min(outline.Value + 1, 6));
        var numbering = paragraph.ParagraphProperties?.NumberingProperties
            ?? Chain(paragraph).Select(style => style.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(value => value is not null);
        return numbering?.NumberingId?.Val?.Value is null or 0
            ? (BlockKind.Paragraph, 0) : (BlockKind.ListItem, Math.Clamp(numbering.NumberingLevelReference?.Val?.Value ?? 0, 0, 8) + 1);
    }

    /// <summary>Names of its style and those that it is based on, in lower case; the id where there is no such style.</summary>
    IEnumerable<string> Names(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        if (id is not null && !_styles.ContainsKey(id)) return [id.StartsWith("Heading", StringComparison.Ordinal) ? "heading " + id[7..] : id.ToLowerInvariant()];
        return Chain(paragraph).Select(style => style.StyleName?.Val?.Value?.ToLowerInvariant() ?? "");
    }

    IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < MostAncestors && id is not null && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
