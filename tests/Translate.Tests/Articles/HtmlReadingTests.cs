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

    [Theory]
    [InlineData("<pre><code class=\"language-py\"><span>print</span>(\"大模型\")  # 打印。\n\nx = f(1, 2); y = g(3, 4).\n</code></pre>", 1)]
    [InlineData("<figure class=highlight><table><tr><td><pre>1\n2</pre></td><td><pre><ol><li>x = 1;<li>y = 2;</ol></pre></td></tr></table></figure>", 1)]
    [InlineData("<pre>这一段文字写在框里，一行一行地排好，\n不是程序。</pre>", 2)]
    [InlineData("<pre><code>这一段文字也写在框里，一行一行地排好，\n不是程序。</code></pre>", 2)]
    public void Listings_of_programs_stay_as_they_are(string box, int blocks)
    {
        var article = Read($"<p>　　当前，大模型正在走进工厂，成本也在下降。</p>{box}");

        Assert.Equal(blocks, article.Blocks.Count);
        Assert.Equal(blocks == 1, article.LeftOut.Any(part => part.Reason == "code"));
    }

    [Fact]
    public void A_page_from_standard_input_is_known_by_how_it_begins()
    {
        var article = ArticleReader.Read(Encoding.UTF8.GetBytes("\uFEFF<!-- saved -->\n" + Page), "-", new(), out _)!;

        Assert.Equal(ArticleFormat.Html, article.Format);
        Assert.Equal("大模型落地之年", article.Blocks[0].Text);
    }

    [Fact]
    public void After_the_editors_line_leads_to_other_articles_are_no_body()
    {
        const string page = """
            <html><body><div class="page"><div id="text"><h1>工厂里的大模型</h1>
            <p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半。</p><p>工程师介绍，模型每晚更新一次，数据不离开厂区。</p>
            <p>厂长表示，明年他们还要把它用在质检上，预算已经批准，合同也签了。</p>
            <p>专家提醒，排产只是第一步，数据、流程、人都要跟上，否则再好的模型也只是摆设，几年前的教训还在眼前。</p><p class="last">责任编辑：张三</p></div>
            <div class="list"><h4>另一家公司的新车</h4><p>昨天，另一家公司发布了新车，价格比去年低了一成，销量据说会翻倍，市场反应不一。</p>
            <h4>天气转冷</h4><p>气象台说，周末有雨，气温将下降八度，请大家注意添衣，出行要小心，路面湿滑。</p></div></div></body></html>
            """;

        var article = Read(page);

        Assert.Equal(5, article.Blocks.Count);
        Assert.Contains(article.LeftOut, part => part.Text.Contains("气温将下降", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div class=dialog><p>“您怎么看？”记者问，“会更便宜吗？”</p></div>")]
    [InlineData("<p class=more>排产以后，等待的时间少了一半。</p>")]
    [InlineData("<h2 class=tag-title>等待少了一半</h2>")]
    [InlineData("<p>某某厂办公室</p><p>2026年3月20日</p>")]
    public void What_its_class_or_form_makes_look_like_clutter_may_be_text(string part)
    {
        var article = Read($"<body><h1>工厂里的大模型</h1><div><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半。</p>{part}<p>工程师介绍，模型每晚更新一次，数据不离开厂区。</p></div></body>");

        Assert.Empty(article.LeftOut);
    }

    [Theory]
    [InlineData("<div class=commentlist><p>写得很好，希望作者多写一些这样的文章，大家都爱看。</p></div>")]
    [InlineData("<p><a href=x>【推荐】另一家工厂也用上了大模型</a></p>")]
    [InlineData("<p><a href=x>》》点击查看：工厂里的新设备</a></p>")]
    [InlineData("<div class=adv><a href=x>限时优惠，点击了解详情</a></div>")]
    public void Leads_to_other_pages_and_comments_inside_the_body_are_clutter(string part)
    {
        var article = Read($"<body><h1>工厂里的大模型</h1><div><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半。</p>{part}<p>工程师介绍，模型每晚更新一次，数据不离开厂区。</p></div></body>");

        Assert.Single(article.LeftOut);
    }

    [Theory]
    [InlineData("<div class=summary>排产的下一步</div>", 3)]
    [InlineData("<div>下一步是质检，厂长说。</div>", 3)]
    [InlineData("<div>张三 · 2小时前</div>", 2)]
    public void A_lead_between_title_and_text_is_part_of_the_article(string lead, int blocks) => Assert.Equal(blocks, Read(
        $"<body><div><div><h1>工厂里的大模型</h1></div>{lead}<div class=text><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半，他们还要招人，培训两周后上岗。</p></div></div></body>").Blocks.Count);

    [Theory]
    [InlineData("<div class=answer id=a2><b>李四</b><div class=text><p>重启一次试试。</p></div></div>", true)]
    [InlineData("<div class=answer id=a2><b>李四</b><div class=text><p>换一根网线大概就好了</p></div></div>", true)]
    [InlineData("<div class=answer id=a2><b>李四</b><div class=text><p><a href=x>换一根网线大概就好了</a></p></div></div>", false)]
    [InlineData("<div class=box><b>李四</b><div class=line><p>换一根网线大概就好了</p></div></div>", false)]
    [InlineData("<div class=comment><b>李四</b><div class=text><p>重启一次试试。</p></div></div>", false)]
    public void A_short_answer_stands_beside_a_long_one_of_its_class(string answer, bool isKept)
    {
        var article = Read($"""
            <body><div class=question><h1>排产系统为什么连不上？</h1><p>昨天还好好的，今天早上就连不上了。</p></div><div class=answers>
            <div class=answer id=a1><b>张三</b><div class=text><p>先看网线，再看交换机的灯，最后看排产系统的日志，多半是证书过期了，换一张新的就行。</p>
            <p>证书放在机房的柜子里，换好以后要等两分钟，等系统自己重新连接，不要急着重启。</p></div></div>{answer}</div></body>
            """);

        Assert.Equal(isKept, article.Blocks.Any(block => block.Text.Contains("试试", StringComparison.Ordinal) || block.Text.Contains("网线大概", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<p>下个月我们再去看看。</p>", true)]
    [InlineData("<div><div>下个月我们再去看看。</div></div>", true)]
    [InlineData("<ul><li><a href=x>另一家工厂的大模型</a></li></ul><p>下个月我们再去看看。</p>", false)]
    [InlineData("<p>责任编辑：张三</p><p>下个月我们再去看看。</p>", false)]
    [InlineData("<div class=recommend>下个月我们再去看看。</div>", false)]
    public void A_last_sentence_outside_the_element_of_the_text_is_its_end(string end, bool isKept)
    {
        var article = Read($"""
            <body><h1>工厂里的大模型</h1><div><div class=content><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半，他们还要招人。</p>
            <p>工程师介绍，模型每晚更新一次，数据不离开厂区，机器也放在厂里，由自己的人照看。</p></div>{end}</div></body>
            """);

        Assert.Equal(isKept, article.Blocks.Any(block => block.Text.Contains("下个月", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_editors_line_at_the_head_ends_nothing() => Assert.Equal(3, Read("""
        <html><body><div><div class="head"><p>责任编辑：张三</p></div><div class="a"><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半。</p></div>
        <div class="b"><p>工程师介绍，模型每晚更新一次，数据不离开厂区，也不需要专人看管。</p></div>
        <div class="c"><p>厂长表示，明年他们还要把它用在质检上，预算已经批准，合同也签了。</p></div></div></body></html>
        """).Blocks.Count);

    [Fact]
    public void A_link_that_leads_away_is_cut_from_the_end_of_its_paragraph()
    {
        var article = Read("<p>周一，一家工厂开始用大模型排产，等待少了一半。<a href=/><b>返回某网首页&gt;&gt;</b></a></p><p>读者可以<i><a href=/d>点击查看名单</a></i>，也可以来电。</p>");

        Assert.Equal(["周一，一家工厂开始用大模型排产，等待少了一半。", "读者可以点击查看名单，也可以来电。"], article.Blocks.Select(block => block.Text));
        Assert.Equal("返回某网首页>>", Assert.Single(article.LeftOut).Text);
    }

    [Theory]
    [InlineData("微信微博QQ空间")]
    [InlineData("阅读 1.2万")]
    [InlineData("上一页1 2 3下一页")]
    [InlineData("【打印本页】【关闭窗口】")]
    [InlineData("我要反馈")]
    [InlineData("关注公众号：某某日报")]
    [InlineData("Copyright © 2026 Example Ltd")]
    [InlineData("京ICP备00000000号")]
    [InlineData("信息来源于网络")]
    [InlineData("某某晚报记者 张三 李小四")]
    [InlineData("【文/某某网专栏作者 王五】")]
    [InlineData("2026-01-02 10:20:30 某某时报")]
    [InlineData("发布日期：2026-03-06责任编辑：赵六")]
    [InlineData("本文为原创，未经授权，不得转载")]
    [InlineData("本文仅代表作者个人观点。")]
    [InlineData("本文由某某号用户上传并发布，仅代表该用户的观点，不代表某某网的立场。")]
    [InlineData("此内容为某某网原创，版权归某某网所有。要用就来谈。")]
    [InlineData("某某新闻，未经授权不得转载")]
    [InlineData("声明：该文观点仅代表作者本人，某某网只提供信息存储空间。")]
    [InlineData("（文章来源：某某时报）")]
    [InlineData("[ 责编：钱七 ]")]
    [InlineData("更多资讯，欢迎扫描下方二维码关注我们")]
    [InlineData("下载某某客户端，第一时间看到要闻")]
    [InlineData("相关资讯请关注：某某专区")]
    [InlineData("作者 | 张三 编辑 | 李四")]
    [InlineData("(2008-04-18 10:25:03)")]
    [InlineData("Updated: Thursday, April 18, 2024 10:25 a.m.")]
    [InlineData("分类：随笔")]
    public void A_line_of_the_page_stands_in_the_ledger(string line) =>
        Assert.Contains(Read(Around(line)).LeftOut, part => part.Text == line);

    [Theory]
    [InlineData("图片来源：某某大学官网")]
    [InlineData("记者调查")]
    [InlineData("微信支付")]
    [InlineData("打开客户端，点击“我的”")]
    [InlineData("法院认为，该公司未经许可转载文章，构成侵权。")]
    [InlineData("记者看到，扫描二维码即可预约。")]
    [InlineData("阅读是一种习惯")]
    [InlineData("第3页的那张图")]
    [InlineData("他的责任编辑后来说，这本书改了九遍。")]
    [InlineData("时间：周六下午两点")]
    [InlineData("Copyright holders sued the company, and the court agreed.")]
    [InlineData("版权所有者表示，他们没有收到通知。")]
    [InlineData("根据规定，网站上线前须办理ICP备案。")]
    [InlineData("这家公司三年前取得经营许可证，去年又申请了新的经营许可证。")]
    [InlineData("免责声明并不能免除平台的责任，法院这样认为。")]
    [InlineData("记者关注到，微信公众号“某某”昨晚发文回应。")]
    [InlineData("点赞数最高的评论是一位老师写的。")]
    [InlineData("记者：那您觉得以后会怎样，会更便宜吗")]
    [InlineData("a || b || c")]
    [InlineData("时间：2026年3月20日14:00")]
    [InlineData("请读者关注微信支付的变化。")]
    [InlineData("点击率上去了，说明大家关注我们的产品。")]
    [InlineData("关注我们身边的大模型")]
    [InlineData("字号与字体")]
    [InlineData("本文的结论在小样本上成立，并不代表在别处也成立。")]
    [InlineData("本文介绍一种原创的方法，并说明它的版权问题怎样解决。")]
    public void A_line_of_the_article_stays(string line) => Assert.Contains(Read(Around(line)).Blocks, block => block.Text == line);

    static string Around(string line) =>
        $"<h1>工厂里的大模型</h1><p>周一，一家工厂开始用大模型排产，工人说，等待的时间少了一半。</p><p>{line}</p><p>工程师介绍，模型每晚更新一次，数据不离开厂区。</p>";
}
