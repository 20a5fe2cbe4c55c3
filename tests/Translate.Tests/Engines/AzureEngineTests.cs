using Translate.Articles;
using Translate.Engines;

namespace Translate.Tests.Engines;

public class AzureEngineTests
{
    [Theory]
    [InlineData(null, "3.0", "https://api.cognitive.microsofttranslator.com/")]
    [InlineData("https://api-eur.cognitive.microsofttranslator.com/", "3.0", "https://api-eur.cognitive.microsofttranslator.com/")]
    [InlineData("https://mine.cognitiveservices.azure.com/", "3.0", "https://mine.cognitiveservices.azure.com/translator/text/v3.0/")]
    [InlineData("https://mine.cognitiveservices.azure.com/old/path?x=1", "3.0", "https://mine.cognitiveservices.azure.com/translator/text/v3.0/")]
    [InlineData("https://mine.cognitiveservices.azure.com/", "2026-06-06", "https://mine.cognitiveservices.azure.com/translator/text/")]
    [InlineData("https://gateway.example/translator", "3.0", "https://gateway.example/translator/")]
    [InlineData("http://localhost:5000", "3.0", "http://localhost:5000/")]
    public void Endpoints_follow_the_rule_of_the_SDK(string? given, string version, string asked)
    {
        EngineSettings settings = new("azure") { Endpoint = given is null ? null : new(given), ApiVersion = version };

        Assert.Equal(asked, Translate.Engines.Azure.AzureEndpoint.From(settings).Base.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.cognitive.microsofttranslator.com", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://api.cognitive.microsofttranslator.us", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://api.translator.azure.cn", "https://cognitiveservices.azure.cn/.default")]
    public void Tokens_are_for_the_cloud_of_the_endpoint(string endpoint, string scope) =>
        Assert.Equal(scope, Translate.Engines.Azure.AzureEndpoint.From(new("azure") { Endpoint = new(endpoint) }).Scope);

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hant")]
    [InlineData("zh-hant-HK", "zh-Hant")]
    [InlineData("en-US", "en")]
    [InlineData("fr-CA", "fr-ca")]
    [InlineData("pt-BR", "pt")]
    public void Language_tags_become_the_codes_of_the_service(string tag, string code) =>
        Assert.Equal(code, Translate.Engines.Azure.AzureLanguage.Code(tag));

    [Fact]
    public async Task A_name_goes_as_dictionary_markup_and_comes_back_as_told()
    {
        await using var azure = Ask.Azure();
        var question = Ask.Term("我们采访了出门问问的“R&D”团队", "出门问问", "Mobvoi \"A&B\"");

        var target = await Ask.Engine(azure).OneAsync(question);

        Assert.Contains("Mobvoi \"A&B\"", target, StringComparison.Ordinal);
        Assert.Contains("R&D", target, StringComparison.Ordinal);
        var sent = Assert.Single(azure.Counters.Seen);
        Assert.Contains("textType=html", sent.Query, StringComparison.Ordinal);
        Assert.Equal(
            "我们采访了<mstrans:dictionary translation=\"Mobvoi &quot;A&amp;B&quot;\">出门问问</mstrans:dictionary>的“R&amp;D”团队",
            Assert.Single(sent.Texts));
    }

    [Theory]
    [InlineData("大模型很火", "大模型", "large language model", "noun", false, "大模型很火")]
    [InlineData("用OpenAI做", "OpenAI", "OpenAI", "proper", false, "用OpenAI做")]
    [InlineData("用vLLM做", "vLLM", "vLLM", "noun", true, "用<span class=\"notranslate\">vLLM</span>做")]
    public async Task Only_names_and_kept_words_cost_markup(string text, string source, string target, string pos, bool keep, string sent)
    {
        await using var azure = Ask.Azure();
        var question = Ask.Term(text, source, target, pos, keep);

        await Ask.Engine(azure).OneAsync(question);

        Assert.Equal(sent, Assert.Single(azure.Counters.Seen[0].Texts));
        Assert.Equal(sent.Length, Ask.Engine(azure).CountCharacters(question));
    }

    [Fact]
    public void Markup_stays_within_its_share_and_is_not_spent_where_it_is_ignored()
    {
        var engine = EngineFactory.Create(new("azure") { Key = () => "k", MarkupShare = 1 });
        var name = Ask.Term("谷歌发布", "谷歌", "Google");

        Assert.Equal(4, engine.CountCharacters(name));
        Assert.Equal("", engine.TermsAsked(name));
        Assert.Equal(4, EngineFactory.Create(new("azure") { Key = () => "k", MarkupShare = 100 }).CountCharacters(name with { Pair = new("zh", "ja") }));
    }

    [Fact]
    public async Task A_second_question_protects_the_target_term()
    {
        await using var azure = Ask.Azure();
        var first = Ask.Term("大模型很火", "大模型", "large language model", "noun");
        var second = first with { Complaint = new(TaggedText.Plain("big models are hot"), first.Terms) };

        var target = await Ask.Engine(azure).OneAsync(second);

        Assert.Equal("<span class=\"notranslate\">large language model</span>很火", Assert.Single(azure.Counters.Seen[0].Texts));
        Assert.StartsWith("[imitation] large language model", target, StringComparison.Ordinal);
        Assert.NotEqual(Ask.Engine(azure).TermsAsked(first), Ask.Engine(azure).TermsAsked(second));
    }

    [Theory]
    [InlineData("{1}大模型{/1}很火{2/}。")]
    [InlineData("{1}{2}粗{/2}体{/1}和 a<b & c>d")]
    [InlineData("只有{/1}尾巴")]
    [InlineData("{1}交{2}叉{/1}的{/2}")]
    [InlineData(@"字面的 \{1} 和{1/}")]
    public async Task Tags_come_back(string notation)
    {
        await using var azure = Ask.Azure();
        var source = TaggedText.Parse(notation, []);

        var replies = await Ask.Engine(azure).TranslateAsync([new(source, Ask.ZhEn, [], [])], TestContext.Current.CancellationToken);

        Assert.Equal(source.Tags.Select(tag => tag.Shown), replies[0].Target.Tags.Select(tag => tag.Shown));
        Assert.DoesNotContain("<img", replies[0].Target.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_domain_needs_its_path_and_no_region()
    {
        await using var azure = Ask.Azure(options => options.Keys.Add(new("regional", "westeurope")));
        var engine = Ask.Engine(azure, settings => settings with { Endpoint = new(azure.Url, "translator/text/v3.0"), Key = () => "regional" });

        await engine.OneAsync(Ask.Text("你好"));

        Assert.Equal("/translator/text/v3.0/translate", azure.Counters.Seen[0].Path);
    }

    [Fact]
    public void Answers_are_kept_apart_by_what_changes_them()
    {
        static ITranslationEngine Engine(string deployment) => EngineFactory.Create(new("azure") { Key = () => "k", Deployment = deployment });

        Assert.NotEqual(Engine("general").Settings, Engine("my-category").Settings);
        Assert.DoesNotContain("k ", Engine("general").Settings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_packer_and_the_service_agree_on_what_was_sent()
    {
        await using var azure = Ask.Azure();
        await using Packing packing = new(Ask.Engine(azure));

        var answers = await packing.AskAsync([.. Ask.Texts(120), Ask.Term("{1}出门问问{/1}发布", "出门问问", "Mobvoi")]);

        Assert.Equal(azure.Counters.Characters, answers.Sum(answer => answer.Characters));
        Assert.Equal(azure.Counters.Characters, packing.Packer.Progress.Characters);
        Assert.Equal(4, azure.Counters.Requests);
        Assert.All(answers, answer => Assert.StartsWith("[imitation]", answer.Target!.Text, StringComparison.Ordinal));
    }
}
