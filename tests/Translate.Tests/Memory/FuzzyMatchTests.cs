using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

public class FuzzyMatchTests
{
    static readonly MemorySource s_source = new(MemorySourceKind.Tmx, "house.tmx");

    [Fact]
    public void A_text_of_half_a_million_units_finds_itself_and_nothing_similar()
    {
        var text = string.Concat(Enumerable.Repeat("没有句号的一行，", 65_536));
        using var memory = With("zh", (text, "A line without an end."));

        Assert.Equal(100, Assert.Single(memory.Find(Query("zh", text), 70, 5)).Score);
        Assert.Empty(memory.Find(Query("zh", text[1..]), 70, 5));
    }

    [Theory]
    [InlineData("zh", "星野智能宣布完成5亿元融资。", "Xingye AI has raised 500 million yuan.", "星野智能宣布完成8亿元融资。", "Xingye AI has raised 800 million yuan.")]
    [InlineData("zh", "该集群共有1200张显卡可用。", "The cluster has 1,200 GPUs.", "该集群共有12800张显卡可用。", "The cluster has 12,800 GPUs.")]
    [InlineData("en", "The model has 70 billion parameters.", "该模型有700亿参数。", "The model has 1.8 trillion parameters.", "该模型有1.8万亿参数。")]
    public void Where_numbers_alone_differ_the_segments_are_put_in(string language, string source, string target, string asked, string adapted)
    {
        using var memory = With(language, (source, target));

        var match = Assert.Single(memory.Find(Query(language, asked), 70, 5));

        Assert.Equal(adapted, match.Target.Text);
        Assert.InRange(match.Score, 70, 98);
        Assert.Contains("put into the target", Assert.Single(match.Differences), StringComparison.Ordinal);
    }

    [Theory]
    // The number stands twice in the target, or not at all, or in words that a digit must not replace.
    [InlineData("本周有5款模型发布，价格也便宜。", "Five of the 5 models came out.", "本周有6款模型发布，价格也便宜。")]
    [InlineData("本周有5款模型发布，价格也便宜。", "Models came out.", "本周有6款模型发布，价格也便宜。")]
    [InlineData("本周有5款模型发布，价格也便宜。", "Five models came out.", "本周有6款模型发布，价格也便宜。")]
    public void A_number_that_has_no_plain_place_in_the_target_is_only_named(string source, string target, string asked)
    {
        using var memory = With("zh", (source, target));

        var match = Assert.Single(memory.Find(Query("zh", asked), 75, 5));

        Assert.Equal(target, match.Target.Text);
        Assert.Equal(["number 6 instead of 5"], match.Differences);
    }

    [Theory]
    [InlineData("OpenAI发布了新的模型。", "Anthropic发布了新的模型。", "name Anthropic instead of OpenAI")]
    [InlineData("他们在北京发布了新的模型。", "他们在上海发布了新的模型。", "“上海” instead of “北京”")]
    [InlineData("他们发布了新的模型。", "他们发布了最新的模型。", "“最” is new")]
    // Neither the other script nor other white space is a word that changed.
    [InlineData("他们研究人工智能技术。", "他們研究人工智慧技術。", "“慧” instead of “能”")]
    [InlineData("OpenAI发布了GPT-4o模型。", "OpenAI 发布了 GPT-4o 模型。", "white space differs")]
    public void What_differs_is_named(string stored, string asked, string difference)
    {
        using var memory = With("zh", (stored, "They released it."));

        var match = Assert.Single(memory.Find(Query("zh", asked), 50, 5));

        Assert.Equal([difference], match.Differences);
        Assert.InRange(match.Score, 50, 98);
    }

    [Theory]
    [InlineData("公司将于2025年3月12日在上海开会。", "公司将于2026年3月12日在北京开会。", "number 2026 instead of 2025", "“北京” instead of “上海”")]
    [InlineData("OpenAI发布了新的模型。", "Google发布了旧的模型。", "name Google instead of OpenAI", "“旧” instead of “新”")]
    [InlineData("公司今年发布了5款新的模型。", "公司今年关停了好几款旧的模型。", "number 5 is gone", "wording differs")]
    public void Words_that_changed_beside_a_number_or_a_name_are_named_too(string stored, string asked, string first, string second)
    {
        using var memory = With("zh", (stored, "They did it."));

        var match = Assert.Single(memory.Find(Query("zh", asked), 30, 5));

        Assert.Equal([first, second], match.Differences);
    }

    [Fact]
    public void The_best_come_first_and_no_more_than_asked()
    {
        using var memory = With("en", ("The model is fast and cheap.", "a"), ("The model is fast and small.", "b"), ("The model is slow.", "c"), ("Something else entirely.", "d"));

        var found = memory.Find(Query("en", "The model is fast and cheap!"), 50, 2);

        Assert.Equal(["a", "b"], found.Select(match => match.Target.Text));
        Assert.True(found[0].Score > found[1].Score);
    }

    [Fact]
    public void What_is_added_or_undone_later_is_followed_by_a_program_that_has_looked_before()
    {
        using TemporaryFolder folder = new();
        using var one = TranslationMemory.Open(folder.File("translate.db"));
        using var other = TranslationMemory.Open(folder.File("translate.db"));
        Assert.Empty(other.Find(Query("zh", "他们在上海发布了新的模型。"), 75, 5));

        var import = one.Add([Entry("zh", "他们在北京发布了新的模型。", "a")], s_source);
        var added = other.Find(Query("zh", "他们在上海发布了新的模型。"), 75, 1);
        one.Undo(import.Id);
        var undone = other.Find(Query("zh", "他们在上海发布了新的模型。"), 75, 1);

        Assert.Equal("a", Assert.Single(added).Target.Text);
        Assert.Empty(undone);
    }

    [Fact]
    public void Additions_beyond_the_tail_are_found_like_the_first()
    {
        RandomText random = new(3);
        using var memory = TranslationMemory.Open(":memory:");
        var texts = Enumerable.Range(0, 7000).Select(_ => random.Chinese()).Distinct().ToList();
        foreach (var part in texts.Chunk(1500))
        {
            memory.Add(part.Select(text => Entry("zh", text, "x")), s_source);
            var asked = part.MaxBy(text => text.Length)!;

            var match = memory.Find(Query("zh", asked[1..]), 75, 1)[0];

            Assert.Equal(Similarity.Score(asked, asked[1..]), match.Score);
        }
    }

    static TranslationMemory With(string language, params (string Source, string Target)[] pairs)
    {
        var memory = TranslationMemory.Open(":memory:");
        memory.Add(pairs.Select(pair => Entry(language, pair.Source, pair.Target)), s_source);
        return memory;
    }

    static LanguagePair Pair(string language) => language == "zh" ? new("zh-Hans", "en") : new("en", "zh-Hans");

    static MemoryEntry Entry(string language, string source, string target) =>
        new(Pair(language), TaggedText.Plain(source), TaggedText.Plain(target));

    static MemoryQuery Query(string language, string source) => new(TaggedText.Plain(source), Pair(language));
}
