using DocumentFormat.OpenXml.Wordprocessing;

namespace Translate.Articles;

/// <summary>Puts translations into a copy of the Word document that an article was read from.</summary>
static class DocxWriter
{
    /// <summary>Writes the document; paragraphs that nothing changed and all other parts stay, and with no change at all every byte.</summary>
    public static byte[] Write(
        Article cleaned, ReadOnlyMemory<byte> originalBytes, IReadOnlyDictionary<int, TaggedText> targetByBlock, PublishOptions options)
    {
        var repaired = cleaned.Repairs.Where(repair => repair.State == RepairState.Applied).Select(repair => repair.Block).ToHashSet();
        var changes = cleaned.Blocks.ToDictionary(block => block.Part, Change, StringComparer.Ordinal);
        var dropped = options.LeftOut == LeftOutParts.Drop
            ? cleaned.LeftOut.Where(part => part.Reason != "contents").Select(part => part.Part).ToHashSet(StringComparer.Ordinal) : [];
        if (dropped.Count == 0 && changes.Values.All(change => change == default)) return originalBytes.ToArray();
        using MemoryStream copy = new();
        copy.Write(originalBytes.Span);
        using (DocxPackage.Load(copy, out var parts))
        {
            foreach (var part in parts)
            {
                var touched = false;
                // From the last to the first: a paragraph around a text box takes the box with it as it is by then.
                foreach (var (name, paragraph, _) in part.Paragraphs().Reverse())
                {
                    if (changes.TryGetValue(name, out var change)) touched |= Apply(change, paragraph);
                    if (dropped.Contains(name)) touched |= Drop(paragraph);
                }

                if (touched) part.Root.Save();
            }
        }

        return copy.ToArray();

        (TaggedText? Text, TaggedText? After) Change(Block block)
        {
            var source = repaired.Contains(block.Number) ? block.Tagged : null;
            if (!targetByBlock.TryGetValue(block.Number, out var target) || target.SameAs(block.Tagged)) return (source, null);
            return options.Bilingual ? (source, target) : (target, null);
        }
    }

    static bool Apply((TaggedText? Text, TaggedText? After) change, Paragraph paragraph)
    {
        if (change == default) return false;
        DocxParagraph known = new(paragraph);
        if (change.After is { } translation) known.Follow(translation);
        if (change.Text is { } text) known.Replace(text);
        return true;
    }

    // A cell must keep a paragraph, and the last one of a section holds its page.
    static bool Drop(Paragraph paragraph)
    {
        if (paragraph.Parent is not Body || paragraph.ParagraphProperties?.SectionProperties is not null) return false;
        paragraph.Remove();
        return true;
    }
}
