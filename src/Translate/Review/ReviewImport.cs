namespace Translate.Review;

/// <summary>What an import looks at.</summary>
/// <param name="Policy">Who wins when reviewers disagree.</param>
/// <param name="ApproveUntouched">Whether targets that nobody touched count as approved.</param>
public sealed record ImportOptions(MergePolicy Policy = MergePolicy.Ask, bool ApproveUntouched = false);

/// <summary>
/// Takes reviewed workbooks back: finds each row's segment by its key, sees by hash what changed, merges several reviewers'
/// copies against what was exported, and accounts for every row once.
/// </summary>
public static class ReviewImport
{
    /// <summary>Merges workbooks. Nothing is written anywhere.</summary>
    /// <param name="workbooks">The workbooks, in the order in which they were named.</param>
    /// <param name="options">Who wins, and what counts.</param>
    /// <param name="recall">Target that the memory now has for exactly this segment in its context; <c>null</c> when it has none. Pass <c>null</c> to ask no memory.</param>
    public static ImportResult Merge(
        IReadOnlyList<ReviewedWorkbook> workbooks, ImportOptions options, Func<MergedRow, string?>? recall = null)
    {
        ArgumentNullException.ThrowIfNull(workbooks);
        ArgumentNullException.ThrowIfNull(options);
        Dictionary<string, Slot> slots = new(StringComparer.Ordinal);
        List<Slot> order = [];
        // Whole exports first: they know the order of the segments, later rounds hold only some.
        foreach (var workbook in workbooks.OrderBy(workbook => workbook.Articles.Any(article => article.IsPartial))) Collect(workbook, slots, order);
        List<RowResult> results = [];
        foreach (var workbook in workbooks) JudgeRows(workbook, slots, results);
        List<MergedRow> merged = [];
        foreach (var slot in order) merged.Add(SlotMerge.Merge(slot, options, recall, results));
        var problems = workbooks.Where(workbook => workbook.Base.Count == 0 && !workbook.Rows.Any(row => slots.ContainsKey(row.Key.Trim())))
            .Select(workbook => new Problem("WB006", workbook.Path, 0, "the hidden sheet _meta is gone; name the exported workbook beside it"));
        var places = workbooks.Select((workbook, i) => (workbook.Path, i)).DistinctBy(place => place.Path).ToDictionary(StringComparer.Ordinal);
        return new(workbooks, options, merged, [.. results.OrderBy(Place)], [.. workbooks.SelectMany(workbook => workbook.Remarks), .. problems]);

        (int, int) Place(RowResult result) => (places[result.Workbook], result.Row == 0 ? int.MaxValue : result.Row);
    }

    static void Collect(ReviewedWorkbook workbook, Dictionary<string, Slot> slots, List<Slot> order)
    {
        // A later round may bring a segment with the target that reviewers left it with: it is still the same segment.
        var earlier = workbook.Articles.Any(article => article.IsPartial)
            ? order.DistinctBy(slot => slot.Base.Key with { TargetHash = "" }).ToDictionary(slot => slot.Base.Key with { TargetHash = "" }) : [];
        var articles = workbook.Articles.DistinctBy(article => article.Id).ToDictionary(article => article.Id);
        foreach (var row in workbook.Base)
        {
            if (!articles.TryGetValue(row.Key.Article, out var article) || slots.ContainsKey(row.Key.ToString())) continue;
            if (article.IsPartial && earlier.TryGetValue(row.Key with { TargetHash = "" }, out var first))
            {
                slots[row.Key.ToString()] = first with { Base = row, Heard = first.Heard };
                continue;
            }

            Slot slot = new(article, row);
            slots[row.Key.ToString()] = slot;
            order.Add(slot);
        }
    }

    // Rows with one key in one workbook are copies: the one that says something counts; if they say different things, each is heard.
    static void JudgeRows(ReviewedWorkbook workbook, Dictionary<string, Slot> slots, List<RowResult> results)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var group in workbook.Rows.GroupBy(row => row.Key.Trim(), StringComparer.Ordinal))
        {
            if (!slots.TryGetValue(group.Key, out var slot))
            {
                var why = group.Key.Length == 0 ? "a row without a key: it was inserted, or Key was cleared" : "its key was changed, or is of another export";
                results.AddRange(group.Select(row => Result(workbook, row, null, RowOutcome.Unknown, why + "; copy the text into the right row if it is needed")));
                continue;
            }

            seen.Add(group.Key);
            List<(ReviewedRow Row, Verdict Verdict)> judged = [];
            foreach (var row in group)
            {
                if (RowJudge.Judge(workbook, row, slot.Base, out var objection) is { } verdict) judged.Add((row, verdict));
                else results.Add(Result(workbook, row, slot, objection.Outcome, objection.Message));
            }

            Settle(workbook, slot, judged, results);
        }

        results.AddRange(workbook.Base.Where(row => !seen.Contains(row.Key.ToString()) && slots.ContainsKey(row.Key.ToString()))
            .DistinctBy(row => row.Key.ToString())
            .Select(row => new RowResult(workbook.Path, 0, slots[row.Key.ToString()].Name, RowOutcome.Missing,
                "the row is not in the sheet; its text stays as it was", row.Source, row.Target)));
    }

    static void Settle(ReviewedWorkbook workbook, Slot slot, List<(ReviewedRow Row, Verdict Verdict)> judged, List<RowResult> results)
    {
        if (judged.Count == 0) return;
        var telling = judged.Where(one => one.Verdict.Judges || one.Verdict.Comment != slot.Base.Comment)
            .DistinctBy(one => (one.Verdict.Target, one.Verdict.Status, one.Verdict.Comment)).ToList();
        if (telling.Count == 0)
        {
            results.Add(Result(workbook, judged[0].Row, slot, RowOutcome.Unchanged, ""));
            telling.Add(judged[0]);
        }
        else
            slot.Heard.AddRange(telling.Select(one => new Heard(workbook, one.Row, one.Verdict, slot.Base)));

        var counted = telling.Select(one => one.Row).ToHashSet(ReferenceEqualityComparer.Instance);
        results.AddRange(judged.Where(one => !counted.Contains(one.Row))
            .Select(one => Result(workbook, one.Row, slot, RowOutcome.Duplicate, "a copy of another row with the same key")));
    }

    /// <summary>The result for a row.</summary>
    internal static RowResult Result(ReviewedWorkbook workbook, ReviewedRow row, Slot? slot, RowOutcome outcome, string message) =>
        new(workbook.Path, row.Row, slot?.Name ?? "", outcome, message, row.Source ?? slot?.Base.Source ?? "", row.Target ?? "");
}

/// <summary>A segment while its reviews are gathered.</summary>
sealed record Slot(MetaArticle Article, BaseRow Base)
{
    /// <summary>What reviewers said about it.</summary>
    public List<Heard> Heard { get; init; } = [];

    /// <summary>Path of the article and id of the segment.</summary>
    public string Name => $"{Article.Path} {Base.Key.Segment}";
}

/// <summary>One row that says something about a segment, and the segment as that row's workbook was exported.</summary>
sealed record Heard(ReviewedWorkbook Workbook, ReviewedRow Row, Verdict Verdict, BaseRow Base)
{
    /// <summary>Whether this row was exported with what another one said: it is the answer to it.</summary>
    public bool Answers(Heard other) => Base.Status == other.Verdict.Status && Base.Key.TargetHash != other.Base.Key.TargetHash && RowKey.Same(Base.Target, other.Verdict.Target);
}
