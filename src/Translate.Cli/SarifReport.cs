using System.Text.Encodings.Web;
using System.Text.Json;
using Translate;
using Translate.Checks;

/// <summary>Findings as SARIF 2.1.0, which code hosts show beside the lines of a file.</summary>
/// <remarks>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</remarks>
static class SarifReport
{
    const int MostPerCode = 500;

    static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void Write(BilingualCheck check, TextWriter output)
    {
        var groups = FindingGroup.Of(check.Findings, MostPerCode);
        var rules = groups.Select(group => group.First.Finding.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new
                    {
                        driver = new
                        {
                            name = "translate",
                            version = typeof(SarifReport).Assembly.GetName().Version?.ToString(3) ?? "0",
                            rules = rules.Select(rule => new { id = rule, shortDescription = new { text = CheckCodes.Describe(rule) } }),
                        },
                    },
                    columnKind = "utf16CodeUnits",
                    results = groups.Select(group => Result(group, rules)),
                },
            },
        }, s_json));
    }

    /// <summary>One result for equal findings: the first stands in locations, others beside it, since mending one does not mend the rest.</summary>
    static object Result(FindingGroup group, List<string> rules) => new
    {
        ruleId = group.First.Finding.Code,
        ruleIndex = rules.IndexOf(group.First.Finding.Code),
        level = group.First.Finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" },
        message = new { text = group.Count > 1 ? FormattableString.Invariant($"{group.First.Finding.Message} ({group.Count} times)") : group.First.Finding.Message },
        occurrenceCount = group.Count,
        locations = new[] { Location(group.First, 0) },
        relatedLocations = group.Places.Skip(1).Select((placed, index) => Location(placed, index + 1)),
    };

    /// <summary>Files with lines are told by the line on which the pair starts, workbooks by the row of the sheet.</summary>
    static object Location(PlacedFinding placed, int id) => new
    {
        id,
        physicalLocation = new { artifactLocation = new { uri = Uri(placed.File) }, region = new { startLine = placed.Line > 0 ? placed.Line : placed.Row + 1 } },
        logicalLocations = new[] { new { name = FormattableString.Invariant($"row {placed.Row}"), kind = "row" } },
    };

    /// <summary>A relative reference with forward slashes, as the format asks.</summary>
    static string Uri(string file) => System.Uri.EscapeDataString(file.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal);
}
