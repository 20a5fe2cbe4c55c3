using Translate.Engines;
using Translate.Review;

namespace Translate;

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
/// <param name="Workbook">The workbook's path; <c>null</c> when none was written; empty while one that articles share is under way.</param>
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
