using System.Xml.Linq;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>The rules of XLIFF 2.1 (OASIS standard of 13 February 2018) on random articles; the numbers are its sections.</summary>
public class Xliff21RulesTests
{
    static readonly XNamespace s_ns = "urn:oasis:names:tc:xliff:document:2.0";
    static readonly TranslatedArticle[] s_articles = Articles(21);
    static readonly XDocument s_file = InterchangeXml.Written(stream => Xliff.Write(stream, s_articles, XliffVersion.V21));

    static IEnumerable<XElement> Units => s_file.Descendants(s_ns + "unit");

    static IEnumerable<XElement> Texts => Units.Descendants(s_ns + "source").Concat(Units.Descendants(s_ns + "target"));

    [Fact] // 4.2.2.1, 4.3.1.28, 4.3.1.36
    public void The_root_names_version_and_languages()
    {
        Assert.Equal(s_ns + "xliff", s_file.Root!.Name);
        Assert.Equal("2.1", s_file.Root.Value("version"));
        Assert.Matches(InterchangeXml.LanguageTag, s_file.Root.Value("srcLang"));
        Assert.Matches(InterchangeXml.LanguageTag, s_file.Root.Value("trgLang"));
    }

    [Fact] // 4.2.2.2
    public void A_file_has_an_id_of_its_own_and_a_unit_or_a_group()
    {
        var files = s_file.Root!.Elements().ToList();

        Assert.Equal(s_articles.Length, files.Count);
        Assert.All(files, file => Assert.Matches(InterchangeXml.NameToken, file.Value("id")));
        Assert.Equal(files.Count, files.Select(file => file.Value("id")).Distinct().Count());
        Assert.All(files, file => Assert.NotEmpty(file.Elements()));
        Assert.All(files.Elements(), child => Assert.Contains(child.Name.LocalName, (string[])["unit", "group"]));
    }

    [Fact] // 4.2.2.5, 4.3.1.21
    public void A_unit_has_an_id_of_its_own_and_notes_before_data_before_segments()
    {
        Assert.All(Units, unit => Assert.Matches(InterchangeXml.NameToken, unit.Value("id")));
        Assert.All(s_file.Root!.Elements(), file => Assert.Equal(file.Elements(s_ns + "unit").Count(), file.Elements(s_ns + "unit").Select(unit => unit.Value("id")).Distinct().Count()));
        Assert.All(Units, unit => Assert.Matches("^(notes )?(originalData )?(segment |ignorable )*segment $", string.Concat(unit.Elements().Names().Select(name => name + " "))));
    }

    [Fact] // 4.2.2.6, 4.3.1.30, 4.3.1.34
    public void A_segment_is_a_source_and_perhaps_a_target_in_one_of_four_states() => Assert.All(Units.Elements(s_ns + "segment"), segment =>
    {
        Assert.Matches("^source (target )?$", string.Concat(segment.Elements().Names().Select(name => name + " ")));
        Assert.Contains(segment.Value("state"), (string[])["initial", "translated", "reviewed", "final"]);
        Assert.Matches(@"^[^\s:]+:[^\s:]+$", segment.Value("subState"));
        Assert.False(segment.Value("subState")!.StartsWith("xlf:", StringComparison.Ordinal));
    });

    [Fact] // 4.2.2.8, 4.2.2.9
    public void Notes_are_not_empty_and_belong_to_source_or_target()
    {
        Assert.All(Units.Elements(s_ns + "notes"), notes => Assert.NotEmpty(notes.Elements(s_ns + "note")));
        Assert.All(Units.Descendants(s_ns + "note"), note => Assert.Contains(note.Value("appliesTo"), (string[])["source", "target"]));
    }

