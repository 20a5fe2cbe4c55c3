using Translate.Articles;

namespace Translate.Review;

/// <summary>What became of one row of a reviewed workbook. Every row has exactly one.</summary>
public enum RowOutcome
{
    /// <summary>The translator's edit, status or comment was taken over.</summary>
    Applied,

    /// <summary>Nobody changed anything.</summary>
    Unchanged,

    /// <summary>The source in the row is not the one that was exported.</summary>
    Stale,

    /// <summary>Reviewers disagree, with each other or with the memory.</summary>
    Conflict,

    /// <summary>The key is missing, changed, or of another export; an inserted row is one.</summary>
    Unknown,

    /// <summary>A copy of a row that counts.</summary>
    Duplicate,

    /// <summary>What stands in the row cannot be taken over as it is.</summary>
    Invalid,

    /// <summary>The row was exported and is not in the sheet any more.</summary>
    Missing,
}

/// <summary>Who wins when reviewers disagree.</summary>
public enum MergePolicy
{
    /// <summary>Nobody; the rows are listed and go into <c>conflicts.xlsx</c>.</summary>
    Ask,

    /// <summary>The workbook; of several the one named last.</summary>
    Theirs,

    /// <summary>What we have: the memory; of several workbooks the one named first.</summary>
    Ours,

    /// <summary>The workbook that was saved last.</summary>
    Newest,
}

/// <summary>One row and what became of it.</summary>
/// <param name="Workbook">The file.</param>
/// <param name="Row">Row of its Review sheet, from 1; 0 for a row that is missing.</param>
/// <param name="Segment">Path of the article and id of the segment; empty when unknown.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Message">Why, and what to do; empty when there is nothing to say.</param>
/// <param name="Source">The source in the row.</param>
/// <param name="Target">The target in the row, so that nothing a translator wrote is lost.</param>
public sealed record RowResult(
    string Workbook, int Row, string Segment, RowOutcome Outcome, string Message, string Source, string Target);

/// <summary>What one reviewer did to one segment.</summary>
/// <param name="Workbook">The file.</param>
/// <param name="Modified">When it was saved.</param>
/// <param name="Row">Row of its Review sheet.</param>
/// <param name="Target">The target as it is now.</param>
/// <param name="Status">The status, inferred where it was left alone.</param>
/// <param name="Comment">The comment.</param>
/// <param name="Machine">What stood in Machine.</param>
/// <param name="Judges">Whether target or status changed; a comment alone judges nothing.</param>
public sealed record Verdict(
    string Workbook, DateTimeOffset Modified, int Row, string Target, SegmentStatus Status, string Comment, string Machine, bool Judges);

/// <summary>A segment after all reviews.</summary>
/// <param name="Article">Its article.</param>
/// <param name="Base">As it was exported.</param>
/// <param name="Target">Its target now; of a conflict as it was exported.</param>
/// <param name="Status">Its status now; likewise.</param>
/// <param name="Comment">All comments.</param>
/// <param name="By">The workbook whose judgement counts; <c>null</c> when nobody judged or nobody agreed.</param>
/// <param name="Verdicts">What each reviewer did, in the order of the workbooks; those who did nothing are left out.</param>
/// <param name="InConflict">Whether reviewers disagree and nobody has won.</param>
public sealed record MergedRow(
    MetaArticle Article, BaseRow Base, string Target, SegmentStatus Status, string Comment, Verdict? By,
    IReadOnlyList<Verdict> Verdicts, bool InConflict)
{
    /// <summary>Whether the target may enter the memory and the finished article.</summary>
    public bool IsAccepted => Status is SegmentStatus.Edited or SegmentStatus.Approved && !string.IsNullOrWhiteSpace(Target) && !InConflict;

    /// <summary>Whether the target is another one than was exported.</summary>
    public bool IsChanged => !RowKey.Same(Target, Base.Target);

    /// <summary>Whether it was translated in the row above.</summary>
    internal bool IsJoined => Status == SegmentStatus.Joined && Base.Gap is not null && !InConflict;

    /// <summary>Whether a reviewer says that it was translated in the row above, and another does not.</summary>
    internal bool MayBeJoined => InConflict && Base.Gap is not null && (Base.Status == SegmentStatus.Joined || Verdicts.Any(IsJoining));

    /// <summary>Whether its target was written for the next row too, which in the end is not joined to it: then it is no translation of its source.</summary>
    internal bool SpeaksForNext(MergedRow next) =>
        next.Base.Gap is not null && !next.IsJoined
        && (next.Base.Status == SegmentStatus.Joined && !IsChanged || next.Verdicts.Any(verdict => IsJoining(verdict) && verdict.Workbook == By?.Workbook));

    /// <summary>Path of the article and id of the segment.</summary>
    public string Name => $"{Article.Path} {Base.Key.Segment}";

    /// <summary>Rows that were translated in the first of them, as one pair.</summary>
    internal static (TaggedText Source, TaggedText Target) AsOne(IReadOnlyList<MergedRow> rows) =>
        JoinedText.Join([.. rows.Select((row, i) => (TaggedText.Parse(row.Base.Source, []), i == 0 ? "" : row.Base.Gap!))], rows[0].Target);

    static bool IsJoining(Verdict verdict) => verdict is { Judges: true, Status: SegmentStatus.Joined };
}
