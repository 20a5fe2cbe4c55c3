using System.Diagnostics;
using System.Text;
using Translate.Articles;
using Translate.Segments;

namespace Translate.Tests.Articles;

/// <summary>Random input for every reader; a failure names its seed, which then becomes a line of the theory.</summary>
public class FuzzTests
{
    static readonly TimeSpan s_limit = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1" ? 60 : 1.5);

    static readonly string[] s_pieces =
    [
        "大模型发布了新芯片。", "他说：“走吧！”", "《摔跤吧！爸爸》", "第一段", "Dr. Smith paid $3.5. ", "a", "。", "？", "\n", "\n\n", "\r\n", "  ", "\t", "\0", "\uFEFF", "\u200B", "\uD83D", "\uDE00", "😀", "\uE2C4",
        "<p>", "</p>", "<div class=\"nav\">", "</div>", "<b>", "</b>", "<a href='x'>", "</a>", "<br>", "<li>", "<ul>", "</ul>", "<table><tr><td>", "</td>", "<script>", "</script>", "<!--", "-->", "<![CDATA[", "<", ">", "&", "&amp;", "&#x4E00;", "&#xD800;", "&nbsp", "<title>", "</title>", "<h1>", "</h1>", "<meta charset=gb2312>", "<svg>", "<template>", "<p", "='\"",
        "# ", "## ", "- ", "1. ", "> ", "* ", "**", "*", "_", "~~", "`", "```\n", "[", "](", ")", "![", "|", "|-|-|\n", "---\n", "===\n", "\\", "[^1]", "[^1]: ", "<http://a.b>", "    ", "{1}", "{/1}", "==", ":::",
        "首页 > 资讯 > 正文", "责任编辑：张三", "來源：新華網", "免责声明：", "標(biāo)題", "?八\uE2C4蠴KR", "锟斤拷", "&lt;/p&gt;", "ï»¿",
    ];

    [Fact]
    public void Whatever_a_file_holds_it_is_read_or_refused_and_every_unit_is_accounted_for()
    {
        var clock = Stopwatch.StartNew();
        for (var seed = 0; clock.Elapsed < s_limit; seed++) Try(seed);
    }

    [Theory]
    [InlineData(72)]
    [InlineData(104)]
    [InlineData(26429)] // A zip entry that states a size of two billion.
    public void Seeds_that_once_failed_pass(int seed) => Try(seed);

    static void Try(int seed)
    {
        var (name, bytes) = Make(new(seed));
        try
        {
            Hold(name, bytes);
        }
        catch (Exception fault)
        {
            Assert.Fail($"seed {seed}, {name}: {fault.GetType().Name}: {fault.Message}\n{fault.StackTrace?.Split('\n').FirstOrDefault()}\n{Show(name, bytes)}");
        }
    }

    static string Show(string name, byte[] bytes) => name.EndsWith('x') ? $"{bytes.Length} bytes" : Encoding.UTF8.GetString(bytes);

    static void Hold(string name, byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        var article = ArticleReader.Read(bytes, name, new(KeepAll: bytes.Length % 2 == 0), out var problem);
        Assert.True(article is null ^ problem is null);
        if (article is null)
        {
            Assert.DoesNotContain('\n', problem!.ToString());
            return;
        }

        var cleaned = new Cleaner(CleaningOptions.Default, []).Clean(article);
        foreach (var block in cleaned.Blocks)
        {
            var at = 0;
            foreach (var range in Segmenter.Default.Split(block.Text, cleaned.Language))
            {
                Assert.True(range.Start >= at && range.End > range.Start, $"segment {range} after {at}");
                Assert.All(block.Text[at..range.Start], unit => Assert.True(Units.IsSpace(unit), $"U+{(int)unit:X4} lost at {at}"));
                at = range.End;
            }

            Assert.All(block.Text[at..], unit => Assert.True(Units.IsSpace(unit), $"U+{(int)unit:X4} lost at the end"));
        }

        var source = article.Blocks.ToDictionary(block => block.Number, block => block.Tagged);
        var published = ArticleWriter.Write(article, bytes, source, new());
        if (article.Encoding.Length == 0 || TextDecoder.Get(article.Encoding).GetBytes(article.Input).AsSpan().SequenceEqual(bytes)) Assert.Equal(bytes, published);
        var targets = cleaned.Blocks.ToDictionary(block => block.Number, block => TaggedText.Plain($"T{block.Number}\n# <x> | end"));
        ArticleWriter.Write(cleaned, bytes, targets, new(true, LeftOutParts.Drop));
        ArticleWriter.Write(cleaned, bytes, targets, new(false, LeftOutParts.Drop));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
    }

    static (string Name, byte[] Bytes) Make(Random random)
    {
        var kind = random.Next(12);
        if (kind < 9)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var bytes = random.Next(6) switch
            {
                0 => Encoding.Unicode.GetBytes("\uFEFF" + text),
                1 => TextDecoder.Get("gb18030").GetBytes(text),
                _ => Encoding.UTF8.GetBytes(text),
            };
            return ("a" + (kind % 3) switch { 0 => ".html", 1 => ".md", _ => ".txt" }, random.Next(4) == 0 ? Damage(bytes, random) : bytes);
        }

        var cells = string.Concat(Enumerable.Range(1, 4).Select(row => XlsxTests.Row(row, "甲", "正文一段。")));
        return kind == 9 ? ("a.docx", Damage(DocxTests.Docx(DocxTests.P("标题", "Title") + DocxTests.P("正文。")), random)) : ("a.xlsx", Damage(XlsxTests.Xlsx(["<t>正文</t>"], ("甲", "", cells)), random));
    }

    static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length + 1)] : [.. bytes];
        for (var i = random.Next(8); i > 0 && damaged.Length > 0; i--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return damaged;
    }
}
