namespace Translate.Review;

/// <summary>Merges what several reviewers said about one segment, against what was exported.</summary>
static class SlotMerge
{
    /// <summary>The segment after all reviews; adds an outcome for every row that was heard.</summary>
    public static MergedRow Merge(Slot slot, ImportOptions options, Func<MergedRow, string?>? recall, List<RowResult> results)
    {
        var verdicts = slot.Heard.Select(heard => heard.Verdict).ToList();
        var comment = string.Join('\n', verdicts.Select(verdict => verdict.Comment).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
        MergedRow untouched = new(slot.Article, slot.Base, slot.Base.Target, slot.Base.Status,
            comment.Length > 0 ? comment : slot.Base.Comment, null, verdicts, false);
        var judging = slot.Heard.Where(heard => heard.Verdict.Judges).ToList();
        if (judging.Count == 0)
        {
            foreach (var heard in slot.Heard) results.Add(ReviewImport.Result(heard.Workbook, heard.Row, slot, RowOutcome.Applied, "comment"));
            return options.ApproveUntouched && verdicts.Count == 0 ? Approved(untouched) : untouched;
        }

        // What was decided in a workbook that follows a review (conflicts, next round) counts over the copies it was made from.
        var later = judging.Where(heard => heard.Workbook.Articles.Any(article => article.IsPartial && article.Id == slot.Article.Id)).ToList();
        var deciding = later.Count > 0 ? later.FindAll(heard => !later.Exists(other => other.Answers(heard))) : judging;
        var agreed = deciding.All(heard => Agree(heard.Verdict, deciding[0].Verdict));
        var winner = agreed ? deciding.MaxBy(heard => heard.Verdict.Status == SegmentStatus.Approved)! : Winner(deciding, options.Policy);
        if (winner is null)
        {
            foreach (var heard in slot.Heard)
                results.Add(ReviewImport.Result(heard.Workbook, heard.Row, slot, heard.Verdict.Judges ? RowOutcome.Conflict : RowOutcome.Applied,
                    heard.Verdict.Judges ? "reviewers disagree; decide in conflicts.xlsx, or choose a policy" : "comment"));
            return untouched with { InConflict = true };
        }

        var merged = untouched with { Target = winner.Verdict.Target, Status = winner.Verdict.Status, By = winner.Verdict };
        if (recall is not null && merged.IsAccepted && merged.IsChanged && recall(merged) is { } remembered
            && !RowKey.Same(remembered, merged.Target) && !RowKey.Same(remembered, slot.Base.Target) && options.Policy is MergePolicy.Ask or MergePolicy.Ours)
        {
            foreach (var heard in slot.Heard)
                results.Add(ReviewImport.Result(heard.Workbook, heard.Row, slot, RowOutcome.Conflict,
                    "the memory has got another translation since the export" + (options.Policy == MergePolicy.Ours ? "; that one stays" : "")));
            Verdict memory = new("memory", default, 0, remembered, SegmentStatus.Approved, "", "", true);
            return options.Policy == MergePolicy.Ours
                ? untouched with { Target = remembered, Status = SegmentStatus.Approved, Verdicts = [memory, .. verdicts] }
                : untouched with { InConflict = true, Verdicts = [memory, .. verdicts] };
        }

        foreach (var heard in slot.Heard)
        {
            var lost = heard.Verdict.Judges && !Agree(heard.Verdict, winner.Verdict);
            results.Add(ReviewImport.Result(heard.Workbook, heard.Row, slot, lost ? RowOutcome.Conflict : RowOutcome.Applied,
                lost ? $"another review counts: {WorkbookNames.Of(winner.Workbook.Path, slot.Heard.Select(one => one.Workbook.Path))}" : ReviewColumns.Word(merged.Status)));
        }

        return merged;
    }

    // Edited and approved are one opinion when the words are the same.
    static bool Agree(Verdict one, Verdict other) =>
        RowKey.Same(one.Target, other.Target) && Opinion(one.Status) == Opinion(other.Status);

    static SegmentStatus Opinion(SegmentStatus status) => status == SegmentStatus.Edited ? SegmentStatus.Approved : status;

    static Heard? Winner(List<Heard> judging, MergePolicy policy) => policy switch
    {
        MergePolicy.Theirs => judging[^1],
        MergePolicy.Ours => judging[0],
        MergePolicy.Newest when judging.Select(heard => heard.Verdict.Modified).Distinct().Count() > 1 => judging.MaxBy(heard => heard.Verdict.Modified),
        _ => null,
    };

    static MergedRow Approved(MergedRow row) =>
        row.Status is SegmentStatus.Draft && !string.IsNullOrWhiteSpace(row.Target) ? row with { Status = SegmentStatus.Approved } : row;
}
