using Translate.Review;

namespace Translate;

/// <summary>Takes articles as they are done, in any order, and writes them into few workbooks in the order of the input.</summary>
/// <remarks>Holds the articles that wait for one before them, and those of the workbook under way.</remarks>
sealed class SharedWorkbooks
{
    // Stands in the place of an article that is written, so that it is not held; ended before it is seen, because EndAsync may look at it at any time.
    static readonly TaskCompletionSource<TranslatedArticle?> s_written = Ended();

    readonly TaskCompletionSource<TranslatedArticle?>[] _places;
    readonly Task<IReadOnlyList<(WrittenWorkbook Workbook, IReadOnlyList<IndexEntry> Articles)>> _writing;
    readonly string _path;

    public SharedWorkbooks(string path, Func<IReadOnlyList<TranslatedArticle>, RunFacts> facts, WorkbookOptions options, int articles)
    {
        _path = path;
        _places = [.. Enumerable.Range(0, articles).Select(_ => new TaskCompletionSource<TranslatedArticle?>(TaskCreationOptions.RunContinuationsAsynchronously))];
        // A thread of its own, because it waits for most of a run.
        _writing = Task.Factory.StartNew(() => SingleWorkbook.Write(path, InOrder(), facts, options),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Hands an article over.</summary>
    public void Add(int index, TranslatedArticle article) => _places[index].TrySetResult(article);

    /// <summary>No more articles come: writes what is left, and says in the reports where each article went.</summary>
    public async Task EndAsync(ArticleReport?[] reports)
    {
        foreach (var place in _places) place.TrySetResult(null);
        Dictionary<string, (string Path, IndexEntry Entry, string? Note)> written = new(StringComparer.Ordinal);
        Exception? fault = null;
        try
        {
            foreach (var (workbook, entries) in await _writing)
                for (var i = 0; i < entries.Count; i++)
                    written[entries[i].Article] = (workbook.Path, entries[i], i == 0 ? workbook.Note : null);
        }
        catch (Exception thrown) when (thrown is IOException or UnauthorizedAccessException)
        {
            fault = thrown;
        }

        for (var i = 0; i < reports.Length; i++)
            if (reports[i] is { Outcome: ArticleOutcome.Written } report)
                reports[i] = written.TryGetValue(report.Name, out var place) ? Placed(report, place.Path, place.Entry, place.Note) : Unplaced(report, fault);
    }

    static ArticleReport Placed(ArticleReport report, string path, IndexEntry entry, string? note) => report with
    {
        Workbook = path,
        Index = entry,
        Problem = note is null ? null : new("WB090", report.Name, 0, note),
    };

    ArticleReport Unplaced(ArticleReport report, Exception? fault)
    {
        var problem = Batch.NotWritten(report.Name, Path.GetDirectoryName(_path)!, fault ?? new IOException("an article of the same name is there already"));
        return report with { Outcome = ArticleOutcome.Failed, Workbook = null, Problem = problem, Index = IndexEntry.Failed(report.Name, problem.Message) };
    }

    static TaskCompletionSource<TranslatedArticle?> Ended()
    {
        TaskCompletionSource<TranslatedArticle?> ended = new();
        ended.SetResult(null);
        return ended;
    }

    IEnumerable<TranslatedArticle> InOrder()
    {
        for (var i = 0; i < _places.Length; i++)
        {
            var article = _places[i].Task.GetAwaiter().GetResult();
            _places[i] = s_written;
            if (article is not null) yield return article;
        }
    }
}
