using System.Globalization;
using System.Text.RegularExpressions;
using Translate.FakeServices;
using Translate.Glossaries;
using Translate.Review;

namespace Translate.Tests.Cli;

/// <summary>Terms through the whole program, with services that are told to spoil a share of them.</summary>
public partial class TermsAgainTests
{
    const int Articles = 4, Sentences = 80;

    // No slots: the imitations know words, not rules.
    const string Terms =
        """
        en,zh,pos
        large language model,大模型,noun
        computing power,算力,noun
        agent,智能体,noun
        training data,训练数据,noun
        domain-specific model,行业模型,noun
        retrieval-augmented generation,检索增强生成,noun
        knowledge base,知识库,noun
        renewal rate,续费率,noun
        reinforcement learning,强化学习,noun
        mixture of experts,混合专家,noun
        fine-tuning,微调,noun
        on-device,端侧,adj
        meeting assistant,会议助手,noun
        speech model,语音模型,noun
        Xingye Intelligence,星野智能,proper

        """;

    public static TheoryData<string> Engines => ["azure", "openai", "deepl", "libretranslate"];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task No_spoilt_term_passes_silently_and_asking_again_recovers_them(string engine)
    {
        var terms = Known() with { Ignored = 0.03, Damaged = 0.01, Halved = 0.01, Misplaced = 0.01 };
        await using var service = Service(engine, terms);
        using var run = Write().With(engine, service);

        var (exitCode, _, error) = await run.RunAsync("--no-curated", "--glossary", run.File("terms.csv"));

        Assert.Equal(0, exitCode);
        var rows = Rows(run);
        AssertNoneSilent(rows, run);
        var (asked, characters) = Said(error);
        Assert.InRange(asked, 5, 100);
        var use = run.Report.GetProperty("use");
        Assert.Equal((asked, characters), (use.GetProperty("askedAgain").GetInt32(), use.GetProperty("charactersAgain").GetInt64()));
        if (engine == "azure")
            Assert.Equal((asked, characters), (Second(service).Count, Second(service).Sum(text => (long)text.Length)));
        // All but terms that a tag cuts in two, which nobody can mark, and an answer that spoilt another term the second time.
        Assert.InRange(rows.Count(row => IsMissing(row) && !row.Source.Contains("{/1}", StringComparison.Ordinal)), 0, asked / 3);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    [InlineData("deepl")]
    public async Task What_cannot_be_recovered_stays_a_finding(string engine)
    {
        var terms = Known() with { Ignored = 0.04, Halved = 0.04, Stubborn = 1 };
        await using var service = Service(engine, terms);
        using var run = Write().With(engine, service);

        var (_, _, error) = await run.RunAsync("--no-curated", "--glossary", run.File("terms.csv"));

        var rows = Rows(run);
        AssertNoneSilent(rows, run);
        Assert.InRange(Said(error).Asked, 5, 60);
        Assert.InRange(rows.Count(IsMissing), 5, 60);
    }

    [Theory]
    [InlineData("azure")]
    [InlineData("openai")]
    [InlineData("deepl")]
    public async Task An_answer_that_has_the_term_and_lost_the_numbers_is_not_taken(string engine)
    {
        var terms = Known() with { Ignored = 0.08, Careless = true };
        await using var service = Service(engine, terms);
        using var run = Write().With(engine, service);

        var (_, _, error) = await run.RunAsync("--no-curated", "--glossary", run.File("terms.csv"));

        Assert.InRange(Said(error).Asked, 5, 60);
        var numbered = Rows(run).Where(row => row.Source.Any(char.IsAsciiDigit)).ToList();
        // A sentence may have had more findings before than after, even so.
        Assert.InRange(numbered.Count(row => !row.Target.Any(char.IsAsciiDigit)), 0, 2);
        // The first answers, with their missed terms, are still there for the reviewer.
        Assert.InRange(numbered.Count(IsMissing), 3, 60);
    }

    static FakeServer Service(string engine, TermBehaviour terms)
    {
        FakeServer service = engine switch
        {
            "azure" => new FakeAzure(new() { Terms = terms }),
            "openai" => new FakeOpenAI { Terms = terms },
            "deepl" => new FakeDeepL { Terms = terms },
            _ => new FakeLibreTranslate { Terms = terms },
        };
        service.Start();
        return service;
    }

    static TermBehaviour Known()
    {
        using TemporaryFolder folder = new();
        return TermFile.Read(folder.Write("terms.csv", Terms));
    }

    static RunCase Write()
    {
        RunCase run = new();
        run.Write("terms.csv", Terms);
        ArticleMill mill = new(5);
        for (var i = 0; i < Articles; i++) run.Write(FormattableString.Invariant($"in/{i:00}.md"), mill.Article(Sentences));
        return run;
    }

    static List<Row> Rows(RunCase run) => [.. Directory.GetFiles(run.Output, "*.md.xlsx").Order(StringComparer.Ordinal)
        .SelectMany(path => ReviewWorkbook.Read(path, out _)!.Base)
        .Select(row => new Row(row.Source, row.Target, row.Codes))];

    /// <summary>Looks at targets with nothing but a search for words, so that the verifier is not its own judge.</summary>
    static void AssertNoneSilent(List<Row> rows, RunCase run)
    {
        var finder = GlossaryFile.Read(run.File("terms.csv"), []).For(new("zh-Hans", "en"));
        foreach (var row in rows.Where(row => !row.Codes.Any(code => code.StartsWith("TRM-", StringComparison.Ordinal))))
            foreach (var match in finder.Find(row.Source))
                Assert.True(row.Target.Contains(match.Required, StringComparison.OrdinalIgnoreCase), $"{match.Entry.Id}: {row}");
    }

    static bool IsMissing(Row row) => row.Codes.Contains("TRM-001");

    static List<string> Second(FakeServer service) =>
        [.. service.Counters.Seen.SelectMany(seen => seen.Texts).Where(text => text.Contains("notranslate", StringComparison.Ordinal))];

    static (int Asked, long Characters) Said(string error)
    {
        var line = Again().Match(error.Replace(",", "", StringComparison.Ordinal));
        return line.Success ? (int.Parse(line.Groups[1].ValueSpan, CultureInfo.InvariantCulture), long.Parse(line.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) : (0, 0);
    }

    [GeneratedRegex(@"Asked (\d+) a second time for their terms (\d+) characters more")]
    private static partial Regex Again();

    sealed record Row(string Source, string Target, IReadOnlyList<string> Codes)
    {
        public override string ToString() => $"{Source} > {Target} ({string.Join(' ', Codes)})";
    }
}
