using System.Xml;

namespace Translate.Glossaries;

/// <summary>A glossary as TBX-Basic of ISO 30042:2019: concept entries, language sections, term sections; read in both styles.</summary>
/// <remarks>
/// DCA style is written: data categories as <c>type</c> attributes, core namespace <c>urn:iso:std:iso:30042:ed-2</c>. Terms carry
/// <c>administrativeStatus</c> (preferred, admitted, deprecated for what is forbidden) and <c>partOfSpeech</c>; definitions stand
/// at concept level, notes too. What the dialect has no category for is reported.
/// </remarks>
static class TbxGlossary
{
    const string Core = "urn:iso:std:iso:30042:ed-2";
    const string Preferred = "preferredTerm-admn-sts", Admitted = "admittedTerm-admn-sts", Deprecated = "deprecatedTerm-admn-sts", Superseded = "supersededTerm-admn-sts";

    public static IReadOnlyList<string> Write(GlossaryTable table, Stream stream)
    {
        var languages = table.Columns.Where(GlossaryColumns.IsLanguage).ToList();
        using var xml = XmlWriter.Create(stream, new() { Indent = true, NewLineChars = "\n", CloseOutput = false });
        xml.WriteStartDocument();
        xml.WriteStartElement("tbx", Core);
        xml.WriteAttributeString("type", "TBX-Basic");
        xml.WriteAttributeString("style", "dca");
        xml.WriteAttributeString("xml", "lang", null, "en");
        xml.WriteStartElement("tbxHeader", Core);
        xml.WriteStartElement("fileDesc", Core);
        xml.WriteStartElement("sourceDesc", Core);
        xml.WriteElementString("p", Core, "Glossary exported by translate from " + Path.GetFileName(table.File));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("text", Core);
        xml.WriteStartElement("body", Core);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (var row in table.Rows) WriteConcept(xml, table, row, languages, ids);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        return Losses(table, languages);
    }

