using System.CommandLine;
using Translate;
using Translate.Glossaries;

/// <summary>What is wrong in glossary files, and --fix for what is mechanical.</summary>
static class GlossaryLintCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "Glossary files or folders.", Arity = ArgumentArity.OneOrMore };
        Option<bool> fix = new("--fix") { Description = "Mend what is mechanical: order, ids, blanks, invisible and full-width characters, terms that stand twice." };
        Option<bool> advice = new("--advice") { Description = "Show also what is only worth a look; it never fails." };
        Option<bool> json = new("--json") { Description = "Print findings as JSON." };
        Command command = new("lint", "Check glossary files; exit code 1 when something needs mending. Example: translate glossary lint glossary/") { files, fix, advice, json };
        command.SetAction(parsed => Lint(parsed.InvocationConfiguration, parsed.GetRequiredValue(files), parsed.GetValue(fix), parsed.GetValue(advice), parsed.GetValue(json)));
        return command;
    }

    static int Lint(InvocationConfiguration streams, string[] paths, bool fix, bool advice, bool json)
    {
        List<Problem> problems = [];
        List<GlossaryTable> tables = [];
        foreach (var folder in paths.Where(path => Directory.Exists(path) && !GlossaryInput.Files([path]).Any()))
            problems.Add(new("GL001", folder, 0, "no .csv file in this folder; name a glossary file"));
        foreach (var path in GlossaryInput.Files(paths))
        {
            var before = problems.Count;
            if (GlossaryFile.ReadTable(path, problems) is not { } table) continue;
            if (fix && problems.Count == before && GlossaryFixer.Fix(table) is var mended && !IsSame(table, mended))
            {
                GlossaryFile.Write(path, mended);
                streams.Error.WriteLine($"{path}: mended");
                table = mended;
            }

            tables.Add(table);
        }

        var findings = GlossaryLint.Run(tables, problems);
        var shown = findings.Where(finding => advice || !finding.IsAdvice).ToList();
        if (json) GlossaryInput.Print(streams.Output, shown.Select(finding => new { finding.Problem.Code, finding.Problem.File, finding.Problem.Row, finding.Column, finding.Problem.Message, Advice = finding.IsAdvice, Fixable = finding.CanFix }));
        else
            foreach (var finding in shown)
                streams.Output.WriteLine(finding.IsAdvice ? finding.Problem.ToString().Replace(": error ", ": advice ", StringComparison.Ordinal) : finding.Problem.ToString());
        var wrong = findings.Count(finding => !finding.IsAdvice);
        streams.Error.WriteLine($"{tables.Sum(table => table.Rows.Count):N0} rows in {tables.Count} files: {wrong:N0} to mend ({findings.Count(finding => finding.CanFix):N0} by --fix), {findings.Count - wrong:N0} worth a look{(advice ? "" : " (--advice)")}");
        return wrong > 0 ? 1 : 0;
    }

    static bool IsSame(GlossaryTable one, GlossaryTable other) =>
        one.Columns.SequenceEqual(other.Columns) && one.Rows.Count == other.Rows.Count && one.Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));
}
