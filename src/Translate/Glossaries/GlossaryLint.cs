namespace Translate.Glossaries;

/// <summary>Looks for what goes wrong in glossaries, over one file and across files.</summary>
/// <remarks>Every rule runs in time linear in the rows but for sorting; 100,000 rows take about a second.</remarks>
public static class GlossaryLint
{
    /// <summary>Findings on files that belong to one layer, by file and row.</summary>
    /// <param name="tables">The files as tables.</param>
    /// <param name="problems">What reading them already found.</param>
    public static IReadOnlyList<LintFinding> Run(IReadOnlyList<GlossaryTable> tables, IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(tables);
        List<LintFinding> findings = [.. problems.Select(problem => new LintFinding(problem, "", false, false))];
        List<TermEntry> entries = [];
        List<Problem> rowProblems = [];
        foreach (var table in tables)
        {
            LintRows.Run(table, findings);
            entries.AddRange(GlossaryFile.ToEntries(table, rowProblems));
        }

        findings.AddRange(rowProblems.Select(problem => new LintFinding(problem, "", false, false)));
        LintTerms.Run(entries, findings);
        return [.. findings.DistinctBy(finding => (finding.Problem, finding.Column)).OrderBy(finding => finding.Problem.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Problem.Row).ThenBy(finding => finding.Problem.Code, StringComparer.Ordinal)];
    }
}
