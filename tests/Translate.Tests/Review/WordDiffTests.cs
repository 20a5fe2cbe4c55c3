using CsCheck;
using Translate.Review;

namespace Translate.Tests.Review;

public class WordDiffTests
{
    [Fact]
    public void Words_and_Han_characters_are_compared_one_by_one()
    {
        var parts = WordDiff.Compare("a large model 很大", "a foundation model 很小");

        Assert.Equal("a [-large][+foundation] model 很[-大][+小]", string.Concat(parts.Select(part => part.Kind switch
        {
            DiffKind.Removed => $"[-{part.Text}]",
            DiffKind.Added => $"[+{part.Text}]",
            _ => part.Text,
        })));
        Assert.Equal((2, 5), WordDiff.Distance("a large model 很大", "a foundation model 很小"));
    }

    [Fact]
    public void Both_texts_can_be_read_off_the_difference() =>
        Gen.Select(Gen.Char["ab 大小,1."].Array[0, 20], Gen.Char["ab 大小,1."].Array[0, 20]).Sample((before, after) =>
        {
            var parts = WordDiff.Compare(new(before), new(after));

            Assert.Equal(new(before), string.Concat(parts.Where(part => part.Kind != DiffKind.Added).Select(part => part.Text)));
            Assert.Equal(new(after), string.Concat(parts.Where(part => part.Kind != DiffKind.Removed).Select(part => part.Text)));
        });

    [Fact]
    public void No_edit_is_more_than_to_write_the_text_anew() => Assert.Equal((4, 4), WordDiff.Distance("甲乙丙同", "同丁戊己"));
}
