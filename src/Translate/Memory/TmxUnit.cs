using System.Xml;

namespace Translate.Memory;

/// <summary>One translation unit; reused from unit to unit.</summary>
sealed class TmxUnit(TmxSegment segment)
{
    readonly record struct Variant(string Language, TmxText Text, string? Changed, string? Person);

    readonly List<Variant> _variants = [];
    string? _sourceLanguage, _changed, _person, _before, _after;
    MemoryState _state;
    int _row;

    /// <summary>Reads the unit on whose start the reader stands; stops at its end.</summary>
    public void Read(XmlReader xml, SkipCounts skipped)
    {
        _variants.Clear();
        (_before, _after, _state, _row) = (null, null, MemoryState.Imported, ((IXmlLineInfo)xml).LineNumber);
        (_sourceLanguage, _changed, _person) = (xml.GetAttribute("srclang"), Changed(xml), Person(xml));
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "tuv") ReadVariant(xml, skipped);
            else if (xml.LocalName == "prop") ReadProp(xml);
        }
    }

    /// <summary>The unit's pairs.</summary>
    public IEnumerable<MemoryEntry> Pairs(string headerLanguage, SkipCounts skipped)
    {
        if (_variants.Count < 2) skipped.Add("TM011", _row, "units have fewer than two languages with text and were skipped");
        var asked = _sourceLanguage ?? headerLanguage;
        var sources = _variants.Where(variant => variant.Language.Equals(Languages.Canonical(asked), StringComparison.OrdinalIgnoreCase)).ToList();
        if (sources.Count == 0) sources = _variants.FindAll(variant => Languages.Same(variant.Language, asked));
        // "*all*", or a source language that the unit does not have: every variant may be the source.
        if (sources.Count == 0) sources = _variants;
        foreach (var source in sources)
            foreach (var target in _variants)
                if (!source.Language.Equals(target.Language, StringComparison.OrdinalIgnoreCase))
                    yield return Entry(source, target, skipped);
    }

    MemoryEntry Entry(Variant source, Variant target, SkipCounts skipped)
    {
        var from = source.Text.Numbered();
        var changed = target.Changed ?? _changed;
        var date = changed is null ? null : Tmx.ReadDate(changed);
        if (changed is not null && date is null) skipped.Add("TM012", _row, "dates cannot be read; the time of the import counts instead");
        return new(new(source.Language, target.Language), from, target.Text.NumberedLike(source.Text))
        {
            Before = _before,
            After = _after,
            State = _state,
            Person = target.Person ?? _person ?? "",
            Changed = date,
            Row = _row,
        };
    }

    void ReadVariant(XmlReader xml, SkipCounts skipped)
    {
        // Before TMX 1.4 the attribute was "lang".
        var language = xml.GetAttribute("xml:lang") ?? xml.GetAttribute("lang");
        var (changed, person) = (Changed(xml), Person(xml));
        if (string.IsNullOrWhiteSpace(language)) skipped.Add("TM013", ((IXmlLineInfo)xml).LineNumber, "variants name no language and were skipped");
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "seg") continue;
            var row = ((IXmlLineInfo)xml).LineNumber;
            var text = segment.Read(xml);
            if (text is null) skipped.Add("TM014", row, FormattableString.Invariant($"texts are longer than {TmxSegment.MostUnits:N0} characters and were skipped"));
            else if (!string.IsNullOrWhiteSpace(language) && !string.IsNullOrWhiteSpace(text.Text))
                _variants.Add(new(Languages.Canonical(language), text, changed, person));
        }
    }

    void ReadProp(XmlReader xml)
    {
        // "prev" and "next" are OmegaT's.
        switch (xml.GetAttribute("type"))
        {
            case Tmx.StateProp:
                _state = segment.ReadPlain(xml) switch { "approved" => MemoryState.Approved, "edited" => MemoryState.Edited, _ => MemoryState.Imported };
                break;
            case Tmx.BeforeProp or "prev":
                _before = segment.ReadPlain(xml);
                break;
            case Tmx.AfterProp or "next":
                _after = segment.ReadPlain(xml);
                break;
        }
    }

    static string? Changed(XmlReader xml) => xml.GetAttribute("changedate") ?? xml.GetAttribute("creationdate");

    static string? Person(XmlReader xml) => xml.GetAttribute("changeid") ?? xml.GetAttribute("creationid");
}
