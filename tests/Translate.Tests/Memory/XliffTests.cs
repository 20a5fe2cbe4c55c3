using System.Text;
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

    [Theory]
    [InlineData(XliffVersion.V12, "天气好。", "我们很高兴。", "天气好。我们很高兴。")]
    [InlineData(XliffVersion.V21, "It is fine.", "We are glad.", "It is fine. We are glad.")]
    public void What_is_joined_to_a_segment_is_one_pair_with_it(XliffVersion version, string first, string second, string together)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("a.xlf"), Written(version,
            Segment("1.1", TaggedText.Plain(first), TaggedText.Plain("both"), SegmentStatus.Approved),
            Segment("1.2", TaggedText.Plain(second), TaggedText.None, SegmentStatus.Joined),
            Segment("2.1", TaggedText.Plain("LLM"), TaggedText.Plain("alone"), SegmentStatus.Approved)));

        var pairs = Xliff.ReadPairs(folder.File("a.xlf"), []).Select(entry => (entry.Source.Text, entry.Target.Text));
        var rows = Translate.Checks.BilingualFile.Read(folder.File("a.xlf"), null, null, []).Select(row => (row.Row, row.Source.Text, row.Target.Text));

        Assert.Equal([(together, "both"), ("LLM", "alone")], pairs);
        Assert.Equal([(1, together, "both"), (3, "LLM", "alone")], rows);
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
