using System.Text.Json;
using Translate.Memory;
using Translate.Review;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

/// <summary>Taking up what failed, and many articles in one workbook.</summary>
public class RunAgainTests
{
    [Fact]
    public async Task Only_what_failed_is_taken_up_and_the_report_covers_all_again()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 3);
        run.Article("b.txt", 11, 3);
        run.Write("in/c.txt", "4711\n");
        await run.RunAsync("--no-curated");
        run.Write("in/c.txt", "这篇文章现在有一句话了，谈的是天气。\n");
        var listed = run.Report.GetProperty("unfinished").EnumerateArray().Select(article => article.GetProperty("name").GetString());
        Assert.Equal(["c.txt"], listed);
        Assert.EndsWith("--no-curated --output " + run.Output + " --memory " + run.File("memory.db") + " --only-failed",
            run.Report.GetProperty("retryWith").GetString(), StringComparison.Ordinal);
        File.Delete(Path.Combine(run.Output, "a.txt.xlsx"));

        var (exitCode, output, _) = await run.RunAsync("--no-curated", "--only-failed");

        Assert.Equal(0, exitCode);
        Assert.EndsWith("c.txt.xlsx", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Output, "a.txt.xlsx")), "a finished article was taken up again");
        Assert.Equal(["a.txt", "b.txt", "c.txt"], run.Report.GetProperty("articles").EnumerateArray().Select(article => article.GetProperty("name").GetString()));
        Assert.Equal(JsonValueKind.Null, run.Report.GetProperty("retryWith").ValueKind);
        Assert.Equal(1, run.Report.GetProperty("use").GetProperty("asked").GetInt32());
        Assert.Contains(WorkbookCells.Of(Path.Combine(run.Output, "index.xlsx")).Values, part => part.Contains("a.txt.xlsx", StringComparison.Ordinal));
        var (again, _, error) = await run.RunAsync("--no-curated", "--only-failed");
        Assert.Equal(0, again);
        Assert.Contains("nothing to do", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Segments_that_failed_are_taken_up_too()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 10);
        run.Article("b.txt", 11, 10);
        await run.RunAsync("--max-characters", "200");

        var (exitCode, _, _) = await run.RunAsync("--only-failed");

        Assert.Equal(0, exitCode);
        Assert.All(run.Targets("a.txt").Concat(run.Targets("b.txt")), target => Assert.NotEmpty(target));
        Assert.All(azure.Counters.Charged.Values, times => Assert.Equal(1, times));
    }

    [Theory]
    [InlineData(null, "is not there")]
    [InlineData("{ \"articles\": 5 }", "cannot be read")]
    [InlineData("{}", "cannot be read")]
    public async Task Without_a_report_there_is_nothing_to_take_up(string? report, string says)
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);
        if (report is not null) run.Write("out/run.json", report);

        var (exitCode, _, error) = await run.RunAsync("--only-failed");

        Assert.Equal(2, exitCode);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_workbook_holds_all_articles_in_order()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        for (var i = 0; i < 40; i++) run.Article(FormattableString.Invariant($"{i:00}.txt"), i * 10, 5);
        run.Write("in/empty.md", "");

        var (exitCode, output, _) = await run.RunAsync("--single");

        Assert.Equal(1, exitCode);
        Assert.EndsWith("all.xlsx", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["all.xlsx", "index.xlsx"], Directory.GetFiles(run.Output, "*.xlsx").Select(Path.GetFileName).Order());
        var book = ReviewWorkbook.Read(Path.Combine(run.Output, "all.xlsx"), out _)!;
        Assert.Equal(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"{i:00}.txt")), book.Articles.Select(article => article.Path));
        Assert.Equal(200, book.Rows.Count(row => row.Target!.Length > 0));
        Assert.Equal(2, (await run.RunAsync("--single", "--only-failed")).ExitCode);
    }

    [Fact]
    public async Task A_single_workbook_is_split_where_it_would_get_too_long()
    {
        using RunCase run = new();
        for (var i = 0; i < 5; i++) run.Article(FormattableString.Invariant($"{i}.txt"), i * 1000, 900);

        var (exitCode, output, _) = await run.RunAsync("--single");

        Assert.Equal(0, exitCode);
        Assert.Equal(["all-1.xlsx", "all-2.xlsx", "all-3.xlsx"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_memory_that_takes_no_more_ends_the_run_with_one_line_and_loses_nothing()
    {
        await using var azure = Ask.Azure(options => options.Latency = TimeSpan.FromMilliseconds(1));
        using var run = new RunCase().With(azure);
        run.Write("translate.json", "{ \"textsPerRequest\": 5, \"requestsAtOnce\": 2 }");
        for (var i = 0; i < 30; i++) run.Article(FormattableString.Invariant($"{i:00}.txt"), i * 10, 5);
        Spoil(run.File("memory.db"));

        var (exitCode, _, error) = await run.RunAsync("--no-curated");

        Assert.Equal(3, exitCode);
        Assert.Single(error.Split('\n'), line => line.Contains("TM02", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Contains("Run the same command again", error, StringComparison.Ordinal);
        using (var database = MemoryDatabase.Open(run.File("memory.db"))) Execute(database, "DROP TRIGGER spoil");
        var paid = azure.Counters.Elements;
        Assert.Equal(0, (await run.RunAsync("--no-curated")).ExitCode);
        // What came when nothing could be kept is paid again, and no more: two requests at most were on their way.
        Assert.InRange(azure.Counters.Charged.Values.Sum(times => times - 1), 0, 3 * 5);
        Assert.True(paid < azure.Counters.Elements);
    }

    /// <summary>From the 20th answer on, the file refuses.</summary>
    static void Spoil(string path)
    {
        using var database = MemoryDatabase.Open(path);
        Execute(database, "CREATE TRIGGER spoil BEFORE INSERT ON answer WHEN (SELECT count(*) FROM answer) >= 20 BEGIN SELECT RAISE(ABORT, 'no more'); END");
    }

    static void Execute(MemoryDatabase database, string sql)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
