namespace Translate.Glossaries;

/// <summary>What a stored segment's verdict was with the old glossary and is with the new one.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Pair">Languages of the segment.</param>
/// <param name="Source">The segment's source.</param>
/// <param name="Target">Its stored translation.</param>
/// <param name="Before">Verdict with the old glossary; <c>null</c> when the concept was not enforced there.</param>
/// <param name="After">Verdict with the new one; <c>null</c> when it is not enforced any more.</param>
public sealed record VerdictChange(string Id, LanguagePair Pair, string Source, string Target, TermStatus? Before, TermStatus? After);

/// <summary>What a change of the glossary does to translations that are there already.</summary>
public static class GlossaryDiff
{
    /// <summary>Concepts that are not the same in both.</summary>
    /// <returns>Id, and the two rows; <c>null</c> where there is none.</returns>
    public static IReadOnlyList<(string Id, TermEntry? Before, TermEntry? After)> Changes(Glossary before, Glossary after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.Entries.ToDictionary(entry => entry.Id), after.Entries.ToDictionary(entry => entry.Id));
        return [.. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(id => (Id: id, Before: old.GetValueOrDefault(id), After: now.GetValueOrDefault(id)))
            .Where(change => change.Before is null || change.After is null || !IsSame(change.Before, change.After))];
    }

    /// <summary>Segments whose verdict on a concept differs; read as a stream, so that a memory of any size will do.</summary>
    /// <param name="before">The old glossary.</param>
    /// <param name="after">The new one.</param>
    /// <param name="segments">Stored segments.</param>
    public static IEnumerable<VerdictChange> Verdicts(Glossary before, Glossary after, IEnumerable<(LanguagePair Pair, string Source, string Target)> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        foreach (var (pair, source, target) in segments)
        {
            var (old, now) = (Judge(before, pair, source, target), Judge(after, pair, source, target));
            foreach (var id in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
            {
                var was = old.TryGetValue(id, out var one) ? one : default(TermStatus?);
                var @is = now.TryGetValue(id, out var other) ? other : default(TermStatus?);
                if (was != @is) yield return new(id, pair, source, target, was, @is);
            }
        }
    }

    /// <summary>The worst verdict on each concept.</summary>
    static Dictionary<string, TermStatus> Judge(Glossary glossary, LanguagePair pair, string source, string target) =>
        TermVerifier.Verify(glossary.For(pair).Find(source), source, target, pair)
            .GroupBy(verdict => verdict.Match.Entry.Id).ToDictionary(group => group.Key, group => group.Max(verdict => verdict.Status));

    static bool IsSame(TermEntry one, TermEntry other) =>
        one.Status == other.Status && one.Keep == other.Keep && one.PartOfSpeech == other.PartOfSpeech && one.Definition == other.Definition && one.Note == other.Note
        && one.Forms.Count == other.Forms.Count && one.Forms.Zip(other.Forms).All(pair => IsSame(pair.First, pair.Second))
        && one.Other.Count == other.Other.Count && one.Other.All(cell => other.Other.TryGetValue(cell.Key, out var value) && value == cell.Value);

    static bool IsSame(TermForms one, TermForms other) =>
        (one.Language, one.Preferred, one.Case, one.Matching) == (other.Language, other.Preferred, other.Case, other.Matching)
        && one.Variants.SequenceEqual(other.Variants) && one.Forbidden.SequenceEqual(other.Forbidden)
        && one.Unless.SequenceEqual(other.Unless) && one.When.SequenceEqual(other.When);
}
