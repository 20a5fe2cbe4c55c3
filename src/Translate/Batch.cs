using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;
using Translate.Articles;
using Translate.Engines;
using Translate.Memory;
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
    string Output, string? From, string? To, ReadingOptions Reading, WorkbookOptions Workbook, int ArticlesAtOnce)
{
    /// <summary>All articles go into <c>all.xlsx</c>, or into several where it gets too long for a translator; otherwise each has its own.</summary>
    public bool Single { get; init; }

    /// <summary>Articles that an earlier run finished and this one leaves alone; report and index list them with the others.</summary>
    public IReadOnlyList<ArticleReport> Carried { get; init; } = [];
}

/// <summary>Articles in, workbooks out: reads, translates and writes several articles side by side.</summary>
/// <param name="pipeline">What translates one article.</param>
/// <param name="facts">What every Summary sheet says of the run.</param>
/// <param name="options">Where to and how.</param>
/// <param name="time">The clock.</param>
public sealed class Batch(Pipeline pipeline, RunFacts facts, BatchOptions options, TimeProvider time)
{
    /// <summary>Languages of an article that a run would translate it from and to; <c>null</c> when it cannot be read.</summary>
    /// <param name="file">The article.</param>
    /// <param name="ct">Gives the reading up.</param>
    public async Task<LanguagePair?> PairOfAsync(ArticleFile file, CancellationToken ct) =>
        await ReadAsync(file, ct) is { Article: { } article } ? PairFor(article, out _) : null;

