using System.Text;
using CsCheck;
using Translate.Articles;

namespace Translate.Tests.Articles;

public class ReadingTests
{
    static Article Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    static Article Read(string name, byte[] bytes)
    {
        var article = ArticleReader.Read(bytes, name, new(), out var problem);
        Assert.Null(problem);
        return article!;
    }

    [Fact]
    public void Markdown_keeps_structure_and_inline_marks_apart()
    {
        var article = Read("a.md", "# 标题\n\n正文有**粗体**和[链接](https://example.com)。\n\n- 一\n- 二\n\n```\n代码\n```\n");

        Assert.Equal(
            ["Title 标题", "Paragraph 正文有{1}粗体{/1}和{2}链接{/2}。", "ListItem 一", "ListItem 二"],
            article.Blocks.Select(block => $"{block.Kind} {block.Tagged}"));
        Assert.Equal("](https://example.com)", article.Blocks[1].Tags[3].Raw);
        Assert.Equal("code", Assert.Single(article.LeftOut).Reason);
    }

    [Theory]
    [InlineData("按<kbd>Esc</kbd>，看<A href='x'>**粗**的</A>图。", "按{1}Esc{/1}，看{2}{3}粗{/3}的{/2}图。")]
    [InlineData("水是H<sub>2</sub>O<br>和<b>没有结尾，**跨<i>界**的</i>，<u><s>交</u>错</s>，<!-- 注 -->末。", "水是H{1}2{/1}O{2/}和{3/}没有结尾，{4}跨{5/}界{/4}的{6/}，{7}{8/}交{/7}错{9/}，{10/}末。")]
    [InlineData("<b>全是粗体。</b>", "全是粗体。")]
    [InlineData("他姓<ruby>解<rp>（</rp><rt>*xiè*</rt><rp>）</rp></ruby>，<rt>不</rt><rt>姓谢。", "他姓{1}解{2/}{/1}，{3/}{4/}姓谢。")]
    public void Elements_in_a_line_of_Markdown_are_pairs_where_they_nest(string input, string expected) =>
        Assert.Equal(expected, Assert.Single(Read("a.md", input).Blocks).Tagged.ToString());

    [Theory]
    [InlineData("第一行\n第二行 and\nso on\n", "第一行第二行 and so on")]
    [InlineData("第一行\n第二行 \n**and**\nso on\n---\n", "第一行第二行{1}and{/1} so on")]
    [InlineData("> 甲\n> 乙\n> ===\n", "甲乙")]
    [InlineData("　　第一段。\n　　第二段。\n", "第一段。\n第二段。")]
    [InlineData("步骤：\n1）打开\n2）运行\n（三）关上\n① 甲\n二、乙\n", "步骤：\n1）打开\n2）运行\n（三）关上\n① 甲\n二、乙")]
    public void Lines_of_a_Markdown_paragraph_are_joined_unless_they_begin_like_paragraphs(string input, string expected) =>
        Assert.Equal(expected, Assert.Single(Read("a.md", input).Blocks).Tagged.ToString());

    [Fact]
    public void Html_entities_are_decoded_and_lead_back_to_their_place()
    {
        var input = "<html><body><div class=article><p>A&amp;B 的<b>大模型</b>&#x4E2D;国，很好，非常好。</p></div></body></html>";
        var article = Read("a.html", input);

        var block = Assert.Single(article.Blocks);
        Assert.Equal("A&B 的{1}大模型{/1}中国，很好，非常好。", block.Tagged.ToString());
        Assert.Equal("&amp;", block.Map.ToInput(new TextRange(1, 2)).In(input));
        Assert.Equal("&#x4E2D;", block.Map.ToInput(TextRange.At(block.Text.IndexOf('中'), 1)).In(input));
    }

    [Fact]
    public void A_page_that_declares_gb2312_and_is_utf8_is_read_as_utf8() =>
        Assert.Equal("utf-8", Read("a.html", "<meta charset=gb2312><p>大模型创业公司完成融资，金额为五亿元。</p>").Encoding);

    [Theory]
    [InlineData("big5", "gb18030", "大模型创业公司完成融资，金额为五亿元，创始人表示，这笔钱将用于训练。")]
    [InlineData("gb2312", "big5", "大模型創業公司完成融資，金額為五億元，創辦人表示，這筆錢將用於訓練。")]
    [InlineData("iso-8859-1", "gb18030", "大模型创业公司完成融资，金额为五亿元，创始人表示，这笔钱将用于训练。")]
    [InlineData("gb2312", "gb18030", "大模型創業公司完成融資，金額為五億元，創辦人表示，這筆錢將用於訓練。")]
    [InlineData("gbk", "gb18030", "“貔貅”“饕餮”“魑魅魍魉”都是传说中的怪物。")]
    [InlineData("ISO-8859-1", "windows-1252", "The company’s café made €5 – a résumé of naïveté.")]
    public void What_a_page_declares_is_believed_unless_it_reads_far_better_otherwise(string declared, string encoding, string text)
    {
        var article = Read("a.html", TextDecoder.Get(encoding).GetBytes($"<meta charset={declared}><p>{text}</p>"));

        Assert.Equal((encoding, text), (article.Encoding, article.Blocks[0].Text));
    }

    [Theory]
    [InlineData("gb18030", "大模型创业公司完成融资，金额为五亿元。")]
    [InlineData("big5", "大模型創業公司完成融資，金額為五億元。")]
    [InlineData("utf-16le", "大模型 startups raised money.")]
    public void Encodings_are_recognised_without_a_mark(string name, string text)
    {
        var article = Read("a.txt", TextDecoder.Get(name).GetBytes(text));

        Assert.Equal(name, article.Encoding);
        Assert.Equal(text, article.Blocks[0].Text);
    }

