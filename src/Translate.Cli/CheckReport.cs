using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Translate;
using Translate.Checks;

/// <summary>Findings as a table for people and as JSON for scripts.</summary>
static class CheckReport
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void WriteTable(BilingualCheck check, int most, TextWriter output, TextWriter error)
    {
        var groups = FindingGroup.Of(check.Findings, most);
        if (groups.Count > 0)
        {
            var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });
            if (Console.IsOutputRedirected) console.Profile.Width = 160;
            var table = new Table().Border(TableBorder.Simple).AddColumns("Severity", "Code", "Count", "Where", "What");
            foreach (var group in groups)
                table.AddRow(Cell(group.First.Finding.Severity), new Text(group.First.Finding.Code), new Text(group.Count.ToString("N0", CultureInfo.InvariantCulture)),
                    new Text(Where(group, check.Files > 1)), new Text(group.First.Finding.Message));
            console.Write(table);
        }

        int Count(Severity severity) => check.Findings.Count(placed => placed.Finding.Severity == severity);
        error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{check.Pairs:N0} pairs checked: {Count(Severity.Error):N0} errors, {Count(Severity.Warning):N0} warnings, {Count(Severity.Information):N0} remarks"));
    }

    public static void WriteJson(BilingualCheck check, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(new
    {
        check.Pairs,
        Counts = check.Findings.GroupBy(placed => placed.Finding.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count()),
        Findings = check.Findings.Select(placed => new
        {
            placed.File,
            placed.Row,
            Line = placed.Line == 0 ? (int?)null : placed.Line,
            placed.Finding.Code,
            Severity = placed.Finding.Severity.ToString().ToLowerInvariant(),
            placed.Finding.Message,
            Source = Place(placed.Finding.Source),
            Target = Place(placed.Finding.Target),
        }),
        Problems = check.Problems.Select(problem => new { problem.Code, problem.File, problem.Row, problem.Message }),
    }, s_json));

    static object? Place(TextRange? range) => range is { } place ? new { place.Start, place.End } : null;

    static Text Cell(Severity severity) => severity switch
    {
        Severity.Error => new("error", new Style(Color.Red)),
        Severity.Warning => new("warning", new Style(Color.Yellow)),
        _ => new("remark"),
    };

    static string Where(FindingGroup group, bool withFile)
    {
        var rows = string.Join("; ", group.Places.GroupBy(placed => placed.File)
            .Select(file => $"{(withFile ? file.Key + ": " : "")}{string.Join(", ", file.Select(placed => placed.Row))}"));
        return rows + (group.Count > group.Places.Count ? ", …" : "");
    }
}
