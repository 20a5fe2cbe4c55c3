using Translate.Articles;
using Translate.Memory;

namespace Translate.Review;

/// <summary>An engine's answer that a reviewer refused.</summary>
/// <param name="Pair">From which language to which.</param>
/// <param name="Source">The source in the notation of <see cref="TaggedText"/>.</param>
/// <param name="Target">The refused target, likewise.</param>
public sealed record RejectedAnswer(LanguagePair Pair, string Source, string Target);

/// <summary>Reviewed workbooks after merging: every segment as it now is, every row with its outcome.</summary>
/// <param name="Workbooks">The workbooks.</param>
/// <param name="Options">How they were merged.</param>
/// <param name="Segments">Every segment of every export, in order.</param>
/// <param name="Rows">Every row and what became of it, by workbook and row.</param>
/// <param name="Problems">Workbooks that could not be bound to an export, and what in others was not read.</param>
public sealed record ImportResult(
    IReadOnlyList<ReviewedWorkbook> Workbooks, ImportOptions Options, IReadOnlyList<MergedRow> Segments, IReadOnlyList<RowResult> Rows,
    IReadOnlyList<Problem> Problems)
{
    /// <summary>How many rows ended so; the counts of all outcomes add up to the rows of all workbooks and those missing in them.</summary>
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>Segments about which reviewers asked something.</summary>
    public IEnumerable<MergedRow> Questions => Segments.Where(row => row.Status == SegmentStatus.Question);

    /// <summary>Segments about which reviewers disagree.</summary>
    public IEnumerable<MergedRow> Conflicts => Segments.Where(row => row.InConflict);

    /// <summary>Engines' answers that reviewers refused, and that must not be used again.</summary>
    public IEnumerable<RejectedAnswer> Rejected =>
        from row in Segments
        where row.Status == SegmentStatus.Rejected && row.By is not null
        let machine = row.By?.Machine is { Length: > 0 } words ? words : row.Base.Target
        select new RejectedAnswer(row.Article.Pair, row.Base.Source, machine);

    /// <summary>What enters the memory, with the workbook each pair comes from; rows that were translated together are one pair.</summary>
    public IEnumerable<(string Workbook, MemoryEntry Entry)> Pairs()
    {
        for (var i = 0; i < Segments.Count; i++)
        {
            var row = Segments[i];
            if (!row.IsAccepted || SpeaksForNext(i)) continue;
            var last = LastJoinedTo(i);
            List<MergedRow> together = [.. Segments.Skip(i).Take(last - i + 1)];
            if (together.TrueForAll(one => one.By is null) && !Options.ApproveUntouched) continue;
            var (source, target) = MergedRow.AsOne(together);
            if (string.IsNullOrWhiteSpace(source.Text) || string.IsNullOrWhiteSpace(target.Text)) continue;
            yield return (row.By?.Workbook ?? ExportOf(row), new(row.Article.Pair, source, target)
            {
                Before = Neighbour(i, -1),
                After = Neighbour(last, 1),
                Changed = row.By?.Modified,
                State = row.Status == SegmentStatus.Approved ? MemoryState.Approved : MemoryState.Edited,
            });
        }
    }

    /// <summary>Accepted segments that stay out of the memory: their target was written for the next one too, which in the end is not joined to them.</summary>
    public IEnumerable<MergedRow> HeldBack => Segments.Where((row, i) => row is { IsAccepted: true, By: not null } && SpeaksForNext(i));

    int LastJoinedTo(int index)
    {
        while (index + 1 < Segments.Count && Segments[index + 1].IsJoined) index++;
        return index;
    }

    bool SpeaksForNext(int index) => LastJoinedTo(index) + 1 is var next && next < Segments.Count && Segments[index].SpeaksForNext(Segments[next]);

    string ExportOf(MergedRow row) => Workbooks.First(workbook => workbook.Articles.Any(article => article.Id == row.Article.Id)).Path;

    /// <summary>Source of the segment before or after one; empty at the edge of its article, <c>null</c> when unknown.</summary>
    internal string? Neighbour(int index, int step) =>
        Segments[index].Article.IsPartial ? null : index + step >= 0 && index + step < Segments.Count && Segments[index + step].Article.Id == Segments[index].Article.Id
            ? ReadTags(Segments[index + step].Base.Source).Text : "";

    /// <summary>The text of a notation that has no markup behind its tags.</summary>
    internal static TaggedText ReadTags(string notation) => TaggedText.Parse(notation, []);
}
