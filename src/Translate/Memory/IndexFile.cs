using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Translate.Memory;

/// <summary>Keeps an index beside its database, so that the next run need not build it. It may be deleted at any time.</summary>
static class IndexFile
{
    // "TRLTIDX" and the version of this layout, of the folding and of the hashes.
    const long Magic = 0x01_58_44_49_54_4C_52_54;

    /// <summary>The index and the last row it covers; <c>null</c> when there is none, or none of this database as it stands.</summary>
    public static (PieceIndex Index, long LastRow)? Read(string path, SqliteConnection connection)
    {
        try
        {
            if (!File.Exists(path)) return null;
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
            var header = ReadArray<long>(stream, 10);
            var (lastRow, token, pieceLength) = (header[1], header[2], (int)header[3]);
            if (header[0] != Magic || header[9] != stream.Length || pieceLength is not (2 or 3) || TokenOf(lastRow, connection) != token) return null;
            var index = PieceIndex.FromParts(pieceLength,
                ReadArray<char>(stream, header[4]), ReadArray<int>(stream, header[5]), ReadArray<ulong>(stream, header[6]),
                ReadArray<int>(stream, header[7]), ReadArray<int>(stream, header[8]));
            return index is null ? null : (index, lastRow);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Writes the file whole or not at all; where it cannot be written, the index is built again next time.</summary>
    public static void Write(string path, PieceIndex index, long lastRow, SqliteConnection connection)
    {
        if (TokenOf(lastRow, connection) is not { } token) return;
        var temporary = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            var parts = index.Parts.ToList();
            var bytes = parts.Sum(part => (long)Buffer.ByteLength(part));
            long[] header = [Magic, lastRow, token, index.PieceLength, .. parts.Select(part => (long)part.Length), 10 * sizeof(long) + bytes];
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0))
            {
                stream.Write(MemoryMarshal.AsBytes(header.AsSpan()));
                foreach (var part in parts) stream.Write(BytesOf(part));
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
        }
    }

    /// <summary>Tells this database's row from a row of that number in another one, or in an older copy that went on differently.</summary>
    static long? TokenOf(long row, SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT token, pair.key FROM pair JOIN import ON import.id = pair.import WHERE pair.id = $row";
        command.Parameters.AddWithValue("$row", row);
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetInt64(0) ^ reader.GetInt64(1) : null;
    }

    static T[] ReadArray<T>(FileStream stream, long length) where T : struct
    {
        if (length < 0 || length * Unsafe.SizeOf<T>() > stream.Length) throw new IOException("shorter than it says");
        var array = GC.AllocateUninitializedArray<T>((int)length);
        var bytes = MemoryMarshal.AsBytes(array.AsSpan());
        stream.ReadExactly(bytes);
        return array;
    }

    static ReadOnlySpan<byte> BytesOf(Array part) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(part), Buffer.ByteLength(part));

    static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It is a temporary file of ours; the next run does not need it gone.
        }
    }
}
