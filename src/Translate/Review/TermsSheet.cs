using System.Globalization;

namespace Translate.Review;

/// <summary>The terms of this workbook: what each must be called, what else is accepted, and where it stands.</summary>
static class TermsSheet
{
    const int MostForms = 12;

    /// <summary>Its columns.</summary>
    public static SheetSpec Spec { get; } = new("Terms", SheetKind.Table, [
        new("Term", 22), new("Must be", 30), new("Also accepted", 80), new("Times", 7), new("Rows", 22), new("Id", 22)]);

    /// <summary>The rows for the terms of some Review rows.</summary>
    public static SheetRows Rows(IEnumerable<ReviewRow> rows)
    {
        Dictionary<(string, string, string), (RowTerm Term, string Source, List<int> Rows)> terms = [];
        foreach (var row in rows)
            foreach (var term in row.Terms)
            {
                if (term.Range.End > row.Source.Text.Length) continue;
                var source = term.Range.In(row.Source.Text);
                if (!terms.TryGetValue((term.Id, source, term.Required), out var seen))
                    terms[(term.Id, source, term.Required)] = seen = (term, source, []);
                seen.Rows.Add(row.Number);
            }

        return new(terms.Count + 1, writer =>
        {
            Spec.WriteHeader(writer);
            foreach (var (term, source, places) in terms.Values.OrderByDescending(term => term.Rows.Count)) Write(writer, term, source, places);
        });
    }

    static void Write(SheetWriter writer, RowTerm term, string source, List<int> places)
    {
        var admitted = string.Join(" / ", term.Admitted.Take(MostForms));
        if (term.Admitted.Count > MostForms) admitted += string.Create(CultureInfo.InvariantCulture, $" … (+{term.Admitted.Count - MostForms})");
        var rows = string.Join(", ", places.Distinct().Take(200).Select(row => row.ToString(CultureInfo.InvariantCulture)));
        var lines = new[] { (source, 0), (term.Required, 1), (admitted, 2), (rows, 4), (term.Id, 5) }
            .Max(cell => TextLayout.Lines(cell.Item1, Spec.Width(cell.Item2)));
        writer.StartRow(TextLayout.Height(lines));
        writer.Cell(CellLook.Terms, source, RunLook.Term);
        writer.Cell(CellLook.Terms, term.Required.Length > 0 ? term.Required : "(no form in this language)");
        writer.Cell(CellLook.Terms, admitted);
        writer.Cell(CellLook.Figure, places.Count);
        writer.Cell(CellLook.Quiet, rows);
        writer.Cell(CellLook.Quiet, term.Id);
        writer.EndRow();
    }
}
