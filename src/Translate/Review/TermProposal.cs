using Translate.Scripts;

namespace Translate.Review;

/// <summary>A term that reviewers' edits propose: they changed one rendering of the same source words again and again.</summary>
/// <param name="Source">The source words that all evidence has in common.</param>
/// <param name="Before">What stood in the targets.</param>
/// <param name="After">What reviewers made of it.</param>
/// <param name="Evidence">The segments; at least three, from at least two articles.</param>
/// <param name="Association">How surely the source words are what was rendered so, 0-1: Dice's coefficient over the segments of the import.</param>
public sealed record TermProposal(string Source, string Before, string After, IReadOnlyList<MergedRow> Evidence, double Association)
{
    const int LeastSegments = 3, LeastArticles = 2;

    /// <summary>The proposals of an import, those with the most evidence first.</summary>
    public static IReadOnlyList<TermProposal> Find(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Dictionary<(string, string), List<(MergedRow Row, RenderingChange Change)>> groups = [];
        foreach (var row in result.Segments.Where(row => row.IsAccepted && row.IsChanged && row.Base.Target.Length > 0))
            foreach (var change in RenderingChange.Of(ImportResult.ReadTags(row.Base.Target).Text, ImportResult.ReadTags(row.Target).Text).DistinctBy(change => change.Key))
            {
                if (!groups.TryGetValue(change.Key, out var rows)) groups[change.Key] = rows = [];
                rows.Add((row, change));
            }

        TermAssociation association = new(result.Segments);
        var proposals = groups.Values
            .Where(rows => rows.Count >= LeastSegments && rows.Select(one => one.Row.Article.Path).Distinct().Count() >= LeastArticles)
            .Select(rows => (Rows: rows, Change: Shortest(rows.Select(one => one.Change)), Best: association.Best([.. rows.Select(one => one.Row)], rows[0].Change.Before)))
            .Where(found => found.Best.Source.Length > 0)
            .Select(found => new TermProposal(
                found.Best.Source, found.Change.Before, found.Change.After, [.. found.Rows.Select(one => one.Row)], found.Best.Share))
            .OrderByDescending(proposal => proposal.Evidence.Count).ThenByDescending(proposal => Math.Round(proposal.Association, 3))
            .ThenByDescending(proposal => proposal.Before.Length).ThenBy(proposal => proposal.Source, StringComparer.Ordinal);
        return WithoutNested(proposals);
    }

    // In the singular, if anybody wrote it so.
    static RenderingChange Shortest(IEnumerable<RenderingChange> changes) => changes.MinBy(change => change.Before.Length + change.After.Length)!;

    // "large" → "foundation", "large model" → "foundation model" and "the large model" → "the foundation model" are one change:
    // the rendering that goes best with its source words stands for all that share a segment with it.
    static List<TermProposal> WithoutNested(IEnumerable<TermProposal> proposals)
    {
        List<TermProposal> kept = [];
        foreach (var proposal in proposals)
        {
            var place = kept.FindIndex(other => Nested(other, proposal) && other.Evidence.Intersect(proposal.Evidence).Count() * 2 > proposal.Evidence.Count);
            if (place < 0) kept.Add(proposal);
            else if (proposal.Evidence.Count * 5 >= kept[place].Evidence.Count * 4 && proposal.Association > kept[place].Association + 0.05) kept[place] = proposal;
        }

        return kept;
    }

    static bool Nested(TermProposal one, TermProposal other) =>
        Has(one.Before, other.Before) && Has(one.After, other.After) || Has(other.Before, one.Before) && Has(other.After, one.After);

    static bool Has(string text, string part) => Folding.Fold(text).Contains(Folding.Fold(part), StringComparison.Ordinal);
}
