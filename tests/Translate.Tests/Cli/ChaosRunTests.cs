using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Translate.FakeServices;
using Translate.Memory;
using Translate.Review;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

/// <summary>The whole program on a bad day: a service that fails at a fifth of all requests, and five deaths by SIGKILL.</summary>
public partial class ChaosRunTests
{
    const int Articles = 300, Sentences = 5, Deaths = 5, TextsPerRequest = 25;

    /// <summary>Two such runs are alike when each is like one on a good day; <c>TRANSLATE_LONG</c> has several, with other faults and deaths.</summary>
    [Fact]
    public async Task Three_hundred_articles_come_through_five_kills_as_if_nothing_had_happened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix's");
        using var calm = Write(timeout: 60);
        var texts = await RunCalmAsync(calm);

        foreach (var seed in Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1" ? Enumerable.Range(1, 5) : [1])
        {
            using var bad = Write(timeout: 2);
            await RunBadlyAsync(bad, seed, texts);

            var workbooks = Directory.GetFiles(calm.File("out"), "*.xlsx");
            Assert.Equal(Articles + 1, workbooks.Length);
            foreach (var name in workbooks.Select(Path.GetFileName))
                Assert.Equal(WorkbookCells.Of(calm.File($"out/{name}")), WorkbookCells.Of(bad.File($"out/{name}")));
        }
    }

    /// <summary>A run on a good day: what it writes is right, and what it pays is the measure for the others.</summary>
    static async Task<Paid> RunCalmAsync(TemporaryFolder folder)
    {
        await using var azure = Service();
        using (var run = Start(folder, azure)) Assert.True(await run.ExitAsync() == 0, string.Join('\n', run.Errors));

        foreach (var path in Directory.GetFiles(folder.File("out"), "*.md.xlsx"))
        {
            var rows = ReviewWorkbook.Read(path, out _)!.Rows;
            Assert.Equal(rows.Count, rows.DistinctBy(row => row.Key).Count());
            Assert.All(rows, row => Assert.StartsWith(Imitation.Mark.Trim(), row.Target, StringComparison.Ordinal));
            // Each in its place: its numbers are its own. Magnitudes change the digits.
            foreach (var row in rows.Where(row => row.Source!.AsSpan().IndexOfAny('万', '亿', '千') < 0))
                Assert.Equal(Numbers(row.Source!), Numbers(row.Target!));
        }

        var use = JsonElement.Parse(await File.ReadAllTextAsync(folder.File("out/run.json"), TestContext.Current.CancellationToken)).GetProperty("use");
        Paid paid = new(
            azure.Counters.Charged.Count, azure.Counters.Characters, use.GetProperty("charactersAgain").GetInt64(), use.GetProperty("plainCharacters").GetInt64());
        TestContext.Current.SendDiagnosticMessage($"{paid}, {paid.Characters / (double)paid.Plain:0.000} times the plain source");
        Assert.All(azure.Counters.Charged.Values, times => Assert.Equal(1, times));
        Assert.Equal(paid.Characters, use.GetProperty("characters").GetInt64() + paid.Again);
        Assert.True(use.GetProperty("askedAgain").GetInt32() > 50, "the service should have missed terms");
        Assert.InRange(paid.Characters, paid.Plain, paid.Plain * 1.3);
        return paid;
    }

    static async Task RunBadlyAsync(TemporaryFolder folder, int seed, Paid calm)
    {
        await using var azure = Service();
        azure.Faults.Mix(0.2, seed, [.. FaultPlan.BadDay(TimeSpan.FromSeconds(30)), new(FaultKind.Stall, Delay: TimeSpan.FromMilliseconds(300))]);
        long lost = 0;
        Random random = new(seed);
        for (var life = 1; life <= Deaths; life++)
        {
            using var run = Start(folder, azure);
            await run.UntilAsync(() => azure.Counters.Delivered.Count >= calm.Texts * life / (Deaths + 1));
            await Task.Delay(random.Next(100), TestContext.Current.CancellationToken);
            run.Kill();
            Assert.Equal(137, await run.ExitAsync());
            do await Task.Delay(50, TestContext.Current.CancellationToken);
            while (azure.Counters.InFlight > 0);
            lost += azure.Counters.Delivered.Keys.Sum(text => text.Length) - Kept(folder);
        }

        using var last = Start(folder, azure);
        Assert.True(await last.ExitAsync() == 0, string.Join('\n', last.Errors));
        var counters = azure.Counters;
        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}: {counters.Requests} requests, {counters.Characters} charged, {counters.Wasted} of them for nothing, {lost} lost in {Deaths} kills; calm {calm.Characters}"));

        Assert.Equal(calm.Texts, counters.Delivered.Count);
        Assert.Equal(calm.Characters, Kept(folder));
        Assert.True(counters.Wasted > 0, "nothing went wrong");
        // What a kill loses is what had arrived and was not written down yet: never more than was on its way.
        Assert.InRange(lost, 0, Deaths * 8 * TextsPerRequest * 100);
        Assert.InRange(counters.Characters - counters.Wasted - lost, calm.Characters - lost, calm.Characters + 0.02 * (calm.Characters - calm.Again));
    }

    static FakeAzure Service() => Ask.Azure(options =>
    {
        options.Latency = TimeSpan.FromMilliseconds(60);
        options.Terms = TermFile.Read(Repository.File("glossary")) with { Ignored = 0.1, Damaged = 0.03, Halved = 0.03, Misplaced = 0.02, Stubborn = 0.1 };
    });

    static RunProcess Start(TemporaryFolder folder, FakeAzure azure) => RunProcess.Start(folder.Path, azure, "run", "in");

    /// <param name="timeout">Seconds that a request may take: short, so that a bad day does not; long on a good day, so that a busy machine does not make it a bad one.</param>
    static TemporaryFolder Write(int timeout)
    {
        TemporaryFolder folder = new();
        folder.Write("translate.json", FormattableString.Invariant($"{{ \"textsPerRequest\": {TextsPerRequest}, \"requestsAtOnce\": 8, \"timeout\": {timeout} }}"));
        ArticleMill mill = new(1);
        for (var i = 0; i < Articles; i++) folder.Write(FormattableString.Invariant($"in/{i:000}.md"), mill.Article(Sentences));
        return folder;
    }

    /// <summary>Characters of all answers that are kept.</summary>
    static long Kept(TemporaryFolder folder)
    {
        using var database = MemoryDatabase.Open(folder.File("translate.db"));
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(sum(characters), 0) FROM answer";
        return (long)command.ExecuteScalar()!;
    }

    static List<string> Numbers(string text) => [.. Digits().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    sealed record Paid(int Texts, long Characters, long Again, long Plain);
}
