using System.Diagnostics;
using Translate.FakeServices;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

/// <summary>Runs that are ended from outside. The service stalls at a known request, so that it always happens in the middle.</summary>
public class InterruptionTests
{
    const int Articles = 200, Sentences = 5, TextsPerRequest = 20, RequestsAtOnce = 4, Good = 15;

    static readonly TimeSpan s_forever = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_killed_run_pays_again_for_no_more_than_what_was_in_flight(bool killed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix's");
        using var folder = WriteArticles();
        await using var azure = Ask.Azure();
        azure.Faults.Add(Stalled(s_forever));
        using var run = Start(folder, azure);
        await run.UntilAsync(() => azure.Counters.Requests >= Good + RequestsAtOnce && azure.Counters.InFlight == 0);

        if (killed) run.Kill();
        else
        {
            run.Signal("TERM");
            await run.UntilAsync(() => run.Errors.Any(line => line.StartsWith("Stopping", StringComparison.Ordinal)));
            run.Signal("TERM");
        }

        Assert.Equal(killed ? 137 : 143, await run.ExitAsync());
        Assert.InRange(azure.Counters.Charged.Count, 1, Articles * Sentences - 1);
        await FinishAsync(folder, azure, paidTwiceAtMost: RequestsAtOnce * TextsPerRequest);
    }

    [Fact]
    public async Task A_run_that_is_asked_to_stop_keeps_what_is_in_flight_and_says_how_to_go_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are Unix's");
        using var folder = WriteArticles();
        await using var azure = Ask.Azure();
        azure.Faults.Mix(1, 1, [new(FaultKind.Stall, Delay: TimeSpan.FromSeconds(1))]);
        using var run = Start(folder, azure);
        await run.UntilAsync(() => azure.Counters.Requests >= 2);

        run.Signal("TERM");

        Assert.Equal(130, await run.ExitAsync());
        Assert.Contains(run.Errors, line => line.Contains("Run the same command again", StringComparison.Ordinal));
        Assert.True(File.Exists(folder.File("out/run.json")));
        azure.Faults.Mix(0, 1, []);
        await FinishAsync(folder, azure, paidTwiceAtMost: 0);
    }

    [Theory]
    [InlineData("in/0.txt", 0)]
    [InlineData("in/2.txt", 1)]
    public async Task A_run_that_waits_for_a_file_ends_when_it_is_asked_to(string slow, int workbooks)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "pipes with names are Unix's");
        using TemporaryFolder folder = new();
        folder.Write("in/1.txt", "今天天气很好。");
        using (var make = Process.Start("mkfifo", [folder.File(slow)])) make.WaitForExit();
        using var run = RunProcess.Start(folder.Path, null, "run", "in", "--no-curated");
        await using var writing = await Task.Run(() => new FileStream(folder.File(slow), FileMode.Open, FileAccess.Write), TestContext.Current.CancellationToken);
        await run.UntilAsync(() => workbooks == 0 || File.Exists(folder.File("out/1.txt.xlsx")));

        run.Signal("TERM");

        Assert.Equal(130, await run.ExitAsync().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Single(run.Errors, line => line.StartsWith("Stopping", StringComparison.Ordinal));
        Assert.Equal(workbooks, Directory.Exists(folder.File("out")) ? Directory.GetFiles(folder.File("out"), "*.txt.xlsx").Length : 0);
    }

    static IEnumerable<Fault> Stalled(TimeSpan time) =>
        [.. Enumerable.Repeat(Fault.None, Good), .. Enumerable.Repeat(new Fault(FaultKind.Stall, Delay: time), RequestsAtOnce)];

    static async Task FinishAsync(TemporaryFolder folder, FakeAzure azure, int paidTwiceAtMost)
    {
        using var run = Start(folder, azure);

        Assert.Equal(0, await run.ExitAsync());
        Assert.Equal(Articles, Directory.GetFiles(folder.File("out"), "*.txt.xlsx").Length);
        Assert.Equal(Articles * Sentences, azure.Counters.Charged.Count);
        Assert.InRange(azure.Counters.Charged.Values.Sum(times => times - 1), 0, paidTwiceAtMost);
    }

    static RunProcess Start(TemporaryFolder folder, FakeAzure azure) => RunProcess.Start(folder.Path, azure, "run", "in", "--no-curated");

    static TemporaryFolder WriteArticles()
    {
        TemporaryFolder folder = new();
        folder.Write("translate.json", FormattableString.Invariant($"{{ \"textsPerRequest\": {TextsPerRequest}, \"requestsAtOnce\": {RequestsAtOnce} }}"));
        for (var i = 0; i < Articles; i++)
            folder.Write(FormattableString.Invariant($"in/{i:000}.txt"), string.Concat(Enumerable.Range(0, Sentences)
                .Select(j => FormattableString.Invariant($"这是第 {i * Sentences + j} 号句子，谈的是天气。\n\n"))));
        return folder;
    }
}
