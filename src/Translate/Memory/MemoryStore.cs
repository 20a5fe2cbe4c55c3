using Microsoft.Data.Sqlite;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Reads pairs of one database by their source; safe from several threads.</summary>
sealed class MemoryStore : IDisposable
{
    readonly Lock _gate = new();
    readonly SqliteConnection _connection;
    readonly SqliteCommand _find;
    readonly Dictionary<(string, string), SimilarIndex> _similar = [];

    public MemoryStore(MemoryDatabase database)
    {
        Database = database;
        _connection = database.Connect();
        _find = _connection.CreateCommand();
        _find.CommandText =
            """
            SELECT pair.id, source_language, target_language, source, target, markup, before, after, state, pair.person, changed, name
            FROM pair JOIN import ON import.id = pair.import WHERE key = $key
            """;
        _find.Parameters.Add("$key", SqliteType.Integer);
        _find.Prepare();
    }

    public MemoryDatabase Database { get; }

    /// <summary>The pairs of two languages whose source is a folded text, in any order.</summary>
    public List<StoredPair> Find(string folded, LanguagePair pair)
    {
        List<StoredPair> found = [];
        lock (_gate)
        {
            _find.Parameters[0].Value = TextKey.OfFolded(folded);
            using var reader = _find.ExecuteReader();
            while (reader.Read())
            {
                var stored = ReadPair(reader);
                if (Languages.Share(stored.Entry.Pair, pair) && Folding.Fold(stored.Source.Text) == folded) found.Add(stored);
            }
        }

        return found;
    }

    /// <summary>The folded sources most like a folded text, best first; the text itself may be among them.</summary>
    public IReadOnlyList<SimilarText> FindSimilar(string folded, LanguagePair pair, int minScore, int most)
    {
        SimilarIndex? index;
        lock (_gate)
        {
            var languages = (LanguagePair.Language(pair.Source), LanguagePair.Language(pair.Target));
            if (!_similar.TryGetValue(languages, out index)) _similar[languages] = index = new(Database, pair);
        }

        return index.Find(folded, minScore, most);
    }

    /// <summary>A row with the columns of <see cref="Find"/>.</summary>
    internal static StoredPair ReadPair(SqliteDataReader reader)
    {
        var (source, target) = TagNotation.Read(reader.GetString(3), reader.GetString(4), Text(reader, 5));
        MemoryEntry entry = new(new(reader.GetString(1), reader.GetString(2)), source, target)
        {
            Before = Text(reader, 6),
            After = Text(reader, 7),
            State = (MemoryState)reader.GetInt32(8),
            Person = reader.GetString(9),
            Changed = DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(10)),
        };
        return new(reader.GetInt64(0), entry, reader.GetString(11));
    }

    public void Dispose()
    {
        foreach (var index in _similar.Values) index.Dispose();
        _find.Dispose();
        _connection.Dispose();
        Database.Dispose();
    }

    static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
