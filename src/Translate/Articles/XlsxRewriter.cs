using System.Xml;
using System.Xml.Linq;

namespace Translate.Articles;

/// <summary>What becomes of a cell.</summary>
/// <param name="Block">What was read from it.</param>
/// <param name="Text">What stands in it; <c>null</c> to leave it alone.</param>
/// <param name="Beside">What stands in the new column of its row; <c>null</c> for nothing.</param>
sealed record XlsxChange(Block Block, TaggedText? Text, TaggedText? Beside);

/// <summary>A column that a sheet gets.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="HeaderRow">The row with the headers; 0 when there is none.</param>
/// <param name="Source">The column whose translation it holds.</param>
/// <param name="Header">Its header.</param>
readonly record struct XlsxNewColumn(int Index, int HeaderRow, int Source, string Header);

/// <summary>Copies a sheet's XML, node by node, with some cells written anew.</summary>
/// <param name="sheet">The sheet's name.</param>
/// <param name="changes">By the cells' places.</param>
/// <param name="texts">The sheet's texts by row and column.</param>
/// <param name="added">The column that it gets; <c>null</c> for none.</param>
sealed class XlsxRewriter(
    string sheet, IReadOnlyDictionary<string, XlsxChange> changes, IReadOnlyDictionary<(int Row, int Column), XlsxText> texts, XlsxNewColumn? added)
{
    int _row;
    int _column;
    XElement? _pending;

    /// <summary>Writes the sheet.</summary>
    /// <param name="reader">At the start of the sheet as it was.</param>
    /// <param name="output">Receives UTF-8.</param>
    public void Write(XmlReader reader, Stream output)
    {
        using var writer = XmlWriter.Create(output, new() { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = false });
        writer.WriteStartDocument(standalone: true);
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" }) WriteCell((XElement)XNode.ReadFrom(reader), writer);
            // The sheet's size would be wrong with a column more; it may be left out.
            else if (added is not null && reader is { NodeType: XmlNodeType.Element, LocalName: "dimension" }) reader.Skip();
            else
            {
                if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" }) WritePending(writer);
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" }) (_row, _column) = (XlsxSheet.NextRow(reader.GetAttribute("r"), _row), -1);
                WriteNode(reader, writer);
                reader.Read();
            }
        }
    }

    void WriteCell(XElement cell, XmlWriter writer)
    {
        _column = XlsxSheet.ColumnOf((string?)cell.Attribute("r")) is >= 0 and var given ? given : _column + 1;
        if (changes.TryGetValue(XlsxSheet.Place(sheet, _row, _column), out var change))
        {
            var source = texts[(_row, _column)];
            if (change.Beside is { } target) _pending = Cell(cell, added!.Value.Index, source.Write(target, change.Block.Tags, cell.Name.Namespace));
            if (change.Text is { } text) cell = Cell(cell, _column, source.Write(text, change.Block.Tags, cell.Name.Namespace));
        }
        else if (added is { } column && column.HeaderRow == _row && column.Source == _column)
            _pending = Cell(cell, column.Index, new XlsxText([]).Write(TaggedText.Plain(column.Header), [], cell.Name.Namespace));

        cell.WriteTo(writer);
    }

    void WritePending(XmlWriter writer)
    {
        _pending?.WriteTo(writer);
        _pending = null;
    }

    /// <summary>A cell with a text of its own, in the style of another.</summary>
    XElement Cell(XElement like, int column, IEnumerable<XElement> text) => new(
        like.Name, new XAttribute("r", FormattableString.Invariant($"{XlsxSheet.Letters(column)}{_row}")), like.Attribute("s"), new XAttribute("t", "inlineStr"),
        new XElement(like.Name.Namespace + "is", text));

    void WriteNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = reader.IsEmptyElement;
                var isRow = reader.LocalName == "row";
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                while (reader.MoveToNextAttribute())
                    // The span of a row is a hint that a new column would make wrong.
                    if (added is null || !isRow || reader.Name != "spans") writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
                if (isEmpty) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement: writer.WriteFullEndElement(); break;
            case XmlNodeType.Text: writer.WriteString(reader.Value); break;
            case XmlNodeType.CDATA: writer.WriteCData(reader.Value); break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace: writer.WriteWhitespace(reader.Value); break;
            default: break;
        }
    }
}
