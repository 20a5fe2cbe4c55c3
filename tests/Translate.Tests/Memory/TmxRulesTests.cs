using System.Xml.Linq;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>
/// The rules of TMX 1.4b (https://www.gala-global.org/tmx-14b) on random pairs. The specification's element and attribute sections
/// have no numbers; the tests name them.
/// </summary>
public class TmxRulesTests
{
    static readonly List<MemoryEntry> s_entries = Entries(2026);
    static readonly XDocument s_file = InterchangeXml.Written(stream => Tmx.Write(stream, s_entries, "zh-Hans"));

    static IEnumerable<XElement> Segments => s_file.Descendants("seg");

    [Fact] // <tmx>, <header>
    public void The_header_has_its_seven_attributes_with_values_that_are_allowed()
    {
        var header = s_file.Root!.Elements().First();

        Assert.Equal(("tmx", "1.4"), (s_file.Root.Name.LocalName, s_file.Root.Value("version")));
        Assert.Equal(["header", "body"], s_file.Root.Elements().Names());
        Assert.All(["creationtool", "creationtoolversion", "o-tmf", "datatype"], name => Assert.NotEmpty(header.Value(name) ?? ""));
        Assert.Contains(header.Value("segtype"), (string[])["block", "paragraph", "sentence", "phrase"]);
        Assert.Matches(InterchangeXml.LanguageTag, header.Value("adminlang"));
        Assert.True(header.Value("srclang") == "*all*" || InterchangeXml.LanguageTag.IsMatch(header.Value("srclang")!));
    }

    [Fact] // <tu>, <tuv>
    public void A_unit_has_notes_and_props_then_variants_and_each_variant_one_segment_in_a_language()
    {
        Assert.Equal(s_entries.Count, s_file.Descendants("tu").Count());
        Assert.All(s_file.Descendants("tu"), unit => Assert.Matches("^(prop |note )*tuv (tuv )+$", string.Concat(unit.Elements().Names().Select(name => name + " "))));
        Assert.All(s_file.Descendants("tuv"), variant =>
        {
            Assert.Equal(["seg"], variant.Elements().Names());
            Assert.Matches(InterchangeXml.LanguageTag, (string?)variant.Attribute(XNamespace.Xml + "lang"));
        });
    }

    [Fact] // srclang of <tu>: what is not said holds from the header; the unit has a variant of that language
    public void A_units_source_language_is_that_of_one_of_its_variants() =>
        Assert.All(s_file.Descendants("tu"), unit => Assert.Contains(
            unit.Value("srclang") ?? s_file.Root!.Element("header")!.Value("srclang"),
            unit.Elements("tuv").Select(variant => (string?)variant.Attribute(XNamespace.Xml + "lang"))));

    [Fact] // <prop>: a type is required, and one's own starts with "x-"
    public void Props_have_a_type_of_our_own() =>
        Assert.All(s_file.Descendants("prop"), prop => Assert.Matches("^x-", prop.Value("type")));

    [Fact] // changedate: ISO 8601, YYYYMMDDThhmmssZ, in UTC
    public void Dates_are_in_the_one_format_and_in_UTC()
    {
        var dates = s_file.Descendants("tu").Select(unit => unit.Value("changedate")).ToList();

        Assert.Equal(s_entries.Select(entry => entry.Changed?.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture)), dates);
        Assert.All(dates.OfType<string>(), date => Assert.Matches(InterchangeXml.TmxDate, date));
    }

    [Fact] // <bpt>, <ept>, i: unique within the segment, one start and after it one end
    public void Each_start_has_its_end_behind_it_in_the_same_segment() => Assert.All(Segments, segment =>
    {
        var starts = segment.Elements("bpt").Select(code => code.Value("i")!).ToList();

        Assert.Equal(starts.Count, starts.Distinct().Count());
        Assert.Equal(starts.Order(), segment.Elements("ept").Select(code => code.Value("i")).Order());
        Assert.All(segment.Elements("ept"), end => Assert.Contains(end.ElementsBeforeSelf("bpt"), start => start.Value("i") == end.Value("i")));
    });

    [Fact] // <it>, pos: required, begin or end
    public void An_end_without_the_other_says_which_it_is() =>
        Assert.All(Segments.Elements("it"), code => Assert.Contains(code.Value("pos"), (string[])["begin", "end"]));

    [Fact] // x: matches a code between the variants, so that each variant has it once; <ept> has none
    public void A_code_has_the_x_of_the_same_code_in_the_other_variant() => Assert.All(s_file.Descendants("tu"), unit =>
    {
        var sides = unit.Elements("tuv").Select(variant => variant.Descendants().Where(code => code.Attribute("x") is not null).ToDictionary(code => code.Value("x")!)).ToList();

        Assert.All(sides[0].Keys.Intersect(sides[1].Keys), x => Assert.Equal(Opens(sides[0][x]), Opens(sides[1][x])));
        Assert.DoesNotContain(unit.Descendants("ept"), code => code.Attribute("x") is not null);
    });

    [Fact] // the DTD's content models and attribute lists
    public void Nothing_stands_in_the_file_that_the_specification_does_not_know()
    {
        Dictionary<string, string[]> known = new()
        {
            ["tmx"] = ["version"],
            ["header"] = ["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"],
            ["body"] = [],
            ["tu"] = ["changedate", "changeid", "srclang"],
            ["prop"] = ["type"],
            ["tuv"] = ["lang"],
            ["seg"] = [],
            ["bpt"] = ["i", "x"],
            ["ept"] = ["i"],
            ["it"] = ["pos", "x"],
            ["ph"] = ["x"],
        };

        Assert.All(s_file.Descendants(), element => Assert.Subset(known[element.Name.LocalName].ToHashSet(), element.Attributes().Select(attribute => attribute.Name.LocalName).ToHashSet()));
        Assert.All(Segments.Elements(), code => Assert.Empty(code.Elements()));
    }

    [Fact]
    public void The_text_is_whole_but_for_what_XML_cannot_hold() =>
        Assert.Equal(
            s_entries.SelectMany(entry => new[] { entry.Source.Text, entry.Target.Text }).Select(InterchangeMill.Representable),
            Segments.Select(segment => string.Concat(segment.Nodes().OfType<XText>().Select(text => text.Value))));

    [Fact]
    public void A_text_writer_gets_the_same_file()
    {
        using StringWriter text = new();

        Tmx.Write(text, s_entries, "zh-Hans");

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE tmx", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(s_file.Root!.ToString(), XDocument.Parse(text.ToString(), LoadOptions.PreserveWhitespace).Root!.ToString());
    }

    // bpt and a lone start are one code, of which one variant has lost the end.
    static string Opens(XElement code) => code.Name.LocalName == "ph" ? "alone" : code.Name.LocalName == "bpt" || code.Value("pos") == "begin" ? "start" : "end";

    static List<MemoryEntry> Entries(int seed)
    {
        InterchangeMill mill = new(seed);
        return [.. Enumerable.Range(0, 300).Select(_ => mill.Entry())];
    }
}
