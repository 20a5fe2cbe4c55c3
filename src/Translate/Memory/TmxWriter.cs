using System.Globalization;
using System.Text;
using System.Xml;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Writes TMX 1.4b.</summary>
static class TmxWriter
{
    public static int Write(Stream stream, IEnumerable<MemoryEntry> entries, string sourceLanguage)
    {
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartDocument();
        xml.WriteDocType("tmx", null, "tmx14.dtd", null);
        xml.WriteStartElement("tmx");
        xml.WriteAttributeString("version", "1.4");
        WriteHeader(xml, sourceLanguage);
        xml.WriteStartElement("body");
        var written = 0;
        foreach (var entry in entries)
        {
            WriteUnit(xml, entry, sourceLanguage);
            written++;
        }

        xml.WriteEndDocument();
        return written;
    }

    // Section 3.1: these seven attributes are required.
    static void WriteHeader(XmlWriter xml, string sourceLanguage)
    {
        xml.WriteStartElement("header");
        xml.WriteAttributeString("creationtool", "Translate");
        xml.WriteAttributeString("creationtoolversion", typeof(TmxWriter).Assembly.GetName().Version!.ToString(2));
        xml.WriteAttributeString("segtype", "sentence");
        xml.WriteAttributeString("o-tmf", "Translate");
        xml.WriteAttributeString("adminlang", "en");
        xml.WriteAttributeString("srclang", sourceLanguage);
        xml.WriteAttributeString("datatype", "plaintext");
        xml.WriteEndElement();
    }

    static void WriteUnit(XmlWriter xml, MemoryEntry entry, string sourceLanguage)
    {
        xml.WriteStartElement("tu");
        if (entry.Changed is { } changed)
            xml.WriteAttributeString("changedate", changed.UtcDateTime.ToString(Tmx.DateFormat, CultureInfo.InvariantCulture));
        if (entry.Person.Length > 0) xml.WriteAttributeString("changeid", XmlText.Clean(entry.Person));
        if (!entry.Pair.Source.Equals(sourceLanguage, StringComparison.OrdinalIgnoreCase)) xml.WriteAttributeString("srclang", entry.Pair.Source);

        // Props come before the variants.
        if (entry.State != MemoryState.Imported) WriteProp(xml, Tmx.StateProp, entry.State == MemoryState.Approved ? "approved" : "edited");
        if (entry.Before is not null) WriteProp(xml, Tmx.BeforeProp, entry.Before);
        if (entry.After is not null) WriteProp(xml, Tmx.AfterProp, entry.After);
        WriteVariant(xml, entry.Pair.Source, entry.Source);
        WriteVariant(xml, entry.Pair.Target, entry.Target);
        xml.WriteEndElement();
    }

    static void WriteProp(XmlWriter xml, string type, string value)
    {
        xml.WriteStartElement("prop");
        xml.WriteAttributeString("type", type);
        xml.WriteString(XmlText.Clean(value));
        xml.WriteEndElement();
    }

    static void WriteVariant(XmlWriter xml, string language, TaggedText text)
    {
        xml.WriteStartElement("tuv");
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteStartElement("seg");
        var at = 0;
        foreach (var tag in text.Tags)
        {
            xml.WriteString(XmlText.Clean(text.Text[at..tag.Position]));
            WriteTag(xml, tag, text.Tags);
            at = tag.Position;
        }

        // White space must not be indented away: a seg is written in one go.
        xml.WriteString(XmlText.Clean(text.Text[at..]));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Section 4: bpt and ept pair by i and must both stand in the segment; an end without the other is an "it".
    static void WriteTag(XmlWriter xml, InlineTag tag, IReadOnlyList<InlineTag> all)
    {
        var paired = tag.Kind != TagKind.Empty && all.Any(other => other.Number == tag.Number && other.Kind == Other(tag.Kind));
        var number = tag.Number.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(tag.Kind == TagKind.Empty ? "ph" : !paired ? "it" : tag.Kind == TagKind.Open ? "bpt" : "ept");
        if (paired) xml.WriteAttributeString("i", number);
        else if (tag.Kind != TagKind.Empty) xml.WriteAttributeString("pos", tag.Kind == TagKind.Open ? "begin" : "end");
        // Section 3.2: ept has no x; its i names the bpt that has one.
        if (!(paired && tag.Kind == TagKind.Close)) xml.WriteAttributeString("x", number);
        xml.WriteString(XmlText.Clean(tag.Raw));
        xml.WriteEndElement();
    }

    static TagKind Other(TagKind kind) => kind == TagKind.Open ? TagKind.Close : TagKind.Open;
}
