using Translate.Articles;
using Translate.Memory;
using Translate.Review;

namespace Translate.Tests.Cli;

/// <summary><c>translate review</c> as a translator's desk uses it: run, edit, review, publish.</summary>
public class ReviewCommandTests
{
    const string Text = "# 天气\n\n公司发布了新的大模型。推理成本下降。\n\n今天天气很好。\n";

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing()
    {
        using var desk = await Desk();
        var copy = desk.Edited(desk.Workbook("a.md"), 2, "The company released a new large model.");
        var before = Directory.GetFileSystemEntries(desk.File(""), "*", SearchOption.AllDirectories).Order().ToList();
        File.Delete(desk.Memory);

        var result = await desk.ReviewAsync(copy, "--dry-run", "--report", desk.File("r.html"), "--next", desk.File("next"), "--publish", desk.File("published"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Nothing was written", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(desk.File(""), "*", SearchOption.AllDirectories).Except(before));
        Assert.False(File.Exists(desk.Memory));
    }

    [Fact]
    public async Task What_a_translator_changed_is_in_the_memory_and_in_the_report()
    {
        using var desk = await Desk();
        var copy = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row == 2) cells[ReviewColumns.Target] = new("The company released a <new> large model.");
            if (row == 3) cells[ReviewColumns.Status] = new("question");
            if (row == 3) cells[ReviewColumns.Comment] = new("whose costs?");
        });

        var report = await desk.ReviewJsonAsync(copy, "--report", desk.File("r.html"));

