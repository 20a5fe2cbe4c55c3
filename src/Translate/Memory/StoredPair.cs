using Translate.Articles;

namespace Translate.Memory;

/// <summary>A pair as it stands in a store.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Entry">The pair.</param>
/// <param name="Origin">What it came from.</param>
sealed record StoredPair(long Id, MemoryEntry Entry, string Origin)
{
    /// <summary>Where it came from, for people: <c>a.md.xlsx (Li Lei, 2026-11-20)</c>.</summary>
    public string Provenance
    {
        get
        {
            var day = Entry.State == MemoryState.Imported ? null : Entry.Changed?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            var details = string.Join(", ", new[] { Entry.Person, day }.Where(detail => !string.IsNullOrEmpty(detail)));
            return details.Length == 0 ? Origin : $"{Origin} ({details})";
        }
    }

    /// <summary>Whether the pair stood between the same neighbours as the segment that is looked up.</summary>
    public bool HasContextOf(MemoryQuery query) =>
        Entry.Before is { } before && Entry.After is { } after && Same(before, query.Before) && Same(after, query.After);

    /// <summary>The text of the source, folded.</summary>
    public TaggedText Source => Entry.Source;

    static bool Same(string stored, string? asked) => Scripts.Folding.Fold(stored) == Scripts.Folding.Fold(asked ?? "");
}
