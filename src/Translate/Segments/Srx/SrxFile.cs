using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Translate.Articles;

namespace Translate.Segments.Srx;

/// <summary>A segmentation rules file, SRX 2.0.</summary>
/// <remarks>Source: SRX 2.0, OSCAR recommendation of LISA, 7 April 2008. Names are matched without their namespace.</remarks>
sealed class SrxFile
{
    // The largest published rule sets have some 200 KB.
    const long LongestFile = 20_000_000;

    readonly List<(Regex Language, IReadOnlyList<SrxRule> Rules)> _maps = [];
    readonly bool _cascades;

    SrxFile(XElement root)
    {
        var header = Child(root, "header");
        // The standard asks for it; OmegaT's own file leaves it out and means yes: without it English there has exceptions and no breaks.
        _cascades = header?.Attribute("cascade")?.Value is null or "yes";
        Preceding = Kinds(header).ToHashSet();
        var body = Child(root, "body") ?? throw Fault("SG002", root, "has no <body>");
        var rules = ReadLanguageRules(body);
        foreach (var map in Child(body, "maprules")?.Descendants().Where(element => element.Name.LocalName == "languagemap") ?? [])
        {
            var name = map.Attribute("languagerulename")?.Value ?? "";
            if (!rules.TryGetValue(name, out var mapped)) throw Fault("SG004", map, $"maps to the rules '{name}', which are not in the file; add them or mend the name");
            _maps.Add((LanguagePattern(map), mapped));
        }

        if (_maps.Count == 0) throw Fault("SG005", root, "maps no language to rules, so it would never be used; add a <languagemap>");
    }

    /// <summary>Kinds of tags that stay with the segment before a break: the header's <c>formathandle include="yes"</c>.</summary>
    public IReadOnlySet<TagKind> Preceding { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="problem">What is wrong with it when nothing is returned.</param>
    public static SrxFile? Read(string path, out Problem? problem)
    {
        problem = null;
        try
        {
            using var reader = XmlReader.Create(path, new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = LongestFile, XmlResolver = null });
            var root = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
            if (root.Name.LocalName != "srx" || root.Attribute("version")?.Value != "2.0")
                throw Fault("SG002", root, "is no SRX 2.0; older versions map languages another way: save it as 2.0");
            return new(root);
        }
        catch (XmlException fault)
        {
            problem = new("SG001", path, fault.LineNumber, $"is not well-formed XML: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = new("SG001", path, 0, $"cannot be read: {fault.Message}");
        }
        catch (SrxException fault)
        {
            problem = fault.In(path);
        }

        return null;
    }

    /// <summary>The rules for a language, in order: those of the first map that fits, or of all of them when the file cascades.</summary>
    public IReadOnlyList<SrxRule> For(string language)
    {
        var fitting = _maps.Where(map => map.Language.IsMatch(language)).Select(map => map.Rules);
        return [.. (_cascades ? fitting : fitting.Take(1)).SelectMany(rules => rules)];
    }

    static Dictionary<string, List<SrxRule>> ReadLanguageRules(XElement body)
    {
        Dictionary<string, List<SrxRule>> rules = new(StringComparer.Ordinal);
        foreach (var set in Child(body, "languagerules")?.Elements().Where(element => element.Name.LocalName == "languagerule") ?? [])
            rules[set.Attribute("languagerulename")?.Value ?? ""] = [.. set.Elements().Where(element => element.Name.LocalName == "rule").Select(ReadRule)];
        return rules;
    }

    static SrxRule ReadRule(XElement rule)
    {
        var (before, after) = (Child(rule, "beforebreak")?.Value ?? "", Child(rule, "afterbreak")?.Value ?? "");
        try
        {
            return SrxRule.Read(rule.Attribute("break")?.Value != "no", before, after, Row(rule));
        }
        catch (FormatException fault)
        {
            throw Fault("SG003", rule, $"has a rule that cannot be read ({before} | {after}): {fault.Message}");
        }
    }

    static Regex LanguagePattern(XElement map)
    {
        var pattern = map.Attribute("languagepattern")?.Value ?? "";
        try
        {
            return new($"^(?:{IcuExpression.ToDotNet(pattern)})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            throw Fault("SG003", map, $"has a language pattern that cannot be read ({pattern}): {fault.Message}");
        }
    }

    /// <summary>Defaults of the standard: start no, end yes, isolated no.</summary>
    static IEnumerable<TagKind> Kinds(XElement? header)
    {
        foreach (var (type, kind, usual) in ((string, TagKind, string)[])[("start", TagKind.Open, "no"), ("end", TagKind.Close, "yes"), ("isolated", TagKind.Empty, "no")])
        {
            var handle = header?.Elements().FirstOrDefault(element => element.Name.LocalName == "formathandle" && element.Attribute("type")?.Value == type);
            if ((handle?.Attribute("include")?.Value ?? usual) == "yes") yield return kind;
        }
    }

    static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    static int Row(XObject place) => ((IXmlLineInfo)place).LineNumber;

    static SrxException Fault(string code, XElement place, string message) => new(code, Row(place), message);

    sealed class SrxException(string code, int row, string message) : Exception(message)
    {
        public Problem In(string path) => new(code, path, row, Message);
    }
}
