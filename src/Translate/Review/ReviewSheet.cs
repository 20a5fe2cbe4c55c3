namespace Translate.Review;

/// <summary>The sheet that translators work in.</summary>
/// <param name="spec">Its columns.</param>
/// <param name="rows">Its rows; asked for once.</param>
sealed class ReviewSheet(SheetSpec spec, IEnumerable<ReviewRow> rows)
{
    /// <summary>Its columns.</summary>
    /// <param name="many">Whether several articles share the workbook.</param>
    public static SheetSpec Spec(bool many) => new("Review", SheetKind.Review, [
        new(ReviewColumns.Number, 6.5), new(ReviewColumns.Type, 9.5), new(ReviewColumns.Source, 42), new(ReviewColumns.Target, 44),
        new(ReviewColumns.Status, 10), new(ReviewColumns.Comment, 16), new(ReviewColumns.Findings, 25), new(ReviewColumns.Terms, 25),
        new(ReviewColumns.Match, 16), new(ReviewColumns.Origin, 11), new(ReviewColumns.Machine, 40, Hidden: true),
        new(ReviewColumns.Key, 40, Hidden: true), .. many ? [new ColumnSpec(ReviewColumns.Article, 18)] : Array.Empty<ColumnSpec>()]);

    readonly List<TextRun> _runs = [];
    readonly bool _many = spec.Columns.Any(column => column.Name == ReviewColumns.Article);

    /// <summary>Writes header and rows.</summary>
    public void Write(SheetWriter writer)
    {
        spec.WriteHeader(writer);
        foreach (var row in rows) Write(writer, row);
    }

    void Write(SheetWriter writer, ReviewRow row)
    {
        var (source, target) = (row.SourceText, row.TargetText);
        var findings = FindingsText(row.Findings);
        var terms = TermsText(row);
        var origin = row.OriginName.Length > 0 ? $"{ReviewRow.OriginWord(row.Origin)}\n{row.OriginName}" : ReviewRow.OriginWord(row.Origin);
        var large = Math.Max(TextLayout.Points(source, spec.Width(2), 11), TargetPoints(source, target));
        var small = Math.Max(
            Math.Max(Math.Max(Small(row.Type, 1), Small(row.Comment, 5)), Math.Max(Small(findings, 6), Small(terms, 7))),
            Math.Max(Math.Max(Small(row.Match, 8), Small(origin, 9)), _many ? Small(row.ArticlePath, 12) : 0));
        writer.StartRow(TextLayout.RowHeight(Math.Max(large, small)));
        writer.Cell(CellLook.Number, row.Number);
        writer.Cell(CellLook.Quiet, row.Type);
        writer.Cell(CellLook.Source, source, SourceMarks.Of(row.Source, source, row.Terms, row.Findings));
        writer.Cell(CellLook.Target, target);
        writer.Cell(CellLook.Status, ReviewColumns.Word(row.Status));
        writer.Cell(CellLook.Comment, row.Comment);
        writer.Cell(Look(row.Findings), findings, FindingRuns(row.Findings));
        writer.Cell(CellLook.Terms, terms);
        writer.Cell(CellLook.Quiet, row.Match);
        writer.Cell(CellLook.Quiet, origin);
        writer.Cell(CellLook.Hidden, row.Machine);
        writer.Cell(CellLook.Hidden, row.Key);
        if (_many) writer.Cell(CellLook.Quiet, row.ArticlePath);
        writer.EndRow();
    }

    // Room for what the translator writes: about as much as the source, or a line more than now.
    double TargetPoints(string source, string target) => target.Length == 0
        ? TextLayout.Points(source, spec.Width(2), 11, more: 1)
        : TextLayout.Points(target, spec.Width(3), 11, more: target.Length > 60 ? 1 : 0);

    double Small(string text, int column) => TextLayout.Points(text, spec.Width(column), 10);

    static CellLook Look(IReadOnlyList<Finding> findings) => findings.Count == 0 ? CellLook.Findings : Worst(findings) switch
    {
        Severity.Error => CellLook.Error,
        Severity.Warning => CellLook.Warning,
        _ => CellLook.Information,
    };

    static Severity Worst(IReadOnlyList<Finding> findings)
    {
        var worst = Severity.Information;
        foreach (var finding in findings)
            if (finding.Severity > worst) worst = finding.Severity;
        return worst;
    }

    static string FindingsText(IReadOnlyList<Finding> findings) => findings.Count switch
    {
        0 => "",
        1 => $"{Head(findings[0])}: {findings[0].Message}",
        _ => string.Join('\n', findings.Select(finding => $"{Head(finding)}: {finding.Message}")),
    };

    static string Head(Finding finding) => $"{finding.Severity} {finding.Code}";

    List<TextRun> FindingRuns(IReadOnlyList<Finding> findings)
    {
        _runs.Clear();
        var at = 0;
        foreach (var finding in findings)
        {
            var look = finding.Severity switch { Severity.Error => RunLook.Error, Severity.Warning => RunLook.Warning, _ => RunLook.Information };
            _runs.Add(new(TextRange.At(at, Head(finding).Length), look));
            at += Head(finding).Length + 3 + finding.Message.Length;
        }

        return _runs;
    }

    // The sheet Terms has every form; here stands what a translator needs at a glance, so that terms do not make rows tall.
    static string TermsText(ReviewRow row) => row.Terms.Count switch
    {
        0 => "",
        1 => row.Terms[0].Range.End <= row.Source.Text.Length ? TermText(row.Terms[0].Range.In(row.Source.Text), row.Terms) : "",
        _ => string.Join('\n', row.Terms
            .Where(term => term.Range.End <= row.Source.Text.Length)
            .GroupBy(term => term.Range.In(row.Source.Text), StringComparer.Ordinal)
            .Select(term => TermText(term.Key, [.. term.Where(form => form.Required.Length > 0).DistinctBy(form => form.Required)]))),
    };

    static string TermText(string source, IReadOnlyList<RowTerm> forms) => forms switch
    {
        [] or [{ Required: "" }] => source,
        [var form] => $"{source} → {form.Required}{Admitted(form)}",
        _ => $"{source} → {string.Join(" or ", forms.Take(3).Select(form => form.Required))}",
    };

    static string Admitted(RowTerm term) => term.Admitted.Count > 0 && term.Admitted[0].Length <= 8 ? $" / {term.Admitted[0]}" : "";
}
