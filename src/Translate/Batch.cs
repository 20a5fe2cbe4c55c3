using System.Collections.Concurrent;
using Translate.Articles;
using Translate.Engines;
using Translate.Review;

namespace Translate;

/// <summary>What a batch may be told.</summary>
/// <param name="Output">Folder the workbooks are written below; made when it is not there.</param>
/// <param name="From">Source language of every article; <c>null</c>: detected per article.</param>
/// <param name="To">Target language of every article; <c>null</c>: English for Chinese, Simplified Chinese for English.</param>
/// <param name="Reading">How articles are read.</param>
/// <param name="Workbook">How workbooks are written.</param>
/// <param name="ArticlesAtOnce">How many articles are worked on side by side; bounds memory.</param>
public sealed record BatchOptions(
    string Output, string? From, string? To, ReadingOptions Reading, WorkbookOptions Workbook, int ArticlesAtOnce);

/// <summary>What became of one article.</summary>
public enum ArticleOutcome
{
    /// <summary>Its workbook is written.</summary>
    Written,

    /// <summary>It could not be read or written; see <see cref="ArticleReport.Problem"/>.</summary>
    Failed,

    /// <summary>The run stopped before it was done; run again.</summary>
    Waiting,
}

/// <summary>What a run says of one article.</summary>
/// <param name="Name">Path relative to the run's root.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Workbook">The workbook's path; <c>null</c> when none was written.</param>
/// <param name="Pair">From which language to which; <c>null</c> when it was not read.</param>
/// <param name="Segments">Segments by origin; every segment counts once.</param>
/// <param name="Findings">Findings by code.</param>
/// <param name="Worst">The worst finding's severity; <c>null</c> when there is none.</param>
/// <param name="Use">What asking the engine cost.</param>
/// <param name="Problem">What its owner must mend; <c>null</c> when nothing.</param>
/// <param name="Index">Its line in the index of the batch.</param>
public sealed record ArticleReport(
    string Name, ArticleOutcome Outcome, string? Workbook, LanguagePair? Pair, IReadOnlyDictionary<Origin, int> Segments,
    IReadOnlyDictionary<string, int> Findings, Severity? Worst, EngineUse Use, Problem? Problem, IndexEntry Index);

/// <summary>What a run says of itself.</summary>
/// <param name="Articles">Every article, in the order of the input.</param>
/// <param name="Elapsed">Wall time.</param>
/// <param name="Stopped">Why the engine could not go on; <c>null</c> when it could.</param>
/// <param name="Cancelled">Whether the user stopped the run.</param>
/// <param name="Index">The index of the workbooks; <c>null</c> for a single article, or when it could not be written.</param>
public sealed record BatchReport(
    IReadOnlyList<ArticleReport> Articles, TimeSpan Elapsed, EngineException? Stopped, bool Cancelled, WrittenWorkbook? Index)
{
    /// <summary>Segments of all articles by origin.</summary>
    public IReadOnlyDictionary<Origin, int> Segments { get; } = Sum(Articles.Select(article => article.Segments));

    /// <summary>Findings of all articles by code.</summary>
    public IReadOnlyDictionary<string, int> Findings { get; } = Sum(Articles.Select(article => article.Findings));

    /// <summary>What asking cost in all.</summary>
    public EngineUse Use { get; } = Articles.Aggregate(EngineUse.None, (use, article) => use + article.Use);

    static SortedDictionary<TKey, int> Sum<TKey>(IEnumerable<IReadOnlyDictionary<TKey, int>> parts) where TKey : notnull
    {
        SortedDictionary<TKey, int> sum = [];
        foreach (var (key, count) in parts.SelectMany(part => part))
            sum[key] = sum.GetValueOrDefault(key) + count;
        return sum;
    }
}

/// <summary>Articles in, workbooks out: reads, translates and writes several articles side by side.</summary>
/// <param name="pipeline">What translates one article.</param>
/// <param name="facts">What every Summary sheet says of the run.</param>
/// <param name="options">Where to and how.</param>
/// <param name="time">The clock.</param>
public sealed class Batch(Pipeline pipeline, RunFacts facts, BatchOptions options, TimeProvider time)
{
    /// <summary>Languages of an article that a run would translate it from and to; <c>null</c> when it cannot be read.</summary>
    public LanguagePair? PairOf(ArticleFile file) =>
        ArticleReader.Read(file.Path, file.Name, options.Reading, out _) is { } article ? PairFor(article, out _) : null;

    /// <summary>Runs the articles. A failed article is a value; only the engine's own end stops the rest.</summary>
    /// <param name="files">What to translate.</param>
    /// <param name="done">Told of every article as it ends.</param>
    /// <param name="ct">Stops the run in order: nothing more is sent, what is on its way is finished and kept.</param>
    public async Task<BatchReport> RunAsync(IReadOnlyList<ArticleFile> files, IProgress<ArticleReport>? done, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var reports = new ArticleReport?[files.Count];
        EngineException? stopped = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        // What ends the run also ends the articles under way, except a stop in order: that leaves them their answers.
        using CancellationTokenSource abandon = new();
        await using var stopping = ct.Register(pipeline.Stop);
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, files.Count), new ParallelOptions
            {
                MaxDegreeOfParallelism = options.ArticlesAtOnce,
                CancellationToken = stop.Token,
            }, async (i, _) =>
            {
                try
                {
                    reports[i] = await RunAsync(files[i], abandon.Token);
                    done?.Report(reports[i]!);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested)
                {
                    // Reported as waiting.
                }
                catch (EngineException e)
                {
                    Interlocked.CompareExchange(ref stopped, e, null);
                    await stop.CancelAsync();
                }
                catch
                {
                    await stop.CancelAsync();
                    await abandon.CancelAsync();
                    throw;
                }
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is missing is reported as waiting.
        }

