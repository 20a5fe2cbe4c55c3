using Translate.Articles;

namespace Translate.Tests.Articles;

public class CleanerTests
{
    static readonly Cleaner s_cleaner = new(CleaningOptions.Default, []);

    internal static Article ArticleOf(params string[] blocks)
    {
        List<Block> read = [];
        var input = string.Join('\n', blocks);
        var at = 0;
        foreach (var text in blocks)
        {
            read.Add(new(read.Count + 1, BlockKind.Paragraph, 0, text, [], OffsetMap.Identity(at, text.Length)));
            at += text.Length + 1;
        }

        return new("a.txt", ArticleFormat.Text, "zh-Hans", "utf-8", "", input, read, [], []);
    }

    static Article Clean(params string[] blocks) => s_cleaner.Clean(ArticleOf(blocks));

    [Theory]
    [InlineData("當(dāng)前,業內認(rèn)為", "當前,業內認為")]
    [InlineData("他們(men)認(rèn)為", "他們認為")]
    [InlineData("<p>熱度來得快。</p>", "熱度來得快。")]
    [InlineData("是<strong>幻覺</strong>問題<br/>", "是幻覺問題")]
    [InlineData("&nbsp;&nbsp;不過", "不過")]
    [InlineData("AT&amp;T said so", "AT&T said so")]
    [InlineData("<p>The model was trained on a large corpus.</p>", "The model was trained on a large corpus.")]
    [InlineData("模\u200B型\uFEFF很\u0007大", "模型很大")]
    [InlineData("\uE601 联系我们", " 联系我们")]
    [InlineData("ＧＰＴ－４参数", "GPT-4参数")]
    [InlineData("３Ｄ打印和ＵＴＦ－８编码", "3D打印和UTF-8编码")]
    [InlineData("研发&amp;设计，R&amp;D投入也在增加", "研发&设计，R&D投入也在增加")]
    [InlineData("&lt;某公司&gt;发布新车，长3&times;2米", "<某公司>发布新车，长3×2米")]
    [InlineData("&#27169;&#22411;&#12290;", "模型。")]
    [InlineData("&#27169;&#183;&#22411;", "模·型")]
    [InlineData("\\u6a21\\u578b\\u5f88\\u5927\\uff0c\\u6210\\u672c$a \\times b$\\u548c$c \\times d$\\u3002", "模型很大，成本$a \\times b$和$c \\times d$。")]
    [InlineData("\\u6a21\\u578b\\u3002", "模型。")]
    [InlineData("¶¬ÌìµÄ¸ßÔ­¸üÊÇÌØ±ðµÄÑÏ¾þ¡£", "冬天的高原更是特别的严峻。")]
    [InlineData("后来。。。没有了", "后来……没有了")]
    [InlineData("Cafe\u0301 is open", "Caf\u00E9 is open")]
    public void Damage_is_repaired(string text, string wanted) =>
        Assert.Equal(wanted, Assert.Single(Clean(text).Blocks).Text);

    [Theory]
    [InlineData("重庆(chóng qìng)是直辖市")]
    [InlineData("大语言模型(LLM)和检索(RAG)")]
    [InlineData("第一项(a)和第二项(b)，共(3)项")]
    [InlineData("前(dāng)面")]
    [InlineData("男人(men)与女人(women)")]
    [InlineData("use the <b> element, as in <b>bold</b>, to make text bold")]
    [InlineData("The entity &nbsp; is a no-break space; write &lt; for <.")]
    [InlineData("if a < b and c > d then stop")]
    [InlineData("家庭\U0001F468\u200D\U0001F469\u200D\U0001F467合影")]
    [InlineData("**重点**和*强调*都要")]
    [InlineData("他姓解（xiè），不姓谢。")]
    [InlineData("见第３页和第１２页")]
    [InlineData("閭ｄ竴瀹氭槸\uE21D闆ㄥぉ")]
    [InlineData("命令末尾加上 &amp; 就在后台运行")]
    [InlineData("成员要写成 tm-&gt;when 才对")]
    [InlineData("来信请寄 Li &lt;li@example.com&gt;，谢谢")]
    [InlineData("小于号的转义是“&lt;”")]
    [InlineData("结果写作 x.yyye&#177;zz 的形式")]
    public void What_is_no_damage_stays(string text) =>
        Assert.Equal(text, Assert.Single(Clean(text).Blocks).Text);

    [Theory]
    [InlineData("要加粗，就用&lt;b&gt;标签，写成&lt;b&gt;重点&lt;/b&gt;这样。", "要加粗，就用<b>标签，写成<b>重点</b>这样。")]
    [InlineData("HTML里写&lt;em&gt;重点&lt;/em&gt;，字就斜了。", "HTML里写<em>重点</em>，字就斜了。")]
    [InlineData("换行写一个&lt;br&gt;就行。</p><p>这个标签&lt;br&gt;没有结尾。", "换行写一个<br>就行。")]
    [InlineData("空格的转义写作&amp;nbsp;，版权写作&amp;copy;。", "空格的转义写作&nbsp;，版权写作&copy;。")]
    public void A_page_that_speaks_of_markup_keeps_what_it_shows(string paragraph, string shown)
    {
        var clean = CleanPage($"<p>{paragraph}</p>");

        Assert.Equal(shown, clean.Blocks[0].Text);
        Assert.All(clean.Repairs, repair => Assert.Equal(RepairState.Proposed, repair.State));
        Assert.NotEmpty(clean.Repairs);
    }

