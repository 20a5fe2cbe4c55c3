using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Memory;

public class TranslationMemoryTests
{
    static readonly LanguagePair s_pair = new("zh-Hans", "en");
    static readonly MemorySource s_workbook = new(MemorySourceKind.Workbook, "a.md.xlsx");

    [Theory]
    [InlineData("大模型很火。", "大模型很火。", 100)]
    [InlineData("機器學習很難。", "机器学习很难。", 100)]
    [InlineData("ＧＰＴ－４很火。", "GPT-4很火。", 100)]
    [InlineData("openai很火。", "OpenAI很火。", 99)]
    public void An_equal_source_scores_whatever_its_script_or_width_but_letter_case_is_named(string stored, string asked, int score)
    {
        using var memory = With(Entry(stored, "It is hot."));

        var match = Assert.Single(memory.Find(Query(asked), 99, 5));

        Assert.Equal(score, match.Score);
        Assert.Equal(score == 99 ? ["letter case differs"] : [], match.Differences);
    }

    [Fact]
    public void The_same_neighbours_score_101()
    {
        using var memory = With(
            Entry("好。", "Good.") with { Before = "你好吗？", After = "" },
            Entry("好。", "OK.") with { Before = "行吗？", After = "走吧。" });

        var inContext = memory.Find(Query("好。") with { Before = "行嗎？", After = "走吧。" }, 75, 5);
        var atTheEnd = memory.Find(Query("好。") with { Before = "你好吗？" }, 75, 5);

        Assert.Equal([(101, "OK."), (100, "Good.")], inContext.Select(match => (match.Score, match.Target.Text)));
        Assert.Equal([(101, "Good."), (100, "OK.")], atTheEnd.Select(match => (match.Score, match.Target.Text)));
    }

    [Fact]
    public void Tags_that_differ_alone_score_99_and_only_the_segments_own_are_offered()
    {
        using var memory = With(new MemoryEntry(s_pair, Tagged("大模型很火。", (1, 0, 3), (2, 3, 5)), Tagged("Large models are hot.", (1, 0, 12), (2, 13, 20))));

        var match = Assert.Single(memory.Find(Query("大模型很火。") with { Source = Tagged("大模型很火。", (1, 0, 3)) }, 75, 5));

        Assert.Equal((99, "{1}Large models{/1} are hot."), (match.Score, match.Target.ToString()));
        Assert.Equal(["tags differ"], match.Differences);
    }

    [Fact]
    public void Tags_that_differ_in_markup_alone_take_the_segments_markup()
    {
        using var memory = With(new MemoryEntry(s_pair, Tagged("大模型很火。", (1, 0, 3)), Tagged("Large models are hot.", (1, 0, 12))));
        TaggedText asked = new("大模型很火。", [new(1, TagKind.Open, 0, "<b>"), new(1, TagKind.Close, 3, "</b>")]);

        var match = Assert.Single(memory.Find(Query("") with { Source = asked }, 75, 5));

        Assert.Equal(100, match.Score);
        Assert.Equal(["<b>", "</b>"], match.Target.Tags.Select(tag => tag.Raw));
    }

    [Fact]
    public void A_target_in_the_other_script_is_converted_and_said()
    {
        using var memory = With(new MemoryEntry(new("en", "zh-TW"), TaggedText.Plain("Software"), Tagged("軟體", (1, 0, 2))));

        var match = Assert.Single(memory.Find(new(TaggedText.Plain("Software"), new("en-US", "zh-Hans")), 75, 5));

        Assert.Equal((99, "软件"), (match.Score, match.Target.Text));
        Assert.Contains("target converted from zh-TW", match.Differences);
    }

