using BenchmarkDotNet.Attributes;
using Translate.Articles;
using Translate.Review;
using Translate.Segments;

namespace Translate.Benchmarks;

/// <summary>Workbooks out and back in: 50 rows of all sheets once warm (goal 60 ms), 100,000 rows (goals 1 s out, 1.5 s in).</summary>
[MemoryDiagnoser]
public class WorkbookBenchmarks
{
    static readonly RunFacts s_facts = new("memory", "", "0.1.0", "", 0, "translate.db", 0, 0, DateTimeOffset.UnixEpoch, TimeSpan.Zero);
    string _path = "";
    IReadOnlyList<TranslatedArticle> _articles = [];

    [Params(50, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("translate-bench-").FullName, "a.xlsx");
        _articles = [.. Enumerable.Range(0, Rows / 50).Select(Make)];
        Write();
    }

    [GlobalCleanup]
    public void CleanUp() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Benchmark]
    public void Write() => ReviewWorkbook.Write(_path, _articles, s_facts, WorkbookOptions.Default);

    [Benchmark]
    public ReviewedWorkbook? Read() => ReviewWorkbook.Read(_path, out _);

    [Benchmark]
    public ImportResult ReadAndMerge() => ReviewImport.Merge([ReviewWorkbook.Read(_path, out _)!], new());

    static TranslatedArticle Make(int number)
    {
        List<Block> blocks = [];
        List<TranslatedSegment> segments = [];
        for (var i = 1; i <= 50; i++)
        {
            var source = $"第{number}篇第{i}句：这家公司发布了参数规模达{i * 7}亿的大模型，推理成本降至原来的十分之一。";
            blocks.Add(new(i, BlockKind.Paragraph, 0, source, [], OffsetMap.Identity(0, source.Length)));
            Segment segment = new($"{i}.1", i, BlockKind.Paragraph, source, [], new(0, source.Length));
            var target = TaggedText.Plain($"Sentence {i} of article {number}: the company released a large model and cut the cost of inference to a tenth.");
            IReadOnlyList<Finding> findings = i % 5 == 0 ? [new("NUM-001", Severity.Error, "a number is missing", new(4, 6))] : [];
            segments.Add(new(segment, [], target, SegmentStatus.Draft, Origin.New, "azure", target.Text, null, findings));
        }

        Article article = new($"a{number}.md", ArticleFormat.Markdown, "zh-Hans", "utf-8", "", "", blocks, [], []);
        return new(article, new("zh-Hans", "en"), segments);
    }
}
