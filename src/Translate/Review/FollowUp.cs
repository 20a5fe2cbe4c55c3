using System.Globalization;
using Translate.Articles;

namespace Translate.Review;

/// <summary>Makes the workbooks that follow a review: what is still open, and what reviewers disagree about.</summary>
public static class FollowUp
{
    /// <summary>Rows that are still open, questions first: the next round.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="rows">Segments of one workbook, in order.</param>
    /// <param name="check">The checks, run anew on a segment: its row, its source and its target, both with what is joined to it.</param>
    /// <param name="facts">What the import worked with.</param>
    /// <param name="options">How it is laid out.</param>
    /// <returns>Where it was written and a line for people; <c>null</c> when nothing is open.</returns>
    public static WrittenWorkbook? WriteNext(
        string path, IReadOnlyList<MergedRow> rows, Func<MergedRow, TaggedText, TaggedText, IReadOnlyList<Finding>> check, RunFacts facts, WorkbookOptions options)
    {
        var open = Together(rows).Where(group => group.Exists(IsOpen)).OrderBy(group => group.Exists(row => row.Status == SegmentStatus.Question) ? 0 : 1).ToList();
        return open.Count == 0 ? null : Write(path, open, check, row => "", facts, options);
    }

    /// <summary>Rows about which reviewers disagree, with every version; it is reviewed and read back like any workbook.</summary>
    /// <inheritdoc cref="WriteNext"/>
    public static WrittenWorkbook? WriteConflicts(string path, IReadOnlyList<MergedRow> rows, RunFacts facts, WorkbookOptions options)
    {
        var open = Together(rows).Where(group => group.Exists(row => row.InConflict)).ToList();
        return open.Count == 0 ? null : Write(path, open, (_, _, _) => [], Versions, facts, options);

        static string Versions(MergedRow row) => string.Join('\n', row.Verdicts.Where(verdict => verdict.Judges)
            .Select(verdict => $"{WorkbookNames.Of(verdict.Workbook, row.Verdicts.Select(one => one.Workbook))} ({ReviewColumns.Word(verdict.Status)})\n→ {verdict.Target}"));
    }

    static bool IsOpen(MergedRow row) =>
        row.Status is SegmentStatus.Todo or SegmentStatus.Draft or SegmentStatus.Rejected or SegmentStatus.Question || row.InConflict;

    // A row goes nowhere without those that are translated in it, or the next round would take the target for its own alone; nor without
    // those of which somebody says so, or nobody could decide for it.
    static List<List<MergedRow>> Together(IReadOnlyList<MergedRow> rows)
    {
        List<List<MergedRow>> groups = [];
        foreach (var row in rows)
            if ((row.IsJoined || row.MayBeJoined) && groups.Count > 0) groups[^1].Add(row);
            else groups.Add([row]);
        return groups;
    }

    static WrittenWorkbook Write(
        string path, List<List<MergedRow>> open, Func<MergedRow, TaggedText, TaggedText, IReadOnlyList<Finding>> check,
        Func<MergedRow, string> match, RunFacts facts, WorkbookOptions options)
    {
        List<ReviewRow> rows = [];
        MergedRow? before = null;
        foreach (var group in open)
            foreach (var (place, row) in group.Index())
            {
                var together = group.Skip(place).TakeWhile(one => one == row || one.IsJoined).ToList();
                var findings = !row.IsJoined && MergedRow.AsOne(together) is var (source, target) ? check(row, source, target) : [];
                rows.Add(new(
                    rows.Count + 1, row.Article.Id, row.Article.Path, row.Base.Key.Segment, row.Base.Type, ImportResult.ReadTags(row.Base.Source),
                    TaggedText.Parse(row.Target, []), row.Status, row.Comment, findings, row.Base.Terms, match(row), row.Base.Origin, row.Base.OriginName,
                    row.Verdicts.Select(verdict => verdict.Machine).FirstOrDefault(machine => machine.Length > 0) ?? "",
                    before is not null && Follows(before, row) ? row.Base.Gap : null));
                before = row;
            }

        var (free, reason) = ReviewWorkbook.FreePath(path);
        ReviewWorkbook.WriteRows(free, [.. open.Select(group => group[0].Article).DistinctBy(article => article.Id).Select(article => article with { IsPartial = true })], rows, facts, options);
        return new(free, reason is null ? null : $"{path}: {reason}, so it was left alone; the new workbook is {Path.GetFileName(free)}");
    }

    // Whether a row stood directly after another in one block: only then can it be joined to it.
    internal static bool Follows(MergedRow before, MergedRow row) =>
        before.Article.Id == row.Article.Id && row.Base.Gap is not null
        && Parts(before) is var (block, place) && Parts(row) is var (otherBlock, otherPlace) && block == otherBlock && otherPlace == place + 1;

    static (string Block, int Place) Parts(MergedRow row)
    {
        var dot = row.Base.Key.Segment.LastIndexOf('.');
        return dot > 0 && int.TryParse(row.Base.Key.Segment.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (row.Base.Key.Segment[..dot], place) : ("", -2);
    }
}
