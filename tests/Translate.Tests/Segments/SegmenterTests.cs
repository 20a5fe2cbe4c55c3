using CsCheck;
using Translate.Articles;
using Translate.Segments;
using Translate.Tests.Articles;

namespace Translate.Tests.Segments;

public class SegmenterTests
{
    [Fact]
    public void Gaps_and_segments_joined_give_the_text_back_for_any_text() =>
        Gen.Char["。！？….!?；，：“”‘’「」《》（）()\"' \n\r\t\u200B\u3000aAbI1 25他说的•\uD83D\uDE00\uD800"].Array[0, 60].Sample(letters => AssertLaw(new(letters)));

    [Fact]
    public void The_law_holds_for_arbitrary_units() => Gen.Char.Array[0, 80].Sample(letters => AssertLaw(new(letters)));

    [Theory]
    [InlineData("a.")]
    [InlineData("。”")]
    [InlineData("(a. ")]
    [InlineData("“他！")]
    [InlineData("A. ")]
    [InlineData(". ")]
    [InlineData("a)\n")]
    [InlineData("1. 2. \"")]
    [InlineData("a.🎉")]
    [InlineData("a.[1]")]
    [InlineData("(a) b (b) ")]
    public void Hostile_text_takes_linear_time(string unit) => AssertLaw(string.Concat(Enumerable.Repeat(unit, 50_000)));

    [Fact]
    public void A_long_line_is_read_to_its_end_before_it_is_taken_for_the_rest_of_the_line_above() =>
        Assert.Single(Segmenter.Default.Split($"The converter\nbreaks {string.Concat(Enumerable.Repeat("every other ", 50))}line.", "en"));

    [Fact]
    public void The_question_marks_of_damage_that_was_left_end_no_segment()
    {
        const string Text = "周牧说，这让一次完?碛?练的成本下降了。真的吗?是的。";
        var article = CleanerTests.ArticleOf(Text) with { Repairs = [new("byte-shift", RepairState.Proposed, 1, TextRange.At(9, 3), "?碛?", "整训(")] };

        var sources = Segmenter.Default.Split(article).Select(segment => segment.Source);

        Assert.Equal(["周牧说，这让一次完?碛?练的成本下降了。", "真的吗?", "是的。"], sources);
    }

    [Fact]
    public void Semicolons_end_a_segment_only_by_option()
    {
        Assert.Single(Segmenter.Default.Split("甲；乙。", "zh"));
        Assert.Equal(2, Segmenter.WithSemicolons(Semicolons.End).Split("甲；乙。", "zh").Count);
    }

    static void AssertLaw(string text)
    {
        var at = 0;
        foreach (var segment in Segmenter.Default.Split(text, "zh"))
        {
            Assert.True(segment.Start >= at && segment.End <= text.Length);
            Assert.True(IsGap(text[at..segment.Start]) && !segment.IsEmpty);
            Assert.False(Units.IsSpace(text[segment.Start]) || Units.IsSpace(text[segment.End - 1]));
            at = segment.End;
        }

        Assert.True(IsGap(text[at..]));
    }

    static bool IsGap(string text) => text.All(Units.IsSpace);
}
