using System.Text;
using System.Xml.Linq;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

public class XliffTests
{
    // Overlapping, nested, isolated and empty tags, and everything XML would trip over.
    static readonly TaggedText s_source = new("大模型<很>火 & 快\u0001", [
        new(1, TagKind.Open, 0, "<b>"), new(2, TagKind.Open, 1, "<i>"), new(1, TagKind.Close, 3, "</b>"), new(2, TagKind.Close, 5, "</i>"),
        new(3, TagKind.Empty, 6, "<br/>"), new(4, TagKind.Open, 7, "<a>"), new(5, TagKind.Open, 7, "<u>"), new(5, TagKind.Close, 8, "</u>")]);

    static readonly TaggedText s_target = new("Hot & fast", [
        new(5, TagKind.Open, 0, "<u>"), new(5, TagKind.Close, 3, "</u>"), new(3, TagKind.Empty, 4, "<br/>"), new(1, TagKind.Open, 6, "<b>"), new(1, TagKind.Close, 10, "</b>")]);

    [Theory]
    [InlineData(XliffVersion.V12)]
    [InlineData(XliffVersion.V21)]
    public void What_is_written_is_read_back_with_every_status(XliffVersion version)
    {
        var statuses = Enum.GetValues<SegmentStatus>();
        var segments = statuses.Select((status, i) => Segment(
            FormattableString.Invariant($"{i + 1}.1"), s_source, status == SegmentStatus.Todo ? TaggedText.None : s_target, status)).ToArray();

        var read = Read(Written(version, segments), out var problems);

        Assert.Empty(problems);
        Assert.Equal(statuses, read.Select(segment => segment.Status));
        Assert.All(read, segment =>
        {
            Assert.Equal(("a/b.md", new("zh-Hans", "en"), "大模型<很>火 & 快"), (segment.Original, segment.Pair, segment.Source.Text));
            Assert.Equal(s_source.Tags, segment.Source.Tags);
        });
        Assert.All(read.Skip(1), segment => Assert.Equal(s_target.Tags, segment.Target.Tags));
        Assert.All(read.Skip(1), segment => Assert.Equal(s_target.Text, segment.Target.Text));
    }

    [Fact]
    public void Version_2_1_keeps_the_rules_of_its_specification()
    {
        var xml = XDocument.Parse(Written(XliffVersion.V21, Segment("1.1", s_source, s_target, SegmentStatus.Draft)));
        XNamespace ns = "urn:oasis:names:tc:xliff:document:2.0";
        var unit = xml.Descendants(ns + "unit").Single();

        // 4.2.2.1: version, srcLang; trgLang is required where there are targets.
        Assert.Equal(["2.1", "zh-Hans", "en"], new[] { "version", "srcLang", "trgLang" }.Select(name => (string?)xml.Root!.Attribute(name)));
        // 4.2.2.5: notes, originalData, then segments.
        Assert.Equal(["notes", "originalData", "segment"], unit.Elements().Select(element => element.Name.LocalName));
        // 4.3.1.19: ids are NMTOKENs, unique among the codes of a source, and the same in the target.
        var ids = unit.Descendants(ns + "source").Descendants().Select(code => (string?)code.Attribute("id")).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(unit.Descendants(ns + "target").Descendants(), code => Assert.Contains((string?)code.Attribute("id"), ids));
        // 4.3.1.31 and 4.3.1.32: one of four states; a subState has a prefix and needs a state.
        var segment = unit.Element(ns + "segment")!;
        Assert.Matches("^(initial|translated|reviewed|final)$", (string?)segment.Attribute("state"));
        Assert.Matches("^[^:]+:.+", (string?)segment.Attribute("subState"));
        // 4.2.3.5: an ec points at its sc with startRef, or is isolated; 4.3.1.9: dataRef names a data of the unit.
        var starts = unit.Descendants(ns + "source").Descendants(ns + "sc").Select(code => (string?)code.Attribute("id")).ToHashSet();
        Assert.All(unit.Descendants(ns + "ec"), end => Assert.True((string?)end.Attribute("isolated") == "yes" || starts.Contains((string?)end.Attribute("startRef"))));
        var data = unit.Descendants(ns + "data").Select(element => (string)element.Attribute("id")!).ToHashSet();
        Assert.All(unit.Descendants().Attributes().Where(attribute => attribute.Name.LocalName.StartsWith("dataRef", StringComparison.Ordinal)),
            attribute => Assert.Contains(attribute.Value, data));
    }

