using System.Text;
using Translate.Articles;

namespace Translate.Tests.Articles;

public class HtmlReadingTests
{
    const string Page = """
        <html><head><title>大模型落地之年_某网</title><script>var a = "<p>代码。</p>";</script></head><body>
        <nav><a href=/>首页</a> <a href=/n>资讯</a></nav>
        <div class="wrap"><h1>大模型落地之年</h1><div class=info>来源：某网</div>
        <div class="content"><p>　　当前，大模型正在走进工厂，成本也在下降。</p>
        <p>一位负责人说，来源很多，关注它的人也很多。<br>　　他们还在招人。</p><p style="display: none">看不见的字，不是正文。</p></div>
        <div class="related"><h3>相关阅读</h3><ul><li><a href=/1>另一篇，标题很长很长的文章</a></li><li><a href=/2>又一篇文章</a></li></ul></div></div>
        <div class=foot>举报电话：010-0000 客服电话：010-0001，版权所有，复制必究，未经许可，不得转载。</div></body></html>
        """;

    static Article Read(string page, bool keepAll = false)
    {
        var article = ArticleReader.Read(Encoding.UTF8.GetBytes(page), "a.html", new(KeepAll: keepAll), out var problem);
        Assert.Null(problem);
        return article!;
    }

    [Fact]
    public void The_body_and_its_title_are_kept_and_nothing_else() => Assert.Equal(
        ["Title 大模型落地之年", "Paragraph 当前，大模型正在走进工厂，成本也在下降。", "Paragraph 一位负责人说，来源很多，关注它的人也很多。", "Paragraph 他们还在招人。"],
        Read(Page).Blocks.Select(block => $"{block.Kind} {block.Text}"));

    [Theory]
    [InlineData("首页")]
    [InlineData("来源：某网")]
    [InlineData("相关阅读")]
    [InlineData("另一篇")]
    [InlineData("版权所有")]
    public void What_was_left_out_stands_in_the_ledger_with_its_place(string text)
    {
        var part = Assert.Single(Read(Page).LeftOut, part => part.Text.Contains(text, StringComparison.Ordinal));

        Assert.Contains(text, part.Range.In(Page), StringComparison.Ordinal);
    }

    [Fact]
    public void Keep_all_brings_everything_in_but_code_and_what_is_hidden()
    {
        var article = Read(Page, keepAll: true);

        Assert.Empty(article.LeftOut);
        Assert.Contains(article.Blocks, block => block.Text.Contains("版权所有", StringComparison.Ordinal));
        Assert.DoesNotContain(article.Blocks, block => block.Text.Contains("代码", StringComparison.Ordinal) || block.Text.Contains("看不见", StringComparison.Ordinal));
    }

    [Fact]
    public void Markup_around_a_whole_paragraph_is_no_tag_and_icons_are_no_text() =>
        Assert.Equal("一{1}二{/1}{2}{3/}{/2}三。", Assert.Single(Read("<p><b>一<i>二</i><em>\uE602</em>三。</b></p>").Blocks).Tagged.ToString());
}
