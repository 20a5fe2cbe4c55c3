using System.Globalization;

namespace Translate.Memory;

/// <summary>Translation Memory eXchange 1.4b, in and out, as a stream: memory use does not grow with the file.</summary>
/// <remarks>The specification: https://www.gala-global.org/tmx-14b (comments name its sections and elements).</remarks>
public static class Tmx
{
    /// <summary>The types of <c>prop</c> that we write and read; the specification asks for an "x-" in front of one's own.</summary>
    internal const string StateProp = "x-translate-state", BeforeProp = "x-translate-before", AfterProp = "x-translate-after";

    /// <summary>The date format of its attributes, <c>YYYYMMDDThhmmssZ</c>.</summary>
    internal const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads a file's pairs, from the source language to each other one; with <c>srclang="*all*"</c> from each to each.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives, at the end, what was skipped and why; a damaged file gives what stands before the damage.</param>
    public static IEnumerable<MemoryEntry> Read(string path, ICollection<Problem> problems)
    {
        using var stream = ExchangeFile.Open(path, problems);
        if (stream is null) yield break;
        foreach (var entry in Read(stream, path, problems)) yield return entry;
    }

    /// <summary>Reads pairs from a stream.</summary>
    /// <param name="stream">The bytes; the encoding is told by the byte order mark or the XML declaration.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="problems">Receives, at the end, what was skipped and why.</param>
    public static IEnumerable<MemoryEntry> Read(Stream stream, string name, ICollection<Problem> problems) =>
        new TmxReader(stream, name, problems).Read();

    /// <summary>Writes pairs as TMX; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="entries">The pairs, in the order in which they are written.</param>
    /// <param name="sourceLanguage">The language of most sources; a unit with another one says so itself.</param>
    /// <returns>How many units were written.</returns>
    /// <exception cref="IOException">The folder is absent, full or may not be written.</exception>
    public static int Write(string path, IEnumerable<MemoryEntry> entries, string sourceLanguage)
    {
        var written = 0;
        ExchangeFile.Write(path, stream => written = Write(stream, entries, sourceLanguage));
        return written;
    }

    /// <summary>Writes pairs as TMX into a stream, which stays open.</summary>
    public static int Write(Stream stream, IEnumerable<MemoryEntry> entries, string sourceLanguage) =>
        TmxWriter.Write(stream, entries, sourceLanguage);

    /// <summary>Writes pairs as TMX to a text writer, which stays open and must write UTF-8, as the file says of itself.</summary>
    public static int Write(TextWriter text, IEnumerable<MemoryEntry> entries, string sourceLanguage) =>
        TmxWriter.Write(text, entries, sourceLanguage);

    /// <summary>A date as tools write it; <c>null</c> when it cannot be read.</summary>
    internal static DateTimeOffset? ReadDate(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        return DateTimeOffset.TryParseExact(text, [DateFormat, "yyyyMMdd'T'HHmmss", "yyyyMMdd", "yyyyMMdd'T'HHmm'Z'"], CultureInfo.InvariantCulture, Utc, out var date)
            || text.Contains('-', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out date)
                ? date : null;
    }
}
