using System.Globalization;

namespace Translate.Review;

/// <summary>One article in the index of a batch.</summary>
/// <param name="Article">The article's path.</param>
/// <param name="Workbook">Its workbook, relative to the index, with forward slashes; empty when there is none.</param>
/// <param name="State">What became of it: <c>written</c>, <c>left alone</c>, <c>failed</c>.</param>
/// <param name="Pair">Its languages; <c>null</c> when unknown.</param>
/// <param name="Segments">Its segments.</param>
/// <param name="Todo">Segments without a target.</param>
/// <param name="Errors">Findings that are errors.</param>
/// <param name="Warnings">Findings that are warnings.</param>
/// <param name="Characters">Characters of its source.</param>
/// <param name="Note">A line for people; may be empty.</param>
public sealed record IndexEntry(
    string Article, string Workbook, string State, LanguagePair? Pair, int Segments, int Todo, int Errors, int Warnings, long Characters, string Note = "")
{
    /// <summary>The entry of an article whose workbook was written.</summary>
    /// <param name="article">The article.</param>
    /// <param name="workbook">Its workbook, relative to the index.</param>
    /// <param name="note">A line for people; may be empty.</param>
    public static IndexEntry From(TranslatedArticle article, string workbook, string note = "")
    {
        ArgumentNullException.ThrowIfNull(article);
        var findings = article.Segments.SelectMany(segment => segment.Findings).ToList();
        return new(
            article.Article.Path, workbook, "written", article.Pair, article.Segments.Count,
            article.Segments.Count(segment => segment.Status == SegmentStatus.Todo),
            findings.Count(finding => finding.Severity == Severity.Error), findings.Count(finding => finding.Severity == Severity.Warning),
            article.Segments.Sum(segment => (long)segment.Segment.Source.Length), note);
    }

    /// <summary>The entry of an article that has no workbook.</summary>
    /// <param name="article">The article's path.</param>
    /// <param name="reason">Why; one line.</param>
    public static IndexEntry Failed(string article, string reason) => new(article, "", "failed", null, 0, 0, 0, 0, 0, reason);
}

/// <summary>The index of a batch: every article with a link to its workbook, its counts and its state.</summary>
public static class IndexWorkbook
{
    static readonly SheetSpec s_spec = new("Index", SheetKind.Table, [
        new("Article", 46), new("State", 12), new("Languages", 17), new("Segments", 11), new("Todo", 9), new("Done", 10),
        new("Errors", 9), new("Warnings", 11), new("Characters", 13), new("Note", 50)]);

    /// <summary>Writes the index; it is made anew by every run and replaces the one before, unless somebody has it open or wrote into it.</summary>
    /// <param name="path">Where to; links are relative to its folder.</param>
    /// <param name="entries">The articles, in the order of the run.</param>
    /// <returns>Where it was written, with a line to print when that is not <paramref name="path"/>.</returns>
    public static WrittenWorkbook Write(string path, IReadOnlyList<IndexEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        List<SheetLink> links = [];
        var frame = WorkbookFrame.Get([s_spec], WorkbookFonts.For(new("zh-Hans", "en")), protect: false);
        var (free, reason) = ReviewWorkbook.FreePath(path);
        ReviewWorkbook.WriteWhole(free, stream => WorkbookPackage.Write(stream, frame, [
            new(entries.Count + 2, writer => WriteRows(writer, entries, links), () => links, Bar(entries.Count + 1))]));
        return new(free, reason is null ? null : $"{path}: {reason}, so it was left alone; the new index is {Path.GetFileName(free)}");
    }

    static void WriteRows(SheetWriter writer, IReadOnlyList<IndexEntry> entries, List<SheetLink> links)
    {
        s_spec.WriteHeader(writer);
        foreach (var entry in entries)
        {
            WriteRow(writer, entry, entry.Workbook.Length > 0 ? CellLook.Link : CellLook.Plain);
            if (entry.Workbook.Length > 0) links.Add(new(string.Create(CultureInfo.InvariantCulture, $"A{writer.Row}"), entry.Workbook, IsFile: true));
        }

        IndexEntry total = new(
            $"Total 合计: {entries.Count.ToString("N0", CultureInfo.InvariantCulture)}", "", "", null, entries.Sum(entry => entry.Segments),
            entries.Sum(entry => entry.Todo), entries.Sum(entry => entry.Errors), entries.Sum(entry => entry.Warnings), entries.Sum(entry => entry.Characters));
        WriteRow(writer, total, CellLook.Label);
    }

    static void WriteRow(SheetWriter writer, IndexEntry entry, CellLook name)
    {
        var height = Math.Max(TextLayout.Points(entry.Article, s_spec.Width(0), 10), TextLayout.Points(entry.Note, s_spec.Width(9), 10));
        writer.StartRow(TextLayout.RowHeight(height));
        writer.Cell(name, entry.Article);
        writer.Cell(entry.State == "failed" ? CellLook.Error : CellLook.Plain, entry.State);
        writer.Cell(CellLook.Quiet, entry.Pair?.ToString() ?? "");
        writer.Cell(CellLook.Figure, entry.Segments);
        writer.Cell(CellLook.Figure, entry.Todo);
        writer.Cell(CellLook.Share, entry.Segments == 0 ? 0 : Math.Round(1 - (double)entry.Todo / entry.Segments, 4));
        writer.Cell(CellLook.Figure, entry.Errors);
        writer.Cell(CellLook.Figure, entry.Warnings);
        writer.Cell(CellLook.Figure, entry.Characters);
        writer.Cell(CellLook.Quiet, entry.Note);
        writer.EndRow();
    }

    static string Bar(int last) => last < 2 ? "" : SummarySheet.DataBar("F", 2, last, 1);
}