    static void WriteConcept(XmlWriter xml, GlossaryTable table, IReadOnlyList<string> row, List<string> languages, HashSet<string> ids)
    {
        string Cell(string column) => SafeXml.Clean(TableRows.Cell(table, row, column));
        // A concept entry without a language section is not valid.
        if (!languages.Exists(language => Cell(language).Length > 0)) return;
        xml.WriteStartElement("conceptEntry", Core);
        xml.WriteAttributeString("id", XmlId(Cell("id"), ids));
        if (Cell("definition") is { Length: > 0 } definition) WriteTyped(xml, "descrip", "definition", definition);
        if (Cell("source") is { Length: > 0 } source) WriteTyped(xml, "admin", "source", source);
        if (Cell("note") is { Length: > 0 } note) xml.WriteElementString("note", Core, note);
        var pos = Cell("pos") switch { "noun" => "noun", "verb" => "verb", "adj" => "adjective", "adv" => "adverb", "proper" => "properNoun", "" => "", _ => "other" };
        foreach (var language in languages)
        {
            var (forbidden, variants) = (GlossaryColumns.Split(Cell(language + ".forbidden")), GlossaryColumns.Split(Cell(language + ".variants")));
            if (Cell(language).Length == 0 && variants.Count == 0 && forbidden.Count == 0) continue;
            xml.WriteStartElement("langSec", Core);
            xml.WriteAttributeString("xml", "lang", null, language);
            if (Cell(language) is { Length: > 0 } term) WriteTerm(xml, term, Preferred, pos, Cell("example"));
            foreach (var variant in variants) WriteTerm(xml, variant, Admitted, pos, "");
            foreach (var calque in forbidden) WriteTerm(xml, calque, Deprecated, pos, "");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteTerm(XmlWriter xml, string term, string status, string pos, string example)
    {
        xml.WriteStartElement("termSec", Core);
        xml.WriteElementString("term", Core, term);
        if (pos.Length > 0) WriteTyped(xml, "termNote", "partOfSpeech", pos);
        WriteTyped(xml, "termNote", "administrativeStatus", status);
        if (example.Length > 0) WriteTyped(xml, "descrip", "context", example);
        xml.WriteEndElement();
    }

    static void WriteTyped(XmlWriter xml, string element, string type, string text)
    {
        xml.WriteStartElement(element, Core);
        xml.WriteAttributeString("type", type);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    /// <summary>An id is an XML name, and unique: 36kr becomes c-36kr.</summary>
    static string XmlId(string id, HashSet<string> ids)
    {
        var name = XmlConvert.EncodeLocalName(id.Length == 0 ? "c" : char.IsAsciiDigit(id[0]) || id[0] == '-' ? "c-" + id : id);
        var unique = name;
        for (var number = 2; !ids.Add(unique); number++) unique = $"{name}-{number}";
        return unique;
    }

    static List<string> Losses(GlossaryTable table, List<string> languages)
    {
        HashSet<string> said = new(["id", "definition", "source", "note", "pos", "example", .. languages, .. languages.Select(language => language + ".variants"), .. languages.Select(language => language + ".forbidden")], StringComparer.OrdinalIgnoreCase);
        List<string> losses = [];
        for (var i = 0; i < table.Columns.Count; i++)
            if (!said.Contains(table.Columns[i]) && table.Rows.Count(row => row[i].Length > 0) is var filled and > 0)
                losses.Add($"TBX-Basic has no category for {table.Columns[i]}: {filled} cells are not in the file");
        var phrases = table.Rows.Count(row => TableRows.Cell(table, row, "pos") is not ("" or "noun" or "verb" or "adj" or "adv" or "proper"));
        if (phrases > 0) losses.Add($"TBX-Basic knows fewer parts of speech: {phrases} are 'other' in the file");
        return losses;
    }

    public static GlossaryTable? Read(Stream stream, string file, List<Problem> problems)
    {
        TableRows rows = new();
        TbxState state = new(rows);
        try
        {
            using var xml = SafeXml.Open(stream);
            var root = true;
            while (!xml.EOF)
            {
                if (xml.NodeType == XmlNodeType.Element && root)
                {
                    root = false;
                    if (xml.LocalName is not ("tbx" or "martif"))
                    {
                        problems.Add(new("GL030", file, 1, $"the root element is <{xml.LocalName}>, not <tbx>; this is no TBX file"));
                        return null;
                    }
                }

                if (xml.NodeType == XmlNodeType.Element) state.Open(xml);
                else
                {
                    if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "termSec" or "tig" or "ntig") state.CloseTerm();
                    xml.Read();
                }
            }
        }
        catch (XmlException fault)
        {
            problems.Add(SafeXml.Explain(fault, file));
            return null;
        }

        if (rows.Count > 0) return rows.ToTable(file);
        problems.Add(new("GL030", file, 0, "no concept entry in it; export the terms again"));
        return null;
    }

    /// <summary>The terms of the concept that is being read.</summary>
    sealed class TbxState(TableRows rows)
    {
        Dictionary<string, string>? _row;
        string _language = "", _term = "", _status = "", _example = "";

        /// <summary>Takes an element in; leaves the reader behind what it has read.</summary>
        public void Open(XmlReader xml)
        {
            // DCT style names the category by the element, DCA by its type; the older TBX of 2008 had other element names.
            var category = xml.GetAttribute("type") ?? xml.LocalName;
            switch (xml.LocalName)
            {
                case "conceptEntry" or "termEntry":
                    _row = rows.Add();
                    var id = XmlConvert.DecodeName(xml.GetAttribute("id") ?? "") ?? "";
                    rows.Append(_row, "id", id.StartsWith("c-", StringComparison.Ordinal) && id.Length > 2 && char.IsAsciiDigit(id[2]) ? id[2..] : id);
                    break;
                case "langSec" or "langSet":
                    _language = xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace") ?? "";
                    break;
                case "term":
                    _term = Text(xml);
                    return;
                default:
                    if (Take(category, xml)) return;
                    break;
            }

            xml.Read();
        }

        bool Take(string category, XmlReader xml)
        {
            switch (category)
            {
                case "administrativeStatus":
                    _status = Text(xml);
                    return true;
                case "partOfSpeech" when _row is not null:
                    if (Text(xml) is var pos && !_row.ContainsKey("pos"))
                        rows.Append(_row, "pos", pos switch { "adjective" => "adj", "adverb" => "adv", "properNoun" => "proper", "other" => "", _ => pos });
                    return true;
                case "definition" or "note" or "source" when _row is not null:
                    if (Text(xml) is { } text && !_row.ContainsKey(category)) rows.Append(_row, category, text);
                    return true;
                case "context":
                    _example = Text(xml);
                    return true;
                default:
                    return false;
            }
        }

        public void CloseTerm()
        {
            if (_row is not null && _term.Length > 0 && GlossaryColumns.IsLanguage(_language))
            {
                var item = _term.Replace("|", "\\|", StringComparison.Ordinal);
                if (_status is Deprecated or Superseded) rows.Append(_row, _language + ".forbidden", item);
                else if (_status == Admitted || _row.ContainsKey(_language)) rows.Append(_row, _language + ".variants", item);
                else rows.Append(_row, _language, _term);
                if (_example.Length > 0 && !_row.ContainsKey("example")) rows.Append(_row, "example", _example);
            }

            (_term, _status, _example) = ("", "", "");
        }

        static string Text(XmlReader xml)
        {
            using var inner = xml.ReadSubtree();
            System.Text.StringBuilder text = new();
            while (inner.Read())
                if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(inner.Value);
            xml.Read();
            return text.ToString().Trim();
        }
    }
}
