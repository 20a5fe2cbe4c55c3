using DocumentFormat.OpenXml.Packaging;

namespace Translate.Articles;

/// <summary>Reads Word documents: body, text boxes, headers and footers, notes.</summary>
static class DocxReading
{
    /// <summary>Paragraphs with text, and those that are not translated.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(ReadOnlyMemory<byte> bytes, string name, out Problem? problem)
    {
        problem = OfficePackage.Inspect(bytes, name);
        if (problem is not null) return ([], []);
        using MemoryStream copy = new();
        copy.Write(bytes.Span);
        try
        {
            using var document = DocxPackage.Load(copy, out var parts);
            return Read(document, parts);
        }
        catch (Exception fault) when (OfficePackage.IsFault(fault))
        {
            problem = OfficePackage.Damaged(name);
            return ([], []);
        }
    }

    static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(WordprocessingDocument document, IReadOnlyList<DocxPart> parts)
    {
        DocxStyles styles = new(document.MainDocumentPart!);
        List<Block> blocks = [];
        List<LeftOut> leftOut = [];
        foreach (var part in parts)
        {
            foreach (var (name, paragraph, isCopy) in part.Paragraphs())
            {
                if (isCopy) continue;
                DocxParagraph read = new(paragraph);
                if (read.Text.Length == 0) continue;
                var (kind, level) = styles.KindOf(paragraph, part.IsNotes);
                Block block = new(0, kind, level, read.Text, read.Tags, read.Map, name);
                if (styles.IsContents(paragraph)) leftOut.Add(Ledger.ToLeftOut(block, "contents"));
                else blocks.Add(block);
            }
        }

        return (blocks, leftOut);
    }
}
