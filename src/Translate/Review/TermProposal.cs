using Translate.Scripts;

namespace Translate.Review;

/// <summary>A term that reviewers' edits propose: they changed one rendering of the same source words again and again.</summary>
/// <param name="Source">The source words that all evidence has in common.</param>
/// <param name="Before">What stood in the targets.</param>
/// <param name="After">What reviewers made of it.</param>
/// <param name="Evidence">The segments; at least three, from at least two articles.</param>
public sealed record TermProposal(string Source, string Before, string After, IReadOnlyList<MergedRow> Evidence)
{
    const int LeastSegments = 3, LeastArticles = 2, MostWords = 6;

    /// <summary>The proposals of an import, those with the most evidence first.</summary>
    public static IReadOnlyList<TermProposal> Find(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Dictionary<(string, string), List<(MergedRow Row, string Before, string After)>> groups = [];
        foreach (var row in result.Segments.Where(row => row.IsAccepted && row.IsChanged && row.Base.Target.Length > 0))
            foreach (var (before, after) in Replacements(row).DistinctBy(change => (Folding.Fold(change.Before), Folding.Fold(change.After))))
            {
                var key = (Folding.Fold(before), Folding.Fold(after));
                if (!groups.TryGetValue(key, out var rows)) groups[key] = rows = [];
                rows.Add((row, before, after));
            }

        return [.. groups.Values.Where(rows => rows.Count >= LeastSegments && rows.Select(one => one.Row.Article.Path).Distinct().Count() >= LeastArticles)
            .Select(rows => (Rows: rows, Source: CommonSource([.. rows.Select(one => one.Row)], result)))
            .Where(found => found.Source.Length > 0)
            .Select(found => new TermProposal(found.Source, found.Rows[0].Before, found.Rows[0].After, [.. found.Rows.Select(one => one.Row)]))
            .OrderByDescending(proposal => proposal.Evidence.Count).ThenBy(proposal => proposal.Source, StringComparer.Ordinal)];
    }

    // Replacements short enough to be a term, and not of figures or marks alone.
    static IEnumerable<(string Before, string After)> Replacements(MergedRow row)
    {
        var parts = WordDiff.Compare(row.Base.Target, row.Target);
        for (var i = 0; i + 1 < parts.Count; i++)
        {
            if (parts[i].Kind != DiffKind.Removed || parts[i + 1].Kind != DiffKind.Added) continue;
            var (before, after) = (parts[i].Text.Trim(), parts[i + 1].Text.Trim());
            if (IsTerm(before) && IsTerm(after)) yield return (before, after);
        }
    }

    static bool IsTerm(string text) =>
        text.Any(char.IsLetter) && WordDiff.Words(text).Count(word => !string.IsNullOrWhiteSpace(word)) <= (Han.Contains(text) ? 2 * MostWords : MostWords);

    // The longest stretch that all these sources share; of equally long ones that which other sources have least.
    static string CommonSource(List<MergedRow> rows, ImportResult result)
    {
        var texts = rows.Select(row => ImportResult.ReadTags(row.Base.Source).Text).ToList();
        var words = WordDiff.Words(texts.MinBy(text => text.Length)!);
        List<string> best = [];
        var length = 0;
        for (var from = 0; from < words.Count; from++)
        {
            var stretch = "";
            for (var to = from; to < words.Count && to - from < 24; to++)
            {
                stretch += words[to];
                if (!texts.TrueForAll(text => HasWords(text, stretch))) break;
                var trimmed = stretch.Trim();
                if (trimmed.Length < 2 || !trimmed.All(unit => char.IsLetterOrDigit(unit) || unit is ' ' or '-' or '.') || trimmed.Length < length) continue;
                if (trimmed.Length > length) best.Clear();
                length = trimmed.Length;
                if (!best.Contains(trimmed)) best.Add(trimmed);
            }
        }

        return best.Count <= 1 ? best.FirstOrDefault("")
            : best.MinBy(stretch => result.Segments.Count(row => row.Base.Source.Contains(stretch, StringComparison.OrdinalIgnoreCase)))!;
    }

    // As whole words where the words are Latin: "art" is not in "start".
    static bool HasWords(string text, string stretch)
    {
        for (var at = text.IndexOf(stretch, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(stretch, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!Joins(text, at - 1, at) && !Joins(text, at + stretch.Length - 1, at + stretch.Length)) return true;
        return false;
    }

    static bool Joins(string text, int left, int right) =>
        left >= 0 && right < text.Length && IsLatin(text[left]) && IsLatin(text[right]);

    static bool IsLatin(char unit) => char.IsLetterOrDigit(unit) && !Han.Is(unit);
}

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
