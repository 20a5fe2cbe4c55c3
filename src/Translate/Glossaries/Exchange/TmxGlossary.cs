using System.Xml;

namespace Translate.Glossaries;

/// <summary>A glossary as TMX 1.4b: one unit for each concept, its preferred terms as variants, everything else as properties.</summary>
static class TmxGlossary
{
    const string Prefix = "x-glossary:";

    public static IReadOnlyList<string> Write(GlossaryTable table, Stream stream)
    {
        var languages = table.Columns.Where(GlossaryColumns.IsLanguage).ToList();
        using var xml = XmlWriter.Create(stream, new() { Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("tmx");
        xml.WriteAttributeString("version", "1.4");
        xml.WriteStartElement("header");
        foreach (var (name, value) in ((string, string)[])[("creationtool", "translate"), ("creationtoolversion", "1"), ("segtype", "phrase"), ("o-tmf", "csv"), ("adminlang", "en"), ("srclang", "*all*"), ("datatype", "plaintext")])
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var row in table.Rows) WriteUnit(xml, table, row, languages);
        xml.WriteEndElement();
        xml.WriteEndElement();
        return [];
    }

    static void WriteUnit(XmlWriter xml, GlossaryTable table, IReadOnlyList<string> row, List<string> languages)
    {
        xml.WriteStartElement("tu");
        if (TableRows.Cell(table, row, "id") is { Length: > 0 } id) xml.WriteAttributeString("tuid", SafeXml.Clean(id));
        for (var i = 0; i < row.Count; i++)
        {
            var column = table.Columns[i];
            if (row[i].Length == 0 || column.Equals("id", StringComparison.OrdinalIgnoreCase) || languages.Contains(column)) continue;
            xml.WriteStartElement("prop");
            xml.WriteAttributeString("type", Prefix + column);
            xml.WriteString(SafeXml.Clean(row[i]));
            xml.WriteEndElement();
        }

        foreach (var language in languages)
        {
            if (TableRows.Cell(table, row, language) is not { Length: > 0 } term) continue;
            xml.WriteStartElement("tuv");
            xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteElementString("seg", SafeXml.Clean(term));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static GlossaryTable? Read(Stream stream, string file, List<Problem> problems)
    {
        TableRows rows = new();
        try
        {
            using var xml = SafeXml.Open(stream);
            Dictionary<string, string>? row = null;
            var language = "";
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    xml.Read();
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "tu":
                        row = rows.Add();
                        rows.Append(row, "id", xml.GetAttribute("tuid") ?? "");
                        xml.Read();
                        break;
                    case "tuv":
                        language = xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace") ?? xml.GetAttribute("lang") ?? "";
                        xml.Read();
                        break;
                    case "prop" when row is not null && xml.GetAttribute("type") is { } type && type.StartsWith(Prefix, StringComparison.Ordinal):
                        rows.Append(row, type[Prefix.Length..], xml.ReadElementContentAsString());
                        break;
                    case "seg" when row is not null && GlossaryColumns.IsLanguage(language):
                        var term = TextOf(xml).Trim();
                        rows.Append(row, row.ContainsKey(language) ? language + ".variants" : language, term.Replace("|", "\\|", StringComparison.Ordinal));
                        break;
                    default:
                        xml.Read();
                        break;
                }
            }
        }
        catch (XmlException fault)
        {
            problems.Add(SafeXml.Explain(fault, file));
            return null;
        }

        if (rows.Count > 0) return Unescape(rows.ToTable(file));
        problems.Add(new("GL030", file, 0, "no <tu> in it; this is no TMX file with terms"));
        return null;
    }

    /// <summary>A preferred term is one term: a bar in it is itself.</summary>
    static GlossaryTable Unescape(GlossaryTable table) => table with
    {
        Rows = [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select((cell, i) => GlossaryColumns.IsLanguage(table.Columns[i]) ? cell.Replace("\\|", "|", StringComparison.Ordinal) : cell)])],
    };

    static string TextOf(XmlReader xml)
    {
        using var inner = xml.ReadSubtree();
        System.Text.StringBuilder text = new();
        while (inner.Read())
            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(inner.Value);
        xml.Read();
        return text.ToString();
    }
}
