using System.Buffers;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Translate.Glossaries;
using Translate.Scripts;

namespace Translate.Benchmarks;

/// <summary>
/// Terms in 10 MB of Chinese, line by line, with folding and boundaries; beside it SearchValues, which only says where any term may start
/// next, on the same text in one piece.
/// </summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(2)]
[IterationCount(7)]
public class GlossaryBenchmarks
{
    readonly List<TermMatch> _matches = [];
    string _text = "";
    string[] _lines = [];
    Glossary _glossary = Glossary.Empty;
    TermFinder _finder = Glossary.Empty.For(new("zh-Hans", "en"));
    SearchValues<string> _values = SearchValues.Create([], StringComparison.Ordinal);

    [Params(1_000, 10_000, 100_000)]
    public int Terms { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _text = ChineseCorpus.Make(megabytes: 10);
        _lines = _text.Split('\n');
        var terms = MakeTerms();
        StringBuilder csv = new("id,zh,en\n");
        for (var i = 0; i < terms.Count; i++) csv.Append(CultureInfo.InvariantCulture, $"t{i},{terms[i]},term {i}\n");
        _glossary = new(GlossaryFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv.ToString())), "terms.csv", []).Entries);
        _finder = _glossary.For(new("zh-Hans", "en"));
        _values = SearchValues.Create([.. terms], StringComparison.Ordinal);
    }

    [Benchmark]
    public int Find()
    {
        var found = 0;
        foreach (var line in _lines)
        {
            _matches.Clear();
            _finder.Find(line.AsSpan(), _matches);
            found += _matches.Count;
        }

        return found;
    }

    [Benchmark]
    public int SearchValuesAlone()
    {
        var found = 0;
        for (var rest = _text.AsSpan(); rest.IndexOfAny(_values) is >= 0 and var at; found++) rest = rest[(at + 2)..];
        return found;
    }

    [Benchmark]
    public int GetReady() => new Glossary(_glossary.Entries).For(new("zh-Hans", "en")).Entries.Count;

    /// <summary>OpenCC's words, and pairs of them for as long as there are too few; most of two to eight characters.</summary>
    List<string> MakeTerms()
    {
        Random random = new(7);
        var words = OpenCCPackage.GetDictionary("STPhrases.txt").Select(entry => entry.Key).Where(key => key.Length is >= 2 and <= 4).ToArray();
        HashSet<string> terms = new(StringComparer.Ordinal);
        while (terms.Count < Terms)
            terms.Add(random.Next(3) == 0 ? words[random.Next(words.Length)] : words[random.Next(words.Length)] + words[random.Next(words.Length)]);
        return [.. terms];
    }
}
