using System.Text.Json;
using Translate.Review;

namespace Translate.Cli;

/// <summary>Reads <c>run.json</c> again, so that a run can take up just what the one before left unfinished.</summary>
static class RunFile
{
    /// <summary>Its name in the output folder.</summary>
    public const string Name = "run.json";

    /// <summary>Whether trying an article again may bring more of it.</summary>
    public static bool IsUnfinished(ArticleReport article) => article.Outcome != ArticleOutcome.Written
        || article.Segments.GetValueOrDefault(Origin.Failed) + article.Segments.GetValueOrDefault(Origin.Empty) > 0;

    /// <summary>The articles that are finished; what they cost was an earlier run's and is left out.</summary>
    /// <param name="output">The output folder.</param>
    /// <exception cref="UsageException">There is no <c>run.json</c>, or it cannot be read.</exception>
    public static IReadOnlyList<ArticleReport> Finished(string output)
    {
        var path = Path.Combine(output, Name);
        try
        {
            var run = JsonSerializer.Deserialize<Run>(File.ReadAllText(path), RunReport.Json) ?? throw new JsonException();
            return [.. run.Articles.Select(Report).Where(article => !IsUnfinished(article))];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"--only-failed: {path} is not there, so nothing is known to have failed; leave --only-failed out");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--only-failed: {path} cannot be read as a run's report; leave --only-failed out, nothing is asked twice");
        }
    }

    static ArticleReport Report(Article article)
    {
        LanguagePair? pair = article.From is null || article.To is null ? null : new(article.From, article.To);
        SortedDictionary<Origin, int> segments = new(article.Segments.Where(count => count.Key != "segments")
            .ToDictionary(count => Enum.Parse<Origin>(count.Key, ignoreCase: true), count => count.Value));
        return new(
            article.Name, article.Outcome, article.Workbook, pair, segments, article.Findings, article.Worst, EngineUse.None, null,
            article.Index.Entry(article.Name, pair));
    }

    /// <summary>What the index of the batch says of an article, beside what stands in <c>run.json</c> anyway.</summary>
    internal sealed record IndexLine(string Workbook, string State, int Segments, int Todo, int Errors, int Warnings, long Characters, string Note)
    {
        public static IndexLine From(IndexEntry entry) =>
            new(entry.Workbook, entry.State, entry.Segments, entry.Todo, entry.Errors, entry.Warnings, entry.Characters, entry.Note);

        public IndexEntry Entry(string article, LanguagePair? pair) =>
            new(article, Workbook, State, pair, Segments, Todo, Errors, Warnings, Characters, Note);
    }

    sealed record Run(IReadOnlyList<Article> Articles);

    sealed record Article(
        string Name, ArticleOutcome Outcome, string? Workbook, string? From, string? To, Dictionary<string, int> Segments,
        Dictionary<string, int> Findings, Severity? Worst, IndexLine Index);
}
