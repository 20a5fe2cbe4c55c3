using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Translate.Memory;

/// <summary>A prepared statement by SQLite's own calls, for what is done for every segment or every row, without the provider's own work.</summary>
/// <remarks>Serves the thread that its connection serves. Columns count from 0.</remarks>
sealed class RawStatement : IDisposable
{
    readonly SqliteConnection _connection;
    readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The file is damaged or cannot be read.</exception>
    public RawStatement(SqliteConnection connection, string sql)
    {
        _connection = connection;
        var result = raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement);
        if (result != raw.SQLITE_OK) throw Fault(result);
    }

    /// <summary>Starts anew with a value for the statement's only parameter.</summary>
    public RawStatement With(long value)
    {
        Reset();
        raw.sqlite3_bind_int64(_statement, 1, value);
        return this;
    }

    /// <summary>Goes to the next row; at the end it is ready to be run again.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SqliteException">The file is damaged, locked or cannot be read.</exception>
    public bool Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) throw Fault(result);
        Reset();
        return false;
    }

    public void Reset() => raw.sqlite3_reset(_statement);

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A text as stored, until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(_statement, column);

    public string Text(int column) => System.Text.Encoding.UTF8.GetString(Utf8(column));

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public void Dispose() => _statement.Dispose();

    SqliteException Fault(int result) => new(raw.sqlite3_errmsg(_connection.Handle).utf8_to_string(), result & 0xFF, result);
}
