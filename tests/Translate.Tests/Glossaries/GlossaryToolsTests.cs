using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class GlossaryToolsTests
{
    [Theory]
    [InlineData("大语言模型和模型", "Matched Nested Matched")]
    [InlineData("模型飞机", "Unless")]
    [InlineData("一张卡", "When")]
    [InlineData("llm", "Case")]
    [InlineData("LLM.md", "Boundary")]
    public void Explain_says_why(string text, string outcomes)
    {
        var finder = Terms.Of("id,zh,zh.variants,zh.unless,zh.when,en\nllm,大语言模型,LLM,,,x\nmodel,模型,,模型飞机,,y\ncard,卡,,,算力,z\n").For(Terms.ToEnglish);

        Assert.Equal(outcomes, string.Join(' ', finder.Explain(text).Select(candidate => candidate.Outcome)));
    }

    [Fact]
    public void Diff_names_concepts_and_the_segments_whose_verdict_changes()
    {
        var before = Terms.Of("id,zh,en\nllm,大模型,large model\nchip,芯片,chip\n");
        var after = Terms.Of("id,zh,en,en.variants\nllm,大模型,foundation model,\nchip,芯片,chip,\n");
        (LanguagePair, string, string)[] memory = [(Terms.ToEnglish, "大模型", "a large model"), (Terms.ToEnglish, "芯片", "a chip")];

        Assert.Equal("llm", Assert.Single(GlossaryDiff.Changes(before, after)).Id);
        var change = Assert.Single(GlossaryDiff.Verdicts(before, after, memory));
        Assert.Equal(("llm", TermStatus.Preferred, TermStatus.Missing), (change.Id, change.Before, change.After));
    }

    [Fact]
    public void Stats_count_and_the_page_fetches_nothing()
    {
        var stats = GlossaryStats.Of(Terms.Of("id,zh,en\nllm,大模型,large model\nchip,芯片,<chip>\n"), ["大模型和大模型", "没有"]);
        var html = GlossaryReport.ToHtml(stats, "a & b");

        Assert.Equal((2, 1, "chip"), (stats.Terms[0].Occurrences, stats.TextsWithTerms, Assert.Single(stats.Unseen).Id));
        Assert.Contains("a &amp; b", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Extraction_proposes_what_the_corpus_repeats_and_the_glossary_does_not_know()
    {
        string[] texts =
        [
            "他们发布了具身智能平台，大模型很强。", "研究具身智能的团队用大模型。", "具身智能公司很多，大模型也多。", "谈到具身智能，大模型不够。",
            "They ship sparse autoencoders today.", "We trained sparse autoencoders again.", "Many sparse autoencoders fail.",
        ];

        var terms = TermExtractor.Extract(texts, Terms.Of("id,zh,en\nllm,大模型,large model\n")).Select(term => term.Text).ToList();

        Assert.Contains("具身智能", terms);
        Assert.Contains("sparse autoencoders", terms);
        Assert.DoesNotContain("大模型", terms);
    }

    [Fact]
    public void Extraction_leaves_everyday_words_out()
    {
        string[] about = ["这家公司建了星槎节点。", "公司说星槎节点很快。", "那个星槎节点归公司。", "公司卖掉星槎节点了。", "到底是公司租星槎节点。"];
        var others = Enumerable.Repeat("今天的天气很好，大家都到河边去走了一走，晚上才回家。", 100);

        var terms = TermExtractor.Extract([.. about, .. others], Glossary.Empty).Select(term => term.Text).ToList();

        Assert.Contains("星槎节点", terms);
        Assert.DoesNotContain("公司", terms);
    }
}
