using System.Globalization;
using System.Xml;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Writes XLIFF 2.1. Section numbers are those of the OASIS standard of 13 February 2018.</summary>
static class Xliff21Writer
{
    public const string Namespace = "urn:oasis:names:tc:xliff:document:2.0"; // 2.1 kept the namespace of 2.0.

    public static void Write(XmlWriter xml, IEnumerable<TranslatedArticle> articles)
    {
        LanguagePair? pair = null;
        var files = 0;
        foreach (var article in articles)
        {
            if (pair is null) Start(xml, pair = article.Pair);
            else if (pair != article.Pair) throw new ArgumentException($"an XLIFF 2.1 file has one pair of languages, not both {pair} and {article.Pair}", nameof(articles));
            WriteFile(xml, article, ++files);
        }

        if (files == 0) throw new ArgumentException("an XLIFF file holds at least one article", nameof(articles));
        xml.WriteEndDocument();
    }

    // Section 4.2.2.1: version and srcLang are required, trgLang wherever there are targets.
    static void Start(XmlWriter xml, LanguagePair pair)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("xliff", Namespace);
        xml.WriteAttributeString("version", "2.1");
        xml.WriteAttributeString("srcLang", pair.Source);
        xml.WriteAttributeString("trgLang", pair.Target);
    }

    static void WriteFile(XmlWriter xml, TranslatedArticle article, int number)
    {
        xml.WriteStartElement("file");
        xml.WriteAttributeString("id", string.Create(CultureInfo.InvariantCulture, $"f{number}"));
        xml.WriteAttributeString("original", XmlText.Clean(article.Article.Path));
        foreach (var segment in article.Segments) WriteUnit(xml, segment);
        xml.WriteEndElement();
    }

    // Section 4.2.2.5: notes, then originalData, then the segment. A unit a segment, because ids of codes are unique in a unit.
    static void WriteUnit(XmlWriter xml, TranslatedSegment segment)
    {
        xml.WriteStartElement("unit");
        xml.WriteAttributeString("id", segment.Segment.Id);
        WriteNotes(xml, segment.Findings);
        var data = WriteData(xml, segment.Segment.Tags.Concat(segment.Target.Tags));
        xml.WriteStartElement("segment");
        xml.WriteAttributeString("state", XliffStates.To21(segment.Status));
        xml.WriteAttributeString("subState", XliffStates.SubState(segment.Status));
        WriteText(xml, "source", segment.Segment.Tagged, data);
        if (segment.Target.Text.Length > 0) WriteText(xml, "target", segment.Target, data);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void WriteNotes(XmlWriter xml, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) return;
        xml.WriteStartElement("notes");
        foreach (var finding in findings)
        {
            xml.WriteStartElement("note");
            xml.WriteAttributeString("appliesTo", "target");
            xml.WriteAttributeString("category", finding.Code);
            xml.WriteString(XmlText.Clean(finding.Message));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>What the codes stood for, each once.</summary>
    static Dictionary<string, string> WriteData(XmlWriter xml, IEnumerable<InlineTag> tags)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (var raw in tags.Select(tag => XmlText.Clean(tag.Raw)).Where(raw => raw.Length > 0))
        {
            if (ids.ContainsKey(raw)) continue;
            if (ids.Count == 0) xml.WriteStartElement("originalData");
            ids[raw] = string.Create(CultureInfo.InvariantCulture, $"d{ids.Count + 1}");
            xml.WriteStartElement("data");
            xml.WriteAttributeString("id", ids[raw]);
            xml.WriteString(raw);
            xml.WriteEndElement();
        }

        if (ids.Count > 0) xml.WriteEndElement();
        return ids;
    }

    static void WriteText(XmlWriter xml, string element, TaggedText text, Dictionary<string, string> data)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        var spans = Spans(text.Tags);
        var at = 0;
        for (var i = 0; i < text.Tags.Count; i++)
        {
            var tag = text.Tags[i];
            xml.WriteString(XmlText.Clean(text.Text[at..tag.Position]));
            at = tag.Position;
            if (spans.TryGetValue(i, out var other)) WriteSpan(xml, tag, text.Tags[other], i < other, data);
            else WriteSingle(xml, tag, text.Tags, data);
        }

        xml.WriteString(XmlText.Clean(text.Text[at..]));
        xml.WriteEndElement();
    }

    static void WriteSpan(XmlWriter xml, InlineTag tag, InlineTag other, bool opens, Dictionary<string, string> data)
    {
        if (!opens)
        {
            xml.WriteEndElement();
            return;
        }

        xml.WriteStartElement("pc");
        xml.WriteAttributeString("id", Id(tag));
        if (DataOf(other, data) is { } end) xml.WriteAttributeString("dataRefEnd", end);
        if (DataOf(tag, data) is { } start) xml.WriteAttributeString("dataRefStart", start);
    }

    // Sections 4.2.3.4 and 4.2.3.5: pairs that overlap are sc and ec with startRef; one without the other is isolated.
    static void WriteSingle(XmlWriter xml, InlineTag tag, IReadOnlyList<InlineTag> all, Dictionary<string, string> data)
    {
        var paired = all.Any(other => other.Number == tag.Number && other.Kind != tag.Kind);
        xml.WriteStartElement(tag.Kind switch { TagKind.Open => "sc", TagKind.Close => "ec", _ => "ph" });
        if (tag.Kind == TagKind.Close && paired) xml.WriteAttributeString("startRef", Id(tag));
        else xml.WriteAttributeString("id", Id(tag));
        if (tag.Kind != TagKind.Empty && !paired) xml.WriteAttributeString("isolated", "yes");
        if (DataOf(tag, data) is { } raw) xml.WriteAttributeString("dataRef", raw);
        xml.WriteEndElement();
    }

    /// <summary>Pairs that nest properly, both ways, by place in the list.</summary>
    static Dictionary<int, int> Spans(IReadOnlyList<InlineTag> tags)
    {
        Dictionary<int, int> spans = [];
        Stack<int> open = [];
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Kind == TagKind.Open && tags.Skip(i).Any(tag => tag.Number == tags[i].Number && tag.Kind == TagKind.Close)) open.Push(i);
            if (tags[i].Kind != TagKind.Close || !open.TryPeek(out var start) || tags[start].Number != tags[i].Number) continue;
            (spans[start], spans[i]) = (i, open.Pop());
        }

        return spans;
    }

    static string Id(InlineTag tag) => tag.Number.ToString(CultureInfo.InvariantCulture);

    static string? DataOf(InlineTag tag, Dictionary<string, string> data) => data.GetValueOrDefault(XmlText.Clean(tag.Raw));
}