    [Fact]
    public void Version_1_2_keeps_the_rules_of_its_specification()
    {
        var xml = XDocument.Parse(Written(XliffVersion.V12, Segment("1.1", s_source, s_target, SegmentStatus.Approved)));
        XNamespace ns = "urn:oasis:names:tc:xliff:document:1.2";
        var file = xml.Root!.Elements(ns + "file").Single();

        // 2.2.1: original, source-language and datatype are required; header before body.
        Assert.All(["original", "source-language", "datatype"], name => Assert.NotNull(file.Attribute(name)));
        Assert.Equal(["header", "body"], file.Elements().Select(element => element.Name.LocalName));
        // 2.2.3: an id, then source, target, notes; approved is yes or no.
        var unit = file.Descendants(ns + "trans-unit").Single();
        Assert.Equal(("1.1", "yes"), ((string?)unit.Attribute("id"), (string?)unit.Attribute("approved")));
        Assert.Equal(["source", "target", "note"], unit.Elements().Select(element => element.Name.LocalName));
        // 2.3.2: every code has an id; each ept has its bpt; an it has pos open or close.
        Assert.All(unit.Element(ns + "source")!.Elements(), code => Assert.NotNull(code.Attribute("id")));
        Assert.Equal(
            unit.Descendants(ns + "bpt").Select(code => (string?)code.Attribute("id")).Order(),
            unit.Descendants(ns + "ept").Select(code => (string?)code.Attribute("id")).Order());
        Assert.All(unit.Descendants(ns + "it"), code => Assert.Matches("^(open|close)$", (string?)code.Attribute("pos")));
    }

    [Fact]
    public void A_segmented_file_of_another_tool_is_read_segment_by_segment()
    {
        const string Xliff =
            """
            <xliff version="1.2"><file original="x.docx" source-language="EN_us" target-language="zh-cn" datatype="x"><body>
            <trans-unit id="7"><source>One. Two.</source>
            <seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two <g id="3">x</g>.</mrk></seg-source>
            <target state="final"><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二<g id="3">甲</g>。</mrk></target></trans-unit>
            <trans-unit id="8"><source>Three</source></trans-unit><trans-unit id="9"><source/></trans-unit></body></file></xliff>
            """;

        var read = Read(Xliff, out var problems);

        Assert.Equal([("7.0", "One.", "一。"), ("7.1", "Two {1}x{/1}.", "二{1}甲{/1}。"), ("8", "Three", "")],
            read.Select(segment => (segment.Id, segment.Source.ToString(), segment.Target.ToString())));
        Assert.Equal([SegmentStatus.Approved, SegmentStatus.Approved, SegmentStatus.Todo], read.Select(segment => segment.Status));
        Assert.Equal(new("en-US", "zh-CN"), read[0].Pair);
        Assert.Equal("TM015", Assert.Single(problems).Code);
    }

    static string Written(XliffVersion version, params TranslatedSegment[] segments)
    {
        using MemoryStream stream = new();
        Article article = new("a/b.md", ArticleFormat.Markdown, "zh-Hans", "utf-8", "", "", [], [], []);
        Xliff.Write(stream, [new(article, new("zh-Hans", "en"), segments)], version);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    static TranslatedSegment Segment(string id, TaggedText source, TaggedText target, SegmentStatus status) => new(
        new(id, 1, BlockKind.Paragraph, source.Text, source.Tags, default), [], target, status, Origin.New, "azure", null, null,
        [new("NUM-001", Severity.Warning, "5 is <missing> & gone")]);

    static List<XliffSegment> Read(string xliff, out List<Problem> problems)
    {
        problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(xliff));
        return [.. Xliff.Read(stream, "a.xlf", problems)];
    }
}
