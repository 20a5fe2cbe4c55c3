using System.IO.Compression;
using System.Xml.Linq;
using Translate.Scripts;

namespace Translate.Articles;

/// <summary>Puts translations into a copy of the workbook that an article was read from.</summary>
static class XlsxWriter
{
    /// <summary>
    /// Writes the workbook: translated cells in place, or in a new column behind the last one when both languages are published. All
    /// other cells and parts stay; with no change at all every byte does.
    /// </summary>
    public static byte[] Write(
        Article cleaned, ReadOnlyMemory<byte> originalBytes, IReadOnlyDictionary<int, TaggedText> targetByBlock, PublishOptions options)
    {
        var repaired = cleaned.Repairs.Where(repair => repair.State == RepairState.Applied).Select(repair => repair.Block).ToHashSet();
        Dictionary<string, XlsxChange> changes = new(StringComparer.Ordinal);
        foreach (var block in cleaned.Blocks)
        {
            var source = repaired.Contains(block.Number) ? block.Tagged : null;
            var target = targetByBlock.TryGetValue(block.Number, out var given) && !given.SameAs(block.Tagged) ? given : null;
            if (source is not null || target is not null)
                changes[block.Part] = options.Bilingual ? new(block, source, target) : new(block, target ?? source, null);
        }

        if (changes.Count == 0) return originalBytes.ToArray();
        var package = XlsxReading.Open(originalBytes);
        var shared = XlsxSheet.SharedTexts(package);
        var language = LanguageDetector.Detect(string.Join('\n', targetByBlock.Values.Take(200).Select(target => target.Text)));
        using MemoryStream copy = new();
        copy.Write(originalBytes.Span);
        using (ZipArchive archive = new(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var sheet in package.Sheets)
            {
                var cells = XlsxSheet.Cells(package, sheet, shared);
                var touched = cells.Where(cell => changes.ContainsKey(XlsxSheet.Place(sheet.Name, cell.Row, cell.Column))).ToList();
                if (touched.Count == 0) continue;
                var texts = cells.Where(cell => cell.Text is not null).DistinctBy(cell => (cell.Row, cell.Column)).ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Text!);
                XlsxRewriter rewriter = new(sheet.Name, changes, texts, options.Bilingual ? Beside(cells, cleaned.Reading, touched[0].Column, language) : null);
                using MemoryStream rewritten = new();
                package.Read(sheet.Path, reader => rewriter.Write(reader, rewritten));
                Replace(archive, sheet.Path, rewritten);
            }

            AskForCalculation(archive);
        }

        return copy.ToArray();
    }

    /// <summary>The new column, behind all others so that no formula points elsewhere.</summary>
    static XlsxNewColumn Beside(List<XlsxCell> cells, ReadingOptions reading, int column, string language)
    {
        var row = XlsxColumn.Find(cells, reading.Column) is { } found ? found.HeaderRow : 0;
        var header = cells.FirstOrDefault(cell => cell.Row == row && cell.Column == column).Text?.Text.Trim();
        return new(cells.Max(cell => cell.Column) + 1, row, column, $"{header} ({language})");
    }

    /// <summary>Saved results of formulas may be those of the source; Excel and LibreOffice work them out anew when told to.</summary>
    static void AskForCalculation(ZipArchive archive)
    {
        if (archive.GetEntry("xl/workbook.xml") is not { } entry) return;
        XDocument workbook;
        using (var stream = entry.Open()) workbook = XDocument.Load(stream);
        if (workbook.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "calcPr") is not { } calculation) return;
        calculation.SetAttributeValue("fullCalcOnLoad", "1");
        using MemoryStream content = new();
        workbook.Save(content, SaveOptions.DisableFormatting);
        Replace(archive, entry.FullName, content);
    }

    static void Replace(ZipArchive archive, string path, MemoryStream content)
    {
        var entry = archive.Entries.First(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(path, StringComparison.OrdinalIgnoreCase));
        using var stream = entry.Open();
        stream.SetLength(0);
        content.WriteTo(stream);
    }
}
