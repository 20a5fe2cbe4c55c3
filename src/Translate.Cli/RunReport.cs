using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Translate.Cli;

/// <summary>What a run says at its end: a table for people, JSON for scripts and for <c>run.json</c>.</summary>
static class RunReport
{
    const int MostRows = 30; // More than fits a screen; the totals and the faults are what is read then.

    internal static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    static readonly (Origin Origin, string Header)[] s_columns =
    [
        (Origin.New, "new"), (Origin.AnsweredEarlier, "earlier"), (Origin.Repeated, "repeated"), (Origin.MemoryExact, "memory"),
        (Origin.MemoryFuzzy, "fuzzy"), (Origin.Kept, "kept"), (Origin.Empty, "empty"), (Origin.Failed, "failed"),
    ];

    /// <summary>The counts, so that new + earlier + repeated + memory + fuzzy + kept + empty + failed = segments can be seen.</summary>
    public static void WriteTable(IAnsiConsole console, BatchReport report)
    {
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        table.AddColumn("article");
        table.AddColumn(new TableColumn("segments").RightAligned());
        foreach (var (_, header) in s_columns) table.AddColumn(new TableColumn(header).RightAligned());
        table.AddColumn(new TableColumn("findings").RightAligned());
        if (report.Articles.Count <= MostRows)
            foreach (var article in report.Articles)
                AddRow(table, article.Name, article.Segments, article.Findings, article.Outcome);
        if (report.Articles.Count != 1)
            AddRow(table, string.Create(CultureInfo.InvariantCulture, $"{report.Articles.Count} articles"), report.Segments, report.Findings, ArticleOutcome.Written);
        console.Write(table);
    }

    /// <summary>The report as JSON: what <c>--json</c> prints and <c>run.json</c> keeps.</summary>
    /// <param name="report">What the run came to.</param>
    /// <param name="facts">What it worked with.</param>
    /// <param name="retry">The command that tries what failed once more.</param>
    public static string ToJson(BatchReport report, RunFacts facts, string retry) => JsonSerializer.Serialize(new
    {
        Run = facts,
        Seconds = Math.Round(report.Elapsed.TotalSeconds, 3),
        report.Cancelled,
        Stopped = report.Stopped?.Message,
        Segments = Counts(report.Segments),
        Findings = report.Findings,
        report.Use,
        Unfinished = report.Articles.Where(RunFile.IsUnfinished).Select(article => new { article.Name, Why = Why(article) }),
        RetryWith = report.Articles.Any(RunFile.IsUnfinished) ? retry : null,
        Articles = report.Articles.Select(article => new
        {
            article.Name,
            article.Outcome,
            article.Workbook,
            From = article.Pair?.Source,
            To = article.Pair?.Target,
            Segments = Counts(article.Segments),
            article.Findings,
            article.Use,
            Problem = article.Problem?.ToString(),
            article.Worst,
            Index = RunFile.IndexLine.From(article.Index),
        }),
    }, Json);

    static string Why(ArticleReport article) => article switch
    {
        { Outcome: ArticleOutcome.Waiting } => "the run ended before it was done",
        { Outcome: ArticleOutcome.Failed } => article.Problem?.Message ?? "failed",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"{article.Segments.GetValueOrDefault(Origin.Failed)} segments failed, {article.Segments.GetValueOrDefault(Origin.Empty)} have no target yet"),
    };

    static Dictionary<string, int> Counts(IReadOnlyDictionary<Origin, int> segments)
    {
        Dictionary<string, int> counts = new() { ["segments"] = segments.Values.Sum() };
        foreach (var (origin, _) in s_columns)
            counts[JsonNamingPolicy.CamelCase.ConvertName(origin.ToString())] = segments.GetValueOrDefault(origin);
        return counts;
    }

    static void AddRow(
        Table table, string name, IReadOnlyDictionary<Origin, int> segments, IReadOnlyDictionary<string, int> findings, ArticleOutcome outcome)
    {
        if (outcome != ArticleOutcome.Written)
        {
            table.AddRow([Markup.Escape(name), outcome == ArticleOutcome.Waiting ? "waiting" : "not read", .. s_columns.Select(_ => ""), ""]);
            return;
        }

        table.AddRow([
            Markup.Escape(name), Show(segments.Values.Sum()),
            .. s_columns.Select(column => Show(segments.GetValueOrDefault(column.Origin))), Show(findings.Values.Sum())]);
    }

    static string Show(int count) => count == 0 ? "·" : count.ToString("N0", CultureInfo.InvariantCulture);
}
