using System.Text.Json;
using Translate.FakeServices;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

public class RunCommandTests
{
    [Fact]
    public async Task Every_target_is_filled_within_the_service_limits()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 30);
        run.Article("deep/b.md", 20, 30);

        var (exitCode, output, error) = await run.RunAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("Translating zh-Hans > en", error, StringComparison.Ordinal);
        Assert.All(run.Targets("a.txt").Concat(run.Targets("deep/b.md")), target => Assert.NotEmpty(target));
        Assert.All(azure.Counters.Seen, seen => Assert.Equal(200, seen.Status));
        Assert.Equal((49, 0), (azure.Counters.Charged.Count, azure.Counters.Charged.Values.Sum(times => times - 1)));
        Assert.True(File.Exists(Path.Combine(run.Output, "index.xlsx")));
    }

    [Fact]
    public async Task Counts_add_up_and_running_again_sends_nothing()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 20);
        run.Write("in/b.txt", "这是第 3 号句子，谈的是天气。\n\nhttps://example.com/\n\n一句没有说过的话。\n");

        await run.RunAsync();
        AssertCounts(run.Report.GetProperty("segments"), ("new", 21), ("repeated", 1), ("kept", 1), ("answeredEarlier", 0));
        var sent = azure.Counters.Characters;
        await run.RunAsync();

        AssertCounts(run.Report.GetProperty("segments"), ("new", 0), ("repeated", 0), ("kept", 1), ("answeredEarlier", 22));
        Assert.Equal(sent, azure.Counters.Characters);
        foreach (var article in run.Report.GetProperty("articles").EnumerateArray()) AssertCounts(article.GetProperty("segments"));
    }

    [Fact]
    public async Task Only_what_is_missing_is_sent_and_force_asks_again()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 10);
        await run.RunAsync();
        var first = azure.Counters.Elements;
        run.Article("b.txt", 6, 10);

        await run.RunAsync();
        Assert.Equal((10, 15), (first, azure.Counters.Elements));
        await run.RunAsync("--force");

        Assert.Equal(30, azure.Counters.Elements);
    }

    [Fact]
    public async Task A_burst_of_429_is_survived()
    {
        await using var azure = Ask.Azure();
        azure.Faults.Add([.. Enumerable.Repeat(Fault.Error(429000), 5), Fault.Error(429001, "2"), Fault.Error(503)]);
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 40);

        var (exitCode, _, _) = await run.RunAsync();

        Assert.Equal(0, exitCode);
        Assert.All(run.Targets("a.txt"), target => Assert.NotEmpty(target));
        Assert.Equal(40, azure.Counters.Elements);
    }

    [Fact]
    public async Task A_key_refused_in_the_middle_is_one_line_and_keeps_what_is_done()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 10);
        await run.RunAsync();
        azure.Options.Keys.Clear();
        run.Article("b.txt", 11, 10);

        var (exitCode, output, error) = await run.RunAsync();

        Assert.Equal(3, exitCode);
        Assert.EndsWith("a.txt.xlsx\n", output, StringComparison.Ordinal);
        var line = Assert.Single(error.Split('\n'), line => line.StartsWith("azure:", StringComparison.Ordinal));
        Assert.Contains("AZURE_TRANSLATOR_KEY", line, StringComparison.Ordinal);
        Assert.Contains("1 of 2 articles are not done", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal("waiting", run.Report.GetProperty("articles")[1].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task The_limit_of_characters_is_never_exceeded_and_the_rest_comes_later()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 40);

        var (_, _, error) = await run.RunAsync("--max-characters", "300");

        Assert.InRange(azure.Counters.Characters, 200, 300);
        Assert.Contains("--max-characters", error, StringComparison.Ordinal);
        AssertCounts(run.Report.GetProperty("segments"), ("new", azure.Counters.Elements), ("empty", 40 - azure.Counters.Elements));
        await run.RunAsync();
        Assert.All(run.Targets("a.txt"), target => Assert.NotEmpty(target));
        Assert.Equal(40, azure.Counters.Elements);
    }

    [Fact]
    public async Task A_dry_run_says_the_price_and_leaves_no_trace()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 40);
        run.Write("translate.json", "{ \"pricePerMillion\": 10, \"currency\": \"USD\" }");

        var (exitCode, output, _) = await run.RunAsync("--dry-run", "--json");
        var (_, text, _) = await run.RunAsync("--dry-run");

        var estimate = JsonElement.Parse(output);
        Assert.Equal((0, 40), (exitCode, estimate.GetProperty("toAsk").GetInt32()));
        Assert.Equal(Math.Round(estimate.GetProperty("characters").GetInt64() / 100_000m, 4), estimate.GetProperty("price").GetDecimal());
        Assert.Contains("USD", text, StringComparison.Ordinal);
        Assert.Equal(0, azure.Counters.Requests);
        Assert.False(Directory.Exists(run.Output) || File.Exists(run.File("memory.db")));
    }

    [Fact]
    public async Task A_dry_run_counts_what_was_answered_earlier()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        run.Article("a.txt", 1, 10);
        await run.RunAsync();
        run.Article("b.txt", 6, 10);

        var estimate = JsonElement.Parse((await run.RunAsync("--dry-run", "--json")).Output);

        Assert.Equal((15, 5), (estimate.GetProperty("answeredEarlier").GetInt32(), estimate.GetProperty("toAsk").GetInt32()));
    }

    [Fact]
    public async Task Without_an_engine_unknown_segments_stay_empty_and_the_last_line_says_how_to_go_on()
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 3);

        var (exitCode, _, error) = await run.RunAsync();

        Assert.Equal(0, exitCode);
        Assert.All(run.Rows("a.txt"), row => Assert.Equal(("", "todo"), (row.Target ?? "", row.Status)));
        Assert.Contains("AZURE_TRANSLATOR_KEY", error.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(1, (await run.RunAsync("--fail-on", "warning")).ExitCode);
    }

    [Theory]
    [InlineData("zh-TW", "软件", "軟體")]
    [InlineData("zh-Hant", "软件", "軟件")]
    public async Task Traditional_targets_can_go_by_way_of_simplified(string to, string simplified, string wanted)
    {
        await using var azure = Ask.Azure();
        azure.Options.Terms = new(new Dictionary<string, string> { ["software"] = simplified });
        using var run = new RunCase().With(azure);
        run.Write("in/a.txt", "The weather <software> is {very} good this year, they said.\n");

        var (exitCode, _, error) = await run.RunAsync("--to", to, "--via-simplified", "--no-curated");

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"Translating en > {to}", error, StringComparison.Ordinal);
        Assert.All(azure.Counters.Seen, seen => Assert.Contains("to=zh-Hans", seen.Query, StringComparison.Ordinal));
        Assert.Contains(wanted, Assert.Single(run.Targets("a.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_and_article_text_are_in_no_message_and_no_report()
    {
        const string Key = "planted-key-4711", Text = "栽种的句子";
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure, Key);
        run.Write("in/a.txt", $"这里有{Text}，谈的是天气。\n");
        run.Write("in/b.txt", $"这里也有{Text}，谈的是股票。\n");

        var refused = await run.RunAsync("--json");
        azure.Options.Keys.Add(new(Key));
        azure.Faults.Add([Fault.Error(500), new(FaultKind.TruncatedJson), new(FaultKind.ErrorObject), Fault.Error(400077)]);
        var passed = await run.RunAsync("--json");

        Assert.Equal(3, refused.ExitCode);
        foreach (var said in new[] { refused.Output, refused.Error, passed.Output, passed.Error, File.ReadAllText(Path.Combine(run.Output, "run.json")) })
        {
            Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Text, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("deepl")]
    [InlineData("libretranslate")]
    public async Task Other_engines_keep_key_and_article_text_to_themselves_too(string engine)
    {
        const string Key = "planted-key-4711", Text = "栽种的句子";
        await using JsonService service = engine switch { "openai" => new FakeOpenAI(), "deepl" => new FakeDeepL(), _ => new FakeLibreTranslate() };
        service.Start();
        using var run = new RunCase().With(engine, service, Key);
        run.Write("in/a.txt", $"这里有{Text}，谈的是天气。\n");
        run.Write("in/b.txt", $"这里也有{Text}，谈的是股票。\n");

        var refused = await run.RunAsync("--json");
        service.Key = Key;
        service.Faults.Add([Fault.Error(500), new(FaultKind.TruncatedJson), new(FaultKind.EmptyBody), new(FaultKind.FewerElements), Fault.Error(413), Fault.Error(429)]);
        var passed = await run.RunAsync("--json");

        Assert.Equal((3, 0), (refused.ExitCode, passed.ExitCode));
        foreach (var said in new[] { refused.Output, refused.Error, passed.Output, passed.Error, File.ReadAllText(Path.Combine(run.Output, "run.json")) })
        {
            Assert.DoesNotContain(Key, said, StringComparison.Ordinal);
            Assert.DoesNotContain(Text, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Two_runs_on_the_same_input_write_the_same_cells()
    {
        await using var azure = Ask.Azure();
        using var run = new RunCase().With(azure);
        File.Copy(Repository.File("samples", "funding.md"), Directory.CreateDirectory(run.File("in")) + "/funding.md");
        await run.RunAsync("--memory", Repository.File("samples", "starter.tmx"));
        await run.RunAsync("--memory", Repository.File("samples", "starter.tmx"));
        var first = WorkbookCells.Of(Path.Combine(run.Output, "funding.md.xlsx"));
        File.Delete(Path.Combine(run.Output, "funding.md.xlsx"));

        await run.RunAsync("--memory", Repository.File("samples", "starter.tmx"));

        Assert.Equal(first, WorkbookCells.Of(Path.Combine(run.Output, "funding.md.xlsx")));
    }

    static void AssertCounts(JsonElement counts, params (string Name, int Count)[] wanted)
    {
        foreach (var (name, count) in wanted) Assert.Equal((name, count), (name, counts.GetProperty(name).GetInt32()));
        Assert.Equal(counts.GetProperty("segments").GetInt32(), counts.EnumerateObject().Where(each => each.Name != "segments").Sum(each => each.Value.GetInt32()));
    }
}
