using System.CommandLine;
using Translate.Review;

/// <summary>Takes reviewed workbooks back.</summary>
static class ReviewCommand
{
    public static Command Create()
    {
        Argument<string[]> workbooks = new("workbooks") { Description = "Reviewed workbooks, or folders of them; several copies of one workbook are merged.", Arity = ArgumentArity.OneOrMore };
        Option<string> memory = new("--memory") { Description = "The memory that approved and edited rows enter.", DefaultValueFactory = _ => "translate.db" };
        Option<MergePolicy> policy = new("--policy") { Description = "Who wins when reviewers disagree.", DefaultValueFactory = _ => MergePolicy.Ask };
        Option<bool> approveUntouched = new("--approve-untouched") { Description = "Rows that nobody touched count as approved." };
        Option<bool> dryRun = new("--dry-run") { Description = "Write nothing; only say what would happen." };
        Option<bool> json = new("--json") { Description = "Print the report as JSON." };
        Option<string?> report = new("--report") { Description = "Write the report as one HTML page." };
        Option<string?> next = new("--next") { Description = "Write the next round into this folder: open rows only, findings fresh, questions on top." };
        Command command = new("review",
            "Take reviewed workbooks back: memory, report, glossary candidates. Example: translate review out/ --report review.html --next round2")
            { workbooks, memory, policy, approveUntouched, dryRun, json, report, next };
        command.SetAction((parsed, ct) =>
        {
            ReviewRun run = new(
                new(parsed.GetValue(policy), parsed.GetValue(approveUntouched)), parsed.GetRequiredValue(memory), parsed.GetValue(dryRun),
                parsed.GetValue(report), parsed.GetValue(next), parsed.InvocationConfiguration.Error);
            var result = run.Run(parsed.GetRequiredValue(workbooks), ct);
            if (parsed.GetValue(json)) ReviewReport.WriteJson(result, run, parsed.InvocationConfiguration.Output);
            else ReviewReport.WriteTable(result, run, parsed.InvocationConfiguration.Output);
            return Task.FromResult(run.ExitCode);
        });
        return command;
    }
}
