using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Translate.Review;

/// <summary>
/// Tells whether a workbook is byte for byte what this program wrote. The stamp is a custom document property: a SHA-256 over
/// name, size and CRC-32 of every other part, so that any edit and any save by another program shows.
/// </summary>
sealed class WorkbookStamp
{
    /// <summary>The part that holds the stamp.</summary>
    public const string Path = "docProps/custom.xml";

    const string Name = "TranslateStamp";
    readonly StringBuilder _parts = new();
    Action? _pending;

    /// <summary>Notes a part; its check sum is taken by <see cref="Close"/>, once the part is complete.</summary>
    public void Add(string name, long size, ZipArchiveEntry entry) => _pending = () => Append(_parts, name, size, entry.Crc32);

    /// <summary>Takes the check sum of the part noted last.</summary>
    public void Close()
    {
        _pending?.Invoke();
        _pending = null;
    }

    /// <summary>The document properties that hold the stamp.</summary>
    public string ToProperties() =>
        WorkbookFrame.Declaration
        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\""
        + " xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        + $"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{Name}\"><vt:lpwstr>{Hash(_parts)}</vt:lpwstr></property>"
        + "</Properties>";

    /// <summary>Whether a file is exactly what this program wrote; <c>false</c> also for what cannot be read.</summary>
    public static bool IsIntact(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            StringBuilder parts = new();
            string? stamp = null;
            foreach (var entry in archive.Entries)
            {
                if (entry.FullName != Path)
                    Append(parts, entry.FullName, entry.Length, entry.Crc32);
                else if (stamp is null && entry.Length < 4096)
                    stamp = Read(entry);
                else
                    return false;
            }

            return stamp is not null && stamp.Contains($">{Hash(parts)}<", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }

    static string Read(ZipArchiveEntry entry)
    {
        using StreamReader reader = new(entry.Open());
        return reader.ReadToEnd();
    }

    static void Append(StringBuilder parts, string name, long size, uint crc) =>
        parts.Append(CultureInfo.InvariantCulture, $"{name}\t{size}\t{crc:x8}\n");

    static string Hash(StringBuilder parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToString())));
}