        Assert.Equal((2, 2), (report.GetProperty("counts").GetProperty("applied").GetInt32(), report.GetProperty("counts").GetProperty("unchanged").GetInt32()));
        Assert.Equal("whose costs?", Assert.Single(report.GetProperty("questions").EnumerateArray()).GetProperty("comment").GetString());
        var html = await File.ReadAllTextAsync(desk.File("r.html"), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;new&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
        using var memory = TranslationMemory.Open(desk.Memory);
        var match = Assert.Single(memory.Find(new(TaggedText.Plain("公司发布了新的大模型。"), new("zh-Hans", "en")), 100, 5));
        Assert.Equal("The company released a <new> large model.", match.Target.Text);
        Assert.Contains("a.md.xlsx", match.Provenance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reviewers_who_agree_are_one_and_who_differ_decide_in_conflicts_xlsx()
    {
        using var desk = await Desk();
        var one = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row == 1) cells[ReviewColumns.Target] = new("Weather");
            if (row == 4) cells[ReviewColumns.Target] = new("The weather is fine today.");
        });
        var two = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row == 1) cells[ReviewColumns.Target] = new("Weather");
            if (row == 4) cells[ReviewColumns.Target] = new("It is a fine day.");
        });

        var first = await desk.ReviewAsync(one, two, "--report", desk.File("r.html"));

        Assert.Equal(1, first.ExitCode);
        Assert.Contains("conflict  a.md 3.1: 2 versions", first.Output, StringComparison.Ordinal);
        var conflicts = Path.Combine(Path.GetDirectoryName(one)!, "conflicts.xlsx");
        Assert.Single(ReviewWorkbook.Read(conflicts, out _)!.Rows);
        var report = await File.ReadAllTextAsync(desk.File("r.html"), TestContext.Current.CancellationToken);
        Assert.All((string[])["reviewed1/a.md.xlsx", "reviewed2/a.md.xlsx"], copy => Assert.Contains(copy, report, StringComparison.Ordinal));
        var decided = desk.Edited(conflicts, 1, "Fine weather today.");
        var second = await desk.ReviewAsync(one, two, decided);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        using var memory = TranslationMemory.Open(desk.Memory);
        Assert.Equal("Fine weather today.", Target(memory, "今天天气很好。"));
        Assert.Equal("Weather", Target(memory, "天气"));
    }

    [Theory]
    [InlineData("theirs", "second")]
    [InlineData("ours", "first")]
    public async Task A_policy_decides_between_reviewers(string policy, string expected)
    {
        using var desk = await Desk();
        var (one, two) = (desk.Edited(desk.Workbook("a.md"), 2, "first"), desk.Edited(desk.Workbook("a.md"), 2, "second"));

        var result = await desk.ReviewAsync(one, two, "--policy", policy);

        Assert.Equal(0, result.ExitCode);
        using var memory = TranslationMemory.Open(desk.Memory);
        Assert.Equal(expected, Target(memory, "公司发布了新的大模型。"));
    }

    [Fact]
    public async Task The_next_round_has_what_is_open_with_questions_first_and_the_runs_own_glossary()
    {
        using ReviewCase desk = new();
        desk.Write("in/a.md", Text);
        var glossary = desk.Write("house.csv", "id,en,zh\nday,this very day,今天\n");
        await desk.RunAsync("--glossary", glossary);
        var copy = desk.Edited(desk.Workbook("a.md"), (row, cells) =>
        {
            if (row == 1) cells[ReviewColumns.Status] = new("rejected");
            if (row is 2 or 3) cells[ReviewColumns.Target] = new("The company released a new large model.");
            if (row == 4) (cells[ReviewColumns.Status], cells[ReviewColumns.Target]) = (new("question"), new("The weather is fine."));
        });

        var result = await desk.ReviewAsync(copy, "--next", desk.File("next"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        var next = ReviewWorkbook.Read(desk.File("next/a.md.xlsx"), out _)!;
        Assert.Equal(["今天天气很好。", "天气"], next.Rows.Select(row => row.Source));
        Assert.Contains("TRM-001", next.Base[0].Codes);
        Assert.Equal([glossary], next.Choices.Glossaries);
    }

    [Fact]
    public async Task A_review_goes_on_in_a_CAT_tool_and_comes_back()
    {
        using var desk = await Desk();
        var copy = desk.Edited(desk.Workbook("a.md"), 2, "The company released a model.");
        foreach (var version in (string[])["1.2", "2.1"])
        {
            var xliff = desk.File($"a{version}.xlf");
            await desk.ReviewAsync(copy, "--xliff", xliff, "--xliff-version", version);
            var text = await File.ReadAllTextAsync(xliff, TestContext.Current.CancellationToken);
            Assert.Contains($"version=\"{version}\"", text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(xliff, text.Replace("released a model", "released a " + version + " model", StringComparison.Ordinal), TestContext.Current.CancellationToken);

            var back = await desk.ReviewJsonAsync(copy, xliff, "--policy", "theirs");

            Assert.Equal(0, back.GetProperty("conflicts").GetArrayLength());
            using var memory = TranslationMemory.Open(desk.Memory);
            Assert.Equal($"The company released a {version} model.", Target(memory, "公司发布了新的大模型。"));
        }
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_a_line_each_and_the_rest_goes_on()
    {
        using var desk = await Desk();
        desk.Write("broken.xlsx", "no workbook");
        desk.Write("strange.xlf", "<xliff version=\"1.2\"><file original=\"x\" source-language=\"zh\" target-language=\"en\" datatype=\"plaintext\"><body><trans-unit id=\"1\"><source>甲</source></trans-unit></body></file></xliff>");

        var result = await desk.ReviewAsync(desk.File("broken.xlsx"), desk.File("strange.xlf"), desk.Edited(desk.Workbook("a.md"), 1, "Weather"));

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["WB001", "WB024"], result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(line.IndexOf("error ", StringComparison.Ordinal) + 6)..][..5]));
        Assert.Contains("memory: 1 new", result.Output, StringComparison.Ordinal);
    }

    static string Target(TranslationMemory memory, string source) =>
        memory.Find(new(TaggedText.Plain(source), new("zh-Hans", "en")), 100, 1).Single().Target.Text;

    static async Task<ReviewCase> Desk()
    {
        ReviewCase desk = new();
        desk.Write("in/a.md", Text);
        return await desk.RunAsync();
    }
}
