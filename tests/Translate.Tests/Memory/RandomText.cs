namespace Translate.Tests.Memory;

/// <summary>Sentences that look like an article's, from a seed: common words are common, names and numbers stand among them.</summary>
sealed class RandomText(int seed)
{
    static readonly string[] s_chinese =
        ("的 了 在 是 和 公司 模型 大模型 发布 一个 可以 技术 数据 我们 中国 用户 产品 通过 进行 人工智能 企业 训练 推理 能力 市场 融资 芯片 开源 算力 平台 " +
        "应用 系统 表示 目前 智能 研究 团队 成本 参数 场景 服务 提升 行业 机器人 视频 生成 代码 工具 安全 全球 生态 投资 自动驾驶 多模态 " +
        "知识库 检索 幻觉 对齐 微调 云计算 显存 集群 调度 语料 评测 泛化 鲁棒 蒸馏 量化 稀疏 注意力 词元 嵌入 检查点 梯度 收敛").Split(' ');

    static readonly string[] s_english =
        ("the of and to in a is that for it with as on by model data company this from large new are be language training which can more has will " +
        "users system research compute release inference open chips cost market funding agents safety platform tools video code parameters " +
        "retrieval knowledge hallucination alignment quantization sparse attention benchmark evaluation cluster deployment enterprise").Split(' ');

    static readonly string[] s_names = "OpenAI GPT-4 Qwen2.5 DeepSeek H100 CUDA Anthropic RAG MoE".Split(' ');

    readonly Random _random = new(seed);

    public string Chinese() => string.Concat(Words(s_chinese, 3 + _random.Next(14))) + "。";

    public string English() => string.Join(' ', Words(s_english, 2 + _random.Next(20))) + ".";

    /// <summary>One of few templates with a word or two of its own: many texts that share most of their letters.</summary>
    public string Templated(string[] templates)
    {
        var template = templates[_random.Next(templates.Length)];
        var at = _random.Next(template.Length);
        return template[..at] + s_chinese[_random.Next(s_chinese.Length)] + template[Math.Min(template.Length, at + _random.Next(5))..];
    }

    /// <summary>The text after some edits of one letter.</summary>
    public string Edited(string text, double share)
    {
        var letters = text.ToList();
        for (var edits = (int)(text.Length * share); edits > 0; edits--)
        {
            var at = _random.Next(letters.Count);
            if (_random.Next(2) == 0) letters[at] = s_chinese[_random.Next(s_chinese.Length)][0];
            else if (_random.Next(2) == 0) letters.Insert(at, 'x');
            else if (letters.Count > 1) letters.RemoveAt(at);
        }

        return new([.. letters]);
    }

    // Squaring the number favours the words at the start of the list, as language does.
    IEnumerable<string> Words(string[] words, int count) => Enumerable.Range(0, count).Select(_ => _random.Next(12) switch
    {
        0 => s_names[_random.Next(s_names.Length)],
        1 => _random.Next(3000).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => words[(int)(words.Length * Math.Pow(_random.NextDouble(), 2))],
    });
}
