using System.Text;
using System.Xml;
using Translate.Packages;

namespace Translate.Review;

/// <summary>The texts that cells of a workbook share.</summary>
static class SharedText
{
    /// <summary>Reads them; phonetic readings are left out.</summary>
    public static List<string> Read(PackageReader package)
    {
        List<string> strings = [];
        if (package.SharedStrings is not { } part) return strings;
        SheetReader texts = new([], CellFormats.None);
        StringBuilder text = new();
        long units = 0;
        package.Read(part, reader =>
        {
            var open = false;
            while (reader.Read())
            {
                if (reader.LocalName == "si" && reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                {
                    if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                    {
                        open = true;
                        text.Clear();
                        continue;
                    }

                    if (!open) text.Clear();
                    open = false;
                    units += text.Length;
                    if (strings.Count >= WorkbookLimits.Strings || units > WorkbookLimits.StringUnits)
                        throw new WorkbookException("WB003", "has more text than a workbook can have; it was not read");
                    strings.Add(CellText.Unescape(text.ToString()));
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "t")
                    texts.AppendText(reader, text);
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "rPh" && !reader.IsEmptyElement)
                {
                    var depth = reader.Depth;
                    while (reader.Read() && reader.Depth > depth) { }
                }
            }
        });
        return strings;
    }
}
