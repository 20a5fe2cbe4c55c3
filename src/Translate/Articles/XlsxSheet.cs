using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Translate.Packages;

namespace Translate.Articles;

/// <summary>What a cell of an input workbook holds.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Text">Its text; <c>null</c> when it holds a number, a date, a truth value, an error or nothing.</param>
/// <param name="IsFormula">Whether a formula makes it.</param>
/// <param name="IsBlank">Whether it holds nothing.</param>
readonly record struct XlsxCell(int Row, int Column, XlsxText? Text, bool IsFormula, bool IsBlank);

/// <summary>Reads the cells of a workbook's sheets as streams.</summary>
static class XlsxSheet
{
    /// <summary>The texts that cells share, in order.</summary>
    public static List<XlsxText> SharedTexts(PackageReader package)
    {
        List<XlsxText> texts = [];
        if (package.SharedStrings is not { } part) return texts;
        package.Read(part, reader =>
        {
            reader.MoveToContent();
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si") texts.Add(XlsxText.Of((XElement)XNode.ReadFrom(reader)));
                else reader.Read();
            }
        });
        return texts;
    }

    /// <summary>All cells of a sheet, row by row.</summary>
    public static List<XlsxCell> Cells(PackageReader package, SheetPart sheet, IReadOnlyList<XlsxText> shared)
    {
        List<XlsxCell> cells = [];
        package.Read(sheet.Path, reader =>
        {
            var (row, column) = (0, -1);
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "row")
                    (row, column) = (NextRow(reader.GetAttribute("r"), row), -1);
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "c")
                {
                    column = ColumnOf(reader.GetAttribute("r")) is >= 0 and var given ? given : column + 1;
                    cells.Add(Cell((XElement)XNode.ReadFrom(reader), row, column, shared));
                    if (row > WorkbookLimits.Rows || column >= WorkbookLimits.Columns || cells.Count > WorkbookLimits.Cells)
                        throw new WorkbookException("WB003", "has more cells than a sheet can have");
                }
                else
                    reader.Read();
            }
        });
        return cells;
    }

    /// <summary>A row's number: its own where it goes on from the one before.</summary>
    public static int NextRow(string? given, int before) =>
        int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > before ? row : before + 1;

    /// <summary>A column by the letters of an address: <c>C7</c> or <c>C</c> is 2; -1 when there are none.</summary>
    public static int ColumnOf(string? address)
    {
        var column = 0;
        foreach (var c in address ?? "")
        {
            if (!char.IsAsciiLetter(c)) break;
            column = column * 26 + (char.ToUpperInvariant(c) - 'A' + 1);
            if (column > WorkbookLimits.Columns) return WorkbookLimits.Columns;
        }

        return column - 1;
    }

    /// <summary>Letters of a column.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>A cell as people and <see cref="Block.Part"/> call it: <c>Sheet1!C5</c>.</summary>
    public static string Place(string sheet, int row, int column) => FormattableString.Invariant($"{sheet}!{Letters(column)}{row}");

    static XlsxCell Cell(XElement cell, int row, int column, IReadOnlyList<XlsxText> shared)
    {
        var value = Child(cell, "v")?.Value;
        var text = (string?)cell.Attribute("t") switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? shared[index] : throw new WorkbookException("WB002", "a cell points to a text that is not there"),
            "inlineStr" => Child(cell, "is") is { } inline ? XlsxText.Of(inline) : null,
            "str" when value is not null => new XlsxText([new(CellText.Unescape(value))]),
            _ => null,
        };
        if (text is not null && string.IsNullOrWhiteSpace(text.Text)) (text, value) = (null, null);
        return new(row, column, text, Child(cell, "f") is not null, text is null && value is null);
    }

    static XElement? Child(XElement cell, string name) => cell.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
