using System.Globalization;

namespace Translate.Cli;

/// <summary>The last lines of a run: what it cost, what is missing, and how to get it.</summary>
static class ClosingLines
{
    public static IEnumerable<string> For(BatchReport report, bool hasEngine)
    {
        if (report.Use.Asked > 0)
            yield return Invariant($"Sent {report.Use.Characters:N0} characters for {report.Use.Asked:N0} texts ({report.Use.PlainCharacters:N0} without markup).");
        if (report.Use.AskedAgain > 0)
            yield return Invariant($"Asked {report.Use.AskedAgain:N0} a second time for their terms, {report.Use.CharactersAgain:N0} characters more.");
        var waiting = report.Articles.Count(article => article.Outcome == ArticleOutcome.Waiting);
        if (report.Stopped is { } stopped) yield return stopped.Message;
        if (waiting > 0)
            yield return Invariant($"{waiting:N0} of {report.Articles.Count:N0} articles are not done; what was answered is kept. Run the same command again: only what is missing is asked.");
        var empty = report.Segments.GetValueOrDefault(Origin.Empty);
        if (empty > 0)
            yield return Invariant($"{empty:N0} of {report.Segments.Values.Sum():N0} segments have no target yet (status todo).") + (hasEngine
                ? " The limit of --max-characters was reached; raise it and run again."
                : " To have them translated, set AZURE_TRANSLATOR_KEY and AZURE_TRANSLATOR_REGION (or another engine, see README) and run again.");
        else if (waiting == 0 && report.Stopped is null)
            yield return Invariant($"Done in {report.Elapsed.TotalSeconds:N1} s.");
    }

    static string Invariant(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
