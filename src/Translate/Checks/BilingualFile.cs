using Translate.Memory;

namespace Translate.Checks;

/// <summary>Reads the pairs of any bilingual file that the checks can look at, but workbooks, which the review reads.</summary>
public static class BilingualFile
{
    /// <summary>Extensions that <see cref="Read"/> knows.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv", ".tmx", ".xlf", ".xliff"];

    /// <summary>Reads pairs as a stream.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">Language of the source; <c>null</c>: what the file says.</param>
    /// <param name="to">Language of the target; <c>null</c>: what the file says.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    public static IEnumerable<BilingualRow> Read(string path, string? from, string? to, ICollection<Problem> problems)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (Directory.Exists(path))
        {
            problems.Add(new("CK001", path, 0, "is a folder; name the files in it"));
            return [];
        }

        if (!Extensions.Contains(extension))
        {
            problems.Add(new("CK002", path, 0, $"{(extension.Length == 0 ? "a file without extension" : extension)} cannot be checked; give .xlsx, .xlf, .tmx or .csv"));
            return [];
        }

        if (Open(path, problems) is not { } stream) return [];
        return Closing(stream, extension switch
        {
            ".tmx" => FromMemory(Tmx.Read(stream, path, problems), from, to),
            ".xlf" or ".xliff" => FromXliff(Xliff.Read(stream, path, problems), from, to),
            _ => BilingualCsv.Read(stream, path, from, to, problems),
        });
    }

    static FileStream? Open(string path, ICollection<Problem> problems)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new("CK001", path, 0, "cannot be opened; check its name and permissions"));
            return null;
        }
    }

    static IEnumerable<BilingualRow> Closing(FileStream stream, IEnumerable<BilingualRow> rows)
    {
        using (stream)
            foreach (var row in rows) yield return row;
    }

    static IEnumerable<BilingualRow> FromMemory(IEnumerable<MemoryEntry> entries, string? from, string? to)
    {
        var row = 0;
        foreach (var entry in entries)
        {
            if (!Matches(entry.Pair.Source, from) || !Matches(entry.Pair.Target, to)) continue;
            yield return new(++row, entry.Row, entry.Pair, entry.Source, entry.Target);
        }
    }

    /// <summary>Segments that are joined to the one before are counted and looked at with it.</summary>
    static IEnumerable<BilingualRow> FromXliff(IEnumerable<XliffSegment> segments, string? from, string? to)
    {
        var row = 1;
        foreach (var together in Xliff.Together(segments))
        {
            var segment = Xliff.AsOne(together);
            LanguagePair pair = new(from ?? segment.Pair.Source, to ?? (segment.Pair.Target == "und" ? "en" : segment.Pair.Target));
            if (segment.Status != SegmentStatus.Joined) yield return new(row, segment.Row, pair, segment.Source, segment.Target, segment.Id);
            row += together.Count;
        }
    }

    static bool Matches(string language, string? asked) =>
        asked is null || LanguagePair.Language(language) == LanguagePair.Language(asked);
}