    [Fact]
    public void What_stands_around_an_article_goes_to_the_ledger()
    {
        var article = Read("a.txt", "首页 > 资讯 > 正文\n大模型落地之年\n来源：某网 作者：小李\n大模型正在走进工厂。来源很多，关注它的人也很多。\n免责声明：本文仅代表作者观点。\n");

        Assert.Equal(["breadcrumb", "byline", "disclaimer"], article.LeftOut.Select(part => part.Reason));
        Assert.Equal([BlockKind.Title, BlockKind.Paragraph], article.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void A_date_that_signs_a_notice_is_text_and_one_under_the_title_is_none()
    {
        var article = Read("a.txt", "关于停电的通知\n2026年3月18日\n各部门：\n因设备检修，本周六停电一天。\n时间：2026年3月21日\n后勤处\n2026年3月18日\n");

        Assert.Equal(["关于停电的通知", "各部门：", "因设备检修，本周六停电一天。", "时间：2026年3月21日", "后勤处", "2026年3月18日"], article.Blocks.Select(block => block.Text));
        Assert.Equal("date", Assert.Single(article.LeftOut).Reason);
    }

    [Fact]
    public void A_cell_is_text_whatever_it_says() =>
        Assert.Equal(["按钮", "译文", "阅读原文", "2026年3月18日"], Read("a.md", "| 按钮 | 译文 |\n|---|---|\n| 阅读原文 | 2026年3月18日 |\n").Blocks.Select(block => block.Text));

    [Fact]
    public void A_name_with_a_line_break_makes_one_line_of_a_problem() =>
        Assert.Equal("a?b.txt(3): error XX000: no", new Problem("XX000", "a\nb.txt", 3, "no").ToString());

    [Fact]
    public void A_folder_is_no_article()
    {
        Assert.Null(ArticleReader.Read(Path.GetTempPath(), "dir", new(), out var problem));
        Assert.Contains("is a folder", problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty.txt", "", "AR010")]
    [InlineData("blank.txt", "  \n \n", "AR012")]
    [InlineData("picture.txt", "\0\u0001\u0002PNG", "AR011")]
    public void A_file_that_holds_no_article_is_one_line(string name, string text, string code)
    {
        Assert.Null(ArticleReader.Read(Encoding.UTF8.GetBytes(text), name, new(), out var problem));

        Assert.Equal(code, problem!.Code);
        Assert.DoesNotContain('\n', problem.ToString());
    }

    [Theory]
    [InlineData("deep.html", "<div>")]
    [InlineData("deep.md", "> ")]
    [InlineData("links.md", "[")]
    [InlineData("bold.md", "**a")]
    public void Deep_nesting_costs_no_stack(string name, string piece) =>
        Assert.NotNull(ArticleReader.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 10_000)) + "深处有字。"), name, new(), out _));

    [Theory]
    [InlineData("a.txt", "标题\r\n\r\n　　正文一。\r\n- 一项\r\n")]
    [InlineData("a.md", "标题\n===\n\n> 引文\n> 第二行 \\* &amp;\n\n| 甲 | **乙** |\n|---|---|\n| 1 | 2 |\n\n1. 一  \n   二\n")]
    [InlineData("a.html", "<!DOCTYPE html>\r\n<title>甲</title><P>一&nbsp;<B>二</b ><br />三 &lt;\t四<p>　　五<br>　　六</html>")]
    public void Publishing_the_source_gives_the_file_back(string name, string text)
    {
        foreach (var encoding in (string[])["utf-8", "gb18030", "utf-16le"])
        {
            var bytes = TextDecoder.Get(encoding).GetBytes(text);
            var article = Read(name, bytes);

            Assert.Equal(bytes, ArticleWriter.Write(article, bytes, article.Blocks.ToDictionary(block => block.Number, block => block.Tagged), new()));
        }
    }

    [Fact]
    public void A_translation_takes_its_markup_along()
    {
        var bytes = "看**粗体**和`code`。\n"u8.ToArray();
        var article = Read("a.md", bytes);
        var target = TaggedText.Parse("See {2/} and {1}bold_ *text{/1}.", article.Blocks[0].Tags);

        Assert.Equal("See `code` and **bold\\_ \\*text**.\n", Encoding.UTF8.GetString(ArticleWriter.Write(article, bytes, new Dictionary<int, TaggedText> { [1] = target }, new())));
    }

    [Fact]
    public void Code_that_the_end_of_the_file_leaves_open_is_read()
    {
        Assert.Null(ArticleReader.Read("```"u8.ToArray(), "a.md", new(KeepAll: true), out var problem));

        Assert.Equal("AR012", problem!.Code);
    }

    [Theory]
    [InlineData("a.md", "*_[](){}#`>-\n\\<&; 字a1|")]
    [InlineData("a.html", "<>/&;\"= \npbdivtaliembr字a1")]
    [InlineData("a.txt", "\r\n -•字a.")]
    public void Any_input_is_accounted_for_unit_by_unit(string name, string alphabet) => Gen.Char[alphabet].Array[1, 60].Sample(letters =>
    {
        var bytes = Encoding.UTF8.GetBytes(letters);
        if (ArticleReader.Read(bytes, name, new(KeepAll: true), out _) is not { } article) return;

        Assert.All(article.Blocks, block => Assert.Equal(block.Text.Length, block.Map.TextLength));
        Assert.Equal(bytes, ArticleWriter.Write(article, bytes, article.Blocks.ToDictionary(block => block.Number, block => block.Tagged), new()));
    }, iter: 2000);
}
