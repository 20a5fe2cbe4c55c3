using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>Finds similar sources of one pair of languages in one database, and follows what is added to it.</summary>
/// <remarks>
/// Read on first use, never before: a memory that is only asked for equal sources opens at once. A large one is kept beside the
/// database. Sources that are gone since (an undo) may still be found; whoever asks looks the pairs up and finds none.
/// </remarks>
sealed class SimilarIndex
{
    // A few thousand texts are compared faster than an index of them is built.
    const int LongestTail = 2000;

    // Smaller ones are read from the database about as fast as from a file.
    const int WorthKeeping = 50_000;

    readonly Lock _gate = new();
    readonly LanguagePair _pair;
    readonly MemoryDatabase _database;
    readonly string? _file;
    volatile Snapshot? _snapshot;

    /// <summary>What a search works on; replaced as a whole.</summary>
    sealed record Snapshot(IReadOnlyList<PieceIndex> Indexes, TextPool Tail, int TailCount, long LastRow);

    public SimilarIndex(MemoryDatabase database, LanguagePair pair)
    {
        (_database, _pair) = (database, pair);
        if (database.Path != ":memory:")
            _file = $"{database.Path}.{LanguagePair.Language(pair.Source)}-{LanguagePair.Language(pair.Target)}.index";
    }

    /// <summary>The folded texts most like a folded text, best first, until the next search; the text itself may be among them.</summary>
    /// <param name="search">Used by nobody else meanwhile.</param>
    /// <param name="folded">The text.</param>
    /// <param name="minScore">Lowest score that is wanted.</param>
    /// <param name="most">How many are wanted at most.</param>
    /// <param name="lastRow">The database's last row as the caller sees it.</param>
    public IReadOnlyList<SimilarText> Find(PieceSearch search, string folded, int minScore, int most, long lastRow)
    {
        var snapshot = Current(lastRow);
        search.Start(folded, minScore, most);
        foreach (var index in snapshot.Indexes) search.Search(index, folded);
        for (var i = 0; i < snapshot.TailCount; i++) search.Compare(snapshot.Tail[i]);
        return search.Found;
    }

    Snapshot Current(long lastRow)
    {
        // Rows are numbered upwards and never change; those that are gone are passed over by whoever asks.
        if (_snapshot is { } seen && seen.LastRow >= lastRow) return seen;
        lock (_gate)
        {
            if (_snapshot is { } current && current.LastRow >= lastRow) return current;
            using var connection = _database.Connect();
            return _snapshot = _snapshot is null ? Load(connection) : Follow(_snapshot, connection);
        }
    }

    Snapshot Load(SqliteConnection connection)
    {
        if (_file is not null && IndexFile.Read(_file, connection) is { } kept)
        {
            var followed = Follow(new([kept.Index], new(), 0, kept.LastRow), connection);
            // What came since is a small part of it, or everything is built anew.
            if (followed.Indexes.Count == 1 && followed.TailCount <= LongestTail) return followed;
        }

        TextPool pool = new();
        var last = SourceReader.Read(connection, _pair, 0, pool);
        if (pool.Count <= LongestTail) return new([], pool, pool.Count, last);
        var index = PieceIndex.Build(pool);
        if (_file is not null && index.Count >= WorthKeeping) IndexFile.Write(_file, index, last, connection);
        return new([index], new(), 0, last);
    }

    Snapshot Follow(Snapshot before, SqliteConnection connection)
    {
        // A search may still be reading the tail: new texts go behind its end, which is safe, or into a new one.
        var tail = before.Tail;
        var last = SourceReader.Read(connection, _pair, before.LastRow, tail);
        if (tail.Count <= LongestTail) return before with { TailCount = tail.Count, LastRow = last };

        // Indexes that are not much larger are built into one with it, so that there are never many.
        var joined = before.Indexes.Where(index => index.Count <= 4 * tail.Count).ToList();
        TextPool pool = new();
        foreach (var index in joined)
            for (var text = 0; text < index.Count; text++) pool.Add(index[text]);
        for (var i = 0; i < tail.Count; i++) pool.Add(tail[i]);
        return new([.. before.Indexes.Except(joined), PieceIndex.Build(pool)], new(), 0, last);
    }
}
