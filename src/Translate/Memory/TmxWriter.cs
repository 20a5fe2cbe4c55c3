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
        return Write(xml, entries, sourceLanguage);
    }

    public static int Write(TextWriter text, IEnumerable<MemoryEntry> entries, string sourceLanguage)
    {
        // A text writer names its own encoding; what stands behind standard output may be told another one.
        text.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(text, settings);
        return Write(xml, entries, sourceLanguage);
    }

    static int Write(XmlWriter xml, IEnumerable<MemoryEntry> entries, string sourceLanguage)
    {
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

    // "header": these seven attributes are required.
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
        var (source, target) = InlineCodes.Of(entry.Source, entry.Target);
        WriteVariant(xml, entry.Pair.Source, entry.Source.Text, source);
        WriteVariant(xml, entry.Pair.Target, entry.Target.Text, target);
        xml.WriteEndElement();
    }

    static void WriteProp(XmlWriter xml, string type, string value)
    {
        xml.WriteStartElement("prop");
        xml.WriteAttributeString("type", type);
        xml.WriteString(XmlText.Clean(value));
        xml.WriteEndElement();
    }

    static void WriteVariant(XmlWriter xml, string language, string text, InlineCode[] codes)
    {
        xml.WriteStartElement("tuv");
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.WriteStartElement("seg");
        var at = 0;
        foreach (var code in codes)
        {
            xml.WriteString(XmlText.Clean(text[at..code.Tag.Position]));
            WriteCode(xml, code);
            at = code.Tag.Position;
        }

        // White space must not be indented away: a seg is written in one go.
        xml.WriteString(XmlText.Clean(text[at..]));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // "Content Markup": bpt and ept pair by i and must both stand in the segment; an end without the other is an "it".
    static void WriteCode(XmlWriter xml, InlineCode code)
    {
        var kind = code.Tag.Kind;
        var id = code.Id.ToString(CultureInfo.InvariantCulture);
        xml.WriteStartElement(kind == TagKind.Empty ? "ph" : !code.IsPaired ? "it" : kind == TagKind.Open ? "bpt" : "ept");
        if (code.IsPaired) xml.WriteAttributeString("i", id);
        else if (kind != TagKind.Empty) xml.WriteAttributeString("pos", kind == TagKind.Open ? "begin" : "end");
        // ept has no x; its i names the bpt that has one.
        if (!code.IsEndOfPair) xml.WriteAttributeString("x", id);
        xml.WriteString(XmlText.Clean(code.Tag.Raw));
        xml.WriteEndElement();
    }
}
