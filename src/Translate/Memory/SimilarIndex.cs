using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>Finds similar sources of one pair of languages in one database, and follows what is added to it.</summary>
/// <remarks>
/// Read on first use, never before: a memory that is only asked for equal sources opens at once. A large one is kept beside the
/// database. Sources that are gone since (an undo) may still be found; whoever asks looks the pairs up and finds none.
/// </remarks>
sealed class SimilarIndex : IDisposable
{
    // A few thousand texts are compared faster than an index of them is built.
    const int LongestTail = 2000;

    // Smaller ones are read from the database about as fast as from a file.
    const int WorthKeeping = 50_000;

    readonly Lock _gate = new();
    readonly LanguagePair _pair;
    readonly SqliteConnection _connection;
    readonly SqliteCommand _version;
    readonly string? _file;
    readonly ConcurrentBag<PieceSearch> _searches = [];
    volatile Snapshot? _snapshot;
    long _seen = -1;

    /// <summary>What a search works on; replaced as a whole.</summary>
    sealed record Snapshot(IReadOnlyList<PieceIndex> Indexes, TextPool Tail, int TailCount, long LastRow);

    public SimilarIndex(MemoryDatabase database, LanguagePair pair)
    {
        _pair = pair;
        _connection = database.Connect();
        _version = _connection.CreateCommand();
        _version.CommandText = "PRAGMA data_version";
        if (database.Path != ":memory:")
            _file = $"{database.Path}.{LanguagePair.Language(pair.Source)}-{LanguagePair.Language(pair.Target)}.index";
    }

    /// <summary>The folded texts most like a folded text, best first; the text itself may be among them.</summary>
    public IReadOnlyList<SimilarText> Find(string folded, int minScore, int most)
    {
        var snapshot = Current();
        if (!_searches.TryTake(out var search)) search = new();
        search.Start(folded, minScore, most);
        foreach (var index in snapshot.Indexes) search.Search(index, folded);
        for (var i = 0; i < snapshot.TailCount; i++) search.Compare(snapshot.Tail[i]);
        SimilarText[] found = [.. search.Found];
        _searches.Add(search);
        return found;
    }

    public void Dispose()
    {
        _version.Dispose();
        _connection.Dispose();
    }

    Snapshot Current()
    {
        lock (_gate)
        {
            // Changes whenever another connection, of this program or another, has committed.
            var version = (long)_version.ExecuteScalar()!;
            if (_snapshot is { } current && version == _seen) return current;
            _snapshot = _snapshot is null ? Load() : Follow(_snapshot);
            _seen = version;
            return _snapshot;
        }
    }

    Snapshot Load()
    {
        if (_file is not null && IndexFile.Read(_file, _connection) is { } kept)
        {
            var followed = Follow(new([kept.Index], new(), 0, kept.LastRow));
            // What came since is a small part of it, or everything is built anew.
            if (followed.Indexes.Count == 1 && followed.TailCount <= LongestTail) return followed;
        }

        TextPool pool = new();
        var last = SourceReader.Read(_connection, _pair, 0, pool);
        if (pool.Count <= LongestTail) return new([], pool, pool.Count, last);
        var index = PieceIndex.Build(pool);
        if (_file is not null && index.Count >= WorthKeeping) IndexFile.Write(_file, index, last, _connection);
        return new([index], new(), 0, last);
    }

    Snapshot Follow(Snapshot before)
    {
        // A search may still be reading the tail: new texts go behind its end, which is safe, or into a new one.
        var tail = before.Tail;
        var last = SourceReader.Read(_connection, _pair, before.LastRow, tail);
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
