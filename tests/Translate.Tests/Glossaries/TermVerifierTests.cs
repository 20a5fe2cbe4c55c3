using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class TermVerifierTests
{
    const string Csv = """
        id,zh,zh.variants,zh.forbidden,en,en.variants,en.forbidden,pos,when
        llm,大语言模型,大模型,,large language model,LLM,big model,noun,
        vram,显存,,,VRAM,memory,display memory,noun,
        tune,微调,,,fine-tuning,,,noun,
        loop,用户在环,,,user in the loop,,,phrase,
        pre,预训练,,,pre-training,,,noun,
        visual,可视化,,,visualization,,,noun,
        inference,推理,,,inference,,,noun,
        deduction,推断,,,deduction,inference,,noun,
        params,{n}参数,,,{n} parameters,{n}-parameter,,noun,
        power,{n}千瓦,,,{n} kW,,,noun,
        computer,AI电脑,,,AI PC,,,noun,
        taxi,无人出租车,,,robotaxi,,,noun,
        musk,埃隆·马斯克,,,Elon Musk,,,proper,
        """;

    [Theory]
    [InlineData("大模型", "The large language models", "Preferred:large language models")]
    [InlineData("大模型", "LLMs", "Admitted:LLMs")]
    [InlineData("大模型", "a big model", "Forbidden:big model")]
    [InlineData("大模型", "a large thing", "Missing")]
    [InlineData("显存", "its memory", "Admitted:memory")]
    [InlineData("显存", "its display memory", "Forbidden:display memory")]
    [InlineData("显存", "its memory, not the display memory", "Forbidden:display memory")]
    [InlineData("大模型和大模型", "LLMs and others", "Admitted:LLMs Missing")]
    [InlineData("大模型（LLM）很大", "The large language model is large", "Preferred:large language model")]
    [InlineData("大模型（LLM）很大", "The large language model (LLM) is large", "Preferred:large language model Admitted:LLM")]
    [InlineData("大模型（LLM）很大", "It is large", "Missing Missing")]
    [InlineData("微调", "they fine-tuned it", "Preferred:fine-tuned")]
    [InlineData("微调", "they finetune it", "Preferred:finetune")]
    [InlineData("用户在环", "a user-in-the-loop design", "Preferred:user-in-the-loop")]
    [InlineData("预训练", "pretrained", "Preferred:pretrained")]
    [InlineData("可视化", "visualisations", "Preferred:visualisations")]
    [InlineData("推理和推断", "inference", "Preferred:inference Collapsed:inference")]
    [InlineData("推理和推断", "inference and inference", "Preferred:inference Collapsed:inference")]
    [InlineData("1.8万亿参数", "1.8 trillion parameters", "Preferred:1.8 trillion parameters")]
    [InlineData("1.8万亿参数", "1.8-trillion-parameter model", "Preferred:1.8-trillion-parameter")]
    [InlineData("1.8万亿参数", "1.8 billion parameters", "Missing")]
    [InlineData("1000亿参数", "100 billion total parameters", "Admitted")]
    [InlineData("100万千瓦", "1 GW", "Admitted")]
    [InlineData("AI电脑", "AI PCs sell", "Preferred:AI PCs")]
    [InlineData("无人出租车", "a fleet of robotaxis", "Preferred:robotaxis")]
    [InlineData("埃隆·马斯克", "Musk said", "Admitted:Musk")]
    [InlineData("大模型", "", "")]
    public void Into_english(string source, string target, string verdicts) =>
        Assert.Equal(verdicts, Terms.Verdicts(Csv, source, target, Terms.ToEnglish));

    [Theory]
    [InlineData("An LLM", "大語言模型", "Preferred:大語言模型")]
    [InlineData("Elon Musk", "马斯克说", "Admitted:马斯克")]
    [InlineData("1.8 trillion parameters", "1.8万亿参数", "Preferred:1.8万亿参数")]
    [InlineData("100 billion parameters", "千亿参数", "Preferred:千亿参数")]
    [InlineData("100 billion parameters", "百亿参数", "Missing")]
    public void Into_chinese(string source, string target, string verdicts) =>
        Assert.Equal(verdicts, Terms.Verdicts(Csv, source, target, Terms.ToChinese));

    [Theory]
    [InlineData("fair use", "fair uses")]
    [InlineData("dataset bias", "dataset biases")]
    [InlineData("sentiment analysis", "sentiment analyses")]
    [InlineData("robotaxi", "robotaxis")]
    [InlineData("live e-commerce", "live ecommerce")]
    [InlineData("life cycle", "lifecycles")]
    [InlineData("found a company", "founded a company")]
    [InlineData("leave the market", "leaves the market")]
    [InlineData("find a niche", "found a niche")]
    [InlineData("rise to fame", "rose to fame")]
    [InlineData("label noise", "labelling noise")]
    [InlineData("organization chart", "ORGANISATION CHARTS")]
    [InlineData("open-source model", "open\u2011source\u00A0models")]
    public void A_term_written_otherwise_is_the_term(string term, string written) =>
        Assert.Equal($"Preferred:{written}", Terms.Verdicts($"id,zh,en,pos\nit,东西,{term},noun\n", "东西", $"The {written} of it", Terms.ToEnglish));

    [Theory]
    [InlineData("process", "proces")]
    [InlineData("device", "devic")]
    [InlineData("media", "median")]
    [InlineData("use", "us")]
    public void Another_word_is_not_the_term(string term, string other) =>
        Assert.Equal("Missing", Terms.Verdicts($"id,zh,en,pos\nit,东西,{term},noun\n", "东西", $"The {other} of it", Terms.ToEnglish));

    [Fact]
    public void A_form_too_many_in_one_sentence_hides_none_that_another_sentence_lost()
    {
        const string source = "我们先做微调，然后再看看结果怎么样。第二天，团队又对新的模型做了微调，并且写了一份很长的报告给大家看。";
        const string target = "We did fine-tuning first and, after this fine-tuning, looked at the results. The next day the team trained a new model again and wrote a long report about it for everybody to read.";

        var verdicts = Terms.Verdicts(Csv, source, target, Terms.ToEnglish);

        Assert.Equal("Preferred:fine-tuning Missing", verdicts);
    }

    [Theory]
    [InlineData("We did fine-tuning first, then looked at the results. The next day the team did fine-tuning on the new model again and wrote a report.")]
    [InlineData("We did fine-tuning first. Then we looked at the results. The next day the team did fine-tuning on the new model again. It also wrote a report.")]
    [InlineData("We did\nfine-tuning first,\nthen looked at the results. The next day the team\ndid fine-tuning on the new model again and wrote a report.")]
    [InlineData("We did fine-tuning first and then looked at the results, and the next day the team did fine-tuning on the new model again and wrote a report.")]
    public void Sentences_may_be_joined_cut_and_wrapped(string target)
    {
        const string source = "我们先做微调，再看结果。第二天，团队又对新的模型做了微调，并且写了报告。";

        Assert.Equal("Preferred:fine-tuning Preferred:fine-tuning", Terms.Verdicts(Csv, source, target, Terms.ToEnglish));
    }

    [Fact]
    public void A_term_lost_in_one_sentence_and_said_in_another_counts_as_said_again()
    {
        List<TermVerdict> verdicts = [.. Verify("我们先做微调，再看结果。第二天，团队又写了一份很长的报告。", "We did it first, then we looked at the results. The next day the team wrote a long fine-tuning report.")];

        Assert.True(Assert.Single(verdicts).IsRepeated);
    }

    [Fact]
    public void A_text_of_thousands_of_sentences_is_judged_too()
    {
        var (source, target) = (string.Concat(Enumerable.Repeat("我们先做微调，再看结果。", 3_000)), string.Concat(Enumerable.Repeat("We did fine-tuning first, then looked at the results. ", 3_000)));

        var verdicts = Verify(source, target);

        Assert.All(verdicts, verdict => Assert.Equal(TermStatus.Preferred, verdict.Status));
    }

    static IReadOnlyList<TermVerdict> Verify(string source, string target) =>
        TermVerifier.Verify(Terms.Of(Csv).For(Terms.ToEnglish).Find(source), source, target, Terms.ToEnglish);
}
