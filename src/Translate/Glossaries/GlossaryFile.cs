using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Translate.Glossaries;

/// <summary>Reads and writes glossary files: UTF-8 CSV by RFC 4180, one concept per row, columns bound by name.</summary>
public static class GlossaryFile
{
    static readonly UTF8Encoding s_strict = new(false, true);

    /// <summary>Reads a file, or every <c>.csv</c> of a folder.</summary>
    /// <param name="path">File or folder.</param>
    /// <param name="problems">Receives what is wrong; a row with a problem that makes it unusable is left out.</param>
    public static Glossary Read(string path, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (Directory.Exists(path))
        {
            var files = Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal).Select(file => Read(file, problems)).ToList();
            if (files.Count == 0) problems.Add(new("GL001", path, 0, "no .csv file in this folder; name a glossary file"));
            return new([.. files.SelectMany(file => file.Entries)]);
        }

        return ReadTable(path, problems) is { } table ? new(ToEntries(table, problems)) : Glossary.Empty;
    }

    /// <summary>Reads a glossary from a stream.</summary>
    /// <param name="stream">CSV bytes.</param>
    /// <param name="file">Its name, for problems and for <see cref="TermEntry.File"/>.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static Glossary Read(Stream stream, string file, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Decode(bytes.ToArray(), file, problems) is { } text && GlossaryTable.Parse(text, file, problems) is { } table
            ? new(ToEntries(table, problems)) : Glossary.Empty;
    }

    /// <summary>Reads a file as a table of cells.</summary>
    /// <returns><c>null</c> when it cannot be read as a glossary; the problems say why.</returns>
    public static GlossaryTable? ReadTable(string path, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > 256_000_000 })
            {
                problems.Add(new("GL019", path, 0, "the file has more than 256 MB; a glossary that large is a slip, split it"));
                return null;
            }

            return Decode(File.ReadAllBytes(path), path, problems) is { } text ? GlossaryTable.Parse(text, path, problems) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var what = fault is FileNotFoundException or DirectoryNotFoundException ? "no such file; check the name"
                : fault is UnauthorizedAccessException ? "not permitted; check who may read the file" : "cannot be read: " + fault.Message.ReplaceLineEndings(" ");
            problems.Add(new("GL001", path, 0, what));
            return null;
        }
    }

    /// <summary>Makes concepts of a table's rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="problems">Receives what makes a row unusable; such rows are left out.</param>
    public static IReadOnlyList<TermEntry> ToEntries(GlossaryTable table, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(table);
        RowReader reader = new(table);
        List<TermEntry> entries = new(table.Rows.Count);
        HashSet<string> ids = new(StringComparer.Ordinal);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            if (reader.Read(i, problems) is not { } entry) continue;
            if (ids.Add(entry.Id)) entries.Add(entry);
            else problems.Add(new("GL006", table.File, i + 2, $"id {entry.Id} stands in an earlier row too; give this concept its own id, or join the rows"));
        }

        return entries;
    }

    /// <summary>Writes a table whole or not at all: beside the file first, then in its place.</summary>
    public static void Write(string path, GlossaryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var beside = path + ".new";
        using (StreamWriter writer = new(beside, false, s_strict) { NewLine = "\n" })
            Write(writer, table);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Writes a table as CSV.</summary>
    public static void Write(TextWriter writer, GlossaryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using CsvWriter csv = new(writer, configuration, leaveOpen: true);
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            foreach (var cell in row) csv.WriteField(cell);
            csv.NextRecord();
        }
    }

    /// <summary>The text of a file's bytes: UTF-8, or UTF-16 with its mark.</summary>
    /// <returns><c>null</c>, and a problem, for any other encoding.</returns>
    internal static string? Decode(byte[] bytes, string file, List<Problem> problems)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        var start = bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (bytes.AsSpan().IndexOf((byte)0) is var nul and >= 0)
        {
            problems.Add(new("GL002", file, bytes.AsSpan(0, nul).Count((byte)'\n') + 1, WhyNul(bytes)));
            return null;
        }

        try
        {
            return s_strict.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException fault)
        {
            var row = bytes.AsSpan(0, Math.Clamp(fault.Index + start, 0, bytes.Length)).Count((byte)'\n') + 1;
            problems.Add(new("GL002", file, row, $"not UTF-8 ({Guess(bytes)}); save it as 'CSV UTF-8'"));
            return null;
        }
    }

    /// <summary>What a file that holds zero bytes probably is, and what to do.</summary>
    static string WhyNul(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("PK"u8)) return "this is a workbook, not CSV; bring it in with 'translate glossary import'";
        if (bytes.Length > 3 && (bytes[0] == 0) != (bytes[1] == 0) && (bytes[2] == 0) != (bytes[3] == 0))
            return "this is UTF-16 without a byte order mark; save it as 'CSV UTF-8'";
        return "a zero byte, so this is no text file; save the glossary as 'CSV UTF-8'";
    }

    /// <summary>What a file that is not UTF-8 probably is, for the message.</summary>
    static string Guess(byte[] bytes)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var (name, said) in ((string, string)[])[("GB18030", "it reads as GB18030, which Excel writes on Chinese Windows"), ("big5", "it reads as Big5")])
        {
            try
            {
                Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
                return said;
            }
            catch (DecoderFallbackException)
            {
                // Not this one; the next may be it.
            }
        }

        return "its encoding is unknown";
    }
}
