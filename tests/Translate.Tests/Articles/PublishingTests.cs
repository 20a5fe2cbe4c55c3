using System.Text;
using Markdig;
using Translate.Articles;

namespace Translate.Tests.Articles;

public class PublishingTests
{
    [Theory]
    [InlineData("# 标题\n\n正文。\n", "# 标题 / T1\n\n正文。\n\nT2\n")]
    [InlineData("- 甲\n  - 乙\n1. 丙\n", "- 甲\\\n  T1\n  - 乙\\\n    T2\n1. 丙\\\n   T3\n")]
    [InlineData("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", "| 甲<br>T1 | 乙<br>T2 |\n|---|---|\n| 丙<br>T3 | 丁<br>T4 |\n")]
    [InlineData("> 引用。\n", "> 引用。\n>\n> T1\n")]
    [InlineData("**全部加粗。**\n", "**全部加粗。\\\nT1**\n")]
    [InlineData("标题\n===\n", "标题 / T1\n===\n")]
    public void A_bilingual_Markdown_file_keeps_its_structure(string source, string expected)
    {
        var published = Publish("a.md", source, block => $"T{block.Number}", new(Bilingual: true));

        Assert.Equal(expected, published);
        Assert.Equal(Shape(source, perParagraph: false), Shape(published, perParagraph: false));
    }

    [Theory]
    [InlineData("a.md", "> 引用。\n", "> L1\\\n> \\# L2\n")]
    [InlineData("a.md", "- 甲\n", "- L1\\\n  \\# L2\n")]
    [InlineData("a.md", "# 甲\n", "# L1 \\# L2\n")]
    [InlineData("a.md", "|甲|乙|\n|-|-|\n", "|L1<br>\\# L2|L1<br>\\# L2|\n|-|-|\n")]
    [InlineData("a.html", "<p>甲乙丙。</p>", "<p>L1<br># L2</p>")]
    [InlineData("a.txt", "甲乙丙。", "L1\n# L2")]
    public void A_line_break_of_a_translation_is_one_in_the_article(string name, string source, string expected) =>
        Assert.Equal(expected, Publish(name, source, _ => "L1\n# L2", new()));

    [Fact]
    public void A_bar_in_a_cell_ends_no_cell() =>
        Assert.Equal("|a\\|b|乙|\n|-|-|\n", Publish("a.md", "|甲|乙|\n|-|-|\n", block => block.Number == 1 ? "a|b" : "乙", new()));

    [Theory]
    [InlineData("a.html", "<body><p>正文的第一段写得足够长，算得上是文章。</p><ul class=x>\n<li><a href=a>热门推荐</a></li> <li><b>责任编辑：张三</b></li></ul><p>正文的第二段也写得足够长，算得上。</p></body>",
        "<body><p>正文的第一段写得足够长，算得上是文章。</p><p>正文的第二段也写得足够长，算得上。</p></body>")]
    [InlineData("a.html", "<table><tr><td>责任编辑：张三</td><td>正文的一段写得足够长，算得上是文章，不会丢。</td></tr></table>", "<table><tr><td></td><td>正文的一段写得足够长，算得上是文章，不会丢。</td></tr></table>")]
    [InlineData("a.md", "正文一段。\n\n- 责任编辑：张三\n\n正文二段。\n", "正文一段。\n\n\n正文二段。\n")]
    [InlineData("a.txt", "正文一段。\n责任编辑：张三\n正文二段。", "正文一段。\n正文二段。")]
    public void What_is_dropped_leaves_no_empty_element_or_line(string name, string source, string expected) =>
        Assert.Equal(expected, Publish(name, source, block => block.Text, new(LeftOut: LeftOutParts.Drop)));

    static string Publish(string name, string source, Func<Block, string> target, PublishOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var article = ArticleReader.Read(bytes, name, new(), out var problem);
        Assert.Null(problem);
        return Encoding.UTF8.GetString(ArticleWriter.Write(article!, bytes, article!.Blocks.ToDictionary(block => block.Number, block => TaggedText.Plain(target(block))), options));
    }

    // Which elements the parser finds, apart from texts, line breaks and paragraphs, of which there are more.
    static string Shape(string markdown, bool perParagraph)
    {
        var html = Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build());
        var names = System.Text.RegularExpressions.Regex.Matches(html, "<([a-z0-9]+)").Select(match => match.Groups[1].Value);
        return string.Join(' ', names.Where(name => name != "br" && (perParagraph || name != "p")));
    }
}
