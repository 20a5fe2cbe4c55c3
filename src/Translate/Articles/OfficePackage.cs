using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Translate.Packages;

namespace Translate.Articles;

/// <summary>Looks through a zip package before a library that trusts it opens it.</summary>
static class OfficePackage
{
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
            if (archive.Entries.Count > UnpackedStream.MostParts) return TooMuch(name);
            long xml = 0, all = 0;
            foreach (var entry in archive.Entries)
            {
                var isXml = Path.GetExtension(entry.FullName) is ".xml" or ".rels";
                var most = isXml ? MostXml - xml : MostBytes - all;
                using UnpackedStream stream = new(entry.Open(), UnpackedStream.Allowed(entry.CompressedLength, MostRatio, FreeBytes, most));
                if (isXml ? !IsShallow(stream) : !Drain(stream)) return TooMuch(name);
                // What changes a package reserves room by the size that it states, which may be anything.
                if (stream.Count != entry.Length) return Damaged(name);
                xml += isXml ? stream.Count : 0;
                all += stream.Count;
            }

            return null;
        }
        catch (OversizedPartException)
        {
            return TooMuch(name);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            return Damaged(name);
        }
    }

    /// <summary>Whether an exception speaks of what is in the file.</summary>
    /// <remarks>Attributes are parsed when they are asked for. Null references and wrong arguments are bugs of ours and pass.</remarks>
    public static bool IsFault(Exception fault) =>
        fault is InvalidDataException or XmlException or OpenXmlPackageException or FormatException or OverflowException or IOException or NotSupportedException;

    /// <summary>Whether an exception that came out of the library alone, while it opened a package, speaks of what is in the file.</summary>
    /// <remarks>Fuzzing has it throw these for relations that lead nowhere and for parts without a root.</remarks>
    public static bool IsFaultOfOpening(Exception fault) =>
        IsFault(fault) || fault is ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException;

    /// <summary>The problem of a package that cannot be understood.</summary>
    public static Problem Damaged(string name) => new(
        "AR016", name, 0, "is cut off, damaged, protected by a password or not of the kind that its name says; save it again in Word, Excel or LibreOffice");

    /// <summary>The problem of a package that is too large or too deep.</summary>
    public static Problem TooMuch(string name) =>
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
}
