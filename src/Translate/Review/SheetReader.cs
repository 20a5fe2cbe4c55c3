using System.Globalization;
using System.Text;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>What kind of value a cell holds.</summary>
enum CellKind
{
    /// <summary>Nothing.</summary>
    Blank,

    /// <summary>Text, or a number, a date or a truth value as text.</summary>
    Text,

    /// <summary>A date or a number as text, which every computer shows in its own way.</summary>
    Guess,

    /// <summary>An error such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula whose result was not saved with it.</summary>
    Formula,
}

/// <summary>A cell as read.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its text; of an error its word.</param>
readonly record struct CellValue(CellKind Kind, string Text);

/// <summary>Reads the rows of one sheet, cell by cell, whoever wrote it.</summary>
/// <param name="strings">Shared strings.</param>
/// <param name="formats">How cells show numbers.</param>
sealed class SheetReader(IReadOnlyList<string> strings, CellFormats formats)
{
    const int MostMerged = 1000;

    readonly StringBuilder _text = new();
    readonly TextCache _known = new();
    readonly char[] _chunk = new char[4096];
    int _cells;

    /// <summary>Whether the text in a column, from 0, is wanted; other cells are passed over as blank, which is most of the work saved.</summary>
    public Func<int, bool> Wants { get; init; } = _ => true;

    /// <summary>Ranges of merged cells, such as <c>D3:D4</c>; known when all rows are read.</summary>
    public List<string> Merged { get; } = [];

    /// <summary>Reads all rows.</summary>
    /// <param name="reader">At the start of the part.</param>
    /// <param name="row">Gets every row's number and its cells by column from 0; the list is used again for the next row. Returns whether to go on.</param>
    public void Read(XmlReader reader, Func<int, IReadOnlyList<CellValue>, bool> row)
    {
        List<CellValue> cells = [];
        var number = 0;
        while (Next(reader))
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "mergeCell" && Merged.Count < MostMerged && reader.GetAttribute("ref") is { } range) Merged.Add(range);
            if (reader.LocalName != "row") continue;
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            if (number > WorkbookLimits.Rows) throw new WorkbookException("WB003", "has more rows than a sheet can have; it was not read");
            cells.Clear();
            if (!reader.IsEmptyElement) ReadCells(reader, cells);
            if (!row(number, cells)) return;
        }
    }

    void ReadCells(XmlReader reader, List<CellValue> cells)
    {
        var depth = reader.Depth;
        var column = -1;
        while (Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c") continue;
            var (name, type, style) = Attributes(reader);
            column = name >= 0 ? name : column + 1;
            if (column >= WorkbookLimits.Columns || ++_cells > WorkbookLimits.Cells)
                throw new WorkbookException("WB003", "has more cells than a sheet can have; it was not read");
            // Columns beyond the 200th are styled emptiness or somebody's own; ours are never there.
            if (column >= 200 || !Wants(column))
            {
                Skip(reader);
                continue;
            }

            var value = ReadCell(reader, type, style, cells);
            while (cells.Count <= column) cells.Add(default);
            cells[column] = value;
        }
    }

    // Column, kind and style of a cell; without a string for each, because a workbook has millions of them.
    (int Column, string? Type, string? Style) Attributes(XmlReader reader)
    {
        var column = -1;
        string? type = null, style = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName is not ("r" or "t" or "s")) continue;
            var length = reader.CanReadValueChunk ? reader.ReadValueChunk(_chunk, 0, _chunk.Length) : -1;
            ReadOnlySpan<char> value = length < 0 ? reader.Value : _chunk.AsSpan(0, length);
            switch (reader.LocalName)
            {
                case "r":
                    column = ColumnOf(value);
                    break;
                case "t":
                    type = _known.Get(value);
                    break;
                default:
                    style = _known.Get(value);
                    break;
            }
        }

        reader.MoveToElement();
        return (column, type, style);
    }

    CellValue ReadCell(XmlReader reader, string? type, string? style, List<CellValue> before)
    {
        if (reader.IsEmptyElement) return default;
        var (depth, formula, filled) = (reader.Depth, false, false);
        _text.Clear();
        while (Next(reader) && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "v" or "t":
                    filled = true;
                    AppendText(reader, _text);
                    break;
                case "f":
                    formula = true;
                    break;
                case "rPh":
                    Skip(reader);
                    break;
            }
        }

        if (!filled || _text.Length == 0 && type != "str") return formula ? new(CellKind.Formula, "") : default;
        return Value(type, style, Text(before));
    }

    // Machine often says what Target says: one string serves both.
    string Text(List<CellValue> before)
    {
        foreach (var cell in before)
            if (cell.Text is { } text && text.Length == _text.Length && _text.Equals(text)) return text;
        return _known.Get(_text);
    }

    CellValue Value(string? type, string? style, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
            ? new(CellKind.Text, strings[index])
            : throw new WorkbookException("WB002", "is damaged: a cell points to a text that is not there; ask for the file again"),
        "inlineStr" or "str" => new(CellKind.Text, CellText.Unescape(text)),
        "b" => new(CellKind.Text, text.Trim() is "1" or "true" ? "TRUE" : "FALSE"),
        "e" => new(CellKind.Error, text),
        "d" => formats.ShowDate(text, style),
        _ => formats.Show(text, style),
    };

    /// <summary>Appends the text of the element at hand and moves to its end.</summary>
    public void AppendText(XmlReader reader, StringBuilder text)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (reader.CanReadValueChunk)
            {
                for (int count; (count = reader.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;) text.Append(_chunk, 0, count);
            }
            else
                text.Append(reader.Value);
            if (text.Length > 4_000_000) throw new WorkbookException("WB003", "has a cell with millions of characters; it was not read");
        }
    }

    /// <summary>Moves on, past the choices of alternate content: we know none of the extensions, so what is meant for us is the fallback.</summary>
    static bool Next(XmlReader reader)
    {
        if (!reader.Read()) return false;
        while (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Choice" && reader.NamespaceURI.Contains("markup-compatibility", StringComparison.Ordinal))
            reader.Skip();
        return !reader.EOF;
    }

    static void Skip(XmlReader reader)
    {
        if (reader.IsEmptyElement) return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth) { }
    }

    /// <summary>The column, from 0, that a reference such as <c>D3</c> names; -1 when it names none.</summary>
    public static int ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var letter in reference)
        {
            if (!char.IsAsciiLetter(letter)) break;
            column = column * 26 + (letter & 0x1F);
            if (column > WorkbookLimits.Columns) return WorkbookLimits.Columns;
        }

        return column - 1;
    }
}
