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

    [Theory]
    [InlineData("<p>甲<!--more-->乙。<!-- a > b --></p><!-- between --><p>丙</p>", "<p>T1<!--more--><!-- a > b --></p><!-- between --><p>T2</p>")]
    [InlineData("<p>甲<b>乙<!----></b><!-- 1 -->丙<!-- 2\n -->丁</p>", "<p>T1<!----><!-- 1 --><!-- 2\n --></p>")]
    [InlineData("<p>甲&lt;!-- 字 --&gt;乙</p>", "<p>T1</p>")]
    public void Comments_inside_a_paragraph_of_a_page_follow_its_translation(string source, string expected) =>
        Assert.Equal(expected, Publish("a.html", source, block => $"T{block.Number}", new()));

    [Theory]
    [InlineData("<p>甲<iframe src=x></iframe>乙<svg><text>图</text></svg><input>丙</p>", "甲{1/}乙{2/}{3/}丙", "A{2/}B{3/}C{1/}", "<p>A<svg><text>图</text></svg>B<input>C<iframe src=x></iframe></p>")]
    [InlineData("<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>", "{1}汉{2/}{/1}字", "{1}Han{2/}{/1} script", "<p><ruby>Han<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby> script</p>")]
    [InlineData("<p>甲<script>a(\"</p>\")</script>乙<span style='display: none'>藏</span>丙</p>", "甲乙{1/}丙", "A{1/}B", "<p>A<span style='display: none'>藏</span>B<script>a(\"</p>\")</script></p>")]
    [InlineData("<div>甲<br><video></video><br>乙</div>", "甲", "A", "<div>A<br><video></video><br>乙</div>")]
    [InlineData("<div>甲<br><video></video>乙</div>", "甲\n{1/}乙", "A\n{1/}B", "<div>A<br><video></video>B</div>")]
    [InlineData("<pre>甲\n  乙</pre>", "甲\n  乙", "A\n  B", "<pre>A\n  B</pre>")]
    [InlineData("<title>甲</title>", "甲", "A\nB", "<title>A B</title>")]
    public void What_a_page_shows_beside_its_text_stays_in_its_paragraph(string source, string first, string target, string expected) =>
        Assert.Equal((first, expected), PublishFirst("a.html", source, target, new(KeepAll: true)));

    [Theory]
    [InlineData("a.html", "<title>题</title><p>看<img src=a>图</p>", "<title>题 / T1</title><p>看<img src=a>图<br>T2</p>")]
    [InlineData("a.md", "看`码`和 ` 号\n", "看`码`和 &#96; 号\n\nT1`码`\n")]
    [InlineData("a.md", "看`码`<img src=a>图\n", "看`码`<img src=a>图\n\nT1`码`\n")]
    public void Both_languages_stand_beside_each_other_without_harm(string name, string source, string expected) =>
        Assert.Equal(expected, Publish(name, source, block => $"T{block.Number}", new(Bilingual: true)));

    [Theory]
    [InlineData("<title>工厂里的大模型_某网</title><h1>工厂里的大模型</h1>", "<title>A &lt;b&gt; B_某网</title><h1>A &lt;b&gt;<br>B</h1>")]
    [InlineData("<title>某网</title><h1>工厂里的大模型</h1>", "<title>某网</title><h1>A &lt;b&gt;<br>B</h1>")]
    public void A_page_takes_the_title_of_its_article(string source, string expected) =>
        Assert.Equal(expected + "<p>T2</p>", Publish("a.html", source + "<p>正文的第一段写得足够长，算得上是文章。</p>", block => block.Number == 1 ? "A <b>\nB" : "T2", new()));

    [Fact]
    public void A_bar_in_a_cell_ends_no_cell() =>
        Assert.Equal("|a\\|b|乙|\n|-|-|\n", Publish("a.md", "|甲|乙|\n|-|-|\n", block => block.Number == 1 ? "a|b" : "乙", new()));

    [Theory]
    [InlineData("见[官网]和[博客][]。\n\n[官网]: https://a.b\n[博客]: https://c.d\n", "见{1}官网{/1}和{2}博客{/2}。", "See {1}site{/1} and {2}blog{/2}.", "See [site][官网] and [blog][博客].\n\n[官网]: https://a.b\n[博客]: https://c.d\n")]
    [InlineData("- [ ] 待办**事项**很多\n", "待办{1}事项{/1}很多", "Many {1} items {/1}to do", "- [ ] Many  **items** to do\n")]
    [InlineData("The **model** wins.\n", "The {1}model{/1} wins.", "{1}“模型”{/1}赢了。", "<strong>“模型”</strong>赢了。\n")]
    [InlineData("甲*乙*丙~~丁~~戊\n", "甲{1}乙{/1}丙{2}丁{/2}戊", "5~10% {1}and{/1} 10~20% {2}gone{/2}", "5\\~10% *and* 10\\~20% ~~gone~~\n")]
    [InlineData("甲`乙`丙\n", "甲{1/}丙", "a `b`{1/}.", "a &#96;b&#96;`乙`.\n")]
    [InlineData("甲 ` 乙 | 丙\n-|-\n丁 | 戊\n", "甲 ` 乙", "a `b`", "a &#96;b&#96; | 丙\n-|-\n丁 | 戊\n")]
    [InlineData("甲\\\n乙\n===\n", "甲\n乙", "a\nb\n", "a\\\nb\n===\n")]
    [InlineData("**甲**`码`\n<b>乙</b>\n", "{1}甲{/1}{2/}{3}乙{/3}", "**x**{1} a {2/} {/1}{3}b{/3}", "\\*\\*x\\*\\* **a `码`** <b>b</b>\n")]
    [InlineData("甲\n\n乙\n", "甲", "1.\n===", "1\\.\\\n\\===\n\n乙\n")]
    [InlineData("甲\r\n\r\n乙\r\n", "甲", "a\nb", "a\\\r\nb\r\n\r\n乙\r\n")]
    public void Markup_of_Markdown_stays_what_it_is_around_other_words(string source, string first, string target, string expected) =>
        Assert.Equal((first, expected), PublishFirst("a.md", source, target, new()));

    [Theory]
    [InlineData("a.md", "**标(biāo)题**和正文，[很(hěn)贵](https://a.b)\n", "**标题**和正文，[很贵](https://a.b)\n")]
    [InlineData("a.html", "<p><b>标(biāo)题</b>和正文，<a href=\"x\">很(hěn)贵</a></p>", "<p><b>标题</b>和正文，<a href=\"x\">很贵</a></p>")]
    public void What_was_cleaned_is_published_within_its_own_markup(string name, string source, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var article = new Cleaner(CleaningOptions.Default, ["大模型"]).Clean(ArticleReader.Read(bytes, name, new(KeepAll: true), out _)!);

        var published = ArticleWriter.Write(article, bytes, article.Blocks.ToDictionary(block => block.Number, block => block.Tagged), new());

        Assert.Equal(expected, Encoding.UTF8.GetString(published));
    }

    [Fact]
    public void Stars_that_the_parser_pairs_across_cells_take_no_other_cell_with_them()
    {
        const string table = "甲*重点***也不是。**C乙 | <b>粗体</b>乙\n|:--|--:|\n|**不是。**|丙|\n";

        var bytes = Encoding.UTF8.GetBytes(table);
        var article = ArticleReader.Read(bytes, "a.md", new(), out _)!;

        var last = article.Blocks.Single(block => block.Text == "丙");
        var published = Encoding.UTF8.GetString(ArticleWriter.Write(article, bytes, new Dictionary<int, TaggedText> { [last.Number] = TaggedText.Plain("C") }, new()));

        Assert.Equal(table.Replace("丙", "C", StringComparison.Ordinal), published);
    }

    [Theory]
    [InlineData("a.html", "<body><p>正文的第一段写得足够长，算得上是文章。</p><ul class=x>\n<li><a href=a>热门推荐</a></li> <li><b>责任编辑：张三</b></li></ul><p>正文的第二段也写得足够长，算得上。</p></body>",
        "<body><p>正文的第一段写得足够长，算得上是文章。</p><p>正文的第二段也写得足够长，算得上。</p></body>")]
    [InlineData("a.html", "<title>工厂里的大模型_某网</title><body><div><h1>工厂里的大模型</h1><p>正文的第一段写得足够长，算得上是文章。</p></div><div class=related><p><b>张三</b></p><p>关注</p></div><div class=related><a href=x>另一篇</a></div></body>",
        "<title>工厂里的大模型_某网</title><body><div><h1>工厂里的大模型</h1><p>正文的第一段写得足够长，算得上是文章。</p></div></body>")]
    [InlineData("a.html", "<body><div><table class=info><tr><td>发文机关</td><td>某厅</td></tr><tr><td>日期</td><td>某日</td></tr></table></div><div><h1>工厂里的大模型</h1><p>正文的第一段写得足够长，算得上是文章。</p></div></body>",
        "<body><div><table class=info><tr><td></td><td></td></tr><tr><td></td><td></td></tr></table></div><div><h1>工厂里的大模型</h1><p>正文的第一段写得足够长，算得上是文章。</p></div></body>")]
    [InlineData("a.html", "<table><tr><td>责任编辑：张三</td><td>正文的一段写得足够长，算得上是文章，不会丢。</td></tr></table>", "<table><tr><td></td><td>正文的一段写得足够长，算得上是文章，不会丢。</td></tr></table>")]
    [InlineData("a.md", "正文一段。\n\n- 责任编辑：张三\n\n正文二段。\n", "正文一段。\n\n\n正文二段。\n")]
    [InlineData("a.md", "正文一段。\n\n**责任编辑：张三**\n\n1. [责任编辑：李四](x)\n2. 正文二段。\n", "正文一段。\n\n2. 正文二段。\n")]
    [InlineData("a.md", "正文一段。\n\n相关阅读\n---\n\n正文二段。\n", "正文一段。\n\n\n正文二段。\n")]
    [InlineData("a.txt", "正文一段。\n责任编辑：张三\n正文二段。", "正文一段。\n正文二段。")]
    public void What_is_dropped_leaves_no_empty_element_or_line(string name, string source, string expected) =>
        Assert.Equal(expected, Publish(name, source, block => block.Text, new(LeftOut: LeftOutParts.Drop)));

    /// <summary>The first block as a reviewer sees it, and the article with that block's target in its place.</summary>
    static (string First, string Published) PublishFirst(string name, string source, string target, ReadingOptions options)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var article = ArticleReader.Read(bytes, name, options, out _)!;
        var first = article.Blocks[0].Tagged;
        var published = ArticleWriter.Write(article, bytes, new Dictionary<int, TaggedText> { [1] = TaggedText.Parse(target, first.Tags) }, new());
        return (first.ToString(), Encoding.UTF8.GetString(published));
    }

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
