using Translate.Engines;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>How Azure Translator slows a client down; each test bears the behaviour's number. Clocks run fast.</summary>
public class AzureThrottlingTests
{
    readonly FastTime _time = new(200);

    [Fact]
    public async Task Behaviour_39_the_characters_of_a_sliding_minute_are_kept()
    {
        await using var azure = Azure(new FakeKey("imitation-key", CharactersPerMinute: 2000));
        await using Packing packing = new(Engine(azure, 2000), time: _time);

        var answers = await packing.AskAsync(Ask.Texts(300));

        Assert.All(answers, answer => Assert.Equal(Origin.New, answer.Origin));
        // None on a quiet machine: five milliseconds here are a whole second for both.
        Assert.InRange(azure.Counters.Seen.Count(seen => seen.Status == 429), 0, 20);
    }

    [Theory]
    [InlineData(33_300, 0.2)]
    [InlineData(33_300, 1)]
    [InlineData(5_000, 1)]
    public async Task Behaviour_39_at_least_97_per_cent_of_a_binding_quota_are_used(int perMinute, double latency)
    {
        JumpingTime time = new();
        CountingWindow service = new(perMinute, time);
        ScriptedEngine engine = new(new(50, 50_000, perMinute, 1))
        {
            Refuse = service.Refuse,
            Before = () => { time.Advance(TimeSpan.FromSeconds(latency)); return Task.CompletedTask; },
        };
        await using Packing packing = new(engine, time: time);
        var texts = (int)(perMinute * 10.5 / 40);

        var answers = await packing.AskAsync([.. Enumerable.Range(0, texts).Select(i => Ask.Text($"{i:00000}" + new string('长', 20 + i % 31)))]);

        var share = service.TakenBetween(1, 10) / (9.0 * perMinute);
        Assert.Equal(0, service.Refused);
        Assert.True(share >= 0.97, FormattableString.Invariant($"{share:P2}"));
        Assert.Equal(texts, answers.Count(answer => answer.Origin == Origin.New));
    }

    [Fact]
    public async Task Behaviour_39_an_unknown_limit_is_learnt_from_refusals()
    {
        await using var azure = Azure(new FakeKey("imitation-key", CharactersPerMinute: 2000));
        await using Packing packing = new(Engine(azure, 0), time: _time);

        var answers = await packing.AskAsync(Ask.Texts(300));

        Assert.All(answers, answer => Assert.Equal(Origin.New, answer.Origin));
        Assert.InRange(azure.Counters.Seen.Count(seen => seen.Status == 429), 1, 80);
    }

    [Fact]
    public async Task Behaviour_40_a_request_above_the_window_is_split_instead_of_asked_for_ever()
    {
        JumpingTime time = new();
        CountingWindow service = new(300, time);
        ScriptedEngine engine = new(new(50, 50_000, 0, 1)) { Refuse = service.Refuse };
        await using Packing packing = new(engine, time: time);
        Question[] questions = [.. Ask.Texts(50), Ask.Text(new string('长', 301))];

        var answers = await packing.AskAsync(questions);

        Assert.All(answers.Take(50), answer => Assert.Equal(Origin.New, answer.Origin));
        Assert.Equal(Origin.Failed, answers[50].Origin);
        Assert.InRange(engine.Requests.Count, 5, 40);
    }

