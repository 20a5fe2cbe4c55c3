using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Benchmarks;

/// <summary>
/// Lookups in a memory of sentences (goals at a million: exact 0.02 ms, best of 75% and better 0.1 ms), its index (3 s), its TMX
/// (100 MB/s); <see cref="MemoryFigures"/> prints them in one go. Half of the queries differ from a stored sentence by about a tenth of their letters.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Throughput, warmupCount: 2, iterationCount: 5)]
public class MemoryBenchmarks
{
    const int Queries = 500;

    readonly LanguagePair _pair = new("zh-Hans", "en");
    string _folder = "";
    string[] _queries = [], _stored = [];
    TranslationMemory _memory = null!;

    [Params(100_000, 1_000_000)]
    public int Pairs { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _folder = Directory.CreateTempSubdirectory("translate-bench-").FullName;
        MadeMemory made = new(Pairs);
        Tmx.Write(Path.Combine(_folder, "a.tmx"), made.Entries(_pair), "zh-Hans");
        _memory = TranslationMemory.Open(Path.Combine(_folder, "a.db"));
        _memory.Add(Tmx.Read(Path.Combine(_folder, "a.tmx"), []), new(MemorySourceKind.Tmx, "a.tmx"));
        _queries = [.. made.Queries(Queries)];
        _stored = [.. made.Entries(_pair).Take(Queries).Select(entry => entry.Source.Text)];
        Best_match();
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _memory.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Queries)]
    public int Exact_match() => _stored.Sum(query => _memory.Find(new(TaggedText.Plain(query), _pair), 100, 1).Count);

    [Benchmark(OperationsPerInvoke = Queries)]
    public int Best_match() => _queries.Sum(query => _memory.Find(new(TaggedText.Plain(query), _pair), 75, 1).Count);

    [Benchmark(OperationsPerInvoke = Queries)]
    public int Five_best() => _queries.Sum(query => _memory.Find(new(TaggedText.Plain(query), _pair), 75, 5).Count);

    [Benchmark]
    public int Index_and_first_match()
    {
        foreach (var index in Directory.EnumerateFiles(_folder, "*.index")) File.Delete(index);
        using var memory = TranslationMemory.Open(Path.Combine(_folder, "a.db"));
        return memory.Find(new(TaggedText.Plain(_queries[0]), _pair), 75, 1).Count;
    }

    [Benchmark]
    public int Read_TMX() => Tmx.Read(Path.Combine(_folder, "a.tmx"), []).Count();
}
