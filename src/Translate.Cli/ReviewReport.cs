using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Translate.Review;

/// <summary>Prints what became of reviewed workbooks.</summary>
static class ReviewReport
{
    static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void WriteTable(ImportResult result, ReviewRun run, TextWriter output)
    {
        var outcomes = Enum.GetValues<RowOutcome>();
        output.WriteLine(string.Join("  ", outcomes.Select(outcome => $"{outcome.ToString().ToLowerInvariant(),9}").Append("     rows  workbook")));
        foreach (var workbook in result.Workbooks)
        {
            var rows = result.Rows.Where(row => row.Workbook == workbook.Path).ToList();
            output.WriteLine(string.Join("  ", outcomes.Select(outcome => $"{rows.Count(row => row.Outcome == outcome),9}")) + $"  {rows.Count,7}  {workbook.Path}");
        }

        foreach (var question in result.Questions) output.WriteLine($"question  {question.Name}: {Line(question.Comment)}");
        foreach (var conflict in result.Conflicts) output.WriteLine($"conflict  {conflict.Name}: {conflict.Verdicts.Count(verdict => verdict.Judges)} versions");
        foreach (var effort in Effort.Of(result).Where(effort => effort.Kind == "origin"))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"effort    {effort.Name}: {effort.Touched} of {effort.Segments} segments changed ({effort.TouchedShare:P0}), {effort.EditShare:P0} of the words"));
        foreach (var proposal in TermProposal.Find(result))
            output.WriteLine($"glossary  {proposal.Source}: “{proposal.Before}” became “{proposal.After}” in {proposal.Evidence.Count} segments");
        foreach (var entry in DisputedEntry.Find(result))
            output.WriteLine($"disputed  {entry.Id}: {entry.Source} = {entry.Required} was taken out of {entry.Evidence.Count} segments");
        output.WriteLine(run.IsDry ? "Nothing was written (--dry-run)."
            : $"memory: {run.Stored.Added} new, {run.Stored.Known} known; engine answers taken out of reuse: {run.Forgotten}");
        foreach (var file in run.Written) output.WriteLine($"wrote {file}");
    }

    public static void WriteJson(ImportResult result, ReviewRun run, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(new
    {
        Counts = Enum.GetValues<RowOutcome>().ToDictionary(outcome => outcome.ToString().ToLowerInvariant(), result.Count),
        Workbooks = result.Workbooks.Select(workbook => workbook.Path),
        Rows = result.Rows.Where(row => row.Outcome != RowOutcome.Unchanged).Select(row => new
        {
            row.Workbook,
            row.Row,
            row.Segment,
            Outcome = row.Outcome.ToString().ToLowerInvariant(),
            row.Message,
            row.Target,
        }),
        Questions = result.Questions.Select(row => new { Segment = row.Name, row.Base.Source, row.Target, row.Comment }),
        Conflicts = result.Conflicts.Select(row => new
        {
            Segment = row.Name,
            row.Base.Source,
            Base = row.Base.Target,
            Versions = row.Verdicts.Where(verdict => verdict.Judges).Select(verdict => new { verdict.Workbook, Status = ReviewColumns.Word(verdict.Status), verdict.Target }),
        }),
        Effort = Effort.Of(result),
        Proposed = TermProposal.Find(result).Select(proposal => new
        {
            proposal.Source,
            proposal.Before,
            proposal.After,
            Segments = proposal.Evidence.Select(row => row.Name),
        }),
        Disputed = DisputedEntry.Find(result).Select(entry => new { entry.Id, entry.Source, entry.Required, Segments = entry.Evidence.Select(row => row.Name) }),
        Memory = new { run.Stored.Added, run.Stored.Known, run.Forgotten },
        DryRun = run.IsDry,
        run.Written,
    }, s_json));

    static string Line(string text) => text.ReplaceLineEndings(" ");
}