    [Fact]
    public void Of_several_targets_the_approved_comes_first_then_the_newest()
    {
        using var memory = With(
            Entry("好。", "Old approved.") with { State = MemoryState.Approved, Changed = Day(1) },
            Entry("好。", "New edited.") with { State = MemoryState.Edited, Changed = Day(9) },
            Entry("好。", "New approved.") with { State = MemoryState.Approved, Changed = Day(2), Person = "Li Lei" },
            Entry("好。", "Imported.") with { Changed = Day(10) });

        var found = memory.Find(Query("好。"), 75, 5);

        Assert.Equal(["New approved.", "Old approved.", "New edited.", "Imported."], found.Select(match => match.Target.Text));
        Assert.Equal(["a.md.xlsx (Li Lei, 2026-11-02)", "a.md.xlsx"], [found[0].Provenance, found[3].Provenance]);
    }

    [Fact]
    public void Other_languages_are_not_offered_and_a_pair_serves_one_direction()
    {
        using var memory = With(Entry("好。", "Good."));

        Assert.Empty(memory.Find(Query("好。") with { Pair = new("zh", "fr") }, 1, 5));
        Assert.Empty(memory.Find(new(TaggedText.Plain("Good."), new("en", "zh")), 1, 5));
    }

    [Fact]
    public void What_was_stored_is_not_stored_twice_and_an_undo_leaves_what_another_import_brought_too()
    {
        using var memory = TranslationMemory.Open(":memory:");
        var first = memory.Add([Entry("好。", "Good."), Entry("坏。", "Bad.")], s_workbook);
        var second = memory.Add([Entry("好。", "Good."), Entry("新。", "New."), Entry(" ", "Blank.")], s_workbook with { Name = "b.md.xlsx" });

        Assert.Equal((2, 0), (first.Added, first.Known));
        Assert.Equal((1, 1), (second.Added, second.Known));
        Assert.Equal(1, memory.Undo(first.Id)?.Gone);
        Assert.Null(memory.Undo(first.Id));
        Assert.Equal("b.md.xlsx", Assert.Single(memory.Find(Query("好。"), 100, 5)).Provenance);
        Assert.Empty(memory.Find(Query("坏。"), 100, 5));
        Assert.Equal(2, memory.Undo(second.Id)?.Gone);
        Assert.Empty(memory.Find(Query("好。"), 100, 5));
    }

    [Fact]
    public void A_second_program_sees_what_the_first_adds()
    {
        using TemporaryFolder folder = new();
        using var one = TranslationMemory.Open(folder.File("translate.db"));
        using var other = TranslationMemory.Open(folder.File("translate.db"));
        Assert.Empty(other.Find(Query("好。"), 75, 5));

        one.Add([Entry("好。", "Good.")], s_workbook);

        Assert.Equal("Good.", Assert.Single(other.Find(Query("好。"), 75, 5)).Target.Text);
    }

    [Fact]
    public void A_tmx_file_is_read_beside_the_memory()
    {
        using TemporaryFolder folder = new();
        List<Problem> problems = [];
        Tmx.Write(folder.File("house.tmx"), [Entry("好。", "Good.")], "zh-Hans");
        using var memory = With(Entry("坏。", "Bad."));

        Assert.Equal(1, memory.AddReadOnly(folder.File("house.tmx"), problems));

        Assert.Empty(problems);
        Assert.Equal("house.tmx", Assert.Single(memory.Find(Query("好。"), 100, 5)).Provenance);
        Assert.Equal("a.md.xlsx", Assert.Single(memory.Find(Query("坏。"), 100, 5)).Provenance);
    }

    static TranslationMemory With(params MemoryEntry[] entries)
    {
        var memory = TranslationMemory.Open(":memory:");
        memory.Add(entries, s_workbook);
        return memory;
    }

    static MemoryEntry Entry(string source, string target) => new(s_pair, TaggedText.Plain(source), TaggedText.Plain(target));

    static MemoryQuery Query(string source) => new(TaggedText.Plain(source), s_pair);

    static DateTimeOffset Day(int day) => new(2026, 11, day, 0, 0, 0, TimeSpan.Zero);

    static TaggedText Tagged(string text, params (int Number, int Open, int Close)[] spans) => new(text,
        [.. spans.SelectMany(span => (InlineTag[])[new(span.Number, TagKind.Open, span.Open, ""), new(span.Number, TagKind.Close, span.Close, "")])
            .OrderBy(tag => tag.Position)]);
}