        List<ArticleReport> articles = [.. reports.Select((report, i) => report ?? Unfinished(files[i], ArticleOutcome.Waiting, null))];
        return new(articles, time.GetElapsedTime(start), stopped, ct.IsCancellationRequested, WriteIndex(articles));
    }

    /// <summary>What a run would ask: articles are read, matched and recalled; nothing is asked or written.</summary>
    public async IAsyncEnumerable<TranslatedArticle> DraftAsync(IReadOnlyList<ArticleFile> files, ConcurrentBag<Problem> problems)
    {
        foreach (var file in files)
        {
            var draft = await Task.Run(() =>
            {
                var article = ArticleReader.Read(file.Path, file.Name, options.Reading, out var problem);
                var pair = article is null ? null : PairFor(article, out problem);
                if (problem is not null) problems.Add(problem);
                return pair is null ? null : pipeline.Draft(article!, pair);
            });
            if (draft is not null) yield return draft;
        }
    }

    WrittenWorkbook? WriteIndex(List<ArticleReport> articles)
    {
        if (articles.Count < 2) return null;
        try
        {
            return IndexWorkbook.Write(Path.Combine(options.Output, "index.xlsx"), [.. articles.Select(article => article.Index)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new("", $"{options.Output}: the index cannot be written ({fault.Message}); the workbooks are not touched by that");
        }
    }

    async Task<ArticleReport> RunAsync(ArticleFile file, CancellationToken ct)
    {
        var article = ArticleReader.Read(file.Path, file.Name, options.Reading, out var problem);
        if (article is null) return Unfinished(file, ArticleOutcome.Failed, problem);
        if (PairFor(article, out problem) is not { } pair) return Unfinished(file, ArticleOutcome.Failed, problem);

        var start = time.GetTimestamp();
        var translated = await pipeline.TranslateAsync(article, pair, ct);
        return Write(translated, time.GetElapsedTime(start));
    }

    ArticleReport Write(TranslatedArticle translated, TimeSpan elapsed)
    {
        var use = translated.Segments.Aggregate(EngineUse.None, (sum, segment) => sum + segment.Use);
        var own = facts with { CharactersSent = use.Characters + use.CharactersAgain, CharactersPlain = use.PlainCharacters, Elapsed = elapsed };
        try
        {
            var (path, note) = ReviewWorkbook.WriteSafely(WorkbookPath(translated.Article.Path), [translated], own, options.Workbook);
            return Report(translated, use, path, note is null ? null : new("WB090", translated.Article.Path, 0, note));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Report(translated, use, null, new("WB091", translated.Article.Path, 0,
                $"its workbook cannot be written to {options.Output} ({fault.Message}); mend that and run again, nothing is asked twice"));
        }
    }

    LanguagePair? PairFor(Article article, out Problem? problem)
    {
        var from = options.From ?? article.Language;
        var to = options.To ?? (LanguagePair.Language(from) == "zh" ? "en" : "zh-Hans");
        problem = from == "und"
            ? new("AR020", article.Path, 0, "its language cannot be told from so little text; say --from zh or --from en")
            : SameLanguage(from, to)
                ? new("AR021", article.Path, 0, $"it is in {from} already, nothing to translate to {to}; say another --to, or leave it out")
                : null;
        return problem is null ? new(from, to) : null;
    }

    static bool SameLanguage(string from, string to) =>
        LanguagePair.Language(from) == LanguagePair.Language(to) && LanguagePair.IsTraditional(from) == LanguagePair.IsTraditional(to);

    /// <summary>The input's folders are mirrored and its extension stays, so that equal names never meet.</summary>
    string WorkbookPath(string name) => Path.Combine(options.Output, name.Replace('/', Path.DirectorySeparatorChar) + ".xlsx");

    ArticleReport Report(TranslatedArticle translated, EngineUse use, string? workbook, Problem? problem)
    {
        var findings = translated.Segments.SelectMany(segment => segment.Findings).ToList();
        return new(
            translated.Article.Path, workbook is null ? ArticleOutcome.Failed : ArticleOutcome.Written, workbook, translated.Pair,
            Count(translated.Segments.Select(segment => segment.Origin)), Count(findings.Select(finding => finding.Code)),
            findings.Count == 0 ? null : findings.Max(finding => finding.Severity),
            use, problem,
            workbook is null ? IndexEntry.Failed(translated.Article.Path, problem!.Message)
                : IndexEntry.From(translated, Path.GetRelativePath(options.Output, workbook).Replace('\\', '/'), problem?.Message ?? ""));
    }

    static SortedDictionary<TKey, int> Count<TKey>(IEnumerable<TKey> keys) where TKey : notnull
    {
        SortedDictionary<TKey, int> counts = [];
        foreach (var key in keys) counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts;
    }

    static ArticleReport Unfinished(ArticleFile file, ArticleOutcome outcome, Problem? problem) => new(
        file.Name, outcome, null, null, new Dictionary<Origin, int>(), new Dictionary<string, int>(), null, EngineUse.None, problem,
        IndexEntry.Failed(file.Name, problem?.Message ?? "not reached; run again") with { State = outcome == ArticleOutcome.Waiting ? "waiting" : "failed" });
}
