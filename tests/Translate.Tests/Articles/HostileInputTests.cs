using System.Diagnostics;
using System.Text;
using Translate.Articles;
using Translate.Segments;

namespace Translate.Tests.Articles;

public class HostileInputTests
{
    [Theory]
    [InlineData("a.html", "<div>", "</div>")]
    [InlineData("a.html", "<b><i>", "")]
    [InlineData("a.html", "<ul><li>", "</li></ul>")]
    [InlineData("a.html", "<table><tr><td>", "")]
    [InlineData("a.md", "> ", "")]
    [InlineData("a.md", "- ", "")]
    [InlineData("a.md", "1. ", "")]
    [InlineData("a.md", "- > ", "")]
    [InlineData("a.md", "**a *b ", "")]
    [InlineData("a.md", "[", "](x)")]
    [InlineData("a.txt", "（“", "”）")]
    public void Nesting_ten_thousand_deep_costs_bounded_time(string name, string open, string close)
    {
        var clock = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Repeat(open, 10_000)) + "深处的一段文字。" + string.Concat(Enumerable.Repeat(close, 10_000));

        var article = ArticleReader.Read(Encoding.UTF8.GetBytes(text), name, new(), out var problem);

        Assert.True(article is not null, problem?.ToString());
        Assert.Contains("深处的一段文字", string.Concat(article.Blocks.Select(block => block.Text)), StringComparison.Ordinal);
        Assert.NotEmpty(Segmenter.Default.Split(article));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Thousands_of_paragraphs_thousands_deep_cost_bounded_time()
    {
        var clock = Stopwatch.StartNew();
        var text = string.Concat(Enumerable.Range(0, 3000).Select(depth => $"<div class=c{depth}>")) + string.Concat(Enumerable.Repeat("<p>深处的一段文字，写得足够长，算得上是文章的一段。</p><li>返回首页</li>", 3000));

        var article = ArticleReader.Read(Encoding.UTF8.GetBytes(text), "a.html", new(), out _)!;

        Assert.Equal(3000, article.Blocks.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
    }

    [Fact]
    public void Lists_nested_line_by_line_cost_bounded_time()
    {
        var text = string.Concat(Enumerable.Range(0, 1_500).Select(depth => new string(' ', depth * 2) + "- 项\n"));

        Assert.NotNull(ArticleReader.Read(Encoding.UTF8.GetBytes(text), "a.md", new(), out _));
    }

    [Theory]
    [InlineData("[a](")]
    [InlineData("[r]: u\n")]
    public void Markdown_that_nobody_writes_costs_bounded_time(string piece)
    {
        var clock = Stopwatch.StartNew();

        Assert.NotNull(ArticleReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 100_000)) + "文字。"), "a.md", new(), out _));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("a.txt", "没有句号的一行，")]
    [InlineData("a.html", "<p>没有换行的一页。</p>")]
    [InlineData("a.md", "没有换行的一行。")]
    [InlineData("a.txt", "......!!!???")]
    [InlineData("a.txt", "a.b ")]
    public void A_line_of_millions_of_characters_costs_bounded_time(string name, string piece)
    {
        var clock = Stopwatch.StartNew();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1_500_000 / piece.Length)));

        var article = ArticleReader.Read(bytes, name, new(), out _)!;

        Assert.NotEmpty(Segmenter.Default.Split(article));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    [Fact]
    public void A_file_above_the_limit_is_refused_before_it_is_read()
    {
        using TemporaryFolder folder = new();
        using (var stream = File.Create(folder.File("a.txt"))) stream.SetLength(100_000_000);

        Assert.Null(ArticleReader.Read(folder.File("a.txt"), "a.txt", new(), out var problem));
        Assert.Equal("AR013", problem!.Code);
    }

    [Fact]
    public void Links_in_a_circle_and_names_with_tricks_do_no_harm()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights there");
        using TemporaryFolder folder = new();
        folder.Write("in/a.txt", "正文。");
        folder.Write("in/b\n...txt", "正文。");
        folder.Write("in/c;$(x) 'q'.txt", "正文。");
        Directory.CreateSymbolicLink(folder.File("in/loop"), folder.File("in"));
        File.CreateSymbolicLink(folder.File("in/self.txt"), folder.File("in/self.txt"));
        File.CreateSymbolicLink(folder.File("in/gone.txt"), folder.File("nowhere"));

        var names = ArticleFinder.Find([folder.File("in")], []).Select(file => file.Name).ToList();

        Assert.Equal(["a.txt", "b\n...txt", "c;$(x) 'q'.txt"], names);
        Assert.Null(ArticleReader.Read(folder.File("in/self.txt"), "self.txt", new(), out var problem));
        Assert.Equal("AR014", problem!.Code);
    }
}
