using System.Text;
using System.Xml;

namespace Translate.Memory;

/// <summary>Files that go to other tools and come from them.</summary>
static class ExchangeFile
{
    /// <summary>Opens a file to be read once from start to end, also while another program has it open; <c>null</c> when it cannot be, which is told.</summary>
    public static FileStream? Open(string path, ICollection<Problem> problems)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("TM001", path, 0, "cannot be opened; check its name and permissions"));
            return null;
        }
    }

    /// <summary>A reader of XML whose encoding the byte order mark tells, and only without one the declaration.</summary>
    /// <remarks>Files that a tool or an editor saved anew in UTF-16 often still declare what they were in before, and the framework refuses them.</remarks>
    public static XmlReader Xml(Stream stream, XmlReaderSettings settings) => ReadMark(stream) is { } encoding
        ? XmlReader.Create(new StreamReader(stream, encoding), settings)
        : XmlReader.Create(stream, settings);

    /// <summary>The encoding that the mark names; <c>null</c> without one, and for a pipe, which cannot be read twice.</summary>
    static Encoding? ReadMark(Stream stream)
    {
        if (!stream.CanSeek) return null;
        var start = stream.Position;
        Span<byte> head = stackalloc byte[4];
        var read = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        stream.Position = start;
        // UTF-32 before UTF-16: its mark starts with that one's. What cannot be decoded must not pass for text.
        Encoding[] marked = [new UTF32Encoding(false, true, true), new UTF32Encoding(true, true, true), new UTF8Encoding(true, true), new UnicodeEncoding(false, true, true), new UnicodeEncoding(true, true, true)];
        foreach (var encoding in marked)
            if (read.StartsWith(encoding.Preamble))
                return encoding;
        return null;
    }

    /// <summary>Writes a file that appears whole or not at all.</summary>
    /// <exception cref="IOException">The folder is absent, full or may not be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".part";
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create)) write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
