using Translate.Engines;
using Translate.Memory;

namespace Translate.Tests.Engines;

public class RequestPackerTests
{
    static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    readonly ScriptedEngine _engine = new();
    readonly JumpingTime _time = new();

    [Fact]
    public async Task Texts_of_many_articles_share_full_requests()
    {
        await using Packing packing = new(_engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(article =>
            packing.AskAsync([.. Enumerable.Range(0, 25).Select(i => Ask.Text($"第{article}篇第{i}句。"))])));

        Assert.Equal(5, _engine.Requests.Count);
        Assert.All(_engine.Requests, request => Assert.Equal(50, request.Count));
        Assert.Equal("[第7篇第3句。]", answers[7][3].Target!.Text);
    }

    [Fact]
    public async Task Each_distinct_text_is_asked_once_and_every_asker_is_answered()
    {
        await using Packing packing = new(_engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => packing.AskAsync([Ask.Text("同一句。"), Ask.Text("同一句。")])));

        Assert.Equal(["同一句。"], _engine.Requests.SelectMany(request => request));
        Assert.Single(answers.SelectMany(answer => answer), answer => answer.Origin == Origin.New);
        Assert.Equal(39, answers.SelectMany(answer => answer).Count(answer => answer.Origin == Origin.Repeated));
        Assert.Equal(4, answers.SelectMany(answer => answer).Sum(answer => answer.Characters));
    }

    [Fact]
    public async Task A_text_with_other_terms_is_another_question()
    {
        await using Packing packing = new(_engine);

        await packing.AskAsync([Ask.Term("百度发布模型", "百度", "Baidu"), Ask.Text("百度发布模型")]);

        Assert.Equal(2, _engine.Requests.Sum(request => request.Count));
    }

    [Fact]
    public async Task The_next_run_pays_nothing_unless_it_is_forced()
    {
        using var database = MemoryDatabase.Open(":memory:");
        await using (Packing first = new(_engine, database: database)) await first.AskAsync(Ask.Texts(3));
        await using Packing second = new(_engine, database: database);
        await using Packing forced = new(_engine, new() { Force = true }, database: database);

        Assert.All(await second.AskAsync(Ask.Texts(3)), answer => Assert.Equal((Origin.AnsweredEarlier, 0), (answer.Origin, answer.Characters)));
        Assert.All(await forced.AskAsync(Ask.Texts(3)), answer => Assert.Equal(Origin.New, answer.Origin));
        Assert.All(await forced.AskAsync(Ask.Texts(3)), answer => Assert.Equal(Origin.Repeated, answer.Origin));
        Assert.Equal(2, _engine.Requests.Count);
    }

    [Fact]
    public async Task Characters_bound_a_request_too()
    {
        await using Packing packing = new(_engine, new() { PreferredCharacters = 100 });

        await packing.AskAsync([.. Enumerable.Range(0, 10).Select(i => Ask.Text(new string((char)('一' + i), 30)))]);

        Assert.Equal(4, _engine.Requests.Count);
        Assert.All(_engine.Requests, request => Assert.True(request.Sum(text => text.Length) <= 100));
    }

    [Fact]
    public async Task Languages_and_kinds_never_share_a_request()
    {
        await using Packing packing = new(_engine);

        await packing.AskAsync([Ask.Text("甲"), Ask.Text("乙", new("zh-Hans", "de")), Ask.Term("{1}丙{/1}", "丙", "C")]);

        Assert.Equal(3, _engine.Requests.Count);
    }

    [Fact]
    public async Task Blank_texts_and_half_characters_are_never_sent()
    {
        await using Packing packing = new(_engine);

        var answers = await packing.AskAsync([Ask.Text("  "), Ask.Text("坏\uD83D了"), Ask.Text("好😀")]);

        Assert.Equal([Origin.Kept, Origin.Failed, Origin.New], answers.Select(answer => answer.Origin));
        Assert.Equal("the source holds half a character at 1; mend the article", answers[1].Error);
        Assert.Equal(["好😀"], Assert.Single(_engine.Requests));
    }

    [Fact]
    public async Task Passing_faults_are_waited_out_longer_each_time()
    {
        await using Packing packing = new(_engine, time: _time);
        _engine.Fail(Enumerable.Repeat(new EngineException(EngineFault.Transient, "trouble"), 4));

        var answers = await packing.AskAsync([Ask.Text("你好")]);

        Assert.Equal("[你好]", answers[0].Target!.Text);
        var waits = _time.Waits.Where(wait => wait > s_second / 2).ToList();
        Assert.Equal(4, waits.Count);
        for (var i = 0; i < 4; i++) Assert.InRange(waits[i] / s_second, 0.79 * (1 << i), 1.21 * (1 << i));
    }

    [Theory]
    [InlineData(7, 7, 7.5)]
    [InlineData(3600, 60, 60.1)]
    public async Task The_service_is_waited_for_as_long_as_it_asks_up_to_a_cap(int asked, double least, double most)
    {
        await using Packing packing = new(_engine, time: _time);
        _engine.Fail(new EngineException(EngineFault.Transient, "slow down", TimeSpan.FromSeconds(asked)) { Throttled = true });

        await packing.AskAsync([Ask.Text("你好")]);

        Assert.InRange(_time.Waits.Max().TotalSeconds, least, most);
    }

    [Fact]
    public async Task An_outage_ends_the_run_when_patience_does()
    {
        await using Packing packing = new(_engine, new() { Patience = TimeSpan.FromMinutes(2) }, _time);
        _engine.Refuse = _ => new(EngineFault.Transient, "scripted: in trouble");

        var thrown = await Assert.ThrowsAsync<EngineException>(() => packing.AskAsync(Ask.Texts(3)));

        Assert.Equal(EngineFault.Fatal, thrown.Fault);
        Assert.Equal("scripted: in trouble; gave up after 120 s, run again to go on, or wait longer with --patience", thrown.Message);
    }

    [Fact]
    public async Task A_refused_key_stops_everything_and_keeps_what_was_answered()
    {
        await using Packing packing = new(_engine);
        await packing.AskAsync([Ask.Text("先到")]);
        _engine.Fail(new EngineException(EngineFault.Fatal, "refused") { Code = "EN010" });

        var thrown = await Assert.ThrowsAsync<EngineException>(() => packing.AskAsync(Ask.Texts(500)));
        var requests = _engine.Requests.Count;
        var again = await Assert.ThrowsAsync<EngineException>(() => packing.AskAsync([Ask.Text("后到")]));

        Assert.Equal(("EN010", "refused", "refused"), (thrown.Code, thrown.Message, again.Message));
        Assert.InRange(requests, 2, 9);
        Assert.Equal(requests, _engine.Requests.Count);
        Assert.NotNull(packing.Store.Find(new("scripted", "", Ask.ZhEn, "先到", "")));
    }

    [Fact]
    public async Task What_is_too_large_is_split_and_stays_small()
    {
        await using Packing packing = new(_engine);
        _engine.Refuse = texts => texts.Count > 12 ? new(EngineFault.TooLarge, "too large") : null;

        var answers = await packing.AskAsync(Ask.Texts(50));
        var before = _engine.Requests.Count;
        await packing.AskAsync(Ask.Texts(80));

        Assert.All(answers, (answer, i) => Assert.Equal(FormattableString.Invariant($"[第{i + 1}句话说大模型。]"), answer.Target!.Text));
        Assert.Equal([50, 25, 12], _engine.Requests.Take(3).Select(request => request.Count));
        Assert.All(_engine.Requests.Skip(before), request => Assert.True(request.Count <= 12));
    }

    [Fact]
    public async Task One_text_that_is_refused_fails_alone()
    {
        await using Packing packing = new(_engine);
        _engine.Refuse = texts => texts.Contains("第7句话说大模型。") ? new(EngineFault.Refused, "scripted: it refuses a text") : null;

        var answers = await packing.AskAsync(Ask.Texts(20));

        var failed = Assert.Single(answers, answer => answer.Origin == Origin.Failed);
        Assert.Equal("scripted: it refuses a text", failed.Error);
        Assert.Same(answers[6], failed);
    }

    [Fact]
    public async Task A_broken_reply_is_asked_again_once_and_then_in_halves()
    {
        await using Packing packing = new(_engine, time: _time);
        _engine.Fail(Enumerable.Repeat(new EngineException(EngineFault.Protocol, "broken"), 2));

        var answers = await packing.AskAsync(Ask.Texts(4));

        Assert.Equal([4, 4, 2, 2], _engine.Requests.Select(request => request.Count));
        Assert.All(answers, answer => Assert.Equal(Origin.New, answer.Origin));
    }

    [Fact]
    public async Task The_limit_on_characters_is_never_passed()
    {
        await using Packing packing = new(_engine, new() { MaxCharacters = 100, PreferredCharacters = 30 }, _time);
        _engine.Fail(new EngineException(EngineFault.Transient, "lost") { MayBeCharged = true });

        var answers = await packing.AskAsync([.. Enumerable.Range(0, 20).Select(i => Ask.Text(new string((char)('一' + i), 10)))]);

        Assert.Equal(100, _engine.Requests.Sum(request => request.Sum(text => text.Length)));
        Assert.Equal(100, packing.Packer.Progress.Characters);
        Assert.Equal("left out: the run may send 100 characters; raise --max-characters or run again",
            answers.First(answer => answer.Origin == Origin.Empty).Error);
    }

    [Fact]
    public async Task Stopping_finishes_what_is_in_flight_and_keeps_it()
    {
        TaskCompletionSource sent = new(), reply = new();
        ScriptedEngine engine = new(new(1, 1000, 0, 1)) { Before = () => { sent.TrySetResult(); return reply.Task; } };
        await using Packing packing = new(engine);
        var first = packing.AskAsync([Ask.Text("甲")]);
        await sent.Task;
        var second = packing.AskAsync([Ask.Text("乙")]);

        packing.Packer.Stop();
        reply.SetResult();

        Assert.Equal("[甲]", (await first)[0].Target!.Text);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(1, packing.Store.Count);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => packing.AskAsync([Ask.Text("丙")]));
    }

    [Fact]
    public async Task Aborting_gives_up_what_is_in_flight()
    {
        TaskCompletionSource sent = new();
        ScriptedEngine engine = new(new(1, 1000, 0, 1)) { Before = () => { sent.TrySetResult(); return Task.Delay(-1); } };
        await using Packing packing = new(engine);
        var asked = packing.AskAsync([Ask.Text("甲")]);
        await sent.Task;

        packing.Packer.Abort();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_nothing_from_the_others()
    {
        TaskCompletionSource sent = new(), reply = new();
        ScriptedEngine engine = new(new(1, 1000, 0, 1)) { Before = () => { sent.TrySetResult(); return reply.Task; } };
        await using Packing packing = new(engine);
        using CancellationTokenSource tired = new();
        var first = packing.Packer.AskAsync([Ask.Text("甲"), Ask.Text("乙"), Ask.Text("丙")], tired.Token);
        await sent.Task;
        var second = packing.AskAsync([Ask.Text("乙")]);

        await tired.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        reply.SetResult();

        Assert.Equal("[乙]", (await second)[0].Target!.Text);
        Assert.DoesNotContain(engine.Requests, request => request.Contains("丙"));
    }

    [Fact]
    public async Task A_fault_of_ours_reaches_the_caller()
    {
        await using Packing packing = new(new ScriptedEngine { Before = () => throw new InvalidCastException("ours") });

        await Assert.ThrowsAsync<InvalidCastException>(() => packing.AskAsync(Ask.Texts(2)));
    }
}
