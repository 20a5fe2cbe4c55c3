namespace Translate.Review;

/// <summary>How much work a kind of target was.</summary>
/// <param name="Kind">What is grouped by: <c>origin</c> or <c>finding</c>.</param>
/// <param name="Name">The origin, with the engine's or file's name, or the code of a finding.</param>
/// <param name="Segments">Segments with a target that a reviewer judged.</param>
/// <param name="Touched">Those whose words were changed.</param>
/// <param name="Edits">Words removed, added or replaced in them.</param>
/// <param name="Words">Words in all of them, of the longer version.</param>
public sealed record Effort(string Kind, string Name, int Segments, int Touched, int Edits, int Words)
{
    /// <summary>Share of the segments that were changed, 0-1.</summary>
    public double TouchedShare => Segments == 0 ? 0 : (double)Touched / Segments;

    /// <summary>Share of the words that were changed, 0-1.</summary>
    public double EditShare => Words == 0 ? 0 : (double)Edits / Words;

    /// <summary>The figures of an import, by origin and by finding; the most work first.</summary>
    public static IReadOnlyList<Effort> Of(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var judged = result.Segments.Where(row => row.By is not null && row.Status != SegmentStatus.Joined && row.Base.Target.Length > 0)
            .Select(row => (Row: row, Distance: WordDiff.Distance(row.Base.Target, row.Target))).ToList();
        var origins = judged.GroupBy(one => $"{ReviewRow.OriginWord(one.Row.Base.Origin)} {one.Row.Base.OriginName}".Trim(), StringComparer.Ordinal)
            .Select(group => Sum("origin", group.Key, group));
        var findings = judged.SelectMany(one => one.Row.Base.Codes.Select(code => (Code: code, one.Row, one.Distance)))
            .GroupBy(one => one.Code, StringComparer.Ordinal).Select(group => Sum("finding", group.Key, group.Select(one => (one.Row, one.Distance))));
        return [.. origins.OrderByDescending(effort => effort.Edits).ThenBy(effort => effort.Name, StringComparer.Ordinal),
            .. findings.OrderByDescending(effort => effort.Edits).ThenBy(effort => effort.Name, StringComparer.Ordinal)];
    }

    static Effort Sum(string kind, string name, IEnumerable<(MergedRow Row, (int Edits, int Words) Distance)> rows)
    {
        var list = rows.ToList();
        return new(kind, name, list.Count, list.Count(one => one.Row.IsChanged), list.Sum(one => one.Distance.Edits), list.Sum(one => one.Distance.Words));
    }
}
