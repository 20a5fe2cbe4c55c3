using Translate.Review;

namespace Translate.Tests.Review;

public class EditHistoryTests
{
    /// <summary>No accepted edit lost, no untouched row changed, every row accounted for once, never an exception.</summary>
    [Fact]
    public void Whatever_a_reviewer_does_every_row_is_accounted_for_and_no_edit_is_lost() => ForAll(Try);

    /// <summary>Equal edits agree, different edits conflict, what one alone did is taken over, and no text is lost.</summary>
    [Fact]
    public void Whatever_two_reviewers_do_to_copies_of_one_workbook_is_merged_three_ways() => ForAll(TryTwo);

    static void ForAll(Action<string, string, int> law)
    {
        using TemporaryFolder folder = new();
        string[] originals = [folder.File("a.xlsx"), folder.File("joined.xlsx")];
        ReviewWorkbook.Write(originals[0], [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        ReviewWorkbook.Write(originals[1], [ReviewSamples.ArticleWithJoinedRows()], ReviewSamples.Facts, WorkbookOptions.Default);
        var histories = Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1" ? 10_000 : 200;
        var first = Environment.GetEnvironmentVariable("TRANSLATE_SEED") is { } seed ? int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000_000);

        for (var i = 0; i < histories; i++)
            try
            {
                law(folder.File($"h{i}.xlsx"), originals[(first + i) % 2], first + i);
            }
            catch (Exception fault)
            {
                Assert.Fail($"history TRANSLATE_SEED={first + i}: {fault}");
            }
    }

    static void TryTwo(string path, string original, int seed)
    {
        List<EditHistory> histories = [EditHistory.Of(original, seed), EditHistory.Of(original, seed + 1)];
        List<ReviewedWorkbook> copies = [];
        foreach (var (i, history) in histories.Index())
        {
            history.Edit(seed % 9 + i);
            history.Save($"{path}.{i}.xlsx", original);
            copies.Add(ReviewWorkbook.Read($"{path}.{i}.xlsx", out var problem)!);
            Assert.Null(problem);
            File.Delete($"{path}.{i}.xlsx");
        }

        var result = ReviewImport.Merge(copies, new());

        var alone = copies.Select(copy => ReviewImport.Merge([copy], new()).Segments).ToList();
        Assert.Equal(Enum.GetValues<RowOutcome>().Sum(result.Count), result.Rows.Count);
        Assert.Equal(copies.Sum(copy => copy.Rows.Count), result.Rows.Count(row => row.Outcome != RowOutcome.Missing));
        foreach (var (i, merged) in result.Segments.Index()) CheckMerge(merged, alone[0][i], alone[1][i], result);
    }

    // What each alone came to decides what both together must come to.
    static void CheckMerge(MergedRow merged, MergedRow one, MergedRow two, ImportResult result)
    {
        if (one.InConflict || two.InConflict) return; // Copies of a row in one workbook already disagree.
        var (judgesOne, judgesTwo) = (one.By is not null, two.By is not null);
        var agree = RowKey.Same(one.Target, two.Target) && Opinion(one) == Opinion(two);
        Assert.Equal(judgesOne && judgesTwo && !agree, merged.InConflict);
        if (merged.InConflict)
        {
            Assert.Equal((merged.Base.Target, merged.Base.Status), (merged.Target, merged.Status));
            foreach (var text in (string[])[one.Target, two.Target])
                Assert.Contains(result.Rows, row => row.Segment == merged.Name && row.Outcome == RowOutcome.Conflict && (RowKey.Same(row.Target, text) || text.Length == 0));
            return;
        }

        Assert.Equal(judgesOne ? one.Target : judgesTwo ? two.Target : merged.Base.Target, merged.Target);
        Assert.Equal(judgesOne ? Opinion(one) : judgesTwo ? Opinion(two) : merged.Base.Status, judgesOne || judgesTwo ? Opinion(merged) : merged.Status);
    }

    static SegmentStatus Opinion(MergedRow row) => row.Status == SegmentStatus.Approved ? SegmentStatus.Edited : row.Status;

    static void Try(string path, string original, int seed)
    {
        var history = EditHistory.Of(original, seed);
        history.Edit(seed % 25);
        history.Save(path, original);
        var read = ReviewWorkbook.Read(path, out var problem);
        Assert.Null(problem);

        var result = ReviewImport.Merge([read!], new());

        File.Delete(path);
        Assert.Equal(Enum.GetValues<RowOutcome>().Sum(result.Count), result.Rows.Count);
        Assert.Equal(read!.Rows.Select(row => row.Row).Order(), result.Rows.Where(row => row.Outcome != RowOutcome.Missing).Select(row => row.Row).Order());
        Assert.Equal(history.Rows.Count(row => row.Values.Any(cell => cell.Text.Length > 0 || cell.Kind != ForeignCellKind.Text)), read.Rows.Count);
        foreach (var segment in result.Segments) CheckSegment(segment, history.Rows, result);
    }

    // Written anew from what the guide promises, not from how the import does it.
    internal static void CheckSegment(MergedRow segment, IReadOnlyList<Dictionary<string, ForeignCell>> rows, ImportResult result)
    {
        var copies = rows.Where(row => row.GetValueOrDefault(ReviewColumns.Key).Text == segment.Base.Key.ToString()).ToList();
        var sound = copies.Where(row => row[ReviewColumns.Source].Text == segment.Base.Source).ToList();
        var edits = sound.Where(row => Text(row) != segment.Base.Target).ToList();
        if (copies.Count == 0) Assert.Contains(result.Rows, row => row.Outcome == RowOutcome.Missing && row.Segment == segment.Name);
        if (sound.All(row => Text(row) == segment.Base.Target && Status(row) == ReviewColumns.Word(segment.Base.Status)))
        {
            Assert.Equal((segment.Base.Target, segment.Base.Status), (segment.Target, segment.Status));
            return;
        }

        foreach (var edit in edits.Where(row => row[ReviewColumns.Target].Kind is not (ForeignCellKind.Error or ForeignCellKind.FormulaWithoutResult) && Text(row).Length > 0))
        {
            var taken = segment.Target == Text(edit);
            var listed = result.Rows.Any(row => row.Outcome is RowOutcome.Conflict or RowOutcome.Invalid && row.Target == Text(edit) && row.Segment == segment.Name);
            Assert.True(taken || listed, $"{segment.Name}: “{Text(edit)}” is lost");
            if (sound.Count == 1 && Status(edit) is "approved" or "edited")
                Assert.True(sound.Count > 1 || taken && segment.IsAccepted, $"{segment.Name}: “{Text(edit)}” was not accepted");
        }

        if (segment.IsChanged && segment.Status != SegmentStatus.Joined) Assert.Contains(segment.Target, sound.Select(Text));
    }

    static string Text(Dictionary<string, ForeignCell> row) => row[ReviewColumns.Target].Text;

    static string Status(Dictionary<string, ForeignCell> row) => row[ReviewColumns.Status].Text;
}
