namespace Translate.Tests.Glossaries;

public class TermVerifierTests
{
    const string Csv = """
        id,zh,zh.variants,zh.forbidden,en,en.variants,en.forbidden,pos,when
        llm,大语言模型,大模型,,large language model,LLM,big model,noun,
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
    [InlineData("大模型和大模型", "LLMs and others", "Admitted:LLMs Missing")]
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
}
