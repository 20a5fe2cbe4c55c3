using System.Xml;
using System.Xml.Linq;

namespace Translate.Memory;

/// <summary>Reads XLIFF 1.0 to 2.1, a unit at a time.</summary>
sealed class XliffReader(Stream stream, string name, ICollection<Problem> problems)
{
    const string None = "und";

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
    LanguagePair _root = new(None, None), _pair = new(None, None);
    string _original = "";
    bool _isXliff;

    public IEnumerable<XliffSegment> Read()
    {
        using var xml = ExchangeFile.Xml(stream, s_settings);
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

    /// <summary>XLIFF 2 names the languages at the root, XLIFF 1 at each file; what one file names does not hold for the next.</summary>
    void ReadLanguages(XmlReader xml)
    {
        LanguagePair named = new(
            Language(xml.GetAttribute("srcLang") ?? xml.GetAttribute("source-language")), Language(xml.GetAttribute("trgLang") ?? xml.GetAttribute("target-language")));
        if (xml.LocalName == "xliff") _root = _pair = named;
        else
        {
            _pair = new(named.Source == None ? _root.Source : named.Source, named.Target == None ? _root.Target : named.Target);
            _original = xml.GetAttribute("original") ?? "";
        }
    }

    static string Language(string? tag) => string.IsNullOrWhiteSpace(tag) ? None : Languages.Canonical(tag);

    /// <summary>The languages of a unit: what the file leaves open, its source and target may say.</summary>
    LanguagePair Pair(XElement unit) => new(
        _pair.Source == None ? Language(Said(unit, "source")) : _pair.Source, _pair.Target == None ? Language(Said(unit, "target")) : _pair.Target);

    static string? Said(XElement unit, string name) => unit.Elements().Concat(unit.Elements().Elements())
        .Where(element => element.Name.LocalName == name).Select(element => (string?)element.Attribute(XNamespace.Xml + "lang")).FirstOrDefault();

    List<XliffSegment> Segments(XmlReader xml)
    {
        var row = ((IXmlLineInfo)xml).LineNumber;
        var unit = (XElement)XNode.ReadFrom(xml);
        var pair = Pair(unit);
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
