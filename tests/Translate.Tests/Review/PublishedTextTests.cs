using Translate.Articles;
using Translate.Review;
using Translate.Segments;

namespace Translate.Tests.Review;

public class PublishedTextTests
{
    const string Text = "他说：大模型很贵。但是，推理更贵。  第三句 有空格。";

    static readonly Block s_block = new(1, BlockKind.Paragraph, 0, Text,
        [new(1, TagKind.Open, 3, "**"), new(1, TagKind.Close, 13, "**"), new(2, TagKind.Empty, Text.Length, "<br>")], OffsetMap.Identity(0, Text.Length));

    static readonly Article s_article = new("a.md", ArticleFormat.Markdown, "zh-Hans", "utf-8", "", Text, [s_block], [], []);

    static IReadOnlyList<Segment> Segments => Segmenter.Default.Split(s_article);

    [Fact]
    public void Source_as_target_gives_the_block_back_exactly()
    {
        var blocks = PublishedText.Of(s_article, Segments, Rows(segment => segment.Tagged.ToString()), Unapproved.Refuse, out var problem);

        Assert.Null(problem);
        Assert.Equal(3, Segments.Count);
        Assert.Equal(Text, blocks![1].Text);
        Assert.Equal(s_block.Tags, blocks[1].Tags);
    }

    [Fact]
    public void English_sentences_are_parted_by_a_space_and_tags_keep_their_markup()
    {
        var blocks = PublishedText.Of(s_article, Segments, Rows(segment => segment.Id switch
        {
            "1.1" => "He said {1}models are costly.",
            "1.2" => "But{/1} inference costs more.",
            _ => "Third.{1/}",
        }), Unapproved.Refuse, out _);

        Assert.Equal("He said models are costly. But inference costs more.  Third.", blocks![1].Text);
        Assert.Equal(["**", "**", "<br>"], blocks[1].Tags.Select(tag => tag.Raw));
        Assert.Equal([8, 30, 60], blocks[1].Tags.Select(tag => tag.Position));
    }

    [Fact]
    public void Joined_rows_leave_no_hole()
    {
        var rows = Rows(segment => segment.Id == "1.1" ? "Both at {1}once{/1}." : segment.Id == "1.2" ? "" : "Third.")
            .Select(row => row.Base.Key.Segment == "1.2" ? row with { Status = SegmentStatus.Joined } : row);

        var blocks = PublishedText.Of(s_article, Segments, rows, Unapproved.Refuse, out _);

        Assert.Equal("Both at once.  Third.", blocks![1].Text);
        Assert.Equal(2, blocks[1].Tags.Count);
    }

    [Fact]
    public void What_nobody_approved_is_refused_or_marked()
    {
        var rows = Rows(_ => "x").Select(row => row.Base.Key.Segment == "1.3" ? row with { Status = SegmentStatus.Draft } : row).ToList();

        Assert.Null(PublishedText.Of(s_article, Segments, rows, Unapproved.Refuse, out var problem));
        Assert.Equal("WB021", problem!.Code);
        Assert.EndsWith("⟦x⟧", PublishedText.Of(s_article, Segments, rows, Unapproved.Mark, out _)![1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_input_is_noticed()
    {
        var other = s_article with { Blocks = [s_block with { Text = Text.Replace("很贵", "便宜", StringComparison.Ordinal) }] };

        Assert.Null(PublishedText.Of(other, Segmenter.Default.Split(other), Rows(_ => "x"), Unapproved.Keep, out var problem));
        Assert.Equal("WB020", problem!.Code);
    }

    static IEnumerable<MergedRow> Rows(Func<Segment, string> target) => Segments.Select(segment =>
    {
        var source = segment.Tagged.ToString();
        BaseRow row = new(RowKey.For("00000000", segment.Id, source, ""), "Text", source, "", SegmentStatus.Todo, Origin.Empty, "", [], null, "", []);
        return new MergedRow(new("00000000", "a.md", "", new("zh-Hans", "en"), "Markdown", "utf-8"), row, target(segment), SegmentStatus.Approved, "", null, [], false);
    });
}
