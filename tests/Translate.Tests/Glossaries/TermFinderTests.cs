using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class TermFinderTests
{
    const string Latin = """
        id,en,en.variants,en.case,zh,pos
        ai,AI,,,人工智能,noun
        add,add,,,相加,verb
        llm,LLM,large language model,acronym,大语言模型,noun
        rag,RAG,retrieval-augmented generation,,检索增强生成,noun
        tune,fine-tune,,,微调,verb
        gpu,GPU,,,GPU,noun
        moe,mixture of experts,,,混合专家,noun
        step,Step,,sensitive,阶跃,proper
        matrix,attention matrix,,,注意力矩阵,noun
        card,RTX 4090,,,RTX 4090,proper
        llama,Llama 3,,,Llama 3,proper
        qwen,Qwen2.5,,,Qwen2.5,proper
        net,.NET,,,.NET,proper
        set,dataset,,,数据集,noun
        sets,datasets,,,数据集合,noun
        """;

    [Theory]
    [InlineData("An LLM-based tool", "LLM=llm")]
    [InlineData("AI-powered search", "AI=ai")]
    [InlineData("an add-on for it", "")]
    [InlineData("see llms.txt and LLM.md", "")]
    [InlineData("LLMs are large language models.", "LLMs=llm large language models=llm")]
    [InlineData("the llm", "")]
    [InlineData("RAG and RAGs, not a rag", "RAG=rag RAGs=rag")]
    [InlineData("retrieval augmented generation", "retrieval augmented generation=rag")]
    [InlineData("finetuning, fine-tuned and fine tunes", "finetuning=tune fine-tuned=tune fine tunes=tune")]
    [InlineData("GPT-4 on 8-GPU nodes", "GPU=gpu")]
    [InlineData("mixtures of experts", "mixtures of experts=moe")]
    [InlineData("Step by step", "Step=step")]
    [InlineData("Attention Matrices", "Attention Matrices=matrix")]
    [InlineData("GPUs/GPU_x user@AI", "")]
    [InlineData("two RTX 4090s, no RTX 4090S", "RTX 4090s=card")]
    [InlineData("RTX4090, RTX-4090; Llama3 and Llama-3, Llama 3.1", "RTX4090=card RTX-4090=card Llama3=llama Llama-3=llama")]
    [InlineData("Qwen 2.5 and Qwen-2.5, not Qwen 2", "Qwen 2.5=qwen Qwen-2.5=qwen")]
    [InlineData("ＲＴＸ－４０９０", "ＲＴＸ－４０９０=card")]
    [InlineData("in .NET, not in ASP.NET or example.net", ".NET=net")]
    [InlineData("a dataset, the datasets", "dataset=set datasets=sets")]
    public void Latin_terms_stand_where_words_stand(string text, string found) =>
        Assert.Equal(found, Terms.Found(Latin, text, Terms.ToChinese));

    const string Chinese = """
        id,zh,zh.variants,zh.unless,zh.when,en,pos,status
        llm,大语言模型,大模型|LLM,,,large language model,noun,
        model,模型,,模型飞机,,model,noun,
        inference,推理,,,部署|服务,inference,noun,
        reasoning,推理,,,思维|数学|推理能力,reasoning,noun,
        card,卡,,卡车|银行卡,算力,GPU,noun,
        cluster,GPU集群,,,,GPU cluster,noun,
        musk,埃隆·马斯克,,,,Elon Musk,proper,
        new,大模型时代,,,,LLM era,noun,proposed
        loop,用户在环,,,用户在环,user in the loop,noun,
        """;

    [Theory]
    [InlineData("我们用LLM做翻译", "LLM=llm")]
    [InlineData("大語言模型和ＬＬＭ", "大語言模型=llm ＬＬＭ=llm")]
    [InlineData("模型飞机不是模型", "模型=model")]
    [InlineData("数学推理", "推理=reasoning")]
    [InlineData("推理服务的数学", "推理=inference 推理=reasoning")]
    [InlineData("它的推理能力", "推理=reasoning")]
    [InlineData("算力不够，卡车上的卡", "卡=card")]
    [InlineData("办一张卡", "")]
    [InlineData("GPU 集群，gpu集群", "GPU 集群=cluster gpu集群=cluster")]
    [InlineData("用user in the loop的流程，User-in-the-loop设计", "user in the loop=loop User-in-the-loop=loop")]
    [InlineData("Large Language Models与inference", "Large Language Models=llm")]
    [InlineData("埃隆・马斯克、埃隆 • 马斯克和埃隆 · 马斯克", "埃隆・马斯克=musk 埃隆 • 马斯克=musk 埃隆 · 马斯克=musk")]
    [InlineData("埃隆   ·  马斯克和 埃隆 · 马斯克", "埃隆   ·  马斯克=musk 埃隆 · 马斯克=musk")]
    [InlineData("大模型时代", "大模型=llm")]
    public void Chinese_terms_stand_by_context(string text, string found) =>
        Assert.Equal(found, Terms.Found(Chinese, text, Terms.ToEnglish));

    const string OwnContext = """
        id,en,en.variants,en.when,zh,zh.when
        leak,leak,leaked|report,leaked|whistleblower,爆料,爆料人|知情
        player,player,company,key player,玩家,玩家
        inference,inference,,,推理,推理芯片|吞吐
        """;

    [Theory]
    [InlineData("a leaked report", "leaked=leak")]
    [InlineData("the report of a whistleblower", "report=leak")]
    [InlineData("The company is a key player among players.", "player=player")]
    [InlineData("players and companies", "")]
    public void A_context_word_that_holds_the_term_speaks_for_its_own_place(string text, string found) =>
        Assert.Equal(found, Terms.Found(OwnContext, text, Terms.ToChinese));

    [Theory]
    [InlineData("爆料人没有爆料", "爆料=leak")]
    [InlineData("知情者爆料，爆料人否认", "爆料=leak 爆料=leak")]
    [InlineData("推理芯片和推理小说", "推理=inference")]
    public void So_does_one_in_Chinese(string text, string found) =>
        Assert.Equal(found, Terms.Found(OwnContext, text, Terms.ToEnglish));

    const string Slots = """
        id,zh,zh.variants,en,en.variants,pos
        params,{n}参数,{n}个参数,{n} parameters,{n} params,noun
        months,{n}卡/月,,{n} GPU-months,,noun
        cards,{n}卡,,{n} GPUs,,noun
        cluster,{n}卡集群,,{n}-GPU cluster,,noun
        dau,日活{n},,{n} daily active users,,noun
        price,每百万token{n}元,,{n} yuan per million tokens,,noun
        """;

    [Theory]
    [InlineData("70 billion parameters, 7B-parameter models, four parameter vectors", "70 billion parameters=params 7B-parameter=params")]
    [InlineData("8 GPUs, an 8-GPU node, 100+ GPUs, 10,000+ GPUs", "8 GPUs=cards 8-GPU=cards 100+ GPUs=cards 10,000+ GPUs=cards")]
    [InlineData("GPUs of C++ GPUs", "")]
    public void English_slots_take_whole_numerals(string text, string found) =>
        Assert.Equal(found, Terms.Found(Slots, text, Terms.ToChinese));


    [Theory]
    [InlineData("1.8万亿参数的模型", "1.8万亿参数=params")]
    [InlineData("千亿参数和70B参数", "千亿参数=params 70B参数=params")]
    [InlineData("千卡/月", "千卡/月=months")]
    [InlineData("需要3-5卡/月", "3-5卡/月=months")]
    [InlineData("需要3到5万卡/月", "3到5万卡/月=months")]
    [InlineData("万卡集群", "万卡集群=cluster")]
    [InlineData("A100卡和4090卡", "")]
    [InlineData("数千卡、上千卡、近万卡", "数千卡=cards 上千卡=cards 近万卡=cards")]
    [InlineData("日活3亿，日活3倍", "日活3亿=dau")]
    [InlineData("每百万token 2.5元", "每百万token 2.5元=price")]
    [InlineData("日活约3亿、日活超过3.5亿、日活达3亿", "日活约3亿=dau 日活超过3.5亿=dau 日活达3亿=dau")]
    [InlineData("每百万token2.5元，每百万TOKEN 2元", "每百万token2.5元=price 每百万TOKEN 2元=price")]
    [InlineData("10万+卡，100＋卡", "10万+卡=cards 100＋卡=cards")]
    [InlineData("3卡", "3卡=cards")]
    [InlineData("日活3", "日活3=dau")]
    [InlineData("{n}卡和参数{n}", "")]
    [InlineData("１．８萬億參數和兩千卡", "１．８萬億參數=params 兩千卡=cards")]
    [InlineData("第三参数", "")]
    public void Slots_take_whole_numerals(string text, string found) =>
        Assert.Equal(found, Terms.Found(Slots, text, Terms.ToEnglish));

    [Fact]
    public void A_slot_is_filled_in_the_target_language()
    {
        var match = Assert.Single(Terms.Of(Slots).For(Terms.ToEnglish).Find("1.8万亿参数"));

        Assert.Equal("1.8 trillion parameters", match.Required);
        Assert.Contains("1.8 trillion params", match.Admitted);
        Assert.Equal(1_800_000_000_000m, match.Number!.Value);
    }

    [Fact]
    public void A_traditional_target_wants_the_form_converted()
    {
        var match = Assert.Single(Terms.Of(Chinese).For(new("en", "zh-TW")).Find("a large language model"));

        Assert.Equal("大語言模型", match.Required);
    }

    [Fact]
    public void A_later_layer_replaces_by_id_or_by_source_term()
    {
        var lower = Terms.Of("id,zh,en\nllm,大模型,large model\nchip,芯片,chip\n");
        var upper = Terms.Of("id,zh,en\nfoundation,大模型,foundation model\nchip,晶片,chip\n");

        var found = Glossary.Layered([lower, upper]).For(Terms.ToEnglish).Find("大模型，芯片，晶片");

        Assert.Equal(["foundation model", "chip"], found.Select(match => match.Required));
    }

    [Fact]
    public void The_curated_glossary_reads_without_a_problem() => Assert.NotEmpty(Glossary.Curated.Entries);
}
