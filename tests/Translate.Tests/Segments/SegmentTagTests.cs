using CsCheck;
using Translate.Articles;
using Translate.Segments;

namespace Translate.Tests.Segments;

public class SegmentTagTests
{
    [Fact]
    public void Opening_tags_go_to_the_following_segment_and_closing_tags_to_the_preceding_one()
    {
        var segments = Split("他走了。她来了。", new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 4, "</b>"), new(2, TagKind.Open, 4, "<i>"), new(2, TagKind.Close, 8, "</i>"));

        Assert.Equal(["{1}他走了。{/1}", "{1}她来了。{/1}"], segments.Select(segment => segment.Tagged.ToString()));
        Assert.Equal(["7.1", "7.2"], segments.Select(segment => segment.Id));
    }

    [Fact]
    public void A_pair_around_two_segments_leaves_a_lone_tag_in_each()
    {
        var segments = Split("One. Two.", new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 9, "</b>"));

        Assert.Equal(["{1}One.", "Two.{/1}"], segments.Select(segment => segment.Tagged.ToString()));
    }

    [Fact]
    public void A_pair_around_nothing_stays_together()
    {
        var segments = Split("One. Two.", new(1, TagKind.Open, 4, "<a>"), new(1, TagKind.Close, 4, "</a>"));

        Assert.Equal(["One.", "{1}{/1}Two."], segments.Select(segment => segment.Tagged.ToString()));
    }

    [Fact]
    public void Every_tag_stands_in_exactly_one_segment_with_numbers_from_one() =>
        Gen.Select(Gen.Char["a. 。A"].Array[1, 20], Gen.Int[0, 20].Array[0, 5]).Sample((letters, places) =>
        {
            var text = new string(letters) + "x";
            var tags = places.Select(place => Math.Min(place, text.Length)).Order()
                .Select((place, i) => new InlineTag(i / 2 + 1, i % 2 == 0 ? TagKind.Open : TagKind.Close, place, $"<{i}>")).ToArray();

            var segments = Split(text, tags);

            Assert.Equal(tags.Select(tag => tag.Raw), segments.SelectMany(segment => segment.Tags).Select(tag => tag.Raw));
            Assert.All(segments, segment => Assert.True(segment.Tags.Count == 0 || segment.Tags.Select(tag => tag.Number).Distinct().Order().SequenceEqual(
                Enumerable.Range(1, segment.Tags.Select(tag => tag.Number).Distinct().Count()))));
            Assert.All(segments, segment => Assert.All(segment.Tags, tag => Assert.InRange(tag.Position, 0, segment.Source.Length)));
        });

    static List<Segment> Split(string text, params InlineTag[] tags) =>
        [.. Segmenter.Default.Split(new Block(7, BlockKind.Paragraph, 0, text, tags, OffsetMap.Identity(0, text.Length)), "zh")];
}
