using System.CommandLine;
using Translate;
using Translate.Checks;
using Translate.Glossaries;

/// <summary>Runs the checks on bilingual files.</summary>
static class CheckCommand
{
    const string SuppressionFile = "translate-suppress.csv";

    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "Workbooks (.xlsx), XLIFF, TMX, or CSV with two columns named by language tags (zh,en); - for CSV on standard input.", Arity = ArgumentArity.OneOrMore };
        Option<string?> from = new("--from") { Description = "Language of the source (default: what the file says)." };
        Option<string?> to = new("--to") { Description = "Language of the target (default: what the file says)." };
        Option<FailOn> failOn = new("--fail-on") { Description = "Exit with 1 when a finding is at least this severe.", DefaultValueFactory = _ => FailOn.Error };
        Option<string[]> glossaries = new("--glossary") { Description = "Glossary whose terms are to be used; a later one wins over an earlier one.", AllowMultipleArgumentsPerToken = true };
        Option<bool> curated = new("--curated") { Description = "Want the terms of the curated AI-industry glossary in every file (default: in workbooks only)." };
        Option<bool> noCurated = new("--no-curated") { Description = "Do not want them in workbooks either." };
        Option<string[]> off = new("--off") { Description = "Codes or groups not to report, such as TYP-003 or TYP.", AllowMultipleArgumentsPerToken = true };
        Option<HanLatinSpacing> spacing = new("--spacing") { Description = "Space between Han and Latin in Chinese targets.", DefaultValueFactory = _ => HanLatinSpacing.Any };
        Option<FileInfo?> suppress = new("--suppress") { Description = $"CSV of findings not to report: code,source,target,reason (default: {SuppressionFile} when it is there)." };
        Option<int> most = new("--most") { Description = "Most lines of one code in the table.", DefaultValueFactory = _ => 20 };
        Option<bool> json = new("--json") { Description = "Print every finding as JSON." };
        Option<bool> sarif = new("--sarif") { Description = "Print findings as SARIF 2.1.0, for code hosts." };
        Command command = new("check", "Check bilingual files. Example: translate check pairs.csv --from zh --to en --fail-on warning")
            { files, from, to, glossaries, curated, noCurated, failOn, off, spacing, suppress, most, json, sarif };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(sarif)) result.AddError("--json and --sarif exclude each other; give one.");
        });
        command.SetAction((parsed, ct) =>
        {
            var streams = parsed.InvocationConfiguration;
            List<Problem> problems = [];
            CheckOptions options = new() { Off = parsed.GetValue(off) ?? [], Spacing = parsed.GetValue(spacing), Suppressions = Read(parsed.GetValue(suppress), problems), MostPerCode = int.MaxValue };
            var own = (parsed.GetValue(glossaries) ?? []).Select(file => GlossaryFile.Read(file, problems)).ToList();
            var plain = Layered(own, parsed.GetValue(curated));
            var inWorkbooks = Layered(own, !parsed.GetValue(noCurated));
            if (problems.Count > 0) return Task.FromResult(Refuse(problems, streams.Error));
            BilingualCheck check = new(options, plain, inWorkbooks, parsed.GetValue(from), parsed.GetValue(to));
            foreach (var file in parsed.GetRequiredValue(files)) check.Add(file, ct);
            if (parsed.GetValue(json)) CheckReport.WriteJson(check, streams.Output);
            else if (parsed.GetValue(sarif)) SarifReport.Write(check, streams.Output);
            else CheckReport.WriteTable(check, parsed.GetValue(most), streams.Output, streams.Error);
            foreach (var problem in check.Problems) streams.Error.WriteLine(problem);
            return Task.FromResult(check.Problems.Count > 0 || check.Findings.Any(placed => IsFailure(placed.Finding, parsed.GetValue(failOn))) ? 1 : 0);
        });
        return command;
    }

    static Glossary Layered(List<Glossary> own, bool curated) => own.Count == 0 && !curated ? Glossary.Empty : Glossary.Layered(curated ? own.Prepend(Glossary.Curated) : own);

    static Suppressions Read(FileInfo? file, List<Problem> problems)
    {
        if (file is null && !File.Exists(SuppressionFile)) return Suppressions.None;
        var path = file?.ToString() ?? SuppressionFile;
        if (File.Exists(path)) return Suppressions.Read(path, problems);
        problems.Add(new("CK001", path, 0, "cannot be opened; check its name"));
        return Suppressions.None;
    }

    static int Refuse(List<Problem> problems, TextWriter error)
    {
        foreach (var problem in problems) error.WriteLine(problem);
        return 2;
    }

    static bool IsFailure(Finding finding, FailOn failOn) => failOn != FailOn.Never && (int)finding.Severity >= (int)failOn;
}

/// <summary>From which severity on a check fails; the values are those of <see cref="Severity"/>.</summary>
enum FailOn { Information, Warning, Error, Never }
