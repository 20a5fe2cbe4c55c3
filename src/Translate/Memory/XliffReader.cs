using System.Xml;
using System.Xml.Linq;

namespace Translate.Memory;

/// <summary>Reads XLIFF 1.0 to 2.1, a unit at a time.</summary>
sealed class XliffReader(Stream stream, string name, ICollection<Problem> problems)
{
    // A unit is read whole; the cap keeps a file without an end from filling the machine.
    static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 2_000_000_000,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    readonly SkipCounts _skipped = new(name);
    string _original = "", _source = "und", _target = "und";
    bool _isXliff;

    public IEnumerable<XliffSegment> Read()
    {
        using var xml = XmlReader.Create(stream, s_settings);
        while (ReadUnit(xml) is { } segments)
            foreach (var segment in segments)
                yield return segment;
        _skipped.Report(problems);
    }

    /// <summary>The segments of the next unit; <c>null</c> at the end.</summary>
    List<XliffSegment>? ReadUnit(XmlReader xml)
    {
        try
        {
            while (!xml.EOF)
            {
                // ReadFrom below leaves the reader behind the unit, which may be the next unit's start.
                if (xml.NodeType == XmlNodeType.Element)
                {
                    if (!_isXliff && !IsXliff(xml)) return null;
                    if (xml.LocalName is "xliff" or "file") ReadLanguages(xml);
                    else if (xml.LocalName is "trans-unit" or "unit") return Segments(xml);
                }

                xml.Read();
            }

            if (!_isXliff) problems.Add(new("TM003", name, 0, "holds no XLIFF; give an .xlf or .xliff file"));
        }
        catch (XmlException fault)
        {
            problems.Add(new("TM002", name, fault.LineNumber, "the XML is broken here; what stands before was read, mend the file for the rest"));
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            problems.Add(new("TM001", name, 0, "cannot be read; check its encoding and the disk"));
        }

        return null;
    }

    bool IsXliff(XmlReader xml)
    {
        _isXliff = xml.LocalName == "xliff";
        if (!_isXliff) problems.Add(new("TM003", name, ((IXmlLineInfo)xml).LineNumber, $"is <{xml.LocalName}>, not XLIFF; give an .xlf or .xliff file"));
        return _isXliff;
    }

    void ReadLanguages(XmlReader xml)
    {
        if ((xml.GetAttribute("srcLang") ?? xml.GetAttribute("source-language")) is { } source) _source = Languages.Canonical(source);
        if ((xml.GetAttribute("trgLang") ?? xml.GetAttribute("target-language")) is { } target) _target = Languages.Canonical(target);
        if (xml.LocalName == "file") _original = xml.GetAttribute("original") ?? "";
    }

    List<XliffSegment> Segments(XmlReader xml)
    {
        var row = ((IXmlLineInfo)xml).LineNumber;
        var unit = (XElement)XNode.ReadFrom(xml);
        LanguagePair pair = new(_source, _target);
        List<XliffSegment> segments = [.. unit.Name.LocalName == "unit"
            ? Xliff2Unit.Read(unit).Select(one => Segment(one, pair, row))
            : Xliff1Unit.Read(unit).Select(one => Segment(one, pair, row))];
        foreach (var _ in segments.Where(segment => segment.Source.Text.Length == 0))
            _skipped.Add("TM015", row, "units have no source text and were skipped");
        segments.RemoveAll(segment => segment.Source.Text.Length == 0);
        return segments;
    }

    XliffSegment Segment(XliffPart part, LanguagePair pair, int row) =>
        new(_original, part.Id, pair, part.Source.Numbered(), part.Target.NumberedLike(part.Source), part.Status, row);
}

/// <summary>A source and target as a unit holds them.</summary>
sealed record XliffPart(string Id, TmxText Source, TmxText Target, SegmentStatus Status);
