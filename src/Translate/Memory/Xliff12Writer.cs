using System.Globalization;
using System.Xml;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Writes XLIFF 1.2. Comments name the sections of the OASIS standard of 1 February 2008 by their elements.</summary>
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

    // <file>: original, source-language, datatype are required; then header, then body.
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

    // <trans-unit>: source, then target, then notes; id is required and unique within the file.
    static void WriteUnit(XmlWriter xml, TranslatedSegment segment, LanguagePair pair)
    {
        xml.WriteStartElement("trans-unit");
        xml.WriteAttributeString("id", segment.Segment.Id);
        if (segment.Status == SegmentStatus.Approved) xml.WriteAttributeString("approved", "yes");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        // What has no target yet gets its source there, "new": OmegaT and others translate what stands in target, and pass over units without.
        var target = segment is { Status: SegmentStatus.Todo, Target.IsEmpty: true } ? segment.Segment.Tagged : segment.Target;
        var codes = InlineCodes.Of(segment.Segment.Tagged, target);
        xml.WriteStartElement("source");
        xml.WriteAttributeString("xml", "lang", null, pair.Source);
        WriteText(xml, segment.Segment.Source, codes.Source);
        xml.WriteEndElement();
        xml.WriteStartElement("target");
        xml.WriteAttributeString("xml", "lang", null, pair.Target);
        xml.WriteAttributeString("state", XliffStates.To12(segment.Status));
        WriteText(xml, target.Text, codes.Target);
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

    static void WriteText(XmlWriter xml, string text, InlineCode[] codes)
    {
        var at = 0;
        foreach (var code in codes)
        {
            xml.WriteString(XmlText.Clean(text[at..code.Tag.Position]));
            WriteCode(xml, code);
            at = code.Tag.Position;
        }

        xml.WriteString(XmlText.Clean(text[at..]));
    }

    // <bpt>, <ept>, <it>: the ends of a pair share an id; an end without the other is an "it" with its pos.
    static void WriteCode(XmlWriter xml, InlineCode code)
    {
        var kind = code.Tag.Kind;
        xml.WriteStartElement(kind == TagKind.Empty ? "ph" : !code.IsPaired ? "it" : kind == TagKind.Open ? "bpt" : "ept");
        xml.WriteAttributeString("id", code.Id.ToString(CultureInfo.InvariantCulture));
        if (kind != TagKind.Empty && !code.IsPaired) xml.WriteAttributeString("pos", kind == TagKind.Open ? "open" : "close");
        xml.WriteString(XmlText.Clean(code.Tag.Raw));
        xml.WriteEndElement();
    }
}
