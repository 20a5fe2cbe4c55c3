using Translate;
using Translate.Articles;
using Translate.Checks;
using Translate.Memory;
using Translate.Review;

/// <summary>What a review writes beside the memory and conflicts.xlsx; <c>null</c> for what is not wanted.</summary>
/// <param name="Report">The report as an HTML page.</param>
/// <param name="Next">Folder for the next round.</param>
/// <param name="Publish">The finished articles.</param>
/// <param name="Xliff">The segments as they now stand, for a CAT tool.</param>
/// <param name="XliffVersion">Which XLIFF.</param>
sealed record ReviewOutputs(string? Report, string? Next, PublishChoice? Publish, string? Xliff, XliffVersion XliffVersion);

/// <summary>One run of <c>translate review</c>: reads, merges, and writes what was asked for.</summary>
sealed class ReviewRun(ImportOptions options, string memoryPath, bool dryRun, ReviewOutputs outputs, ReviewChoices choices, TextWriter error)
{
    readonly Dictionary<string, ReviewTools> _tools = new(StringComparer.Ordinal);
    IReadOnlyList<ReviewedWorkbook> _workbooks = [];

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
        var workbooks = Read([.. paths.SelectMany(Expand).Distinct(StringComparer.Ordinal)], ct);
        _workbooks = workbooks;
        using var memory = dryRun && !File.Exists(memoryPath) ? null : TranslationMemory.Open(memoryPath);
        var result = ReviewImport.Merge(workbooks, options, memory is null ? null : row => Recall(memory, row));
        foreach (var problem in result.Problems) Say(problem.ToString());
        var unbound = result.Problems.Where(problem => problem.Code == "WB006").Select(problem => problem.File).ToHashSet(StringComparer.Ordinal);
        foreach (var row in result.Rows.Where(row => !unbound.Contains(row.Workbook) && row.Outcome is RowOutcome.Stale or RowOutcome.Unknown or RowOutcome.Invalid))
            Say(new Problem("WB010", row.Workbook, row.Row, $"{row.Outcome.ToString().ToLowerInvariant()}: {row.Message}").ToString());
        foreach (var row in result.HeldBack.Select(row => row.By!))
            Say(new Problem("WB013", row.Workbook, row.Row, "its target was written for the next row too, which is not joined to it now, so it did not enter the memory; write a target for each, or choose joined for the next").ToString());
        if (result.Conflicts.Any()) ExitCode = 1;
        if (dryRun) return result;
        Remember(memory!, result);
        WriteFiles(result, workbooks);
        return result;
    }

    // XLIFF files last: they are bound to the workbooks that they were made from.
    List<ReviewedWorkbook> Read(List<string> paths, CancellationToken ct)
    {
        List<ReviewedWorkbook> workbooks = [];
        foreach (var path in paths.OrderBy(IsXliff))
        {
            ct.ThrowIfCancellationRequested();
            List<Problem> problems = [];
            var workbook = IsXliff(path) ? ReviewedXliff.Read(path, workbooks, problems) : ReviewWorkbook.Read(path, out var problem) ?? Fail(problem!);
            if (workbook is not null) workbooks.Add(workbook);
            foreach (var fault in problems) Say(fault.ToString());

            ReviewedWorkbook? Fail(Problem fault)
            {
                problems.Add(fault);
                return null;
            }
        }

        return workbooks;
    }

    static bool IsXliff(string path) => Path.GetExtension(path).ToLowerInvariant() is ".xlf" or ".xliff";

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
            DateTimeOffset.UtcNow, TimeSpan.Zero)
        {
            Choices = choices.Over(workbooks.FirstOrDefault()?.Choices ?? RunChoices.Default),
        };
        if (workbooks.Count > 0)
        {
            var folder = Path.GetDirectoryName(workbooks[0].Path) ?? "";
            Note(FollowUp.WriteConflicts(Path.Combine(folder, "conflicts.xlsx"), result.Segments, facts, WorkbookOptions.Default));
        }

        if (outputs.Next is { } next)
            foreach (var article in result.Segments.GroupBy(row => row.Article.Path, StringComparer.Ordinal))
                Note(FollowUp.WriteNext(ReviewPublish.SafePath(next, article.Key) + ".xlsx", [.. article], Check, facts, WorkbookOptions.Default));
        if (outputs.Publish is { } publish) Written.AddRange(ReviewPublish.Publish(result, publish, ToolsFor, Say));
        if (outputs.Xliff is { } xliff) WriteXliff(xliff, result);
        if (outputs.Report is not { } report) return;
        File.WriteAllText(report, HtmlReport.Make(result));
        Written.Add(report);
    }

    void WriteXliff(string path, ImportResult result)
    {
        if (result.Segments.Count == 0) return;
        if (outputs.XliffVersion == XliffVersion.V21 && result.Segments.Select(row => row.Article.Pair).Distinct().Count() > 1)
        {
            Say(new Problem("WB025", path, 0, "XLIFF 2.1 holds one language pair and these workbooks have several; give them one by one, or use --xliff-version 1.2").ToString());
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Xliff.Write(path, ReviewedXliff.Articles(result), outputs.XliffVersion);
        Written.Add(path);
    }

    // As the run had them that exported the article.
    ReviewTools ToolsFor(MetaArticle article)
    {
        var wanted = choices.Over(_workbooks.FirstOrDefault(workbook => workbook.Base.Count > 0 && workbook.Articles.Any(one => one.Id == article.Id))?.Choices ?? RunChoices.Default);
        if (!_tools.TryGetValue(wanted.ToString(), out var tools)) _tools[wanted.ToString()] = tools = ReviewTools.Open(wanted, Say);
        return tools;
    }

    void Note(WrittenWorkbook? written)
    {
        if (written is null) return;
        Written.Add(written.Path);
        if (written.Note is not null) Say(written.Note);
    }

    IReadOnlyList<Finding> Check(MergedRow row, TaggedText source, TaggedText target) => new Checker(CheckOptions.Default).Check(
        new(row.Article.Pair, source, target, ToolsFor(row.Article).Glossary.For(row.Article.Pair).Find(source.Text), [], BlockKind.Paragraph)
        {
            Id = row.Base.Key.Segment,
            Comment = row.Comment,
        });

    void Say(string line)
    {
        error.WriteLine(line);
        ExitCode = 1;
    }
}
