using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>The one SQLite file behind the memory and the answer store; several processes may have it open.</summary>
/// <remarks>
/// The schema is numbered by <c>PRAGMA user_version</c> and only ever moves forward: a newer file is refused, never changed.
/// Write-ahead logging keeps what was committed when the process is killed.
/// </remarks>
public sealed class MemoryDatabase : IDisposable
{
    // "TRLT"; tells our files from other programs' databases.
    const int ApplicationId = 0x54524C54;

    readonly SqliteConnection _anchor;

    MemoryDatabase(string path, SqliteConnection anchor) => (Path, _anchor) = (path, anchor);

    /// <summary>The file as it was named; <c>:memory:</c> for one that lives as long as this object.</summary>
    public string Path { get; }

    /// <summary>Opens the file, makes it where there is none, and brings its schema up to date.</summary>
    /// <param name="path">A file, or <c>:memory:</c>.</param>
    /// <exception cref="MemoryFileException">It is not a memory, is damaged, is newer than this program, or cannot be opened.</exception>
    public static MemoryDatabase Open(string path)
    {
        SqliteConnectionStringBuilder settings = new() { DataSource = path, DefaultTimeout = 30, Pooling = false };
        if (path == ":memory:")
            (settings.DataSource, settings.Mode, settings.Cache) = (Guid.NewGuid().ToString("n"), SqliteOpenMode.Memory, SqliteCacheMode.Shared);

        SqliteConnection anchor = new(settings.ToString());
        try
        {
            anchor.Open();
            // Write-ahead logging changes a file's header: another program's file must be known before.
            using (anchor.BeginTransaction(deferred: true)) GetVersion(anchor, path);
            Prepare(anchor);
            Migrate(anchor, path);
            return new(path, anchor);
        }
        catch (SqliteException fault)
        {
            anchor.Dispose();
            throw new MemoryFileException(Explain(path, fault), fault);
        }
        catch
        {
            anchor.Dispose();
            throw;
        }
    }

    /// <summary>A connection of its own, ready for use; the caller disposes it. A connection serves one thread at a time.</summary>
    public SqliteConnection Connect()
    {
        SqliteConnection connection = new(_anchor.ConnectionString);
        connection.Open();
        Prepare(connection);
        return connection;
    }

    /// <inheritdoc/>
    public void Dispose() => _anchor.Dispose();

    static void Prepare(SqliteConnection connection)
    {
        // NORMAL loses nothing when the process dies; only a power cut can cost the last commits.
        // Uncommitted rows can be seen in ":memory:" alone, where a reader and a writer would otherwise lock each other out.
        Execute(connection, "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA read_uncommitted = 1;");
    }

    static void Migrate(SqliteConnection connection, string path)
    {
        // Immediate, so that of two processes that open a new file one waits for the other.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = GetVersion(connection, path);
        for (var next = (int)version; next < Schema.Versions.Count; next++) Execute(connection, Schema.Versions[next]);
        if (version < Schema.Versions.Count)
            Execute(connection, FormattableString.Invariant(
                $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Schema.Versions.Count};"));
        transaction.Commit();
    }

    /// <summary>The schema's version, once the file is known to be ours or new.</summary>
    static long GetVersion(SqliteConnection connection, string path)
    {
        var version = Read(connection, "PRAGMA user_version");
        if (version > Schema.Versions.Count)
            throw new MemoryFileException(FormattableString.Invariant(
                $"{path}: error TM021: written by a newer version of this program (schema {version}, known up to {Schema.Versions.Count}); update the program or name another file with --memory"));
        if (version == 0 && Read(connection, "SELECT count(*) FROM sqlite_master") > 0
            || version > 0 && Read(connection, "PRAGMA application_id") != ApplicationId)
            throw new MemoryFileException($"{path}: error TM020: a database of another program, not a translation memory; name another file with --memory");
        return version;
    }

    static long Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>What a failure of the file means, in one line.</summary>
    /// <param name="path">The file as it was named.</param>
    /// <param name="fault">What SQLite said.</param>
    /// <remarks>Result codes: https://sqlite.org/rescode.html</remarks>
    public static string Explain(string path, SqliteException fault) => fault.SqliteErrorCode switch
    {
        11 or 26 => $"{path}: error TM020: not a translation memory, or damaged; restore a copy or name another file with --memory",
        5 or 6 => $"{path}: error TM022: another program keeps it locked; close that program and try again",
        8 => $"{path}: error TM023: may not be written; change its permissions or name another file with --memory",
        13 => $"{path}: error TM024: the disk is full; free some space and try again",
        _ => FormattableString.Invariant($"{path}: error TM025: cannot be opened or used (SQLite code {fault.SqliteErrorCode}); check that its folder exists and may be written"),
    };
}