    /// <summary>Runs the articles. A failed article is a value; only the engine's own end stops the rest.</summary>
    /// <param name="files">What to translate.</param>
    /// <param name="done">Told of every article as it ends.</param>
    /// <param name="ct">Stops the run in order: nothing more is sent, what is on its way is finished and kept.</param>
    public async Task<BatchReport> RunAsync(IReadOnlyList<ArticleFile> files, IProgress<ArticleReport>? done, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var reports = new ArticleReport?[files.Count];
        var shared = options.Single ? new SharedWorkbooks(Path.Combine(options.Output, "all.xlsx"), FactsFor, options.Workbook, files.Count) : null;
        EngineException? stopped = null;
        ExceptionDispatchInfo? crash = null;
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
                    var (article, problem) = await ReadAsync(files[i], stop.Token);
                    reports[i] = article is null ? Unfinished(files[i], ArticleOutcome.Failed, problem)
                        : await RunAsync(files[i], article, shared is null ? null : translated => shared.Add(i, translated), abandon.Token);
                    done?.Report(reports[i]!);
                }
                catch (OperationCanceledException) when (stop.IsCancellationRequested || ct.IsCancellationRequested)
                {
                    // Reported as waiting.
                }
                catch (EngineException e)
                {
                    Interlocked.CompareExchange(ref stopped, e, null);
                    await stop.CancelAsync();
                }
                catch (SqliteException e)
                {
                    EngineException why = new(EngineFault.Fatal, MemoryDatabase.Explain(facts.Memory, e), inner: e);
                    Interlocked.CompareExchange(ref stopped, why, null);
                    pipeline.Stop();
                    await stop.CancelAsync();
                }
                catch (Exception fault)
                {
                    // A fault of our own: thrown below, since what is cancelled beside it would hide it here.
                    Interlocked.CompareExchange(ref crash, ExceptionDispatchInfo.Capture(fault), null);
                    await stop.CancelAsync();
                    await abandon.CancelAsync();
                }
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is missing is reported as waiting.
        }

        if (shared is not null) await shared.EndAsync(reports);
        crash?.Throw();
        List<ArticleReport> articles = [.. reports.Select((report, i) => report ?? Unfinished(files[i], ArticleOutcome.Waiting, null))];
        if (options.Carried.Count > 0)
            articles = [.. articles.Concat(options.Carried).OrderBy(article => article.Name, StringComparer.Ordinal)];
        return new(articles, time.GetElapsedTime(start), stopped, ct.IsCancellationRequested, WriteIndex(articles));
    }

    /// <summary>What a run would ask: articles are read, matched and recalled; nothing is asked or written.</summary>
    public async IAsyncEnumerable<TranslatedArticle> DraftAsync(
        IReadOnlyList<ArticleFile> files, ConcurrentBag<Problem> problems, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var file in files)
        {
            ct.ThrowIfCancellationRequested();
            var (article, problem) = await ReadAsync(file, ct);
            var pair = article is null ? null : PairFor(article, out problem);
            if (problem is not null) problems.Add(problem);
            var draft = pair is null ? null : await Task.Run(() => pipeline.Draft(article!, pair), ct);
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

    // A file that does not come (a pipe, a share that hangs) cannot be interrupted; a run that stops leaves the thread that waits for it.
    async Task<(Article? Article, Problem? Problem)> ReadAsync(ArticleFile file, CancellationToken ct) => await Task.Run(() =>
    {
        var article = ArticleReader.Read(file.Path, file.Name, options.Reading, out var problem);
        return (article, problem);
    }, ct).WaitAsync(ct);

    async Task<ArticleReport> RunAsync(ArticleFile file, Article article, Action<TranslatedArticle>? share, CancellationToken ct)
    {
        if (PairFor(article, out var problem) is not { } pair) return Unfinished(file, ArticleOutcome.Failed, problem);

        var start = time.GetTimestamp();
        var translated = await pipeline.TranslateAsync(article, pair, ct);
        if (share is null) return Write(translated, time.GetElapsedTime(start));
        share(ForReview(translated));
        return Report(translated, translated.Segments.Aggregate(EngineUse.None, (sum, segment) => sum + segment.Use), "", null);
    }

    /// <summary>The article as its reviewer sees it: who was asked first, and in which run, depends on chance and is the bookkeeper's matter.</summary>
    static TranslatedArticle ForReview(TranslatedArticle translated) => translated with
    {
        Segments = [.. translated.Segments.Select(segment =>
            segment.Origin is Origin.AnsweredEarlier or Origin.Repeated ? segment with { Origin = Origin.New } : segment)],
    };

    RunFacts FactsFor(IReadOnlyList<TranslatedArticle> articles)
    {
        var asked = articles.SelectMany(article => article.Segments).Where(segment => segment.AsSent > 0)
            .DistinctBy(segment => segment.Segment.Tagged.ToString(), StringComparer.Ordinal).ToList();
        return facts with
        {
            CharactersSent = asked.Sum(segment => (long)segment.AsSent),
            CharactersPlain = asked.Sum(segment => (long)segment.Segment.Source.Length),
            Elapsed = time.GetUtcNow() - facts.Started,
        };
    }

    ArticleReport Write(TranslatedArticle translated, TimeSpan elapsed)
    {
        var use = translated.Segments.Aggregate(EngineUse.None, (sum, segment) => sum + segment.Use);
        try
        {
            var (path, note) = ReviewWorkbook.WriteSafely(
                WorkbookPath(translated.Article.Path), [ForReview(translated)], FactsFor([translated]) with { Elapsed = elapsed }, options.Workbook);
            return Report(translated, use, path, note is null ? null : new("WB090", translated.Article.Path, 0, note));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Report(translated, use, null, NotWritten(translated.Article.Path, options.Output, fault));
        }
    }

    /// <summary>What is said of an article whose workbook the disk refuses.</summary>
    internal static Problem NotWritten(string article, string folder, Exception fault) => new("WB091", article, 0,
        $"its workbook cannot be written to {folder} ({fault.Message}); mend that and run again, nothing is asked twice");

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
                : IndexEntry.From(translated, workbook.Length == 0 ? "" : Path.GetRelativePath(options.Output, workbook).Replace('\\', '/'), problem?.Message ?? ""));
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
