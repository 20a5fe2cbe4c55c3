using System.Xml;

namespace Translate.Memory;

/// <summary>Reads TMX of any version and maker; what cannot be used is counted and told at the end.</summary>
sealed class TmxReader(Stream stream, string name, ICollection<Problem> problems)
{
    // Entities of a file are a few words; a bomb expands to gigabytes.
    static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Parse, // an internal subset may declare entities that the text uses
        XmlResolver = null,                  // nothing is ever fetched
        MaxCharactersFromEntities = 10_000_000,
        CheckCharacters = false,             // control characters are dropped, not fatal
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    readonly SkipCounts _skipped = new(name);
    string _sourceLanguage = "*all*";
    bool _isTmx;

    public IEnumerable<MemoryEntry> Read()
    {
        using var xml = ExchangeFile.Xml(stream, s_settings);
        TmxUnit unit = new(new TmxSegment());
        while (TryReadUnit(xml, unit))
            foreach (var entry in unit.Pairs(_sourceLanguage, _skipped))
                yield return entry;
        _skipped.Report(problems);
    }

    bool TryReadUnit(XmlReader xml, TmxUnit unit)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (!_isTmx && !IsTmx(xml)) return false;
                if (xml.LocalName == "header") _sourceLanguage = xml.GetAttribute("srclang") ?? "*all*";
                if (xml.LocalName != "tu") continue;
                unit.Read(xml, _skipped);
                return true;
            }

            if (!_isTmx) Refuse("TM003", 0, "holds no TMX; give a .tmx file");
        }
        catch (XmlException fault)
        {
            Refuse("TM002", fault.LineNumber, "the XML is broken here; what stands before was read, mend the file for the rest");
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            Refuse("TM001", 0, "cannot be read; check its encoding and the disk");
        }

        return false;
    }

    bool IsTmx(XmlReader xml)
    {
        _isTmx = xml.LocalName == "tmx";
        if (!_isTmx) Refuse("TM003", ((IXmlLineInfo)xml).LineNumber, $"is <{xml.LocalName}>, not TMX; give a .tmx file");
        return _isTmx;
    }

    void Refuse(string code, int row, string message) => problems.Add(new(code, name, row, message));
}
