using Translate.Scripts;

namespace Translate.Tests.Scripts;

public class FoldingTests
{
    [Theory]
    [InlineData("人工智慧與機器學習", "人工智慧与机器学习")]
    [InlineData("ＬＬＭ　模型（２．０）", "llm 模型(2.0)")]
    [InlineData("GPT-4o 乾淨", "gpt-4o 干净")]
    [InlineData("𠮷野家", "𠮷野家")]
    public void Text_folds_to_simplified_half_width_lower_case(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folding_folded_text_changes_nothing_for_any_unit()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
            Assert.Equal(Folding.Fold((char)unit), Folding.Fold(Folding.Fold((char)unit)));
    }

    [Fact]
    public void Surrogates_stay_as_they_are()
    {
        for (var unit = '\uD800'; unit <= '\uDFFF'; unit++) Assert.Equal(unit, Folding.Fold(unit));
    }
}
