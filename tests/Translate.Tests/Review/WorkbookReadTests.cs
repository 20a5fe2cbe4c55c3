using Translate.Articles;
using Translate.Review;

namespace Translate.Tests.Review;

public class WorkbookReadTests
{
    [Fact]
    public void What_was_written_comes_back()
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Article();
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var read = ReviewWorkbook.Read(folder.File("a.xlsx"), out var problem);

        Assert.Null(problem);
        Assert.Equal(article.Segments.Select(segment => segment.Segment.Tagged.ToString()), read!.Rows.Select(row => row.Source));
        Assert.Equal(article.Segments.Select(segment => segment.Target.ToString()), read.Rows.Select(row => row.Target));
        Assert.Equal(article.Segments.Select(segment => segment.Segment.Id), read.Base.Select(row => row.Key.Segment));
        Assert.Equal(article.Pair, Assert.Single(read.Articles).Pair);
        Assert.Equal(article.Segments.Select(segment => segment.Terms.Count), read.Base.Select(row => row.Terms.Count));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30")]
    [InlineData("-x")]
    [InlineData("@name")]
    [InlineData("_x0041_ and _x000D_ and _x005F_x0041_")]
    [InlineData("a\u0001b\u001Fc")]
    [InlineData("lone \uD800 and \uDC00 surrogates")]
    [InlineData("line\r\nbreaks\nand\rreturns")]
    [InlineData("  spaces and\ttabs  ")]
    [InlineData("𠮷野家 👩‍👩‍👧 \u200F bidi \u00A0")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("<b>&amp;</b> ]]>")]
    public void Text_is_data(string text)
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Make("a.txt", [(BlockKind.Paragraph, 0, [(text, text + "x")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var row = Assert.Single(ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Rows);

        Assert.Equal(TaggedText.Plain(text).ToString(), row.Source);
        Assert.Equal(TaggedText.Plain(text + "x").ToString(), row.Target);
    }

    [Fact]
    public void A_text_too_long_for_a_cell_is_cut_with_a_word()
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Make("a.txt", [(BlockKind.Paragraph, 0, [(new string('长', 40_000), "long")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var row = Assert.Single(ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Rows);

        Assert.Equal(32767, row.Source!.Length);
        Assert.Contains("40000 characters", row.Source, StringComparison.Ordinal);
    }
}
