using BenchmarkDotNet.Attributes;
using Translate.Segments;

namespace Translate.Benchmarks;

/// <summary>10 MB of clean Chinese and of English prose into segments, text in memory, one call for all of it.</summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(2)]
[IterationCount(5)]
public class SegmentationBenchmarks
{
    const string English =
        "Dr. Chen met the team at 5 p.m. on Monday, and they trained version 2.1 of the model. It cost $3.5 million, \"far too much,\" she said. "
        + "Who would pay for it? Nobody knew. The U.S. market (see Fig. 3) grew by 12.5% last year.\n";

    string _chinese = "";
    string _english = "";

    [GlobalSetup]
    public void SetUp()
    {
        _chinese = ChineseCorpus.Make(megabytes: 10);
        _english = string.Concat(Enumerable.Repeat(English, 10_000_000 / English.Length));
    }

    [Benchmark]
    public int Chinese() => Segmenter.Default.Split(_chinese, "zh-Hans").Count;

    [Benchmark]
    public int EnglishProse() => Segmenter.Default.Split(_english, "en").Count;
}
