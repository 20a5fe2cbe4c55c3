using Translate;
using Translate.Articles;
using Translate.Checks;
using Translate.Glossaries;
using Translate.Memory;
using Translate.Review;

/// <summary>One run of <c>translate review</c>: reads, merges, and writes what was asked for.</summary>
sealed class ReviewRun(ImportOptions options, string memoryPath, bool dryRun, string? report, string? next, PublishChoice? publish, TextWriter error)
{
    /// <summary>0, or 1 when a file or a row needs mending.</summary>
    public int ExitCode { get; private set; }

    /// <summary>Whether nothing was written.</summary>
    public bool IsDry => dryRun;

    /// <summary>Pairs that entered the memory as new, and those that it had already.</summary>
    public (int Added, int Known) Stored { get; private set; }

    /// <summary>Engines' answers that were taken out of reuse.</summary>
    public int Forgotten { get; private set; }

    /// <summary>Files that were written.</summary>
    public List<string> Written { get; } = [];

    public ImportResult Run(IReadOnlyList<string> paths, CancellationToken ct)
    {
        List<ReviewedWorkbook> workbooks = [];
        foreach (var path in paths.SelectMany(Expand).Distinct(StringComparer.Ordinal))
        {
            ct.ThrowIfCancellationRequested();
            if (ReviewWorkbook.Read(path, out var problem) is { } workbook) workbooks.Add(workbook);
            else Say(problem!.ToString());
        }

        using var memory = dryRun && !File.Exists(memoryPath) ? null : TranslationMemory.Open(memoryPath);
        var result = ReviewImport.Merge(workbooks, options, memory is null ? null : row => Recall(memory, row));
        foreach (var problem in result.Problems) Say(problem.ToString());
        foreach (var row in result.Rows.Where(row => row.Outcome is RowOutcome.Stale or RowOutcome.Unknown or RowOutcome.Invalid))
            Say(new Problem("WB010", row.Workbook, row.Row, $"{row.Outcome.ToString().ToLowerInvariant()}: {row.Message}").ToString());
        if (result.Conflicts.Any()) ExitCode = 1;
        if (dryRun) return result;
        Remember(memory!, result);
        WriteFiles(result, workbooks);
        return result;
    }

    static IEnumerable<string> Expand(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path, "*.xlsx", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var name && !name.StartsWith('~') && !name.StartsWith('.') && name != "index.xlsx")
            .Order(StringComparer.Ordinal)
        : [path];

    static string? Recall(TranslationMemory memory, MergedRow row)
    {
        var match = memory.Find(new(TaggedText.Parse(row.Base.Source, []), row.Article.Pair), 101, 1);
        return match.Count > 0 ? match[0].Target.ToString() : null;
    }

    void Remember(TranslationMemory memory, ImportResult result)
    {
        foreach (var group in result.Pairs().GroupBy(pair => pair.Workbook, StringComparer.Ordinal))
        {
            var import = memory.Add(group.Select(pair => pair.Entry), new(MemorySourceKind.Workbook, Path.GetFileName(group.Key)));
            Stored = (Stored.Added + import.Added, Stored.Known + import.Known);
        }

        using AnswerStore answers = new(memory.Database);
        foreach (var rejected in result.Rejected) Forgotten += answers.Forget(rejected.Pair, rejected.Source);
    }

    void WriteFiles(ImportResult result, List<ReviewedWorkbook> workbooks)
    {
        RunFacts facts = new(
            workbooks.FirstOrDefault()?.Engine ?? "", "", typeof(ReviewRun).Assembly.GetName().Version?.ToString(3) ?? "", "", 0, memoryPath, 0, 0,
            DateTimeOffset.UtcNow, TimeSpan.Zero);
        if (workbooks.Count > 0)
        {
            var folder = Path.GetDirectoryName(workbooks[0].Path) ?? "";
            Note(FollowUp.WriteConflicts(Path.Combine(folder, "conflicts.xlsx"), result.Segments, facts, WorkbookOptions.Default));
        }

        if (next is not null)
            foreach (var article in result.Segments.GroupBy(row => row.Article.Path, StringComparer.Ordinal))
                Note(FollowUp.WriteNext(ReviewPublish.SafePath(next, article.Key) + ".xlsx", [.. article], Check, facts, WorkbookOptions.Default));
        if (publish is not null) Written.AddRange(ReviewPublish.Publish(result, publish, Say));
        if (report is null) return;
        File.WriteAllText(report, HtmlReport.Make(result));
        Written.Add(report);
    }

    void Note(WrittenWorkbook? written)
    {
        if (written is null) return;
        Written.Add(written.Path);
        if (written.Note is not null) Say(written.Note);
    }

    static IReadOnlyList<Finding> Check(MergedRow row)
    {
        var source = TaggedText.Parse(row.Base.Source, []);
        return new Checker(CheckOptions.Default).Check(
            new(row.Article.Pair, source, TaggedText.Parse(row.Target, []), Glossary.Curated.For(row.Article.Pair).Find(source.Text), [], BlockKind.Paragraph)
            {
                Id = row.Base.Key.Segment,
                Comment = row.Comment,
            });
    }

    void Say(string line)
    {
        error.WriteLine(line);
        ExitCode = 1;
    }
}
