using System.CommandLine;
using Translate.Articles;
using Translate.Memory;
using Translate.Review;
using Translate.Scripts;

/// <summary>Takes reviewed workbooks back.</summary>
static class ReviewCommand
{
    public static Command Create()
    {
        Argument<string[]> workbooks = new("workbooks") { Description = "Reviewed workbooks, or folders of them; several copies of one workbook are merged. XLIFF files that --xliff wrote come back beside their workbook.", Arity = ArgumentArity.OneOrMore };
        Option<string> memory = new("--memory") { Description = "The memory that approved and edited rows enter.", DefaultValueFactory = _ => "translate.db" };
        Option<MergePolicy> policy = new("--policy") { Description = "Who wins when reviewers disagree.", DefaultValueFactory = _ => MergePolicy.Ask };
        Option<bool> approveUntouched = new("--approve-untouched") { Description = "Rows that nobody touched count as approved." };
        Option<bool> dryRun = new("--dry-run") { Description = "Write nothing; only say what would happen." };
        Option<bool> json = new("--json") { Description = "Print the report as JSON." };
        Option<string?> report = new("--report") { Description = "Write the report as one HTML page." };
        Option<string?> next = new("--next") { Description = "Write the next round into this folder: open rows only, findings fresh, questions on top." };
        Option<string?> publish = new("--publish") { Description = "Write the finished articles into this folder, each in the format of its input." };
        Option<string?> articles = new("--articles") { Description = "Folder in which the inputs lie (default: beside and above the workbooks)." };
        Option<Unapproved> unapproved = new("--unapproved") { Description = "What publishing does with segments that nobody has accepted." };
        Option<bool> bilingual = new("--bilingual") { Description = "Publish every paragraph followed by its translation; in an .xlsx the translation gets a column of its own." };
        Option<LeftOutParts> leftOut = new("--left-out") { Description = "Keep or drop parts of the input that were not translated." };
        Option<string?> xliff = new("--xliff") { Description = "Write the segments as they now stand as XLIFF, for review in a CAT tool." };
        Option<string> xliffVersion = new("--xliff-version") { Description = "1.2, which every CAT tool reads, or 2.1.", DefaultValueFactory = _ => "1.2" };
        xliffVersion.AcceptOnlyFromAmong("1.2", "2.1");
        Option<string[]> glossary = new("--glossary", "-g") { Description = "Glossary file (.csv) for findings and publishing; repeatable. Default: what the run used." };
        Option<bool> noCurated = new("--no-curated") { Description = "Leave out the curated glossary. Default: as the run." };
        Option<string?> segmentation = new("--segmentation") { Description = "Segmentation rules of your own (SRX 2.0). Default: what the run used." };
        Option<string?> convert = new("--convert") { Description = "Publish Chinese in another script: an OpenCC configuration such as s2t, s2twp, s2hk." };
        convert.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string?>() is { } name && !ScriptConverter.Names.Contains(name)) given.AddError($"--convert: {name} is no configuration; one of {string.Join(", ", ScriptConverter.Names)}.");
        });
        Command command = new("review",
            "Take reviewed workbooks back: memory, report, glossary candidates. Example: translate review out/ --report review.html --next round2\nIn a CAT tool: translate review out/a.md.xlsx --xliff a.xlf, then translate review out/a.md.xlsx a.xlf")
            { workbooks, memory, policy, approveUntouched, dryRun, json, report, next, publish, articles, unapproved, bilingual, leftOut, convert, xliff, xliffVersion, glossary, noCurated, segmentation };
        command.SetAction((parsed, ct) =>
        {
            PublishChoice? published = parsed.GetValue(publish) is { } folder
                ? new(folder, parsed.GetValue(articles), parsed.GetValue(unapproved), new(parsed.GetValue(bilingual), parsed.GetValue(leftOut)), parsed.GetValue(convert)) : null;
            ReviewRun run = new(
                new(parsed.GetValue(policy), parsed.GetValue(approveUntouched)), parsed.GetRequiredValue(memory), parsed.GetValue(dryRun),
                new(parsed.GetValue(report), parsed.GetValue(next), published, parsed.GetValue(xliff), parsed.GetValue(xliffVersion) == "2.1" ? XliffVersion.V21 : XliffVersion.V12),
                new(parsed.GetValue(glossary) ?? [], parsed.GetValue(noCurated), parsed.GetValue(segmentation)),
                parsed.InvocationConfiguration.Error);
            var result = run.Run(parsed.GetRequiredValue(workbooks), ct);
            if (parsed.GetValue(json)) ReviewReport.WriteJson(result, run, parsed.InvocationConfiguration.Output);
            else ReviewReport.WriteTable(result, run, parsed.InvocationConfiguration.Output);
            return Task.FromResult(run.ExitCode);
        });
        return command;
    }
}
