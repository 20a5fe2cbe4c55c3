using System.IO.Compression;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Translate.Packages;

namespace Translate.Glossaries;

/// <summary>A glossary as a workbook for editing: header frozen, lists to choose from, ids locked; read back by column name.</summary>
static class XlsxGlossary
{
    const string Sheet = "Glossary";

    const long MostUnpacked = 200_000_000;

    static readonly XLSheetProtectionElements[] s_allowed =
    [
        XLSheetProtectionElements.SelectEverything, XLSheetProtectionElements.FormatEverything, XLSheetProtectionElements.InsertRows,
        XLSheetProtectionElements.DeleteRows, XLSheetProtectionElements.Sort, XLSheetProtectionElements.AutoFilter,
    ];

    public static void Write(GlossaryTable table, Stream stream)
    {
        using MemoryStream bytes = new();
        lock (ClosedXmlGate.Gate) Save(table, bytes);
        bytes.Position = 0;
        bytes.CopyTo(stream);
    }

    static void Save(GlossaryTable table, MemoryStream bytes)
    {
        using XLWorkbook workbook = new();
        var sheet = workbook.AddWorksheet(Sheet);
        var last = Math.Max(2, table.Rows.Count + 500);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var name = table.Columns[column];
            sheet.Cell(1, column + 1).SetValue(name).Style.Font.SetBold();
            var cells = sheet.Column(column + 1);
            cells.Width = name.Contains("variants", StringComparison.Ordinal) || name is "definition" or "note" ? 40 : name == "id" || GlossaryColumns.IsLanguage(name) ? 28 : 14;
            // Text stays text: 3D, 1/2 and =x are terms here.
            cells.Style.NumberFormat.Format = "@";
            cells.Style.Alignment.WrapText = true;
            cells.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
            cells.Style.Protection.Locked = name.Equals("id", StringComparison.OrdinalIgnoreCase);
            if (Choices(name) is { } choices) sheet.Range(2, column + 1, last, column + 1).SetDataValidation().List($"\"{choices}\"", true);
            for (var row = 0; row < table.Rows.Count; row++)
            {
                if (table.Rows[row][column] is not { Length: > 0 } text) continue;
                var cell = sheet.Cell(row + 2, column + 1);
                cell.DataType = XLDataType.Text;
                cell.SetValue(Printable(text));
            }
        }

        sheet.Row(1).Style.Protection.Locked = true;
        sheet.Row(1).Style.Fill.BackgroundColor = XLColor.FromHtml("#DDE6F0");
        sheet.SheetView.FreezeRows(1);
        sheet.RangeUsed()?.SetAutoFilter();
        var protection = sheet.Protect();
        foreach (var allowed in s_allowed) protection.AllowElement(allowed);
        workbook.SaveAs(bytes);
    }

    static string? Choices(string column) => column.Split('.')[^1] switch
    {
        "status" => "approved,proposed,deprecated",
        "keep" => "yes,no",
        "case" => "insensitive,sensitive,acronym",
        "match" => "auto,exact,inflected",
        _ => null,
    };

    static string Printable(string text) => SafeXml.Clean(text);

    public static GlossaryTable? Read(Stream stream, string file, List<Problem> problems)
    {
        try
        {
            if (IsBomb(stream))
            {
                problems.Add(new("GL031", file, 0, "unpacks to far more than a glossary needs; it was not read. Save it again as .xlsx"));
                return null;
            }

            using var document = SpreadsheetDocument.Open(stream, false, new() { MaxCharactersInPart = MostUnpacked });
            var book = document.WorkbookPart!;
            var sheets = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
            var chosen = sheets.Find(sheet => sheet.Name?.Value == Sheet) ?? sheets.FirstOrDefault();
            if (chosen?.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
            {
                problems.Add(new("GL031", file, 0, "the workbook has no sheet with a glossary; keep the sheet Glossary"));
                return null;
            }

            var shared = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf).ToList() ?? [];
            return Read(part, shared, file, problems);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException or ArgumentException)
        {
            problems.Add(new("GL031", file, 0, "cannot be read as a workbook; save it again as .xlsx"));
            return null;
        }
    }

    /// <summary>Whether a part unpacks to more than it may; everything is unpacked and counted once before it is read.</summary>
    static bool IsBomb(Stream stream)
    {
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > UnpackedStream.MostParts) return true;
            foreach (var entry in archive.Entries)
            {
                using UnpackedStream part = new(entry.Open(), UnpackedStream.Allowed(entry.CompressedLength, WorkbookLimits.Ratio, WorkbookLimits.FreeBytes, MostUnpacked));
                part.CopyTo(Stream.Null);
            }

            return false;
        }
        catch (OversizedPartException)
        {
            return true;
        }
        finally
        {
            stream.Position = 0;
        }
    }

    static GlossaryTable? Read(WorksheetPart part, List<string> shared, string file, List<Problem> problems)
    {
        List<(int Column, string Name)>? columns = null;
        List<IReadOnlyList<string>> rows = [];
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement) continue;
            var row = (Row)reader.LoadCurrentElement()!;
            Dictionary<int, string> cells = [];
            var next = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                var column = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next;
                next = column + 1;
                if (cell.CellFormula is not null) problems.Add(new("GL019", file, (int)(row.RowIndex?.Value ?? 0), $"{cell.CellReference?.Value}: a formula, whose last result was taken; write the text itself"));
                cells[column] = TextOf(cell, shared);
            }

            if (cells.Values.All(string.IsNullOrWhiteSpace)) continue;
            if (columns is null)
            {
                columns = [.. cells.OrderBy(cell => cell.Key).Where(cell => cell.Value.Trim().Length > 0).Select(cell => (cell.Key, cell.Value.Trim()))];
                if (columns.Exists(column => GlossaryColumns.IsLanguage(column.Name))) continue;
                problems.Add(new("GL003", file, 1, "the header names no language; the first row must name columns such as id, zh, en"));
                return null;
            }

            if (rows.Count == GlossaryTable.MostRows)
            {
                problems.Add(new("GL019", file, rows.Count + 2, $"more than {GlossaryTable.MostRows:N0} rows; split the file"));
                break;
            }

            rows.Add([.. columns.Select(column => cells.GetValueOrDefault(column.Column, ""))]);
        }

        if (columns is not null) return new(file, [.. columns.Select(column => column.Name)], rows);
        problems.Add(new("GL003", file, 0, "the sheet is empty; its first row must name the columns"));
        return null;
    }

    static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return string.Concat(cell.InlineString?.Descendants<Text>().Select(text => text.Text) ?? []);
        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString && int.TryParse(value, out var index) && index >= 0 && index < shared.Count ? shared[index] : value;
    }

    /// <summary>The text of a shared string without the readings (phonetic runs) that Excel keeps beside it.</summary>
    static string TextOf(SharedStringItem item) =>
        string.Concat(item.Elements<Text>().Select(text => text.Text).Concat(item.Elements<Run>().Select(run => run.Text?.Text ?? "")));

    static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var unit in reference)
        {
            if (!char.IsAsciiLetter(unit)) break;
            column = column * 26 + (char.ToUpperInvariant(unit) - 'A' + 1);
        }

        return column - 1;
    }
}
