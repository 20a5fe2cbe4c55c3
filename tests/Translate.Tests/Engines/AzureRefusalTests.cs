using Translate.Engines;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>What Azure Translator refuses, and what our client makes of it; each test bears the behaviour's number.</summary>
public sealed class AzureRefusalTests : IAsyncLifetime
{
    const string One = """[{"text":"你好"}]""";
    const string Translate = "translate?api-version=3.0&from=zh-Hans&to=en";

    readonly FakeAzure _azure = Ask.Azure(options => options.Keys.Add(new("regional", "westeurope")));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Theory]
    [InlineData("unknown", "")]
    [InlineData("regional", "")]
    [InlineData("regional", "eastus")]
    public async Task Behaviour_20_a_wrong_key_or_region_is_refused_for_good(string key, string region)
    {
        var engine = Ask.Engine(_azure, settings => settings with { Key = () => key, Region = region });

        var fault = await engine.FailAsync();

        Assert.Equal((EngineFault.Fatal, "EN010"), (fault.Fault, fault.Code));
        Assert.DoesNotContain(key, fault.Message, StringComparison.Ordinal);
        Assert.Contains("401000", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_20_the_right_region_is_accepted_and_no_key_is_not()
    {
        var engine = Ask.Engine(_azure, settings => settings with { Key = () => "regional", Region = "westeurope" });

        Assert.StartsWith(Imitation.Mark, await engine.OneAsync(Ask.Text("你好")), StringComparison.Ordinal);
        Assert.Equal("401000", (await _azure.SendAsync(Translate, One, headers: ("Ocp-Apim-Subscription-Key", ""))).Code);
    }

    [Fact]
    public async Task Behaviour_21_the_gateway_of_a_custom_domain_writes_its_code_as_a_string()
    {
        var endpoint = new Uri(_azure.Url, "translator/text/v3.0");
        var fault = await Ask.Engine(_azure, settings => settings with { Endpoint = endpoint, Key = () => "wrong" }).FailAsync();
        var raw = await _azure.SendAsync("translator/text/v3.0/" + Translate, One, headers: ("Ocp-Apim-Subscription-Key", "wrong"));

        Assert.Equal((EngineFault.Fatal, "EN010"), (fault.Fault, fault.Code));
        Assert.Equal((401, "\"401\"", ""), (raw.Status, raw.Code, raw.Header("X-RequestId")));
    }

    [Fact]
    public async Task Behaviour_22_the_key_of_a_Speech_resource_is_named_as_such()
    {
        _azure.Options.Keys.Add(new("speech", IsSpeech: true));

        var fault = await Ask.Engine(_azure, settings => settings with { Key = () => "speech" }).FailAsync();

        Assert.Equal((EngineFault.Fatal, "EN011"), (fault.Fault, fault.Code));
    }

    [Fact]
    public async Task Behaviour_23_a_spent_quota_ends_the_run_and_keeps_what_was_answered()
    {
        _azure.Options.Keys[0] = new("imitation-key", Quota: 600);
        await using Packing packing = new(Ask.Engine(_azure, settings => settings with { RequestsAtOnce = 1 }));

        var fault = await Assert.ThrowsAsync<EngineException>(() => packing.AskAsync(Ask.Texts(100)));

        Assert.Equal("EN012", fault.Code);
        Assert.Equal(50, packing.Store.Count);
        Assert.Equal(2, _azure.Counters.Requests);
    }

    [Theory]
    [InlineData("translate?from=zh-Hans&to=en", "400021")]
    [InlineData("translate?api-version=2.0&from=zh-Hans&to=en", "400021")]
    public async Task Behaviour_24_a_version_is_needed(string path, string code) =>
        Assert.Equal(code, (await _azure.SendAsync(path, One)).Code);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain; charset=utf-8")]
    public async Task Behaviour_25_an_unknown_target_language_ends_the_run_whatever_the_content_type(string type)
    {
        _azure.Options.ErrorContentType = type;

        var fault = await Ask.Engine(_azure).FailAsync(Ask.Text("你好", new("zh-Hans", "qq")));

        Assert.Equal((EngineFault.Fatal, "EN014"), (fault.Fault, fault.Code));
        Assert.Equal("azure: it does not translate zh-Hans > qq (400036); choose other languages with --from and --to", fault.Message);
        Assert.Equal("400036", (await _azure.SendAsync("translate?api-version=3.0", One)).Code);
    }

    [Fact]
    public async Task Behaviour_26_an_unknown_source_language_ends_the_run() =>
        Assert.Contains("(400035)", (await Ask.Engine(_azure).FailAsync(Ask.Text("你好", new("qq", "en")))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Behaviour_27_an_unsupported_pair_ends_the_run()
    {
        var fault = await Ask.Engine(_azure).FailAsync(Ask.Text("你好", new("lzh", "tlh-Latn")));

        Assert.Equal(("EN014", true), (fault.Code, fault.Message.Contains("400023", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("textType=markdown", "400071")]
    [InlineData("profanityAction=Bleep", "400042")]
    [InlineData("includeAlignment=perhaps", "400042")]
    public async Task Behaviour_28_options_must_have_known_values(string option, string code) =>
        Assert.Equal(code, (await _azure.SendAsync($"{Translate}&{option}", One)).Code);

    [Theory]
    [InlineData("no json", "400074")]
    [InlineData("""{"text":"你好"}""", "400074")]
    [InlineData("", "400074")]
    [InlineData("[]", "400000")]
    public async Task Behaviour_29_the_body_must_be_an_array(string body, string code) =>
        Assert.Equal(code, (await _azure.SendAsync(Translate, body)).Code);

    [Theory]
    [InlineData("[{}]", "400005")]
    [InlineData("""[{"text":null}]""", "400005")]
    [InlineData("""[{"text":"好"},{"text":7}]""", "400020")]
    public async Task Behaviour_30_one_bad_element_fails_the_whole_request(string body, string code)
    {
        Assert.Equal(code, (await _azure.SendAsync(Translate, body)).Code);
        Assert.Equal(0, _azure.Counters.Elements);
    }

    [Fact]
    public async Task Behaviour_31_blank_texts_are_never_sent()
    {
        await using Packing packing = new(Ask.Engine(_azure));
        var raw = await _azure.TranslateAsync("from=zh-Hans&to=en", " ");
        _azure.Options.RefusesBlank = true;

        var answers = await packing.AskAsync([Ask.Text(""), Ask.Text(" \n"), Ask.Text("你好")]);

        Assert.Equal((" ", "1"), (raw.Text(), raw.Header("X-Metered-Usage")));
        Assert.Equal("400005", (await _azure.TranslateAsync("from=zh-Hans&to=en", "")).Code);
        Assert.Equal([Origin.Kept, Origin.Kept, Origin.New], answers.Select(answer => answer.Origin));
    }

    [Theory]
    [InlineData(false, 1000)]
    [InlineData(true, 100)]
    public async Task Behaviour_32_too_many_elements_are_split(bool container, int most)
    {
        _azure.Options.Container = container;
        await using Packing packing = new(Ask.Engine(_azure, settings => settings with { TextsPerRequest = 1000 }));
        var texts = Enumerable.Repeat("你", most + 1).ToArray();

        Assert.Equal("400072", (await _azure.TranslateAsync("from=zh-Hans&to=en", texts)).Code);
        Assert.Equal(200, (await _azure.TranslateAsync("from=zh-Hans&to=en", texts[1..])).Status);
        Assert.All(await packing.AskAsync(Ask.Texts(250)), answer => Assert.Equal(Origin.New, answer.Origin));
    }

    [Fact]
    public async Task Behaviour_33_one_text_that_is_too_long_fails_alone()
    {
        _azure.Options.CharactersPerText = 1000;
        await using Packing packing = new(Ask.Engine(_azure));
        Question[] questions = [.. Ask.Texts(5), Ask.Text(new string('长', 1001)), Ask.Text(new string('长', 60_000))];

        var answers = await packing.AskAsync(questions);

        Assert.Equal("400050", (await _azure.TranslateAsync("from=zh-Hans&to=en", new string('长', 1001))).Code);
        Assert.All(answers.Take(5), answer => Assert.Equal(Origin.New, answer.Origin));
        Assert.Equal("azure: a text is too long (400050); divide it", answers[5].Error);
        Assert.Equal("azure: the segment sends 60000 characters and 50000 are the most; divide it", answers[6].Error);
    }

    [Theory]
    [InlineData("长", 50_000, 1, 200)]
    [InlineData("长", 50_001, 1, 400)]
    [InlineData("长", 25_001, 2, 400)]
    [InlineData("😀", 25_000, 1, 200)]
    [InlineData("😀", 25_001, 1, 400)]
    public async Task Behaviour_34_a_request_holds_fifty_thousand_units_times_targets(string character, int count, int targets, int status)
    {
        _azure.Options.CharactersPerText = 100_000;

        var reply = await _azure.TranslateAsync("from=zh-Hans&to=en" + (targets > 1 ? "&to=de" : ""), string.Concat(Enumerable.Repeat(character, count)));

        Assert.Equal(status, reply.Status);
        if (status == 400) Assert.Equal("400077", reply.Code);
    }

    [Fact]
    public async Task Behaviour_34_a_request_that_is_too_large_is_split_and_keeps_its_order()
    {
        _azure.Options.CharactersPerRequest = 300;
        await using Packing packing = new(Ask.Engine(_azure));

        var answers = await packing.AskAsync(Ask.Texts(120));

        Assert.All(answers, (answer, i) => Assert.Contains(FormattableString.Invariant($" {i + 1} "), answer.Target!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behaviour_35_the_content_type_must_be_JSON() =>
        Assert.Equal((415, "415000"), await StatusAndCode(_azure.SendAsync(Translate, One, "text/plain")));

    [Fact]
    public async Task Behaviour_36_translating_is_a_post() =>
        Assert.Equal((405, "405000"), await StatusAndCode(_azure.SendAsync(Translate)));

    [Fact]
    public async Task Behaviour_37_a_trace_id_must_be_a_guid() =>
        Assert.Equal((400, "400043"), await StatusAndCode(_azure.SendAsync(Translate, One, headers: ("X-ClientTraceId", "me"))));

    [Fact]
    public async Task Behaviour_38_a_custom_system_that_does_not_exist_ends_the_run_when_nothing_may_stand_in()
    {
        _azure.Options.Categories.Add("ours");
        ITranslationEngine Engine(string category) => Ask.Engine(_azure, settings => settings with { Deployment = category, AllowFallback = false });

        var fault = await Engine("theirs").FailAsync();

        Assert.Equal("azure: it has no system theirs for zh-Hans > en (400079); check AZURE_TRANSLATOR_DEPLOYMENT", fault.Message);
        Assert.StartsWith(Imitation.Mark, await Engine("ours").OneAsync(Ask.Text("你好")), StringComparison.Ordinal);
        Assert.Contains("category=ours", _azure.Counters.Seen[^1].Query, StringComparison.Ordinal);
    }

    static async Task<(int, string)> StatusAndCode(Task<Raw.Reply> reply) => ((await reply).Status, (await reply).Code);
}
