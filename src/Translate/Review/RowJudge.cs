using System.Text;

namespace Translate.Review;

/// <summary>Reads from one row of one workbook what its reviewer decided.</summary>
static class RowJudge
{
    /// <summary>The verdict of a row, or why there is none.</summary>
    /// <param name="workbook">Its workbook.</param>
    /// <param name="row">The row.</param>
    /// <param name="exported">The row as it was exported.</param>
    /// <param name="objection">What stands against taking the row over.</param>
    public static Verdict? Judge(ReviewedWorkbook workbook, ReviewedRow row, BaseRow exported, out (RowOutcome Outcome, string Message) objection)
    {
        var target = row.Target is null || row.Fault != CellFault.None ? exported.Target : Normalized(row.Target);
        var changed = !RowKey.Same(target, exported.Target);
        var word = row.Status?.Trim() ?? "";
        var known = SegmentStatus.Todo;
        var chosen = word.Length > 0 && Enum.TryParse(word, ignoreCase: true, out known) && ReviewColumns.Words.Contains(word, StringComparer.OrdinalIgnoreCase);
        var status = chosen ? known : exported.Status;
        objection =
            row.Source is not null && RowKey.Hash(row.Source) != exported.Key.SourceHash
                ? (RowOutcome.Stale, "Source is not what was exported; put it back, or write the target into the right row")
            : row.Fault == CellFault.Error ? (RowOutcome.Invalid, "Target holds an error value; write the text")
            : row.Fault == CellFault.Formula ? (RowOutcome.Invalid, "Target holds a formula without a result; write the text")
            : word.Length > 0 && !chosen ? (RowOutcome.Invalid, $"Status knows no “{Shorten(word)}”; choose one of {string.Join(", ", ReviewColumns.Words)}")
            : changed && RowKey.Hash(exported.Target) != exported.Key.TargetHash
                ? (RowOutcome.Invalid, "Target did not fit into its cell when it was exported; split the paragraph in the article")
            : status == SegmentStatus.Approved && string.IsNullOrWhiteSpace(target)
                ? (RowOutcome.Invalid, "approved, but Target is empty; write one, or choose joined")
            : status == SegmentStatus.Joined && exported.Gap is null
                ? (RowOutcome.Invalid, "joined, but there is no segment before it in its paragraph")
            : status == SegmentStatus.Joined && exported.Status != SegmentStatus.Joined && changed && !string.IsNullOrWhiteSpace(target)
                ? (RowOutcome.Invalid, "joined, but Target holds a new text; empty it, or choose another status")
            : default;
        if (objection.Message is not null) return null;

        // Target changed and Status left alone means edited; a target that was emptied is to be done again.
        var judges = changed || status != exported.Status;
        if (changed && status == exported.Status)
            status = string.IsNullOrWhiteSpace(target) ? SegmentStatus.Todo : SegmentStatus.Edited;
        if (status == SegmentStatus.Joined) target = "";
        return new(workbook.Path, workbook.Modified, row.Row, changed ? target : status == SegmentStatus.Joined ? "" : exported.Target,
            status, row.Comment.Trim(), row.Machine, judges);
    }

    static string Normalized(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // A lone surrogate has no normal form.
            return text;
        }
    }

    static string Shorten(string text) => text.Length <= 30 ? text : text[..30] + "…";
}
