using System.Xml;

namespace Translate.Glossaries;

/// <summary>Reads TBX of any dialect as a glossary: ISO 30042:2019 in both styles, and the martif of 2008.</summary>
/// <remarks>
/// DCA names a category by an attribute (<c>type="definition"</c>), DCT by the element (<c>basic:definition</c>). Categories without a place
/// in a glossary are counted.
/// </remarks>
sealed class TbxReader
{
    enum Level
    {
        Outside,
        Concept,
        Language,
        Term,
    }

    sealed class Term
    {
        public string Text = "";
        public string Status = "";
    }

    readonly TableRows _rows = new();
    readonly SortedDictionary<string, int> _notTaken = new(StringComparer.Ordinal);
    readonly List<Term> _terms = [];
    Dictionary<string, string> _row = [];
    Level _level;
    string _language = "";

    TbxReader()
    {
    }

    public static GlossaryTable? Read(Stream stream, string file, List<Problem> problems, ICollection<string>? losses)
    {
        TbxReader reader = new();
        try
        {
            using var xml = SafeXml.Open(stream);
            xml.MoveToContent();
            if (xml.LocalName is not ("tbx" or "martif"))
            {
                problems.Add(new("GL030", file, 1, $"the root element is <{xml.LocalName}>, not <tbx>; this is no TBX file"));
                return null;
            }

            while (!xml.EOF) reader.Take(xml);
        }
        catch (XmlException fault)
        {
            problems.Add(SafeXml.Explain(fault, file));
            return null;
        }

        if (reader._notTaken.Count > 0) losses?.Add("a glossary has no place for " + string.Join(", ", reader._notTaken.Select(category => $"{category.Key} ({category.Value})")));
        if (reader._rows.Count > 0) return reader._rows.ToTable(file);
        problems.Add(new("GL030", file, 0, "no concept entry in it; export the terms again"));
        return null;
    }

    /// <summary>Takes in what the reader stands on, and moves it on.</summary>
    void Take(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            if (Open(xml)) return;
        }
        else if (xml.NodeType == XmlNodeType.EndElement)
        {
            Close(xml.LocalName);
        }

        xml.Read();
    }

    /// <summary>Whether the element was read to its end.</summary>
    bool Open(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "conceptEntry" or "termEntry":
                _row = _rows.Add();
                _rows.Append(_row, "id", XmlConvert.DecodeName(xml.GetAttribute("id") ?? "") ?? "");
                _level = xml.IsEmptyElement ? Level.Outside : Level.Concept;
                return false;
            case "langSec" or "langSet" when _level != Level.Outside && !xml.IsEmptyElement:
                _language = xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace") ?? xml.GetAttribute("lang") ?? "";
                _level = Level.Language;
                return false;
            case "termSec" or "tig" or "ntig" when _level != Level.Outside && !xml.IsEmptyElement:
                _terms.Add(new());
                _level = Level.Term;
                return false;
            case "termGrp" or "descripGrp" or "adminGrp" or "transacGrp" or "termNoteGrp":
                return false;
            default:
                if (_level == Level.Outside) return false;
                var category = xml.GetAttribute("type") ?? xml.LocalName;
                if (!Keep(category, Text(xml))) _notTaken[category] = _notTaken.GetValueOrDefault(category) + 1;
                return true;
        }
    }

    /// <summary>Whether a glossary has a place for a category at this level.</summary>
    bool Keep(string category, string text)
    {
        switch (category)
        {
            case "term" when _level == Level.Term:
                _terms[^1].Text = text;
                return true;
            // normativeAuthorization is what dialects of 2008 call the status that a standards body gave.
            case "administrativeStatus" or "normativeAuthorization" when _level == Level.Term:
                _terms[^1].Status = text;
                return true;
            case "partOfSpeech":
                Set("pos", text.ToLowerInvariant() switch { "adjective" => "adj", "adverb" => "adv", "propernoun" => "proper", "other" => "", var pos => pos });
                return true;
            case "context" when _level == Level.Term:
                Set("example", text);
                return true;
            case "definition":
            case "note":
            case "source" when _level != Level.Term:
                Add(category, text);
                return true;
            case "subjectField":
                Add(category, text);
                return true;
            default:
                return text.Length == 0;
        }
    }

    void Set(string column, string text)
    {
        if (!_row.ContainsKey(column)) _rows.Append(_row, column, text);
    }

    /// <summary>Adds to what a cell holds already: the definition in another language, a second note.</summary>
    void Add(string column, string text)
    {
        if (!_row.TryGetValue(column, out var cell)) _rows.Append(_row, column, text);
        else if (text.Length > 0 && !cell.Split("; ").Contains(text)) _row[column] = $"{cell}; {text}";
    }

    void Close(string element)
    {
        switch (element)
        {
            case "termSec" or "tig" or "ntig" when _level == Level.Term:
                _level = Level.Language;
                break;
            case "langSec" or "langSet" when _level == Level.Language:
                CloseLanguage();
                _level = Level.Concept;
                break;
            case "conceptEntry" or "termEntry":
                _level = Level.Outside;
                break;
        }
    }

    /// <summary>One term is the preferred one: the first that is called so, else the first of which nothing is said, else the first admitted.</summary>
    void CloseLanguage()
    {
        var terms = _terms.Where(term => term.Text.Length > 0).ToList();
        _terms.Clear();
        if (!GlossaryColumns.IsLanguage(_language))
        {
            if (terms.Count > 0) _notTaken["terms without a language tag"] = _notTaken.GetValueOrDefault("terms without a language tag") + terms.Count;
            return;
        }

        var usable = terms.Where(term => !Has(term, "deprecated") && !Has(term, "superseded")).ToList();
        var preferred = usable.Find(term => Has(term, "preferred")) ?? usable.Find(term => term.Status.Length == 0) ?? usable.FirstOrDefault();
        foreach (var term in terms)
        {
            var item = term.Text.Replace("|", "\\|", StringComparison.Ordinal);
            if (term == preferred && !_row.ContainsKey(_language)) _rows.Append(_row, _language, term.Text);
            else _rows.Append(_row, _language + (usable.Contains(term) ? ".variants" : ".forbidden"), item);
        }

        static bool Has(Term term, string status) => term.Status.StartsWith(status, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text of an element, marks in it left out, white space as in running text.</summary>
    static string Text(XmlReader xml)
    {
        using var inner = xml.ReadSubtree();
        System.Text.StringBuilder text = new();
        while (inner.Read())
            if (inner.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(inner.Value);
        xml.Read();
        return text.ToString().Trim();
    }
}
