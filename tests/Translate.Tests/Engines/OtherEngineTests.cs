using Translate.Articles;
using Translate.Engines;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>DeepL and LibreTranslate.</summary>
public sealed class OtherEngineTests : IAsyncLifetime
{
    readonly FakeDeepL _deepl = new();
    readonly FakeLibreTranslate _libre = new();

    public ValueTask InitializeAsync()
    {
        _deepl.Start();
        _libre.Start();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _deepl.DisposeAsync();
        await _libre.DisposeAsync();
    }

    ITranslationEngine DeepL(string key = "imitation-key") =>
        EngineFactory.Create(new("deepl") { Endpoint = _deepl.Url, Key = () => key, Timeout = TimeSpan.FromSeconds(10) });

    ITranslationEngine Libre() =>
        EngineFactory.Create(new("libretranslate") { Endpoint = _libre.Url, Key = () => "imitation-key", Timeout = TimeSpan.FromSeconds(10) });

    [Theory]
    [InlineData("deepl")]
    [InlineData("libretranslate")]
    public async Task Texts_and_tags_come_back_in_order(string name)
    {
        await using Packing packing = new(name == "deepl" ? DeepL() : Libre());
        var tagged = TaggedText.Parse("{1}甲 & 乙{/1}，a<b{2/}", []);

        var answers = await packing.AskAsync([.. Ask.Texts(120), new(tagged, Ask.ZhEn, [], [])]);

        Assert.All(answers.Take(120), (answer, i) =>
            Assert.Contains(FormattableString.Invariant($" {i + 1} "), answer.Target!.Text, StringComparison.Ordinal));
        Assert.Equal(tagged.Tags.Select(tag => tag.Shown), answers[120].Target!.Tags.Select(tag => tag.Shown));
        Assert.Contains("&", answers[120].Target!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deepl", "<keep>large language model</keep>很火")]
    [InlineData("libretranslate", "large language model很火")]
    public async Task A_missed_term_is_asked_again_in_the_engines_own_way(string name, string sent)
    {
        var engine = name == "deepl" ? DeepL() : Libre();
        var question = Ask.Term("大模型很火", "大模型", "large language model", "noun");
        var again = question with { Complaint = new(TaggedText.Plain("big"), question.Terms) };

        var target = await engine.OneAsync(again);

        Assert.Contains("large language model", target, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(sent, (name == "deepl" ? _deepl.Counters : _libre.Counters).Charged.Keys);
        Assert.Equal(sent.Length, engine.CountCharacters(again));
        Assert.NotEqual(engine.TermsAsked(question), engine.TermsAsked(again));
    }

    [Theory]
    [InlineData("wrong", 0, "EN010", "deepl: 127.0.0.1 refuses the key (403); check DEEPL_API_KEY, and that it belongs to this plan")]
    [InlineData("imitation-key", 1, "EN012",
        "deepl: the characters of this billing period are used up (456); wait for the next one or raise the limit, then run again to go on")]
    public async Task DeepL_refuses_keys_and_spent_quotas_for_good(string key, long quota, string code, string message)
    {
        _deepl.Quota = quota;

        var fault = await DeepL(key).FailAsync();

        Assert.Equal((EngineFault.Fatal, code, message), (fault.Fault, fault.Code, fault.Message));
    }

    [Theory]
    [InlineData("zh-TW", true, "zt")]
    [InlineData("zh-Hans", true, "zh")]
    [InlineData("zh-Hans", false, "zh-Hans")]
    public async Task LibreTranslate_is_asked_in_the_codes_that_the_server_knows(string tag, bool old, string code)
    {
        _libre.OldCodes = old;

        await Libre().OneAsync(Ask.Text("hello", new("en", tag)));

        Assert.Contains($"\"target\":\"{code}\"", _libre.Counters.Seen[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreTranslate_says_what_it_lacks()
    {
        var language = await Libre().FailAsync(Ask.Text("你好", new("zh", "de")));
        _libre.Key = "another";
        var key = await Libre().FailAsync();

        Assert.Equal("libretranslate: this server does not translate de; choose other languages with --from and --to", language.Message);
        Assert.Equal("EN010", key.Code);
    }

    [Theory]
    [InlineData(FaultKind.TruncatedJson)]
    [InlineData(FaultKind.FewerElements)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task Damaged_replies_are_refused(FaultKind kind)
    {
        _deepl.Faults.Add(new Fault(kind));
        _libre.Faults.Add(new Fault(kind));

        Assert.Equal(EngineFault.Protocol, (await DeepL().FailAsync()).Fault);
        Assert.Equal(EngineFault.Protocol, (await Libre().FailAsync()).Fault);
    }
}
