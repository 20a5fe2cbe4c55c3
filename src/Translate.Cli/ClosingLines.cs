using System.Globalization;

namespace Translate.Cli;

/// <summary>The last lines of a run: what it cost, what is missing, and how to get it.</summary>
static class ClosingLines
{
    /// <param name="report">What the run came to.</param>
    /// <param name="engine">The engine that was asked; <c>null</c>: nobody.</param>
    public static IEnumerable<string> For(BatchReport report, string? engine)
    {
        if (report.Use.Asked > 0)
            yield return Invariant($"Sent {report.Use.Characters:N0} characters for {report.Use.Asked:N0} texts ({report.Use.PlainCharacters:N0} without markup).");
        if (report.Use.AskedAgain > 0)
            yield return Invariant($"Asked {report.Use.AskedAgain:N0} a second time for their terms, {report.Use.CharactersAgain:N0} characters more.");
        if (report.Index?.Note is { } note) yield return note;
        if (report.Stopped is { } stopped) yield return stopped.Message;
        foreach (var line in Missing(report, engine)) yield return line;
    }

    static IEnumerable<string> Missing(BatchReport report, string? engine)
    {
        var segments = report.Segments.Values.Sum();
        var failed = report.Segments.GetValueOrDefault(Origin.Failed);
        var empty = report.Segments.GetValueOrDefault(Origin.Empty);
        var waiting = report.Articles.Count(article => article.Outcome == ArticleOutcome.Waiting);
        var mend = report.Articles.Count(article => article.Outcome == ArticleOutcome.Failed);
        if (mend > 0) yield return Invariant($"{mend:N0} of {report.Articles.Count:N0} articles could not be read or written; the lines above say why. Mend them and run again.");
        if (failed > 0)
            yield return Invariant($"{failed:N0} of {segments:N0} segments could not be translated by {engine}; their Findings say why. Run again to try just these once more.");
        if (empty > 0 && engine is not null)
            yield return Invariant($"{empty:N0} of {segments:N0} segments have no target yet (status todo). The limit of --max-characters was reached; raise it and run again: only what is missing is asked.");
        if (waiting > 0)
            yield return Invariant($"{waiting:N0} of {report.Articles.Count:N0} articles are not done; what was answered is kept. Run the same command again: only what is missing is asked.");
        if (empty > 0 && engine is null)
            yield return Invariant($"{empty:N0} of {segments:N0} segments have no target yet (status todo). To have them translated, set AZURE_TRANSLATOR_KEY and AZURE_TRANSLATOR_REGION (or another engine, see README) and run again with --engine auto.");
        if (empty + failed + waiting + mend == 0) yield return Invariant($"Done in {report.Elapsed.TotalSeconds:N1} s.");
    }

    static string Invariant(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
