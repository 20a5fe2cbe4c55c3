namespace Translate.Glossaries;

/// <summary>Judges how the terms of a source came out in its translation.</summary>
/// <remarks>
/// Every occurrence needs a place of its own in the target. What a place cannot say: whether a pronoun, an ellipsis or a longer
/// word that holds the term stands for it; see <c>docs/design.md</c>.
/// </remarks>
public static class TermVerifier
{
    /// <summary>One verdict for each enforced place of the source, in order; homographs, which share a place, share a verdict.</summary>
    /// <param name="matches">The terms of the source, as <see cref="TermFinder"/> found them.</param>
    /// <param name="source">The source they stand in.</param>
    /// <param name="target">Its translation; when it is empty there is nothing to judge and no verdict.</param>
    /// <param name="pair">From which language to which.</param>
    /// <returns>Concepts that are only proposed or are deprecated, those without a term in the target language, and a term said
    /// again in brackets whose target says it once, get none.</returns>
    public static IReadOnlyList<TermVerdict> Verify(IReadOnlyList<TermMatch> matches, string source, string target, LanguagePair pair)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(pair);
        var wanted = matches.Where(match => match.Entry.Status == ConceptStatus.Approved && (match.Required.Length > 0 || match.Entry.Keep))
            .GroupBy(match => match.Range).Select(homographs => homographs.ToList()).ToList();
        if (wanted.Count == 0 || string.IsNullOrWhiteSpace(target)) return [];
        TargetText text = new(target, pair.Target);
        Dictionary<string, IReadOnlyList<Rendering>> known = new(StringComparer.Ordinal);
        var places = wanted.Select(homographs => Renderings(homographs, text, pair, known)).ToList();
        var assigned = RenderingMatcher.Assign(NearPlaces(wanted, places, source, target, pair));
        var forbidden = Forbidden(places, assigned);
        return [.. wanted.Select((homographs, i) => Judge(i, homographs, places, assigned, forbidden, target))
            .Where((verdict, i) => !verdict.IsRepeated || !IsGloss(wanted, i, source))];
    }

    /// <summary>The same concept said again in brackets, 分层softmax（hierarchical softmax）: a target in one of the two languages says it once.</summary>
    static bool IsGloss(List<List<TermMatch>> wanted, int index, string source) =>
        index > 0 && Share(wanted[index - 1], wanted[index][0])
        && source.AsSpan(wanted[index - 1][0].Range.End, wanted[index][0].Range.Start - wanted[index - 1][0].Range.End).Trim(" *_") is "(" or "（";

    /// <summary>
    /// For each occurrence the right forms in the part of the target that translates its sentence: a form too many elsewhere hides
    /// none that was lost here.
    /// </summary>
    static List<IReadOnlyList<Rendering>> NearPlaces(
        List<List<TermMatch>> wanted, List<List<Rendering>> places, string source, string target, LanguagePair pair)
    {
        List<IReadOnlyList<Rendering>> right = [.. places.Select(place => place.Where(rendering => !rendering.IsForbidden).ToList())];
        var concepts = Enumerable.Range(0, wanted.Count).GroupBy(i => wanted[i][0].Entry.Id, StringComparer.Ordinal)
            .Select(group => (group.Select(i => wanted[i][0].Range.Start), right[group.First()].Select(rendering => rendering.Range.Start)));
        if (SentenceAlignment.Of(source, target, pair, concepts) is not { } alignment) return right;
        return [.. right.Select((place, i) => Near(place, alignment.TargetOf(wanted[i][0].Range.Start)))];

        static List<Rendering> Near(IReadOnlyList<Rendering> place, TextRange part) =>
            [.. place.Where(rendering => rendering.Range.IsEmpty || rendering.Range.Overlaps(part))];
    }

    static List<Rendering> Renderings(List<TermMatch> homographs, TargetText text, LanguagePair pair, Dictionary<string, IReadOnlyList<Rendering>> known)
    {
        List<Rendering> all = [];
        foreach (var match in homographs)
        {
            var key = $"{match.Entry.Id}\t{match.Number?.Value}\t{(match.Entry.Keep ? match.Required : "")}";
            if (!known.TryGetValue(key, out var found)) known[key] = found = Outermost(RenderingFinder.Find(match, text, pair));
            all.AddRange(found.Select(rendering => rendering with { Match = match }));
        }

        return all;
    }

    /// <summary>Without the right forms that are only a part of a forbidden one: "memory" in "display memory".</summary>
    static IReadOnlyList<Rendering> Outermost(IReadOnlyList<Rendering> found) =>
        found.Any(rendering => rendering.IsForbidden)
            ? [.. found.Where(one => one.IsForbidden || !found.Any(other => other.IsForbidden && other.Range.Length > one.Range.Length && other.Range.Contains(one.Range)))]
            : found;

    /// <summary>Forbidden forms that no admitted form covers, given first to occurrences that have nothing else.</summary>
    static Dictionary<int, Rendering> Forbidden(List<List<Rendering>> places, Rendering?[] assigned)
    {
        Dictionary<int, Rendering> forbidden = [];
        HashSet<TextRange> taken = [];
        foreach (var i in Enumerable.Range(0, places.Count).OrderBy(i => assigned[i] is null ? 0 : 1))
        {
            // Where one of several homographs forbids what another needs, the other decides.
            var found = places[i].Where(rendering => rendering.IsForbidden && !taken.Contains(rendering.Range)
                && !assigned.Any(other => other is not null && other.Range.Overlaps(rendering.Range))
                && !places.Any(place => place.Any(other => !other.IsForbidden && other.Range.Contains(rendering.Range)))).MinBy(rendering => rendering.Range.Start);
            if (found is null) continue;
            forbidden[i] = found;
            taken.Add(found.Range);
        }

        return forbidden;
    }

    static TermVerdict Judge(
        int index, List<TermMatch> homographs, List<List<Rendering>> places, Rendering?[] assigned, Dictionary<int, Rendering> forbidden, string target)
    {
        if (forbidden.TryGetValue(index, out var bad)) return new(bad.Match, TermStatus.Forbidden, bad.Range, bad.Range.In(target));
        if (assigned[index] is { } found)
        {
            var status = found.IsPreferred ? TermStatus.Preferred : TermStatus.Admitted;
            if (!found.IsPreferred && IsCollapsed(index, found, homographs, assigned, target)) status = TermStatus.Collapsed;
            return found.Range.IsEmpty ? new(found.Match, status, null, "") : new(found.Match, status, found.Range, found.Range.In(target));
        }

        var own = places[index].Where(rendering => !rendering.IsForbidden).ToList();
        var collapsed = own.FirstOrDefault(rendering => assigned.Any(other =>
            other is not null && other.Range == rendering.Range && !Share(homographs, other.Match) && !Wants(homographs, other.Match.Required)));
        if (collapsed is not null) return new(collapsed.Match, TermStatus.Collapsed, collapsed.Range, collapsed.Range.In(target));
        return new(homographs[0], TermStatus.Missing, null, "", IsRepeated: own.Count > 0);
    }

    /// <summary>Another concept, with another preferred form, stands in the target in the very same word.</summary>
    static bool IsCollapsed(int index, Rendering found, List<TermMatch> homographs, Rendering?[] assigned, string target)
    {
        var word = TermText.Fold(found.Range.In(target));
        for (var i = 0; i < assigned.Length; i++)
            if (i != index && assigned[i] is { IsPreferred: true } other && !other.Range.IsEmpty && !Share(homographs, other.Match)
                && !Wants(homographs, other.Match.Required) && TermText.Fold(other.Range.In(target)) == word)
                return true;
        return false;
    }

    static bool Share(List<TermMatch> homographs, TermMatch other) => homographs.Exists(match => match.Entry.Id == other.Entry.Id);

    static bool Wants(List<TermMatch> homographs, string required) =>
        homographs.Exists(match => match.Required.Equals(required, StringComparison.OrdinalIgnoreCase));
}
