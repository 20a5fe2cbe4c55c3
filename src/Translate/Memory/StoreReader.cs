using Microsoft.Data.Sqlite;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Reads pairs out of one database. One object serves one thread at a time.</summary>
sealed class StoreReader : IDisposable
{
    const string Columns =
        """
        SELECT pair.id, source_language, target_language, source, target, markup, before, after, state, pair.person, changed, name
        FROM pair JOIN import ON import.id = pair.import
        """;

    readonly SqliteConnection _connection;
    readonly RawStatement _begin, _end, _last, _find;

    public StoreReader(MemoryDatabase database)
    {
        _connection = database.Connect();
        _begin = new(_connection, "BEGIN");
        _end = new(_connection, "COMMIT");
        _last = new(_connection, "SELECT max(id) FROM pair");
        _find = new(_connection, Columns + " WHERE key = ?");
    }

    /// <summary>What searches for similar texts work with, since it serves one thread at a time too.</summary>
    public PieceSearch Search { get; } = new();

    /// <summary>From here to <see cref="End"/> the database stays as it is for this reader; getting in and out costs more than a lookup.</summary>
    public void Begin() => _begin.Step();

    /// <summary>Lets go of the database.</summary>
    public void End() => _end.Step();

    /// <summary>Number of the last row of all; 0 when there is none.</summary>
    public long LastRow()
    {
        _last.Step();
        var last = _last.Integer(0);
        _last.Reset();
        return last;
    }

    /// <summary>The pairs of two languages whose source is a folded text, in any order.</summary>
    public List<StoredPair> Find(string folded, LanguagePair pair)
    {
        List<StoredPair> found = [];
        _find.With(TextKey.OfFolded(folded));
        while (_find.Step())
        {
            var stored = ReadPair(_find);
            if (Languages.Share(stored.Entry.Pair, pair) && Folding.Fold(stored.Source.Text) == folded) found.Add(stored);
        }

        return found;
    }

    /// <summary>All pairs that can be trusted at least so far, in the order in which they came.</summary>
    public IEnumerable<StoredPair> All(MemoryState lowest)
    {
        using RawStatement all = new(_connection, Columns + " WHERE state >= ? ORDER BY pair.id");
        all.With((long)lowest);
        while (all.Step()) yield return ReadPair(all);
    }

    static StoredPair ReadPair(RawStatement row)
    {
        var (source, target) = TagNotation.Read(row.Text(3), row.Text(4), TextOrNull(row, 5));
        MemoryEntry entry = new(new(row.Text(1), row.Text(2)), source, target)
        {
            Before = TextOrNull(row, 6),
            After = TextOrNull(row, 7),
            State = (MemoryState)row.Integer(8),
            Person = row.Text(9),
            Changed = DateTimeOffset.FromUnixTimeSeconds(row.Integer(10)),
        };
        return new(row.Integer(0), entry, row.Text(11));
    }

    static string? TextOrNull(RawStatement row, int column) => row.IsNull(column) ? null : row.Text(column);

    public void Dispose()
    {
        _begin.Dispose();
        _end.Dispose();
        _last.Dispose();
        _find.Dispose();
        _connection.Dispose();
    }
}
