using System.IO.Compression;
using System.Text.RegularExpressions;
using Translate.Review;
using Translate.Tests.Articles;

namespace Translate.Tests.Cli;

/// <summary>Published articles have the structure of their inputs, counted in the files themselves and not by our readers.</summary>
public class ReviewPublishTests
{
    const string Web = "<!doctype html><html lang=zh><head><title>大模型</title></head><body><nav><a href=/>首页</a></nav><article><h1>大模型开源</h1>"
        + "<p>公司发布了<b>大模型</b>，见<a href=\"https://example.com\">实录</a>。推理成本下降，用户很高兴，市场反应积极。</p><ul><li>第一项内容</li><li>第二项内容</li></ul>"
        + "<table><tr><td>参数规模</td><td>推理成本</td></tr></table><p>今天天气很好，大家都很高兴，公司也很高兴。</p></article></body></html>";

    [Theory]
    [InlineData("md", @"(?m)^#+ |^- |\]\(|\*\*|^$")]
    [InlineData("html", @"<[a-zA-Z!/][^>]*>")]
    [InlineData("txt", @"(?m)^.*$")]
    public async Task Headings_lists_links_and_tables_are_those_of_the_input(string format, string marks)
    {
        using ReviewCase desk = new();
        var input = format == "html" ? Web : File.ReadAllText(Repository.File("samples", format == "md" ? "funding.md" : "scraped.txt"));
        desk.Write($"in/a.{format}", input);
        await desk.RunAsync("--keep-all");
        var copy = desk.Edited(desk.Workbook($"a.{format}"), (row, cells) =>
        {
            var tags = string.Concat(Regex.Matches(cells[ReviewColumns.Source].Text, @"\{/?\d+/?\}").Select(tag => tag.Value + "t"));
            (cells[ReviewColumns.Target], cells[ReviewColumns.Status]) = (new($"Target {row}{tags}"), new("approved"));
        });

        var result = await desk.ReviewAsync(copy, "--publish", desk.File("published"), "--articles", desk.File("in"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var published = File.ReadAllText(desk.File($"published/a.{format}"));
        Assert.Contains("Target 1", published, StringComparison.Ordinal);
        Assert.Equal(Marks(input), Marks(published));

        List<string> Marks(string text) => [.. Regex.Matches(text, marks).Select(mark => format == "txt" ? "line" : Regex.Replace(mark.Value, " lang=\"?[a-zA-Z-]+\"?", ""))];
    }

    [Fact]
    public async Task A_document_keeps_its_paragraphs_tables_links_and_notes()
    {
        using ReviewCase desk = new();
        var input = DocxTests.Docx(
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>大模型报告</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>公司发布了新的</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>大模型</w:t></w:r><w:r><w:t>。推理成本下降。</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>参数</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>成本</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", footnote: "脚注文字。");
        Directory.CreateDirectory(desk.File("in"));
        await File.WriteAllBytesAsync(desk.File("in/a.docx"), input, TestContext.Current.CancellationToken);
        await desk.RunAsync();
        var copy = desk.Edited(desk.Workbook("a.docx"), (row, cells) => (cells[ReviewColumns.Target], cells[ReviewColumns.Status]) =
            (new(cells[ReviewColumns.Source].Text.Contains("{1}", StringComparison.Ordinal) ? "A {1}large model{/1}." : $"Target {row}."), new("approved")));

        var result = await desk.ReviewAsync(copy, "--publish", desk.File("published"), "--articles", desk.File("in"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var (before, after) = (Parts(input), Parts(await File.ReadAllBytesAsync(desk.File("published/a.docx"), TestContext.Current.CancellationToken)));
        foreach (var element in (string[])["<w:p>", "<w:tbl>", "<w:tc>", "<w:b/>", "<w:pStyle", "<w:footnote "])
            Assert.Equal(Regex.Count(before, element), Regex.Count(after, element));
        Assert.Contains("Target 1.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("报告", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.md", "funding.md")]
    [InlineData("a.html", null)]
    public async Task Source_as_target_gives_the_input_back_byte_for_byte_where_nothing_was_cleaned(string name, string? sample)
    {
        using ReviewCase desk = new();
        var input = desk.Write("in/" + name, sample is null ? Web : File.ReadAllText(Repository.File("samples", sample)));
        await desk.RunAsync("--keep-all");

        var result = await desk.ReviewAsync(
            desk.SourceAsTarget(desk.Workbook(name)), "--publish", desk.File("published"), "--articles", desk.File("in"), "--left-out", "keep");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(File.ReadAllText(input), Regex.Replace(File.ReadAllText(desk.File("published/" + name)), "lang=\"?en\"?", "lang=zh"));
    }

    [Fact]
    public async Task Publishing_cleans_and_cuts_as_the_run_did_and_says_what_is_missing_for_it()
    {
        using ReviewCase desk = new();
        desk.Write("in/a.md", "第一句话；第二句话。第三句话。\n");
        var rules = desk.Write("mine.srx",
            """
            <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
            <languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>；</beforebreak><afterbreak></afterbreak></rule></languagerule></languagerules>
            <maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>
            """);
        await desk.RunAsync("--segmentation", rules);
        var copy = desk.Edited(desk.Workbook("a.md"), (row, cells) => (cells[ReviewColumns.Target], cells[ReviewColumns.Status]) = (new($"Part {row}."), new("approved")));

        var published = await desk.ReviewAsync(copy, "--publish", desk.File("published"), "--articles", desk.File("in"));
        File.Move(rules, desk.File("moved.srx"));
        var missing = await desk.ReviewAsync(copy, "--publish", desk.File("again"), "--articles", desk.File("in"));
        var given = await desk.ReviewAsync(copy, "--publish", desk.File("again"), "--articles", desk.File("in"), "--segmentation", desk.File("moved.srx"));

        Assert.Equal((0, ""), (published.ExitCode, published.Error));
        Assert.Equal("Part 1. Part 2.\n", await File.ReadAllTextAsync(desk.File("published/a.md"), TestContext.Current.CancellationToken));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("WB023", missing.Error, StringComparison.Ordinal);
        Assert.Equal(0, given.ExitCode);
    }

    static string Parts(byte[] package)
    {
        using ZipArchive archive = new(new MemoryStream(package));
        return string.Concat(archive.Entries.Where(entry => entry.FullName is "word/document.xml" or "word/footnotes.xml").Select(entry =>
        {
            using StreamReader reader = new(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
