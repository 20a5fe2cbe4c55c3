using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Translate.Articles;

/// <summary>A part of a Word document that holds text.</summary>
/// <param name="Path">Its name in the package.</param>
/// <param name="Root">Its content.</param>
/// <param name="IsNotes">Whether it holds footnotes or endnotes.</param>
sealed record DocxPart(string Path, OpenXmlPartRootElement Root, bool IsNotes)
{
    /// <summary>All paragraphs with their names for <see cref="Block.Part"/>, counted from 1; those in text boxes follow the one around the box.</summary>
    /// <remarks>Word stores a text box twice, for new and for old versions: paragraphs of the second copy have the names of the first's.</remarks>
    public IReadOnlyList<DocxNamed> Paragraphs()
    {
        var all = Root.Descendants<Paragraph>().Select((paragraph, i) => new DocxNamed(FormattableString.Invariant($"{Path}#{i + 1}"), paragraph, false)).ToList();
        if (!Root.Descendants<AlternateContent>().Any()) return all;
        var places = all.Index().ToDictionary(place => place.Item.Paragraph, place => place.Index);
        foreach (var box in Root.Descendants<AlternateContent>())
        {
            var first = box.GetFirstChild<AlternateContentChoice>()?.Descendants<Paragraph>().ToList() ?? [];
            var second = box.GetFirstChild<AlternateContentFallback>()?.Descendants<Paragraph>().ToList() ?? [];
            if (!first.Select(paragraph => paragraph.InnerText).SequenceEqual(second.Select(paragraph => paragraph.InnerText), StringComparer.Ordinal)) continue;
            foreach (var (original, copy) in first.Zip(second)) all[places[copy]] = all[places[copy]] with { Name = all[places[original]].Name, IsCopy = true };
        }

        return all;
    }
}

/// <summary>A paragraph with its name.</summary>
/// <param name="Name">Its name; a copy has the name of what it copies.</param>
/// <param name="Paragraph">The paragraph.</param>
/// <param name="IsCopy">Whether the same text was met before.</param>
readonly record struct DocxNamed(string Name, Paragraph Paragraph, bool IsCopy);

/// <summary>Opens Word documents.</summary>
static class DocxPackage
{
    /// <summary>Opens a copy in memory that may be changed; parts are written back only when told to.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="parts">The parts with text, in reading order.</param>
    /// <exception cref="InvalidDataException">It is no Word document, or one that the library cannot load.</exception>
    public static WordprocessingDocument Load(MemoryStream copy, out IReadOnlyList<DocxPart> parts)
    {
        WordprocessingDocument? document = null;
        try
        {
            document = WordprocessingDocument.Open(copy, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                RelationshipErrorHandlerFactory = _ => new KeepingHandler(),
            });
            parts = Parts(document);
            _ = document.MainDocumentPart!.StyleDefinitionsPart?.Styles;
            return document;
        }
        catch (Exception fault) when (OfficePackage.IsFaultOfOpening(fault))
        {
            document?.Dispose();
            throw new InvalidDataException("cannot be opened", fault);
        }
    }

    static List<DocxPart> Parts(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart;
        if (main?.Document?.Body is null) throw new InvalidDataException("no document");
        List<DocxPart> parts = [new(PathOf(main), main.Document, false)];
        parts.AddRange(main.HeaderParts.Where(part => part.Header is not null).Select(part => new DocxPart(PathOf(part), part.Header, false)));
        parts.AddRange(main.FooterParts.Where(part => part.Footer is not null).Select(part => new DocxPart(PathOf(part), part.Footer, false)));
        if (main.FootnotesPart is { Footnotes: { } footnotes } footnotesPart) parts.Add(new(PathOf(footnotesPart), footnotes, true));
        if (main.EndnotesPart is { Endnotes: { } endnotes } endnotesPart) parts.Add(new(PathOf(endnotesPart), endnotes, true));
        return parts;
    }

    static string PathOf(OpenXmlPart part) => part.Uri.OriginalString.TrimStart('/');

    // Links that are no addresses are common in pasted text; they are nobody's reason not to read it.
    sealed class KeepingHandler : RelationshipErrorHandler
    {
        public override string Rewrite(Uri partUri, string? id, string? uri) => Uri.EscapeDataString(uri ?? "");
    }
}