    [Theory]
    [InlineData("2", "Retry-After", 2, 3)]
    [InlineData("1500", "retry-after-ms", 1.5, 3)]
    [InlineData("2500", "x-ms-retry-after-ms", 2.5, 4)]
    [InlineData("Mon, 23 Nov 2026 12:00:30 GMT", "Retry-After", 29, 31)]
    [InlineData("0", "Retry-After", 0.7, 1.3)]
    [InlineData("-1", "Retry-After", 0.7, 1.3)]
    [InlineData("soon", "Retry-After", 0.7, 1.3)]
    [InlineData("3600", "Retry-After", 59, 61)]
    public async Task Behaviour_41_every_form_of_retry_after_is_read_and_capped(string value, string header, double least, double most)
    {
        JumpingTime time = new();
        await using var azure = Ask.Azure();
        azure.Faults.Add(new Fault(FaultKind.Error, 429001, value, header));
        // The jumping clock cannot time a real request out, so the engine has the real one for timeouts.
        var engine = header == "Retry-After" && value.EndsWith("GMT", StringComparison.Ordinal)
            ? Ask.Engine(azure, settings => settings with { Time = new StillTime() }) : Ask.Engine(azure);
        await using Packing packing = new(engine, time: time);

        var answers = await packing.AskAsync([Ask.Text("你好")]);

        Assert.Equal(Origin.New, answers[0].Origin);
        Assert.InRange(time.Waits.Max().TotalSeconds, least, most);
    }

    [Fact]
    public async Task Behaviour_42_the_gateway_throttles_with_a_string_code()
    {
        await using var azure = Ask.Azure();
        azure.Faults.Add(Fault.Error(429, "7"));

        var fault = await Ask.Engine(azure).FailAsync();

        Assert.Equal((EngineFault.Transient, true, TimeSpan.FromSeconds(7)), (fault.Fault, fault.Throttled, fault.RetryAfter));
    }

    [Fact]
    public async Task Behaviour_43_a_burst_of_refusals_is_survived()
    {
        await using var azure = Azure(new FakeKey("imitation-key"));
        azure.Faults.Add(Enumerable.Repeat(Fault.Error(429001), 12));
        await using Packing packing = new(Engine(azure, 0), time: _time);

        var answers = await packing.AskAsync(Ask.Texts(400));

        Assert.All(answers, answer => Assert.Equal(Origin.New, answer.Origin));
        // Twelve refusals and eight full requests; on a slow machine some leave unfilled.
        Assert.InRange(azure.Counters.Requests, 20, 120);
    }

    [Fact]
    public async Task More_requests_at_once_than_allowed_are_never_sent()
    {
        await using var azure = Ask.Azure(options => (options.RequestsAtOnce, options.Latency) = (8, TimeSpan.FromMilliseconds(20)));
        await using Packing packing = new(Ask.Engine(azure));

        await packing.AskAsync(Ask.Texts(1500));

        Assert.Equal((8, 30), (azure.Counters.Peak, azure.Counters.Requests));
    }

    FakeAzure Azure(FakeKey key) => Ask.Azure(options =>
    {
        (options.Time, options.Keys[0]) = (_time, key);
    });

    ITranslationEngine Engine(FakeAzure azure, int perMinute) => Ask.Engine(azure, settings => settings with
    {
        // A real second is 200 of these.
        Time = _time,
        CharactersPerMinute = perMinute,
        Timeout = TimeSpan.FromMinutes(30),
    });

    sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    }

    /// <summary>The service's side of a sliding minute.</summary>
    sealed class CountingWindow(int perMinute, JumpingTime time)
    {
        readonly Queue<(DateTimeOffset At, int Characters)> _window = new();

        public int Refused { get; private set; }

        readonly List<(TimeSpan At, int Characters)> _taken = [];

        /// <summary>Characters accepted from one minute to another.</summary>
        public long TakenBetween(int from, int to) => _taken
            .Where(entry => entry.At >= TimeSpan.FromMinutes(from) && entry.At < TimeSpan.FromMinutes(to)).Sum(entry => entry.Characters);

        public EngineException? Refuse(IReadOnlyList<string> texts)
        {
            while (_window.TryPeek(out var first) && first.At.AddSeconds(60) <= time.GetUtcNow()) _window.Dequeue();
            var characters = texts.Sum(text => text.Length);
            if (_window.Sum(entry => entry.Characters) + characters > perMinute)
            {
                Refused++;
                return new(EngineFault.Transient, "slow down") { Throttled = true };
            }

            _window.Enqueue((time.GetUtcNow(), characters));
            _taken.Add((TimeSpan.FromTicks(time.GetTimestamp()), characters));
            return null;
        }
    }
}
