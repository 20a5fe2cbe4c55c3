namespace Translate.Review;

/// <summary>A glossary entry that reviewers' edits contradict: they took its required form out.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Source">The term in the source.</param>
/// <param name="Required">The form that the glossary requires.</param>
/// <param name="Evidence">The segments whose reviewed target has neither that form nor an admitted one.</param>
public sealed record DisputedEntry(string Id, string Source, string Required, IReadOnlyList<MergedRow> Evidence)
{
    /// <summary>The disputed entries of an import, those with the most evidence first.</summary>
    public static IReadOnlyList<DisputedEntry> Find(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var found =
            from row in result.Segments
            where row.IsAccepted && row.IsChanged
            let source = ImportResult.ReadTags(row.Base.Source).Text
            from term in row.Base.Terms
            where term.Required.Length > 0 && term.Range.End <= source.Length
            where Has(row.Base.Target, term) && !Has(row.Target, term)
            select (Row: row, Term: term, Source: term.Range.In(source));
        return [.. found.GroupBy(one => (one.Term.Id, one.Source, one.Term.Required))
            .Select(group => new DisputedEntry(group.Key.Id, group.Key.Source, group.Key.Required, [.. group.Select(one => one.Row).Distinct()]))
            .OrderByDescending(entry => entry.Evidence.Count).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    static bool Has(string target, RowTerm term) =>
        term.Admitted.Prepend(term.Required).Any(form => target.Contains(form, StringComparison.OrdinalIgnoreCase));
}