    [Theory]
    [InlineData("&lt;p&gt;热度来得快，去得也快。&lt;/p&gt;", "热度来得快，去得也快。")]
    [InlineData("&lt;p&gt;不要给孩子贴标签&lt;/p&gt;", "不要给孩子贴标签")]
    [InlineData("这是&lt;strong&gt;幻觉&lt;/strong&gt;问题，详见 a.html 一页。&lt;br/&gt;", "这是幻觉问题，详见 a.html 一页。")]
    [InlineData("研发&amp;amp;设计的投入都在增加。", "研发&设计的投入都在增加。")]
    public void A_page_that_speaks_of_other_things_shows_no_tags_on_purpose(string paragraph, string wanted) =>
        Assert.Equal(wanted, CleanPage($"<p>{paragraph}</p>").Blocks[0].Text);

    [Fact]
    public void A_text_file_loses_its_tags_whatever_it_speaks_of() =>
        Assert.Equal("用HTML写网页要懂标签。", Clean("用HTML写<b>网页</b>要懂标签。").Blocks[0].Text);

    static Article CleanPage(string body) =>
        s_cleaner.Clean(ArticleReader.Read(System.Text.Encoding.UTF8.GetBytes($"<body>{body}</body>"), "a.html", new(KeepAll: true), out _)!);

    [Fact]
    public void A_repair_says_what_stood_where_in_the_input()
    {
        var clean = Clean("<p>標題</p>", "當(dāng)前&nbsp;");

        Assert.Equal(["標題", "當前"], clean.Blocks.Select(block => block.Text));
        Assert.All(clean.Repairs, repair => Assert.Equal(repair.Original, repair.Range.In(clean.Input)));
        Assert.Equal(["markup", "markup", "pinyin", "entity"], clean.Repairs.Select(repair => repair.Kind));
    }

    [Theory]
    [InlineData("这里\uFFFD\uFFFD没了", "\uFFFD\uFFFD")]
    [InlineData("锟斤拷锟斤拷之后", "锟斤拷锟斤拷")]
    [InlineData("内存烫烫烫烫", "烫烫烫")]
    public void What_is_lost_is_reported_and_left(string text, string lost)
    {
        var clean = Clean(text);

        Assert.Equal(text, clean.Blocks[0].Text);
        Assert.Contains(clean.Repairs, repair => repair.State == RepairState.Unrecoverable && repair.Original == lost);
    }

    [Theory]
    [InlineData("“我們*早只有一張顯卡。”")]
    [InlineData("合辦訓練營,*期招收了40名學員")]
    public void Masked_words_are_flagged_and_never_guessed(string text)
    {
        var clean = Clean(text);

        Assert.Equal(text, clean.Blocks[0].Text);
        Assert.Equal("*", Assert.Single(clean.Repairs, repair => repair.Kind == "masked").Original);
    }

    [Fact]
    public void Half_width_marks_between_Han_are_proposed_or_applied_as_told()
    {
        const string text = "來得快,去得也快(真的)!共1,000人,約3:2";

        var proposed = Clean(text);
        var applied = new Cleaner(new() { HalfWidthMarks = HalfWidthMarks.Apply }, []).Clean(ArticleOf(text));

        Assert.Equal(text, proposed.Blocks[0].Text);
        Assert.Equal(5, proposed.Repairs.Count(repair => repair.State == RepairState.Proposed));
        Assert.Equal("來得快，去得也快（真的）！共1,000人，約3:2", applied.Blocks[0].Text);
    }

    [Fact]
    public void Report_only_changes_nothing_but_still_reports()
    {
        var clean = new Cleaner(CleaningOptions.ReportOnly, []).Clean(ArticleOf("<p>當(dāng)前</p>"));

        Assert.Equal("<p>當(dāng)前</p>", clean.Blocks[0].Text);
        Assert.All(clean.Repairs, repair => Assert.Equal(RepairState.Proposed, repair.State));
        Assert.Equal(3, clean.Repairs.Count);
    }

    [Fact]
    public void Tags_inside_repaired_text_keep_their_places()
    {
        var block = new Block(1, BlockKind.Paragraph, 0, "當(dāng)前的模型", [new(1, TagKind.Open, 8, "<b>"), new(1, TagKind.Close, 10, "</b>")], OffsetMap.Identity(0, 11));
        var article = ArticleOf("當(dāng)前的模型") with { Blocks = [block] };

        var clean = s_cleaner.Clean(article).Blocks[0];

        Assert.Equal("當前{1}的模{/1}型", clean.Tagged.ToString());
    }
}
