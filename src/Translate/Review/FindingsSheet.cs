using System.Globalization;

namespace Translate.Review;

/// <summary>All findings, the worst and most frequent codes first, each linked to its row.</summary>
static class FindingsSheet
{
    /// <summary>Its columns.</summary>
    public static SheetSpec Spec { get; } = new("Findings", SheetKind.Table, [
        new("Row", 7), new("Severity", 13), new("Code", 12), new("Message", 62), new("Source", 44), new("Target", 44)]);

    /// <summary>The rows for the findings of some Review rows.</summary>
    public static SheetRows Rows(IEnumerable<ReviewRow> rows)
    {
        var groups = rows.SelectMany(row => row.Findings.Select(finding => (Row: row, Finding: finding)))
            .GroupBy(found => found.Finding.Code, StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(found => found.Finding.Severity)).ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        List<SheetLink> links = [];
        return new(groups.Sum(group => group.Count()) + 1, Write, () => links);

        void Write(SheetWriter writer)
        {
            Spec.WriteHeader(writer);
            foreach (var (row, finding) in groups.SelectMany(group => group)) WriteRow(writer, row, finding, links);
        }
    }

    static void WriteRow(SheetWriter writer, ReviewRow row, Finding finding, List<SheetLink> links)
    {
        var (source, target) = (Excerpt(row.Source.Text, finding.Source), Excerpt(row.Target.Text, finding.Target));
        var lines = Math.Max(TextLayout.Lines(finding.Message, Spec.Width(3)),
            Math.Max(TextLayout.Lines(source, Spec.Width(4)), TextLayout.Lines(target, Spec.Width(5))));
        var (cell, run) = finding.Severity switch
        {
            Severity.Error => (CellLook.Error, RunLook.Error),
            Severity.Warning => (CellLook.Warning, RunLook.Warning),
            _ => (CellLook.Information, RunLook.Information),
        };
        writer.StartRow(TextLayout.Height(lines));
        writer.Cell(CellLook.Link, row.Number.ToString(CultureInfo.InvariantCulture));
        writer.Cell(cell, finding.Severity.ToString(), run);
        writer.Cell(CellLook.Plain, finding.Code);
        writer.Cell(CellLook.Plain, finding.Message);
        writer.Cell(CellLook.Quiet, source);
        writer.Cell(CellLook.Quiet, target);
        writer.EndRow();
        links.Add(new(string.Create(CultureInfo.InvariantCulture, $"A{writer.Row}"),
            string.Create(CultureInfo.InvariantCulture, $"'Review'!D{row.Number + 1}")));
    }

    // The place and some words around it; the beginning when no place is known.
    static string Excerpt(string text, TextRange? range)
    {
        const int most = 80;
        if (text.Length <= most) return text;
        var start = range is { } place && place.Start <= text.Length ? Math.Max(0, place.Start - most / 3) : 0;
        var end = Math.Min(text.Length, start + most);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
    }
}
