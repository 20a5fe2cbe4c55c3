using System.Globalization;
using System.Xml;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Writes XLIFF 1.2. Section numbers are those of the OASIS standard of 1 February 2008.</summary>
static class Xliff12Writer
{
    public const string Namespace = "urn:oasis:names:tc:xliff:document:1.2";

    public static void Write(XmlWriter xml, IEnumerable<TranslatedArticle> articles)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("xliff", Namespace);
        xml.WriteAttributeString("version", "1.2");
        var files = 0;
        foreach (var article in articles)
        {
            WriteFile(xml, article);
            files++;
        }

        if (files == 0) throw new ArgumentException("an XLIFF file holds at least one article", nameof(articles));
        xml.WriteEndDocument();
    }

    // Section 2.2.1: original, source-language, datatype are required; then header, then body.
    static void WriteFile(XmlWriter xml, TranslatedArticle article)
    {
        xml.WriteStartElement("file");
        xml.WriteAttributeString("original", XmlText.Clean(article.Article.Path));
        xml.WriteAttributeString("source-language", article.Pair.Source);
        xml.WriteAttributeString("target-language", article.Pair.Target);
        xml.WriteAttributeString("datatype", article.Article.Format == ArticleFormat.Html ? "html" : "plaintext");
        xml.WriteStartElement("header");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var segment in article.Segments) WriteUnit(xml, segment, article.Pair);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Section 2.2.3: source, then target, then notes; id is required and unique within the file.
    static void WriteUnit(XmlWriter xml, TranslatedSegment segment, LanguagePair pair)
    {
        xml.WriteStartElement("trans-unit");
        xml.WriteAttributeString("id", segment.Segment.Id);
        if (segment.Status == SegmentStatus.Approved) xml.WriteAttributeString("approved", "yes");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteStartElement("source");
        xml.WriteAttributeString("xml", "lang", null, pair.Source);
        WriteText(xml, segment.Segment.Tagged);
        xml.WriteEndElement();
        // What has no target yet gets its source there, "new": OmegaT and others translate what stands in target, and pass over units without.
        xml.WriteStartElement("target");
        xml.WriteAttributeString("xml", "lang", null, pair.Target);
        xml.WriteAttributeString("state", XliffStates.To12(segment.Status));
        WriteText(xml, segment is { Status: SegmentStatus.Todo, Target.IsEmpty: true } ? segment.Segment.Tagged : segment.Target);
        xml.WriteEndElement();

        foreach (var finding in segment.Findings)
        {
            xml.WriteStartElement("note");
            xml.WriteAttributeString("from", "Translate");
            xml.WriteAttributeString("annotates", "target");
            xml.WriteString(XmlText.Clean($"{finding.Code}: {finding.Message}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static void WriteText(XmlWriter xml, TaggedText text)
    {
        var at = 0;
        foreach (var tag in text.Tags)
        {
            xml.WriteString(XmlText.Clean(text.Text[at..tag.Position]));
            WriteTag(xml, tag, text.Tags);
            at = tag.Position;
        }

        xml.WriteString(XmlText.Clean(text.Text[at..]));
    }

    // Section 2.3.2: bpt and ept pair by id; an end without the other is an "it" with its pos.
    static void WriteTag(XmlWriter xml, InlineTag tag, IReadOnlyList<InlineTag> all)
    {
        var paired = tag.Kind != TagKind.Empty && all.Any(other => other.Number == tag.Number && other.Kind != tag.Kind && other.Kind != TagKind.Empty);
        xml.WriteStartElement(tag.Kind == TagKind.Empty ? "ph" : !paired ? "it" : tag.Kind == TagKind.Open ? "bpt" : "ept");
        xml.WriteAttributeString("id", tag.Number.ToString(CultureInfo.InvariantCulture));
        if (tag.Kind != TagKind.Empty && !paired) xml.WriteAttributeString("pos", tag.Kind == TagKind.Open ? "open" : "close");
        xml.WriteString(XmlText.Clean(tag.Raw));
        xml.WriteEndElement();
    }
}
