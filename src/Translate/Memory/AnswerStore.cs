using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>Under what an engine's answer is kept: everything that changes it.</summary>
/// <param name="Engine">The engine's short name.</param>
/// <param name="Settings">Its settings that change answers.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Source">The source in the notation of <see cref="Articles.TaggedText"/>.</param>
/// <param name="Terms">What the engine was told about terms, as text; empty when nothing.</param>
public sealed record AnswerKey(string Engine, string Settings, LanguagePair Pair, string Source, string Terms)
{
    internal byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\0', Engine, Settings, Pair.Source.ToLowerInvariant(), Pair.Target.ToLowerInvariant(), Source, Terms)));
}

/// <summary>What an engine answered.</summary>
/// <param name="Target">The target in the notation of <see cref="Articles.TaggedText"/>.</param>
/// <param name="Characters">Characters that were sent for it.</param>
/// <param name="Run">The run that paid for it.</param>
/// <param name="Answered">When.</param>
public sealed record StoredAnswer(string Target, int Characters, string Run, DateTimeOffset Answered);

/// <summary>Engines' answers, so that no text is paid for twice, by this run or the next. Never offered as memory matches.</summary>
/// <remarks>Safe from several threads; several processes may share the file. A stored answer survives a killed process.</remarks>
public sealed class AnswerStore : IDisposable
{
    readonly Lock _gate = new();
    readonly SqliteConnection _connection;
    readonly SqliteCommand _find;
    readonly string _path;

    /// <summary>Uses a memory's file.</summary>
    public AnswerStore(MemoryDatabase database)
    {
        _path = database.Path;
        _connection = database.Connect();
        _find = _connection.CreateCommand();
        _find.CommandText = "SELECT target, characters, run, answered FROM answer WHERE key = $key";
        _find.Parameters.Add("$key", SqliteType.Blob);
    }

    /// <summary>What a failure to read or keep means, in a line for people.</summary>
    internal string Explain(SqliteException fault) => MemoryDatabase.Explain(_path, fault);

    /// <summary>What was answered; <c>null</c> when it never was.</summary>
    public StoredAnswer? Find(AnswerKey key)
    {
        lock (_gate)
        {
            _find.Parameters[0].Value = key.Hash();
            using var reader = _find.ExecuteReader();
            return reader.Read()
                ? new(reader.GetString(0), reader.GetInt32(1), reader.GetString(2), DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(3)))
                : null;
        }
    }

    /// <summary>Keeps answers, all or none; an answer that is there already is replaced.</summary>
    public void Store(IReadOnlyList<(AnswerKey Key, StoredAnswer Answer)> answers)
    {
        lock (_gate)
        {
            // Immediate: a transaction that reads first and writes later could not wait for another process.
            using var transaction = _connection.BeginTransaction(deferred: false);
            using var insert = _connection.CreateCommand();
            insert.CommandText =
                """
                INSERT OR REPLACE INTO answer
                    (key, engine, settings, source_language, target_language, source, terms, target, characters, run, answered)
                VALUES ($key, $engine, $settings, $from, $to, $source, $terms, $target, $characters, $run, $answered)
                """;
            foreach (var (key, answer) in answers)
            {
                insert.Parameters.Clear();
                insert.Parameters.AddWithValue("$key", key.Hash());
                insert.Parameters.AddWithValue("$engine", key.Engine);
                insert.Parameters.AddWithValue("$settings", key.Settings);
                insert.Parameters.AddWithValue("$from", key.Pair.Source.ToLowerInvariant());
                insert.Parameters.AddWithValue("$to", key.Pair.Target.ToLowerInvariant());
                insert.Parameters.AddWithValue("$source", key.Source);
                insert.Parameters.AddWithValue("$terms", key.Terms);
                insert.Parameters.AddWithValue("$target", answer.Target);
                insert.Parameters.AddWithValue("$characters", answer.Characters);
                insert.Parameters.AddWithValue("$run", answer.Run);
                insert.Parameters.AddWithValue("$answered", answer.Answered.ToUnixTimeSeconds());
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    /// <summary>Takes every engine's answers for a source out of reuse, because a reviewer refused one.</summary>
    /// <param name="pair">From which language to which.</param>
    /// <param name="source">The source in the notation of <see cref="Articles.TaggedText"/>.</param>
    /// <param name="target">Only answers with this target; <c>null</c> for all.</param>
    /// <returns>How many were taken out.</returns>
    public int Forget(LanguagePair pair, string source, string? target = null)
    {
        lock (_gate)
        {
            using var delete = _connection.CreateCommand();
            delete.CommandText =
                """
                DELETE FROM answer WHERE source = $source AND source_language = $from AND target_language = $to
                    AND ($target IS NULL OR target = $target)
                """;
            delete.Parameters.AddWithValue("$source", source);
            delete.Parameters.AddWithValue("$from", pair.Source.ToLowerInvariant());
            delete.Parameters.AddWithValue("$to", pair.Target.ToLowerInvariant());
            delete.Parameters.AddWithValue("$target", (object?)target ?? DBNull.Value);
            return delete.ExecuteNonQuery();
        }
    }

    /// <summary>How many answers are kept.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                using var count = _connection.CreateCommand();
                count.CommandText = "SELECT count(*) FROM answer";
                return (long)count.ExecuteScalar()!;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _connection.Dispose();
    }
}
