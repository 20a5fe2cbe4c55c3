using Translate.FakeServices;
using Translate.Memory;

namespace Translate.Tests.Engines;

/// <summary>Whole batches against a service that has a bad day, and against the clock.</summary>
public class ChaosTests
{
    const int Articles = 300, Segments = 12;

    [Fact]
    public async Task Three_hundred_articles_survive_a_bad_day_and_five_deaths()
    {
        var targets = await Task.WhenAll(RunAsync(seed: 1), RunAsync(seed: 2));

        Assert.Equal(targets[0], targets[1]);
    }

    /// <summary>One batch, ended five times in the middle, until it is through.</summary>
    /// <returns>All targets, article by article.</returns>
    static async Task<List<string>> RunAsync(int seed)
    {
        FastTime time = new(50);
        using TemporaryFolder folder = new();
        await using var azure = Ask.Azure(options => (options.Time, options.Latency) = (time, TimeSpan.FromSeconds(2)));
        azure.Faults.Mix(0.2, seed, FaultPlan.BadDay(TimeSpan.FromMinutes(1)));
        var engine = Ask.Engine(azure, settings => settings with { Time = time, Timeout = TimeSpan.FromSeconds(30) });

        var deaths = 0;
        for (var life = 1; life <= 5; life++)
        {
            using var database = MemoryDatabase.Open(folder.File("memory.db"));
            await using Packing packing = new(engine, new() { Seed = life, Patience = TimeSpan.FromHours(1) }, time, database);
            var running = BatchAsync(packing);
            while (packing.Packer.Progress.Answered < 300 && !running.IsCompleted) await Task.Delay(2);
            packing.Packer.Abort();
            if (await Record.ExceptionAsync(() => running) is OperationCanceledException) deaths++;
        }

        using var last = MemoryDatabase.Open(folder.File("memory.db"));
        await using Packing final = new(engine, new() { Patience = TimeSpan.FromHours(1) }, time, last);
        var answers = await BatchAsync(final);

        Assert.InRange(deaths, 1, 5);
        Assert.DoesNotContain(answers, answer => answer.Target is null);
        Assert.All(answers, (answer, i) => Assert.Contains(
            FormattableString.Invariant($" {Number(i / Segments, i % Segments)} "), answer.Target!.Text, StringComparison.Ordinal));
        var distinct = answers.Select((_, i) => Source(i / Segments, i % Segments)).Distinct().ToList();
        var once = distinct.Sum(text => text.Length);
        var inFlightAtDeath = 5 * 8 * 50 * distinct.Max(text => text.Length);
        Assert.InRange(azure.Counters.Characters - azure.Counters.Wasted, once, once * 1.02 + inFlightAtDeath);
        Assert.Equal(distinct.Count, (int)final.Store.Count);
        return [.. answers.Select(answer => answer.Target!.Text)];
    }

    static async Task<List<Answer>> BatchAsync(Packing packing) => [.. (await Task.WhenAll(
        Enumerable.Range(0, Articles).Select(article => packing.AskAsync(
            [.. Enumerable.Range(0, Segments).Select(segment => Ask.Text(Source(article, segment)))])))).SelectMany(answers => answers)];

    // Every third article repeats a sentence of the one before.
    static int Number(int article, int segment) => article % 3 == 2 && segment == 0 ? (article - 1) * 100 : article * 100 + segment;

    static string Source(int article, int segment) => FormattableString.Invariant($"这是 {Number(article, segment)} 号句子，说的是大模型。");

    [Theory]
    [InlineData(4)]
    public async Task Five_thousand_segments_fill_their_requests_and_keep_eight_on_the_way(int faster) =>
        Assert.True(await FiveThousandAsync(faster) > 12, "faster than the service");

    // By the wall clock, for a machine with nothing else to do: -method '*wall_clock' -explicit only
    [Fact(Explicit = true)]
    public async Task Five_thousand_segments_take_thirteen_latencies_of_the_wall_clock() =>
        Assert.InRange(await FiveThousandAsync(1), 12.5, 13 * 1.15);

    static async Task<double> FiveThousandAsync(int faster)
    {
        FastTime time = new(faster);
        await using var azure = Ask.Azure(options =>
            (options.Time, options.Latency, options.TextsPerRequest, options.RequestsAtOnce) = (time, TimeSpan.FromMilliseconds(200), 50, 8));
        await using Packing packing = new(Ask.Engine(azure), new() { Linger = TimeSpan.FromSeconds(2 * (faster - 1) + 0.1) }, time);
        await packing.AskAsync([Ask.Text("先热身")]);
        var start = time.GetTimestamp();

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (article, _) =>
            await packing.AskAsync([.. Enumerable.Range(0, 25).Select(i => Ask.Text(FormattableString.Invariant($"第 {article * 25 + i} 句话说大模型。")))]));

        var took = time.GetElapsedTime(start);
        TestContext.Current.SendDiagnosticMessage($"{azure.Counters.Requests} requests, {took.TotalSeconds:0.00} s, {took.TotalSeconds / 0.2:0.0} latencies");
        Assert.InRange(azure.Counters.Requests, 100, 105);
        Assert.Equal(8, azure.Counters.Peak);
        Assert.All(azure.Counters.Seen, seen => Assert.Equal(200, seen.Status));
        return took / TimeSpan.FromMilliseconds(200);
    }
}
