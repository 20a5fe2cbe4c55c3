using System.Net;
using System.Text.Json;
using Translate.Articles;
using Translate.FakeServices;

namespace Translate.Tests.Engines;

/// <summary>The good paths among the behaviours of Azure Translator that the imitation has; each test bears its number.</summary>
public sealed class AzureGoodPathTests : IAsyncLifetime
{
    readonly FakeAzure _azure = Ask.Azure();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _azure.DisposeAsync();

    [Fact]
    public async Task Behaviour_01_one_text_with_its_language_is_metered_by_its_length()
    {
        var reply = await _azure.TranslateAsync("from=zh-Hans&to=en", "你好吗");

        Assert.Equal((200, "3"), (reply.Status, reply.Header("X-Metered-Usage")));
        Assert.False(reply.Json[0].TryGetProperty("detectedLanguage", out _));
        Assert.StartsWith(Imitation.Mark, reply.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_02_without_a_source_language_one_is_detected()
    {
        var reply = await _azure.TranslateAsync("to=en", "你好");

        Assert.Equal("zh-Hans", reply.Json[0].GetProperty("detectedLanguage").GetProperty("language").GetString());
    }

    [Fact]
    public async Task Behaviour_03_texts_and_targets_keep_their_order_and_are_all_metered()
    {
        var reply = await _azure.TranslateAsync("from=zh-Hans&to=en&to=de&to=ja", "一二三", "四五");

        Assert.Equal(("15", "Microsoft,Microsoft,Microsoft"), (reply.Header("X-Metered-Usage"), reply.Header("X-MT-System")));
        Assert.Equal(["en", "de", "ja"], reply.Json[1].GetProperty("translations").EnumerateArray().Select(t => t.GetProperty("to").GetString()));
    }

    [Theory]
    [InlineData("""[{"Text":"你好"}]""", "application/json")]
    [InlineData("""[{"TEXT":"\u4f60\u597d"}]""", "application/json; charset=UTF-8")]
    public async Task Behaviour_04_letter_case_escapes_and_charset_do_not_matter(string body, string type)
    {
        var reply = await _azure.SendAsync("translate?api-version=3.0&from=zh-Hans&to=en", body, type);

        Assert.Equal((200, "2"), (reply.Status, reply.Header("X-Metered-Usage")));
    }

    [Fact]
    public async Task Behaviour_05_a_custom_domain_answers_below_its_own_path_as_its_gateway_does()
    {
        var engine = Ask.Engine(_azure, settings => settings with { Endpoint = new(_azure.Url, "translator/text/v3.0") });
        var raw = await _azure.SendAsync("translator/text/v3.0/translate?api-version=3.0&from=zh-Hans&to=en", """[{"text":"你好"}]""");

        Assert.StartsWith(Imitation.Mark, await engine.OneAsync(Ask.Text("你好")), StringComparison.Ordinal);
        Assert.NotEqual("", raw.Header("apim-request-id"));
        Assert.Equal("", raw.Header("X-RequestId"));
    }

    [Fact]
    public async Task Behaviour_06_sentence_lengths_add_up()
    {
        var reply = await _azure.TranslateAsync("from=en&to=zh-Hans&includeSentenceLength=true", "Rain falls. Go inside");

        var lengths = reply.Json[0].GetProperty("translations")[0].GetProperty("sentLen").GetProperty("srcSentLen");
        Assert.Equal([12, 9], lengths.EnumerateArray().Select(length => length.GetInt32()));
    }

    [Fact]
    public async Task Behaviour_07_alignment_has_gaps_or_is_missing()
    {
        var plain = await _azure.TranslateAsync("from=en&to=zh-Hans&includeAlignment=true", "Go inside now");
        var html = await _azure.TranslateAsync("from=en&to=zh-Hans&includeAlignment=true&textType=html", "Go inside now");
        _azure.Options.EmptyAlignment = true;
        var empty = await _azure.TranslateAsync("from=en&to=zh-Hans&includeAlignment=true&textType=html", "Go inside now");

        Assert.Contains("12:12-", Alignment(plain), StringComparison.Ordinal);
        Assert.False(html.Json[0].GetProperty("translations")[0].TryGetProperty("alignment", out _));
        Assert.Equal("", Alignment(empty));
        static string Alignment(Raw.Reply reply) =>
            reply.Json[0].GetProperty("translations")[0].GetProperty("alignment").GetProperty("proj").GetString()!;
    }

    [Theory]
    [InlineData(false, "[imitation] OpenAI{1}")]
    [InlineData(true, "[imitation] OpenAI {1}")]
    public async Task Behaviour_08_protected_spans_stay_and_tags_may_move(bool moves, string start)
    {
        _azure.Options.MovesTags = moves;
        var question = Ask.Term("OpenAI{1}发布{/1}模型", "OpenAI", "OpenAI", keep: true);

        var target = await Ask.Engine(_azure).OneAsync(question);

        Assert.StartsWith(start, target, StringComparison.Ordinal);
        Assert.Equal(moves, target.EndsWith("{/1}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behaviour_09_tags_in_plain_text_would_be_translated_so_tagged_text_goes_as_html()
    {
        _azure.Options.TranslatesTagNames = true;

        var raw = await _azure.TranslateAsync("from=zh-Hans&to=en", "<strong>你好</strong>");
        var ours = await Ask.Engine(_azure).OneAsync(new(TaggedText.Parse("{1}你好{/1}", []), Ask.ZhEn, [], []));

        Assert.DoesNotContain("<strong>", raw.Text(), StringComparison.Ordinal);
        Assert.EndsWith("{/1}", ours, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Mobvoi")]
    [InlineData(true, "\"Mobvoi\"")]
    public async Task Behaviour_10_a_dictionary_term_comes_back_word_for_word(bool quotes, string term)
    {
        _azure.Options.QuotesTerms = quotes;

        var target = await Ask.Engine(_azure).OneAsync(Ask.Term("出门问问发布", "出门问问", "Mobvoi"));

        Assert.Contains(term, target, StringComparison.Ordinal);
        Assert.DoesNotContain("mstrans", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_11_without_english_the_dictionary_is_ignored_so_none_is_paid_for()
    {
        const string markup = """<mstrans:dictionary translation="Mobvoi">问问</mstrans:dictionary>发布""";
        var pair = await _azure.TranslateAsync("from=zh-Hans&to=de", markup);
        var detected = await _azure.TranslateAsync("to=en", markup);

        await Ask.Engine(_azure).OneAsync(Ask.Term("问问发布", "问问", "Mobvoi") with { Pair = new("zh-Hans", "de") });

        Assert.DoesNotContain("Mobvoi", pair.Text() + detected.Text(), StringComparison.Ordinal);
        Assert.Equal("问问发布", _azure.Counters.Seen[^1].Texts[0]);
    }

    [Fact]
    public async Task Behaviour_12_malformed_markup_comes_back_and_such_a_reply_is_refused()
    {
        const string malformed = """< mstrans:dictionary translation="Mobvoi">问问</mstrans:dictionary>发布""";
        var raw = await _azure.TranslateAsync("from=zh-Hans&to=en", malformed);
        var engine = Ask.Engine(_azure);
        // What the service would do with our own markup if it did not understand it.
        _azure.Options.Terms = new(new Dictionary<string, string> { ["发布"] = "<mstrans:dictionary>" });

        var fault = await engine.FailAsync(Ask.Text("发布"));

        Assert.Contains("< mstrans:dictionary translation=\"Mobvoi\">", raw.Text(), StringComparison.Ordinal);
        Assert.Equal((Translate.Engines.EngineFault.Protocol, "azure: the reply holds dictionary markup"), (fault.Fault, fault.Message));
    }

    [Fact]
    public async Task Behaviour_13_a_term_may_be_lost_although_it_was_told()
    {
        _azure.Options.Terms = TermBehaviour.Good with { Damaged = 1 };

        var target = await Ask.Engine(_azure).OneAsync(Ask.Term("出门问问发布", "出门问问", "Mobvoi"));

        Assert.Contains("Mobvo ", target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_14_a_target_script_brings_a_transliteration()
    {
        var reply = await _azure.TranslateAsync("from=en&to=zh-Hans&toScript=Latn", "now");
        var wrong = await _azure.TranslateAsync("from=en&to=zh-Hans&toScript=Latn&toScript=Hans", "now");

        Assert.Equal("Latn", reply.Json[0].GetProperty("translations")[0].GetProperty("transliteration").GetProperty("script").GetString());
        Assert.Equal("400070", wrong.Code);
    }

    [Fact]
    public async Task Behaviour_15_the_same_language_is_unchanged_and_charged()
    {
        var reply = await _azure.TranslateAsync("from=zh-Hans&to=zh-Hans", "你好");

        Assert.Equal(("你好", "2"), (reply.Text(), reply.Header("X-Metered-Usage")));
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public async Task Behaviour_16_byte_order_mark_chunks_and_unknown_properties_do_not_disturb(bool mark, bool chunked, bool unknown)
    {
        (_azure.Options.ByteOrderMark, _azure.Options.Chunked, _azure.Options.UnknownProperties) = (mark, chunked, unknown);

        Assert.StartsWith(Imitation.Mark, await Ask.Engine(_azure).OneAsync(Ask.Text("你好")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behaviour_17_languages_need_no_key_and_know_an_etag()
    {
        var reply = await _azure.SendAsync("languages?api-version=3.0", headers: ("Ocp-Apim-Subscription-Key", ""));
        var again = await _azure.SendAsync("languages?api-version=3.0", headers: ("If-None-Match", reply.Header("ETag")));

        Assert.True(reply.Json.GetProperty("translation").TryGetProperty("zh-Hans", out _));
        Assert.Equal((304, ""), (again.Status, again.Body));
    }

    [Fact]
    public async Task Behaviour_18_an_issued_token_lasts_ten_minutes()
    {
        JumpingTime time = new();
        await using var azure = Ask.Azure(options => options.Time = time);
        var token = (await azure.SendAsync("sts/v1.0/issueToken", "")).Body;

        var fresh = await Translate();
        time.Advance(TimeSpan.FromMinutes(10));
        var stale = await Translate();

        Assert.Equal((200, 401), (fresh.Status, stale.Status));
        Task<Raw.Reply> Translate() => azure.SendAsync("translate?api-version=3.0&from=zh-Hans&to=en", """[{"text":"你好"}]""",
            headers: [("Authorization", $"Bearer {token}"), ("Ocp-Apim-Subscription-Key", "")]);
    }

    [Fact]
    public async Task Behaviour_19_the_new_version_has_its_own_shape_and_headers()
    {
        var engine = Ask.Engine(_azure, settings => settings with { ApiVersion = "2026-06-06", Tone = "formal", Gender = "female" });

        var target = await engine.OneAsync(Ask.Term("{1}出门问问{/1}发布", "出门问问", "Mobvoi"));
        var raw = await _azure.SendAsync("translate?api-version=2026-06-06", _azure.Counters.Seen[0].Body);

        Assert.StartsWith("[imitation] {1}Mobvoi{/1}", target, StringComparison.Ordinal);
        Assert.Equal(("", (int)HttpStatusCode.OK), (raw.Header("X-Metered-Usage"), raw.Status));
        Assert.Equal(_azure.Counters.Seen[0].Texts[0].Length.ToString(System.Globalization.CultureInfo.InvariantCulture), raw.Header("sourcecharacterscharged"));
        var sent = JsonDocument.Parse(_azure.Counters.Seen[0].Body).RootElement.GetProperty("inputs")[0];
        Assert.Equal("""{"language":"en","tone":"formal","gender":"female"}""", sent.GetProperty("targets")[0].GetRawText());
    }
}
