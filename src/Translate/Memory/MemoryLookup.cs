using Translate.Scripts;

namespace Translate.Memory;

/// <summary>One question to a memory: gathers from its stores what is equal or similar, and puts the best first.</summary>
/// <param name="query">The segment.</param>
/// <param name="minScore">Lowest score that is wanted.</param>
/// <param name="most">How many matches are wanted at most.</param>
sealed class MemoryLookup(MemoryQuery query, int minScore, int most)
{
    // Nothing that long is a sentence; comparing costs room for its length times the letters it has.
    const int LongestCompared = 16_384;

    readonly string _folded = Folding.Fold(query.Source.Text);
    readonly List<(MemoryMatch Match, StoredPair Stored)> _found = [];

    /// <summary>Looks into one store as it stands now.</summary>
    public void LookInto(MemoryStore store) => store.Read(reader =>
    {
        var equal = reader.Find(_folded, query.Pair);
        foreach (var stored in equal) _found.Add((ExactMatch.Score(stored, query), stored));
        if (minScore <= Similarity.MostUnequal && _found.Count < most && _folded.Length <= LongestCompared) AddSimilar(store, reader, isStored: equal.Count > 0);
    });

    /// <summary>What was found, best first.</summary>
    public List<MemoryMatch> Best()
    {
        _found.RemoveAll(one => one.Match.Score < minScore);
        // Most questions have one answer or none.
        if (_found.Count < 2) return _found.ConvertAll(one => one.Match);
        return [.. _found
            .OrderByDescending(one => one.Match.Score)
            .ThenByDescending(one => one.Stored.Entry.Pair.Target.Equals(query.Pair.Target, StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(one => one.Stored.Source.Text == query.Source.Text)
            .ThenByDescending(one => one.Stored.Entry.State)
            .ThenByDescending(one => one.Stored.Entry.Changed)
            .ThenByDescending(one => one.Stored.Id)
            .Select(one => one.Match)
            .DistinctBy(match => match.Target.ToString())
            .Take(most)];
    }

    void AddSimilar(MemoryStore store, StoreReader reader, bool isStored)
    {
        // The text itself counts where it is stored; more are asked for where texts turn out to be gone from the database.
        for (var asked = isStored ? most + 1 : most; ; asked *= 2)
        {
            var similar = store.FindSimilar(reader, _folded, query.Pair, Math.Max(1, minScore), asked);
            List<(int Score, List<StoredPair> Pairs)> texts = [];
            foreach (var (text, score) in similar)
                if (text != _folded && texts.Count < most && reader.Find(text, query.Pair) is { Count: > 0 } pairs) texts.Add((score, pairs));
            if (similar.Count == asked && texts.Count < most) continue;
            FuzzyMatch match = new(query);
            foreach (var (score, pairs) in texts) _found.AddRange(pairs.Select(stored => (match.Score(stored, score), stored)));
            return;
        }
    }
}
