namespace Translate.Checks;

/// <summary>A finding and where it stands.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The pair in that file, from 1.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Line">Line of the file on which the pair starts, from 1; 0 when the file has no lines (a workbook).</param>
public sealed record PlacedFinding(string File, int Row, Finding Finding, int Line = 0);

/// <summary>Equal findings in one line, so that a systematic fault is one line with a count.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Places">One of them for each of the first ten rows, of all files.</param>
public sealed record FindingGroup(PlacedFinding First, int Count, IReadOnlyList<PlacedFinding> Places)
{
    const int MostRows = 10;

    /// <summary>Groups findings by code and message; the worst first, then the most frequent.</summary>
    /// <param name="findings">All of them.</param>
    /// <param name="mostPerCode">Most groups of one code; the rest of that code is one group whose first finding says how many are left out.</param>
    public static IReadOnlyList<FindingGroup> Of(IEnumerable<PlacedFinding> findings, int mostPerCode)
    {
        List<FindingGroup> groups = [];
        foreach (var code in findings.GroupBy(placed => placed.Finding.Code, StringComparer.Ordinal))
        {
            var byMessage = code.GroupBy(placed => placed.Finding.Message, StringComparer.Ordinal).Select(group => Of([.. group]))
                .OrderByDescending(group => group.Count).ToList();
            groups.AddRange(byMessage.Take(mostPerCode));
            if (byMessage.Count <= mostPerCode) continue;
            var rest = byMessage[mostPerCode..];
            var first = rest[0].First with { Finding = rest[0].First.Finding with { Message = $"{rest.Count:N0} more kinds of {code.Key}, such as: {rest[0].First.Finding.Message}" } };
            groups.Add(new(first, rest.Sum(group => group.Count), rest[0].Places));
        }

        return [.. groups.OrderByDescending(group => group.First.Finding.Severity).ThenByDescending(group => group.Count).ThenBy(group => group.First.Finding.Code, StringComparer.Ordinal)];
    }

    static FindingGroup Of(IReadOnlyList<PlacedFinding> findings) =>
        new(findings[0], findings.Count, [.. findings.DistinctBy(placed => (placed.File, placed.Row)).Take(MostRows)]);
}
