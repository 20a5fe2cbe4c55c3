using System.Collections.Concurrent;

namespace Translate.Memory;

/// <summary>The pairs of one database, and the indexes of what is like their sources; safe from several threads.</summary>
sealed class MemoryStore(MemoryDatabase database) : IDisposable
{
    readonly ConcurrentBag<StoreReader> _readers = [];
    readonly ConcurrentDictionary<(string, string), SimilarIndex> _similar = [];

    public MemoryDatabase Database => database;

    /// <summary>Looks into the database as it stands now.</summary>
    /// <param name="look">Gets a reader that nobody else uses meanwhile.</param>
    public void Read(Action<StoreReader> look)
    {
        if (!_readers.TryTake(out var reader)) reader = new(database);
        try
        {
            reader.Begin();
            look(reader);
            reader.End();
            _readers.Add(reader);
        }
        catch
        {
            // It may still be within a transaction.
            reader.Dispose();
            throw;
        }
    }

    /// <summary>The folded sources most like a folded text, best first; the text itself may be among them.</summary>
    public IReadOnlyList<SimilarText> FindSimilar(StoreReader reader, string folded, LanguagePair pair, int minScore, int most) =>
        _similar.GetOrAdd((LanguagePair.Language(pair.Source), LanguagePair.Language(pair.Target)), _ => new(database, pair))
            .Find(reader.Search, folded, minScore, most, reader.LastRow());

    public void Dispose()
    {
        foreach (var reader in _readers) reader.Dispose();
        Database.Dispose();
    }
}
