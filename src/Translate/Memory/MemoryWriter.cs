using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>What the undoing of an import did.</summary>
/// <param name="Gone">How many pairs are gone.</param>
/// <param name="Kept">How many of its pairs stay, because other imports brought them too.</param>
public sealed record MemoryUndo(int Gone, int Kept);

/// <summary>Adds pairs to one database; an import is one transaction, so that it comes in whole or not at all.</summary>
sealed class MemoryWriter : IDisposable
{
    readonly SqliteConnection _connection;
    readonly SqliteCommand _known;
    readonly SqliteCommand _insert;
    readonly SqliteCommand _again;

    public MemoryWriter(MemoryDatabase database)
    {
        _connection = database.Connect();
        using (var cache = _connection.CreateCommand())
        {
            // 64 MB: keys come in no order, and with the usual 2 MB nearly every one of a million writes a page out and reads another.
            cache.CommandText = "PRAGMA cache_size = -65536";
            cache.ExecuteNonQuery();
        }

        _known = Prepare(
            """
            SELECT id, state, changed, import FROM pair
            WHERE key = $1 AND source_language = $2 AND target_language = $3 AND source = $4 AND target = $5 AND before IS $6 AND after IS $7
            ORDER BY state DESC, changed DESC LIMIT 1
            """, 7);
        _insert = Prepare(
            """
            INSERT INTO pair (key, source_language, target_language, source, target, before, after, markup, state, person, changed, import)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """, 12);
        _again = Prepare("INSERT OR IGNORE INTO pair_again (import, pair) VALUES ($1, $2)", 2);
    }

    public MemoryImport Add(IEnumerable<MemoryEntry> entries, MemorySource source, DateTimeOffset now)
    {
        // Immediate: a transaction that reads first and writes later could not wait for another process.
        using var transaction = _connection.BeginTransaction(deferred: false);
        _known.Transaction = _insert.Transaction = _again.Transaction = transaction;
        var import = Begin(source, now);
        int added = 0, known = 0;
        foreach (var entry in entries)
        {
            if (string.IsNullOrWhiteSpace(entry.Source.Text) || string.IsNullOrWhiteSpace(entry.Target.Text)) continue;
            if (Add(entry, import, now)) added++;
            else known++;
        }

        // What brought nothing is no import: nobody can undo it, and it would only fill the list.
        if (added + known == 0) return new(0, source, now, 0, 0);
        transaction.Commit();
        return new(import, source, now, added, known);
    }

    /// <summary>Takes an import back; what another import brought too stays, under that one.</summary>
    /// <returns><c>null</c> when there is no such import or it was undone before.</returns>
    public MemoryUndo? Undo(long import, DateTimeOffset now)
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        if (Run("UPDATE import SET undone = $now WHERE id = $import AND undone IS NULL", import, now) == 0) return null;
        var others = Run("DELETE FROM pair_again WHERE import = $import", import, now);
        var handedOver = Run(
            """
            UPDATE pair SET import = (SELECT min(pair_again.import) FROM pair_again WHERE pair = id)
            WHERE import = $import AND EXISTS (SELECT 1 FROM pair_again WHERE pair = id)
            """, import, now);
        Run("DELETE FROM pair_again WHERE EXISTS (SELECT 1 FROM pair WHERE id = pair_again.pair AND pair.import = pair_again.import)", import, now);
        var gone = Run("DELETE FROM pair WHERE import = $import", import, now);
        transaction.Commit();
        return new(gone, others + handedOver);
    }

    public void Dispose()
    {
        _known.Dispose();
        _insert.Dispose();
        _again.Dispose();
        _connection.Dispose();
    }

    long Begin(MemorySource source, DateTimeOffset now)
    {
        using var begin = _connection.CreateCommand();
        begin.CommandText = "INSERT INTO import (kind, name, person, token, imported) VALUES ($kind, $name, $person, $token, $now) RETURNING id";
        begin.Parameters.AddWithValue("$kind", (int)source.Kind);
        begin.Parameters.AddWithValue("$name", source.Name);
        begin.Parameters.AddWithValue("$person", source.Person);
        begin.Parameters.AddWithValue("$token", BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)));
        begin.Parameters.AddWithValue("$now", now.ToUnixTimeSeconds());
        return (long)begin.ExecuteScalar()!;
    }

    bool Add(MemoryEntry entry, long import, DateTimeOffset now)
    {
        var (source, target) = (TagNotation.Trim(entry.Source), TagNotation.Trim(entry.Target));
        object?[] identity =
            [TextKey.Of(source.Text), entry.Pair.Source, entry.Pair.Target, source.ToString(), target.ToString(), entry.Before, entry.After];
        Set(_known, identity);
        using (var reader = _known.ExecuteReader())
        {
            if (reader.Read() && !IsBetter(entry, reader.GetInt32(1), reader.GetInt64(2)))
            {
                if (reader.GetInt64(3) != import) Run(_again, [import, reader.GetInt64(0)]);
                return false;
            }
        }

        Run(_insert, [.. identity, TagNotation.Markup(source, target), (int)entry.State, entry.Person,
            (entry.Changed ?? now).ToUnixTimeSeconds(), import]);
        return true;
    }

    static bool IsBetter(MemoryEntry entry, int state, long changed) =>
        (int)entry.State > state || (int)entry.State == state && entry.Changed is { } when && when.ToUnixTimeSeconds() > changed;

    SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var number = 1; number <= parameters; number++) command.Parameters.Add(new() { ParameterName = FormattableString.Invariant($"${number}") });
        return command;
    }

    /// <summary>How many rows a step of <see cref="Undo"/> changed.</summary>
    int Run(string sql, long import, DateTimeOffset now)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$import", import);
        command.Parameters.AddWithValue("$now", now.ToUnixTimeSeconds());
        return command.ExecuteNonQuery();
    }

    static void Run(SqliteCommand command, object?[] values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    static void Set(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
