using BenchmarkDotNet.Attributes;
using Translate.Articles;
using Translate.Checks;

namespace Translate.Benchmarks;

/// <summary>All checks on pairs of the kind that articles hold; one operation is 1,000 pairs, so 100,000 take a hundred times as long.</summary>
[MemoryDiagnoser]
public class ChecksBenchmark
{
    static readonly (string Chinese, string English)[] s_pairs =
    [
        ("该公司宣布完成1.2亿美元B轮融资，投后估值超过10亿美元。", "The company announced that it has closed a $120 million Series B round at a post-money valuation of more than $1 billion."),
        ("与上一代模型相比，推理速度提升了3倍，成本下降约40%。", "Compared with the previous model, inference is four times as fast and costs about 40% less."),
        ("“我们希望让每个开发者都能用上大模型，”创始人在发布会上说。", "“We want every developer to be able to use large models,” the founder said at the launch."),
        ("截至2024年3月，平台日活用户达到5000万，覆盖120多个国家和地区。", "As of March 2024, the platform had 50 million daily active users in more than 120 countries and regions."),
        ("GPT-4的参数规模没有公布，但外界普遍认为在万亿级别。", "The size of GPT-4 has not been published, but it is widely believed to have on the order of a trillion parameters."),
        ("详情请见 https://example.com/docs ，或写信至 press@example.com。", "For details see https://example.com/docs or write to press@example.com."),
        ("数据中心部署了上千张H100，整体功耗约为2.5兆瓦。", "The data center runs more than a thousand H100s and draws about 2.5 megawatts."),
        ("目前，团队正在为下半年的商业化做准备。", "The team is now preparing for commercialization in the second half of the year."),
    ];

    CheckInput[] _inputs = [];
    readonly Checker _checker = new(CheckOptions.Default);

    [GlobalSetup]
    public void Setup()
    {
        LanguagePair pair = new("zh-Hans", "en");
        _inputs = [.. Enumerable.Range(0, 1000).Select(i =>
        {
            var (chinese, english) = s_pairs[i / 2 % s_pairs.Length];
            CheckInput input = new(pair, TaggedText.Plain(chinese), TaggedText.Plain(english), [], [], BlockKind.Paragraph);
            return i % 2 == 0 ? input : input with { Pair = pair.Reversed, Source = input.Target, Target = input.Source };
        })];
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public int All_checks()
    {
        var findings = 0;
        foreach (var input in _inputs) findings += _checker.Check(input).Count;
        return findings;
    }
}
