using System.Xml;
using Translate.Packages;

namespace Translate.Articles;

/// <summary>Reads one column of a workbook: each cell with text is a block.</summary>
static class XlsxReading
{
    const int MostShown = 80;

    /// <summary>The column's cells, and what else the workbook holds.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(
        ReadOnlyMemory<byte> bytes, string name, ReadingOptions options, out Problem? problem)
    {
        problem = OfficePackage.Inspect(bytes, name);
        if (problem is not null) return ([], []);
        try
        {
            return Read(Open(bytes), name, options, out problem);
        }
        catch (WorkbookException fault)
        {
            problem = fault.Code == "WB003" ? OfficePackage.TooMuch(name) : OfficePackage.Damaged(name);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            problem = OfficePackage.Damaged(name);
        }

        return ([], []);
    }

    /// <summary>Whether a file is a workbook of somebody's rather than a review workbook of ours or a lock; a damaged one counts, so that it is said.</summary>
    public static bool IsArticle(string path)
    {
        if (Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal)) return false;
        try
        {
            return !IsReview(new(path));
        }
        catch (Exception fault) when (fault is WorkbookException or XmlException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Opens a workbook in memory.</summary>
    public static PackageReader Open(ReadOnlyMemory<byte> bytes)
    {
        var copy = bytes.ToArray();
        return new(() => new MemoryStream(copy, writable: false));
    }

    static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(PackageReader package, string name, ReadingOptions options, out Problem? problem)
    {
        List<Block> blocks = [];
        List<LeftOut> leftOut = [];
        List<string> headers = [];
        var found = false;
        var shared = XlsxSheet.SharedTexts(package);
        problem = IsReview(package)
            ? new("AR018", name, 0, "is a review workbook of ours, not an article; give it to translate review") : null;
        if (problem is not null) return ([], []);
        foreach (var sheet in package.Sheets)
        {
            var cells = XlsxSheet.Cells(package, sheet, shared);
            var column = sheet.IsHidden ? null : XlsxColumn.Find(cells, options.Column);
            if (!sheet.IsHidden) headers.AddRange(cells.Where(cell => cell.Row == cells[0].Row && cell.Text is not null).Select(cell => Short(cell.Text!.Text)));
            if (column is null)
            {
                if (cells.FirstOrDefault(cell => cell.Text is not null) is { Text: { } text } first)
                    leftOut.Add(new(sheet.IsHidden ? "hidden sheet" : "other sheet", default, Short(text.Text), XlsxSheet.Place(sheet.Name, first.Row, first.Column)));
                continue;
            }

            found = true;
            foreach (var cell in cells.Where(cell => cell.Column == column.Value.Index && cell.Text is not null)) Add(sheet.Name, cell, column.Value);
            AddOthers(sheet.Name, cells, column.Value);
        }

        if (!found && options.Column is not null)
            problem = new("AR015", name, 0, $"has no column '{options.Column}' with text; name one by its letter or its header ({string.Join(", ", headers.Distinct().Take(8))})");
        return (blocks, leftOut);

        void Add(string sheet, XlsxCell cell, XlsxColumn column)
        {
            var block = cell.Text!.ToBlock(XlsxSheet.Place(sheet, cell.Row, cell.Column));
            var isHeader = cell.Row == column.HeaderRow && (column.IsNamed || !options.KeepAll);
            if (isHeader || column.IsNamed && cell.Row < column.HeaderRow) leftOut.Add(Ledger.ToLeftOut(block, "header"));
            // Its value is not its own: a translation would take the place of the formula.
            else if (cell.IsFormula) leftOut.Add(Ledger.ToLeftOut(block, "formula"));
            else blocks.Add(block);
        }

        // One line for each column that is not translated, so that a wrong choice shows.
        void AddOthers(string sheet, List<XlsxCell> cells, XlsxColumn column)
        {
            foreach (var other in cells.Where(cell => cell.Column != column.Index && cell.Text is not null).GroupBy(cell => cell.Column).OrderBy(group => group.Key))
                leftOut.Add(new(FormattableString.Invariant($"other column ({other.Count()})"), default,
                    Short(string.Join(" | ", other.Take(3).Select(cell => Short(cell.Text!.Text)))), XlsxSheet.Place(sheet, other.First().Row, other.Key)));
        }
    }

    static bool IsReview(PackageReader package) => package.Sheets.Any(sheet => sheet is { Name: "_meta", IsHidden: true });

    static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostShown ? line : line[..(char.IsHighSurrogate(line[MostShown - 1]) ? MostShown - 1 : MostShown)] + "…";
    }
}
