using System.Xml.Linq;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>
/// The rules of XLIFF 1.2 (OASIS standard of 1 February 2008, http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html) on random
/// articles; the comments are the anchors of its sections.
/// </summary>
public class Xliff12RulesTests
{
    static readonly XNamespace s_ns = "urn:oasis:names:tc:xliff:document:1.2";
    static readonly TranslatedArticle[] s_articles = Articles(12);
    static readonly XDocument s_file = InterchangeXml.Written(stream => Xliff.Write(stream, s_articles, XliffVersion.V12));

    static IEnumerable<XElement> Units => s_file.Descendants(s_ns + "trans-unit");

    static IEnumerable<XElement> Texts => Units.Elements(s_ns + "source").Concat(Units.Elements(s_ns + "target"));

    [Fact] // #xliff, #file, #header, #body
    public void A_file_names_its_original_its_languages_and_its_datatype_and_is_a_header_and_a_body()
    {
        Assert.Equal((s_ns + "xliff", "1.2"), (s_file.Root!.Name, s_file.Root.Value("version")));
        Assert.Equal(s_articles.Length, s_file.Root.Elements(s_ns + "file").Count());
        Assert.All(s_file.Root.Elements(), file =>
        {
            Assert.NotEmpty(file.Value("original")!);
            Assert.Matches(InterchangeXml.LanguageTag, file.Value("source-language"));
            Assert.Matches(InterchangeXml.LanguageTag, file.Value("target-language"));
            Assert.Contains(file.Value("datatype"), (string[])["plaintext", "html"]);
            Assert.Equal(["header", "body"], file.Elements().Names());
        });
    }

    [Fact] // #trans-unit, #id, #approved, #xml:space
    public void A_unit_has_an_id_of_its_own_in_its_file_and_preserves_white_space()
    {
        Assert.All(s_file.Root!.Elements(), file => Assert.Equal(file.Descendants(s_ns + "trans-unit").Count(), file.Descendants(s_ns + "trans-unit").Select(unit => unit.Value("id")).Distinct().Count()));
        Assert.All(Units, unit => Assert.NotEmpty(unit.Value("id")!));
        Assert.All(Units, unit => Assert.Contains(unit.Value("approved"), (string?[])["yes", "no", null]));
        Assert.All(Units, unit => Assert.Equal("preserve", (string?)unit.Attribute(XNamespace.Xml + "space")));
    }

    [Fact] // #trans-unit: source, seg-source, target, then notes and the like
    public void A_unit_is_a_source_then_a_target_then_notes() =>
        Assert.All(Units, unit => Assert.Matches("^source (target )?(note )*$", string.Concat(unit.Elements().Names().Select(name => name + " "))));

    [Fact] // #source, #target: xml:lang says what the file says
    public void Source_and_target_are_in_the_languages_of_their_file() => Assert.All(Texts, text => Assert.Equal(
        text.Ancestors(s_ns + "file").Single().Value(text.Name.LocalName + "-language"), (string?)text.Attribute(XNamespace.Xml + "lang")));

    [Fact] // #state: one of ten, or one's own that starts with "x-" and has no white space
    public void A_targets_state_is_a_known_one_or_our_own()
    {
        string[] known = ["final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation", "needs-translation", "new", "signed-off", "translated"];

        Assert.All(Units.Elements(s_ns + "target"), target => Assert.True(known.Contains(target.Value("state")) || target.Value("state")!.StartsWith("x-", StringComparison.Ordinal) && !target.Value("state")!.Any(char.IsWhiteSpace)));
    }

    [Fact] // #note, #annotates
    public void Notes_say_what_they_annotate() =>
        Assert.All(Units.Elements(s_ns + "note"), note => Assert.Contains(note.Value("annotates"), (string[])["source", "target", "general"]));

    [Fact] // #bpt, #ept, #rid: without rid the ids link the two
    public void Each_start_has_its_end_behind_it() => Assert.All(Texts, text =>
    {
        Assert.Equal(text.Elements(s_ns + "bpt").Select(code => code.Value("id")).Order(), text.Elements(s_ns + "ept").Select(code => code.Value("id")).Order());
        Assert.All(text.Elements(s_ns + "ept"), end => Assert.Single(end.ElementsBeforeSelf(s_ns + "bpt"), start => start.Value("id") == end.Value("id")));
    });

    [Fact] // #it, #pos: required, open or close
    public void An_end_without_the_other_says_which_it_is() =>
        Assert.All(Texts.Elements(s_ns + "it"), code => Assert.Contains(code.Value("pos"), (string[])["open", "close"]));

    [Fact] // #id of inline elements: required, unique in the text, and the same for the same code in source and target
    public void Ids_of_codes_are_unique_and_a_targets_are_those_of_the_same_codes_in_the_source() => Assert.All(Units, unit =>
    {
        var sides = unit.Elements().Take(2).Select(text => text.Elements().Where(code => code.Name != s_ns + "ept").ToDictionary(code => code.Value("id")!, Side)).ToList();

        Assert.All(sides[0].Keys.Intersect(sides[1].Keys), id => Assert.Equal(sides[0][id], sides[1][id]));
    });

    [Fact] // the elements of the inline sections
    public void Codes_are_of_the_kinds_that_hold_native_markup_and_hold_nothing_else()
    {
        Assert.All(Texts.Elements(), code => Assert.Contains(code.Name.LocalName, (string[])["bpt", "ept", "it", "ph"]));
        Assert.All(Texts.Elements(), code => Assert.Empty(code.Elements()));
    }

    [Fact]
    public void The_text_is_whole_but_for_what_XML_cannot_hold() => Assert.Equal(
        s_articles.SelectMany(article => article.Segments).Select(segment => (InterchangeMill.Representable(segment.Segment.Source),
            InterchangeMill.Representable(segment is { Status: SegmentStatus.Todo, Target.IsEmpty: true } ? segment.Segment.Source : segment.Target.Text))),
        Units.Select(unit => (Words(unit.Element(s_ns + "source")!), Words(unit.Element(s_ns + "target")!))));

    static string Words(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(one => one.Value));

    // A pair of which a target has lost one end is still the same code.
    static string Side(XElement code) => code.Name.LocalName == "ph" ? "alone" : code.Name.LocalName == "bpt" || code.Value("pos") == "open" ? "start" : "end";

    static TranslatedArticle[] Articles(int seed)
    {
        InterchangeMill mill = new(seed);
        return [mill.Article("news/a & b.md", 200), mill.Article("empty.md", 0), mill.Article("新闻\u0001.html", 100)];
    }
}
