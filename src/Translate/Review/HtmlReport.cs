using System.Globalization;
using System.Net;
using System.Text;

namespace Translate.Review;

/// <summary>The report of an import as one page that needs nothing but itself.</summary>
public static class HtmlReport
{
    const string Style =
        """
        body{font:15px/1.5 system-ui,"Segoe UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:76em;padding:0 1em;color:#222}
        h1{color:#24476b}h2{color:#24476b;border-bottom:2px solid #24476b;margin-top:2em}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35em .6em;border-bottom:1px solid #c9d3dd}th{background:#eef1f4}
        td.n{text-align:right}del{background:#fbe0dd;color:#8c1d0f}ins{background:#ddf2e0;color:#1b5e2b;text-decoration:none}.q{color:#666}
        """;

    /// <summary>Makes the page.</summary>
    public static string Make(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        StringBuilder page = new("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Review report</title>");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<style>").Append(Style).Append("</style></head><body><h1>Review report</h1>");
        Table(page, "Rows", ["Outcome", "Rows"], Enum.GetValues<RowOutcome>().Select(outcome => (string[])[Text(outcome.ToString()), Number(result.Count(outcome))]), 1);
        Table(page, "Effort", ["By", "Name", "Segments", "Changed", "Share changed", "Words edited", "Share of words"],
            Effort.Of(result).Select(effort => (string[])[Text(effort.Kind), Text(effort.Name), Number(effort.Segments), Number(effort.Touched),
                Share(effort.TouchedShare), Number(effort.Edits), Share(effort.EditShare)]), 2);
        Table(page, "Edits", ["Segment", "Source", "Edit", "Status"],
            result.Segments.Where(row => row.By is not null && row.IsChanged && row.Status != SegmentStatus.Joined).Select(row => (string[])
                [Text(row.Name), Text(row.Base.Source), Diff(row.Base.Target, row.Target), Text(ReviewColumns.Word(row.Status))]));
        Table(page, "Questions", ["Segment", "Source", "Target", "Question"],
            result.Questions.Select(row => (string[])[Text(row.Name), Text(row.Base.Source), Text(row.Target), Text(row.Comment)]));
        Table(page, "Conflicts", ["Segment", "Source", "Versions"], result.Conflicts.Select(row => (string[])
            [Text(row.Name), Text(row.Base.Source), string.Concat(row.Verdicts.Where(verdict => verdict.Judges).Select(verdict =>
                $"<div><span class=\"q\">{Text(WorkbookNames.Of(verdict.Workbook, row.Verdicts.Select(one => one.Workbook)))} {ReviewColumns.Word(verdict.Status)}</span> {Diff(row.Base.Target, verdict.Target)}</div>"))]));
        Table(page, "Rows that were not taken over", ["Workbook", "Row", "Segment", "Why", "Target in the row"],
            result.Rows.Where(row => row.Outcome is RowOutcome.Stale or RowOutcome.Unknown or RowOutcome.Invalid or RowOutcome.Duplicate or RowOutcome.Missing)
                .Select(row => (string[])[Text(WorkbookNames.Of(row.Workbook, result.Workbooks.Select(one => one.Path))), row.Row > 0 ? Number(row.Row) : "", Text(row.Segment),
                    $"{row.Outcome}: {Text(row.Message)}", Text(row.Outcome == RowOutcome.Missing ? "" : row.Target)]));
        Table(page, "Glossary: proposed by edits", ["Source", "Was", "Became", "Segments"], TermProposal.Find(result).Select(proposal => (string[])
            [Text(proposal.Source), Text(proposal.Before), Text(proposal.After), Text(string.Join(", ", proposal.Evidence.Select(row => row.Name)))]));
        Table(page, "Glossary: disputed by edits", ["Id", "Source", "Required", "Segments"], DisputedEntry.Find(result).Select(entry => (string[])
            [Text(entry.Id), Text(entry.Source), Text(entry.Required), Text(string.Join(", ", entry.Evidence.Select(row => row.Name)))]));
        return page.Append("</body></html>\n").ToString();
    }

    static void Table(StringBuilder page, string title, string[] header, IEnumerable<string[]> rows, int figuresFrom = int.MaxValue)
    {
        var list = rows.ToList();
        if (list.Count == 0) return;
        page.Append("<h2>").Append(Text(title)).Append("</h2><table><tr>");
        foreach (var name in header) page.Append("<th>").Append(Text(name)).Append("</th>");
        page.Append("</tr>\n");
        foreach (var row in list)
        {
            page.Append("<tr>");
            for (var i = 0; i < row.Length; i++) page.Append(i >= figuresFrom ? "<td class=\"n\">" : "<td>").Append(row[i]).Append("</td>");
            page.Append("</tr>\n");
        }

        page.Append("</table>");
    }

    static string Diff(string before, string after) => string.Concat(WordDiff.Compare(before, after).Select(part => part.Kind switch
    {
        DiffKind.Removed => $"<del>{Text(part.Text)}</del>",
        DiffKind.Added => $"<ins>{Text(part.Text)}</ins>",
        _ => Text(part.Text),
    }));

    static string Text(string text) => WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>");

    static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Share(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
