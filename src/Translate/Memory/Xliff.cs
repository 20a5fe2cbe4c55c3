using System.Text;
using System.Xml;
using Translate.Articles;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>The versions of XLIFF that are written; 1.0 to 2.1 are read.</summary>
public enum XliffVersion
{
    /// <summary>XLIFF 1.2 (OASIS, 2008), which every CAT tool reads.</summary>
    V12,

    /// <summary>XLIFF 2.1 (OASIS, 2018; ISO 21720).</summary>
    V21,
}

/// <summary>One segment of an XLIFF file.</summary>
/// <param name="Original">The article it belongs to: the file element's <c>original</c>.</param>
/// <param name="Id">Its id; the segment's own id in files of ours.</param>
/// <param name="Pair">From which language to which; the target language is <c>und</c> when the file names none.</param>
/// <param name="Source">The source.</param>
/// <param name="Target">The target; empty when there is none.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Row">Line of the file, from 1.</param>
public sealed record XliffSegment(
    string Original, string Id, LanguagePair Pair, TaggedText Source, TaggedText Target, SegmentStatus Status, int Row);

/// <summary>XLIFF in and out, for houses that review in a CAT tool.</summary>
public static class Xliff
{
    /// <summary>Writes articles with all their segments; the file appears whole or not at all.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="articles">The articles; for 2.1 all of one language pair.</param>
    /// <param name="version">Which XLIFF.</param>
    /// <exception cref="ArgumentException">Articles of several language pairs in one 2.1 file, which cannot say so.</exception>
    /// <exception cref="IOException">The folder is absent, full or may not be written.</exception>
    public static void Write(string path, IEnumerable<TranslatedArticle> articles, XliffVersion version) =>
        ExchangeFile.Write(path, stream => Write(stream, articles, version));

    /// <summary>Writes articles into a stream, which stays open.</summary>
    /// <exception cref="ArgumentException">Articles of several language pairs in one 2.1 file, which cannot say so.</exception>
    public static void Write(Stream stream, IEnumerable<TranslatedArticle> articles, XliffVersion version)
    {
        XmlWriterSettings settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(stream, settings);
        if (version == XliffVersion.V12) Xliff12Writer.Write(xml, articles);
        else Xliff21Writer.Write(xml, articles);
    }

    /// <summary>Reads the segments of a file of any XLIFF version, ours or another tool's, one unit at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives, at the end, what was skipped and why; a damaged file gives what stands before the damage.</param>
    public static IEnumerable<XliffSegment> Read(string path, ICollection<Problem> problems)
    {
        using var stream = ExchangeFile.Open(path, problems);
        if (stream is null) yield break;
        foreach (var segment in Read(stream, path, problems)) yield return segment;
    }

    /// <summary>Reads segments from a stream.</summary>
    /// <param name="stream">The bytes; the encoding is told by the byte order mark or the XML declaration.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="problems">Receives, at the end, what was skipped and why.</param>
    public static IEnumerable<XliffSegment> Read(Stream stream, string name, ICollection<Problem> problems) =>
        new XliffReader(stream, name, problems).Read();

    /// <summary>Segments with those that are joined to them, which were translated in their target.</summary>
    public static IEnumerable<IReadOnlyList<XliffSegment>> Together(IEnumerable<XliffSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        List<XliffSegment> together = [];
        foreach (var segment in segments)
        {
            if (together.Count > 0 && !(segment.Status == SegmentStatus.Joined && segment.Original == together[0].Original))
            {
                yield return together;
                together = [];
            }

            together.Add(segment);
        }

        if (together.Count > 0) yield return together;
    }

    /// <summary>Segments of which the first has the target of all as one; the white space between them, which a file does not keep, is that of their script.</summary>
    public static XliffSegment AsOne(IReadOnlyList<XliffSegment> together)
    {
        ArgumentNullException.ThrowIfNull(together);
        if (together.Count == 1) return together[0];
        var (source, target) = JoinedText.Join([.. together.Select((segment, i) => (segment.Source, i == 0 ? "" : Gap(together[i - 1].Source.Text, segment.Source.Text)))], together[0].Target.ToString());
        return together[0] with { Source = source, Target = target };
    }

    static string Gap(string before, string after) => before.Length == 0 || after.Length == 0 || Han.IsWide(before[^1]) || Han.IsWide(after[0]) ? "" : " ";

    /// <summary>The pairs of a file that have a target, as they go into a memory; what is joined to a segment is one pair with it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives what was skipped and why.</param>
    public static IEnumerable<MemoryEntry> ReadPairs(string path, ICollection<Problem> problems) =>
        Together(Read(path, problems)).Select(AsOne)
            .Where(segment => segment.Target.Text.Length > 0 && segment.Status is not (SegmentStatus.Rejected or SegmentStatus.Question or SegmentStatus.Joined))
            .Select(segment => new MemoryEntry(segment.Pair, segment.Source, segment.Target)
            {
                State = segment.Status switch
                {
                    SegmentStatus.Approved => MemoryState.Approved,
                    SegmentStatus.Edited => MemoryState.Edited,
                    _ => MemoryState.Imported,
                },
                Row = segment.Row,
            });
}
