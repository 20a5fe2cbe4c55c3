using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Translate.Articles;

/// <summary>Looks through a zip package before a library that trusts it opens it.</summary>
static class OfficePackage
{
    const int MostParts = 10_000;
    const int MostDepth = 256; // Word nests tables and text boxes; twenty levels are many.
    const long MostXml = 48L << 20;
    const long MostBytes = 256L << 20;
    const long FreeBytes = 4L << 20;
    const int MostRatio = 200;

    /// <summary>What keeps a package from being opened; <c>null</c> when nothing does.</summary>
    /// <remarks>Unpacks every part once, counting what comes out rather than what the package says, and keeps nothing of it.</remarks>
    public static Problem? Inspect(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes.ToArray(), writable: false));
            if (archive.Entries.Count > MostParts) return TooMuch(name);
            long xml = 0, all = 0;
            foreach (var entry in archive.Entries)
            {
                var isXml = Path.GetExtension(entry.FullName) is ".xml" or ".rels";
                var most = Math.Min(isXml ? MostXml - xml : MostBytes - all, Math.Max(FreeBytes, entry.CompressedLength * MostRatio));
                using CountedStream stream = new(entry.Open(), most);
                if (isXml ? !IsShallow(stream) : !Drain(stream)) return TooMuch(name);
                xml += isXml ? stream.Count : 0;
                all += stream.Count;
            }

            return null;
        }
        catch (TooManyBytesException)
        {
            return TooMuch(name);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return Damaged(name);
        }
    }

    /// <summary>Whether an exception speaks of what is in the file.</summary>
    public static bool IsFault(Exception fault) =>
        fault is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or IOException or NotSupportedException
            or ArgumentException or InvalidOperationException or KeyNotFoundException or OverflowException or NullReferenceException;

    /// <summary>The problem of a package that cannot be understood.</summary>
    public static Problem Damaged(string name) => new(
        "AR016", name, 0, "is cut off, damaged, protected by a password or not of the kind that its name says; save it again in Word, Excel or LibreOffice");

    static Problem TooMuch(string name) =>
        new("AR017", name, 0, "unpacks to far more than an article needs; it was not read. Save it again in Word, Excel or LibreOffice, or split it");

    static bool IsShallow(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false });
        while (reader.Read())
            if (reader.Depth > MostDepth) return false;
        return true;
    }

    static bool Drain(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) > 0) { }
        return true;
    }

    sealed class TooManyBytesException : Exception;

    sealed class CountedStream(Stream inner, long most) : Stream
    {
        public long Count { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            Count += count;
            return Count > most ? throw new TooManyBytesException() : count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
