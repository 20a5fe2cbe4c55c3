using Translate.Articles;
using Translate.Engines;
using Translate.FakeServices;
using Translate.Glossaries;
using Translate.Memory;

namespace Translate.Tests.Engines;

/// <summary>Questions, terms and services as the tests of engines need them.</summary>
static class Ask
{
    public static LanguagePair ZhEn { get; } = new("zh-Hans", "en");

    public static LanguagePair EnZh { get; } = new("en", "zh-Hans");

    public static Question Text(string text, LanguagePair? pair = null) => new(TaggedText.Plain(text), pair ?? ZhEn, [], []);

    public static IReadOnlyList<Question> Texts(int count, LanguagePair? pair = null) =>
        [.. Enumerable.Range(1, count).Select(i => Text(FormattableString.Invariant($"第{i}句话说大模型。"), pair))];

    /// <summary>A question whose source, in the notation with tags, holds a term.</summary>
    public static Question Term(string notation, string source, string target, string partOfSpeech = "proper", bool keep = false)
    {
        var text = TaggedText.Parse(notation, []);
        var at = text.Text.IndexOf(source, StringComparison.Ordinal);
        return new(text, ZhEn, [Match(source, target, at, partOfSpeech, keep)], []);
    }

    public static TermMatch Match(string source, string target, int at, string partOfSpeech = "proper", bool keep = false)
    {
        TermForms zh = new("zh", source, [], [], TermCase.Insensitive, TermMatching.Auto, [], []);
        TermForms en = new("en", target, [], [], TermCase.Insensitive, TermMatching.Auto, [], []);
        TermEntry entry = new(source, [zh, en], ConceptStatus.Approved, keep, partOfSpeech, "", "", "test.csv", 2, new Dictionary<string, string>());
        return new(entry, TextRange.At(at, source.Length), target, []);
    }

    public static FakeAzure Azure(Action<FakeAzureOptions>? set = null)
    {
        FakeAzureOptions options = new();
        set?.Invoke(options);
        FakeAzure service = new(options);
        service.Start();
        return service;
    }

    public static EngineSettings Settings(FakeServer service, string key = "imitation-key") =>
        new("azure") { Endpoint = service.Url, Key = () => key, Timeout = TimeSpan.FromSeconds(10), MarkupShare = double.PositiveInfinity };

    public static ITranslationEngine Engine(FakeServer service, Func<EngineSettings, EngineSettings>? set = null) =>
        EngineFactory.Create(set is null ? Settings(service) : set(Settings(service)));

    public static async Task<string> OneAsync(this ITranslationEngine engine, Question question)
    {
        var replies = await engine.TranslateAsync([question], TestContext.Current.CancellationToken);
        return Assert.Single(replies).Target.ToString();
    }

    public static async Task<EngineException> FailAsync(this ITranslationEngine engine, params Question[] questions) =>
        await Assert.ThrowsAsync<EngineException>(() =>
            engine.TranslateAsync(questions.Length == 0 ? [Text("你好")] : questions, TestContext.Current.CancellationToken));
}

/// <summary>A packer on a memory of its own; gone after the test.</summary>
sealed class Packing(ITranslationEngine engine, PackerOptions? options = null, TimeProvider? time = null, MemoryDatabase? database = null)
    : IAsyncDisposable
{
    readonly MemoryDatabase _database = database ?? MemoryDatabase.Open(":memory:");

    public RequestPacker Packer => field ??= new(engine, Store, options ?? new(), time ?? TimeProvider.System);

    public AnswerStore Store => field ??= new(_database);

    public Task<IReadOnlyList<Answer>> AskAsync(IReadOnlyList<Question> questions) =>
        Packer.AskAsync(questions, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Packer.DisposeAsync();
        Store.Dispose();
        if (database is null) _database.Dispose();
    }
}