    [Fact] // 4.2.2.10, 4.2.2.11, 4.3.1.9 to 4.3.1.11
    public void Codes_refer_to_data_of_their_unit() => Assert.All(Units, unit =>
    {
        var data = unit.Elements(s_ns + "originalData").Elements(s_ns + "data").Select(element => element.Value("id")!).ToList();

        Assert.All(unit.Elements(s_ns + "originalData"), element => Assert.NotEmpty(element.Elements()));
        Assert.All(data, id => Assert.Matches(InterchangeXml.NameToken, id));
        Assert.Equal(data.Count, data.Distinct().Count());
        Assert.All(unit.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("dataRef", StringComparison.Ordinal)), attribute => Assert.Contains(attribute.Value, data));
    });

    [Fact] // 4.3.1.21: unique among a unit's sources; a target repeats an id for the same element, and only once
    public void Ids_of_codes_are_unique_and_a_targets_are_those_of_the_same_codes_in_the_source() => Assert.All(Units, unit =>
    {
        var source = Codes(unit.Descendants(s_ns + "source")).ToList();
        var target = Codes(unit.Descendants(s_ns + "target")).ToList();

        Assert.All(source.Concat(target), code => Assert.Matches(InterchangeXml.NameToken, code.Id));
        Assert.Equal(source.Count, source.Select(code => code.Id).Distinct().Count());
        Assert.Equal(target.Count, target.Select(code => code.Id).Distinct().Count());
        var elements = source.ToDictionary(code => code.Id, code => code.Element);
        Assert.All(target, code => Assert.Equal(elements.GetValueOrDefault(code.Id, code.Element), code.Element));
    });

    [Fact] // 4.2.3.4, 4.3.1.22: isolated where its end is missing, else exactly one end behind it
    public void A_start_has_one_end_behind_it_or_is_isolated() => Assert.All(Texts.Descendants(s_ns + "sc"), start =>
        Assert.Equal(start.Value("isolated") == "yes" ? 0 : 1, Behind(start).Count(code => code.Name == s_ns + "ec" && code.Value("startRef") == start.Value("id"))));

    [Fact] // 4.2.3.5: an isolated one has an id and no startRef, any other the reverse
    public void An_end_refers_to_a_start_or_has_an_id_of_its_own() => Assert.All(Texts.Descendants(s_ns + "ec"), end =>
    {
        var isolated = end.Value("isolated") == "yes";

        Assert.Equal((isolated, !isolated), (end.Attribute("id") is not null, end.Attribute("startRef") is not null));
        if (!isolated) Assert.Single(TextOf(end).Descendants(s_ns + "sc"), start => start.Value("id") == end.Value("startRef") && Behind(start).Contains(end));
    });

    [Fact] // 4.2.3.1 to 4.2.3.5
    public void Codes_are_those_of_the_core_and_only_pc_holds_text()
    {
        Assert.All(Texts.Descendants(), code => Assert.Contains(code.Name.LocalName, (string[])["ph", "pc", "sc", "ec"]));
        Assert.All(Texts.Descendants().Where(code => code.Name != s_ns + "pc"), code => Assert.Empty(code.Nodes()));
    }

    [Fact] // 4.3.2: what nobody preserves may be collapsed
    public void White_space_is_preserved() => Assert.All(Texts, text =>
        Assert.Equal("preserve", text.AncestorsAndSelf().Attributes(XNamespace.Xml + "space").First().Value));

    [Fact] // 4.2.3.1: no character that XML 1.0 forbids but as cp, which we have no use for
    public void The_text_is_whole_but_for_what_XML_cannot_hold() => Assert.Equal(
        s_articles.SelectMany(article => article.Segments).Select(segment => (InterchangeMill.Representable(segment.Segment.Source), InterchangeMill.Representable(segment.Target.Text))),
        Units.Select(unit => (unit.Descendants(s_ns + "source").Single().Value, unit.Descendants(s_ns + "target").SingleOrDefault()?.Value ?? "")));

    static XElement TextOf(XElement code) => code.Ancestors().First(element => element.Name.LocalName is "source" or "target");

    static IEnumerable<XElement> Behind(XElement code) => TextOf(code).Descendants().SkipWhile(other => other != code).Skip(1);

    static IEnumerable<(string Id, string Element)> Codes(IEnumerable<XElement> texts) =>
        texts.Descendants().Where(code => code.Attribute("id") is not null).Select(code => (code.Value("id")!, code.Name.LocalName));

    static TranslatedArticle[] Articles(int seed)
    {
        InterchangeMill mill = new(seed);
        return [mill.Article("news/a & b.md", 200), mill.Article("empty.md", 0), mill.Article("新闻\u0001.html", 100)];
    }
}
