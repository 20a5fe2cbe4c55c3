using System.Xml;

namespace Translate.Glossaries;

/// <summary>A glossary as TBX-Basic of ISO 30042:2019: concept entries, language sections, term sections, in DCA style.</summary>
/// <remarks>
/// By the dialect's own schemas, version 1.2.1: <c>TBXcoreStructV03_TBX-Basic_integrated.rng</c> and <c>TBX-Basic_DCA.sch</c> of
/// https://ltac-global.github.io/TBX-Basic_dialect/. Terms carry <c>administrativeStatus</c> (preferred, admitted, deprecated for what is
/// forbidden) and <c>partOfSpeech</c>; definitions, sources and notes stand at concept level. What the dialect has no category for is
/// reported.
/// </remarks>
static class TbxWriter
{
    public const string Core = "urn:iso:std:iso:30042:ed-2";
    public const string Preferred = "preferredTerm-admn-sts", Admitted = "admittedTerm-admn-sts", Deprecated = "deprecatedTerm-admn-sts";

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
        var pos = PartOfSpeech(Cell("pos"));
        foreach (var language in languages)
        {
            var (forbidden, variants) = (GlossaryColumns.Split(Cell(language + ".forbidden")), GlossaryColumns.Split(Cell(language + ".variants")));
            if (Cell(language).Length == 0 && variants.Count == 0 && forbidden.Count == 0) continue;
            xml.WriteStartElement("langSec", Core);
            xml.WriteAttributeString("xml", "lang", null, language);
            var isFirst = languages.Find(each => Cell(each).Length > 0) == language;
            if (Cell(language) is { Length: > 0 } term) WriteTerm(xml, term, Preferred, pos, isFirst ? Cell("example") : "");
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

    /// <summary>The dialect's pick list knows no names: they are nouns.</summary>
    static string PartOfSpeech(string pos) =>
        pos switch { "noun" or "proper" => "noun", "verb" => "verb", "adj" => "adjective", "adv" => "adverb", "" => "", _ => "other" };

    /// <summary>An id is an XML name, and unique; what no name may hold is written as _xHHHH_ (36kr begins with a digit).</summary>
    static string XmlId(string id, HashSet<string> ids)
    {
        var name = XmlConvert.EncodeLocalName(id.Length == 0 ? "c" : id)!;
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
        var names = table.Rows.Count(row => TableRows.Cell(table, row, "pos") == "proper");
        if (names > 0) losses.Add($"TBX-Basic has no part of speech for names: {names} are 'noun' in the file");
        var phrases = table.Rows.Count(row => TableRows.Cell(table, row, "pos") is { Length: > 0 } pos && PartOfSpeech(pos) == "other");
        if (phrases > 0) losses.Add($"TBX-Basic knows fewer parts of speech: {phrases} are 'other' in the file");
        if (!table.Rows.Any(row => languages.Exists(language => TableRows.Cell(table, row, language).Length > 0)))
            losses.Add("TBX-Basic wants at least one concept: the file is not valid without");
        return losses;
    }
}
