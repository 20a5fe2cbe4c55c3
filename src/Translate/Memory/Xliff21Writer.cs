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
        // Section 4.3.2: what nobody preserves may be collapsed.
        xml.WriteAttributeString("xml", "space", null, "preserve");
        foreach (var segment in article.Segments) WriteUnit(xml, segment);
        if (article.Segments.Count == 0) WriteNothing(xml);
        xml.WriteEndElement();
    }

    // Section 4.2.2.2: a file holds a unit or a group, and a group may be empty.
    static void WriteNothing(XmlWriter xml)
    {
        xml.WriteStartElement("group");
        xml.WriteAttributeString("id", "empty");
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
        var (source, target) = InlineCodes.Of(segment.Segment.Tagged, segment.Target);
        var spans = Spans(source, target);
        WriteText(xml, "source", segment.Segment.Source, source, spans, data);
        if (segment.Target.Text.Length > 0) WriteText(xml, "target", segment.Target.Text, target, spans, data);
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

    static void WriteText(XmlWriter xml, string element, string text, InlineCode[] codes, HashSet<int> spans, Dictionary<string, string> data)
    {
        xml.WriteStartElement(element);
        var at = 0;
        foreach (var code in codes)
        {
            xml.WriteString(XmlText.Clean(text[at..code.Tag.Position]));
            at = code.Tag.Position;
            if (!spans.Contains(code.Id)) WriteSingle(xml, code, data);
            else if (code.IsEndOfPair) xml.WriteEndElement();
            else WriteSpan(xml, code, codes[code.Other], data);
        }

        xml.WriteString(XmlText.Clean(text[at..]));
        xml.WriteEndElement();
    }

    static void WriteSpan(XmlWriter xml, InlineCode start, InlineCode end, Dictionary<string, string> data)
    {
        xml.WriteStartElement("pc");
        xml.WriteAttributeString("id", Id(start));
        if (DataOf(end, data) is { } endData) xml.WriteAttributeString("dataRefEnd", endData);
        if (DataOf(start, data) is { } startData) xml.WriteAttributeString("dataRefStart", startData);
    }

    // Sections 4.2.3.4 and 4.2.3.5: pairs that overlap are sc and ec with startRef; one without the other is isolated.
    static void WriteSingle(XmlWriter xml, InlineCode code, Dictionary<string, string> data)
    {
        xml.WriteStartElement(code.Tag.Kind switch { TagKind.Open => "sc", TagKind.Close => "ec", _ => "ph" });
        xml.WriteAttributeString(code.IsEndOfPair ? "startRef" : "id", Id(code));
        if (code.Tag.Kind != TagKind.Empty && !code.IsPaired) xml.WriteAttributeString("isolated", "yes");
        if (DataOf(code, data) is { } raw) xml.WriteAttributeString("dataRef", raw);
        xml.WriteEndElement();
    }

    /// <summary>The pairs that are one element around their text, by id: section 4.3.1.21 asks for the same element in source and target.</summary>
    static HashSet<int> Spans(InlineCode[] source, InlineCode[] target)
    {
        var (inSource, inTarget) = (Nested(source), Nested(target));
        var spans = inSource.Union(inTarget).ToHashSet();
        foreach (var code in source.Where(code => !inSource.Contains(code.Id)).Concat(target.Where(code => !inTarget.Contains(code.Id)))) spans.Remove(code.Id);
        return spans;
    }

    /// <summary>The pairs of one text that do not overlap; of two that do, the one that ends first gives way.</summary>
    static HashSet<int> Nested(InlineCode[] codes)
    {
        HashSet<int> nested = [];
        List<int> open = [];
        foreach (var code in codes.Where(code => code.IsPaired))
        {
            if (!code.IsEndOfPair) open.Add(code.Id);
            else if (open[^1] == code.Id) nested.Add(code.Id);
            if (code.IsEndOfPair) open.Remove(code.Id);
        }

        return nested;
    }

    static string Id(InlineCode code) => code.Id.ToString(CultureInfo.InvariantCulture);

    static string? DataOf(InlineCode code, Dictionary<string, string> data) => data.GetValueOrDefault(XmlText.Clean(code.Tag.Raw));
}
