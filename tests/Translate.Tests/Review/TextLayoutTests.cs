using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>Line counts as LibreOffice set these texts in DejaVu Sans and Noto Sans CJK, which are wider than most fonts.</summary>
public class TextLayoutTests
{
    [Theory]
    [InlineData("", 27.5, 1)]
    [InlineData("大模型的幻觉问题仍未解决。", 42, 1)]
    [InlineData("Warning TRM-001: “幻觉问题” has none of its forms in the target; write “hallucination” (or “hallucinate”, “AI hallucination”, “hallucinated”)", 27.5, 5)]
    [InlineData("“业内人士” has none of its forms in the target; write “industry insider” (or “insider”, “industry source”, “industry expert”)", 78, 2)]
    [InlineData("one\ntwo\n\nfour", 40, 4)]
    [InlineData("averyveryveryverylongwordthatnobodywrites", 10, 5)]
    public void Lines_are_neither_cut_nor_much_fewer_than_there_is_room_for(string text, double width, int expected) =>
        Assert.Equal(expected, TextLayout.Lines(text, width));

    [Fact]
    public void Quotation_marks_are_wide_beside_Han_only()
    {
        var latin = string.Concat(Enumerable.Repeat("“a” ", 20));
        var han = string.Concat(Enumerable.Repeat("“甲”", 20));

        Assert.True(TextLayout.Lines(latin, 40) <= 2, "as narrow as letters");
        Assert.True(TextLayout.Lines(han, 40) >= 3, "as wide as Han characters");
    }
}
