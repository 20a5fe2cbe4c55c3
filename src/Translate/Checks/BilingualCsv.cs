using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Translate.Articles;

namespace Translate.Checks;

/// <summary>Reads pairs from CSV or TSV whose header names two columns by language tags.</summary>
public static class BilingualCsv
{
    static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads pairs as a stream; memory use does not grow with the file.</summary>
    /// <param name="stream">UTF-8 with or without a byte order mark, or UTF-16 with one.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="from">Language of the source; <c>null</c>: the first column named by a language tag.</param>
    /// <param name="to">Language of the target; <c>null</c>: the other one.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    public static IEnumerable<BilingualRow> Read(Stream stream, string name, string? from, string? to, ICollection<Problem> problems)
    {
        using StreamReader text = new(stream, s_strict, detectEncodingFromByteOrderMarks: true);
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            MissingFieldFound = null,
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            IgnoreBlankLines = true,
        };
        using CsvReader csv = new(text, configuration);
        if (!TryRead(csv, name, problems) || !csv.ReadHeader() || csv.HeaderRecord is not { } header)
        {
            if (problems.Count == 0) problems.Add(new("CK006", name, 0, "holds no pairs; the first row names two languages, the others hold text"));
            yield break;
        }

        var (source, target, pair) = Bind(header, name, from, to, problems);
        if (source < 0) yield break;
        var comment = Array.FindIndex(header, cell => cell.Trim().Equals("comment", StringComparison.OrdinalIgnoreCase));
        var id = Array.FindIndex(header, cell => cell.Trim().Equals("id", StringComparison.OrdinalIgnoreCase));
        var row = 0;
        while (TryRead(csv, name, problems))
        {
            var (before, after) = (csv.GetField(source) ?? "", csv.GetField(target) ?? "");
            row++;
            if (before.Length == 0 && after.Length == 0) continue;
            var record = csv.Parser.RawRecord.AsSpan().TrimEnd("\r\n");
            var lines = record.Count('\n');
            if (lines > 0 && record.Count('"') % 2 == 1)
                problems.Add(new("CK001", name, csv.Parser.RawRow - lines, "a quotation mark is opened here and not closed; what follows was read as one cell"));
            yield return new(row, csv.Parser.RawRow - lines, pair, Tagged(before), Tagged(after), id < 0 ? "" : csv.GetField(id) ?? "", comment < 0 ? "" : csv.GetField(comment) ?? "");
        }

        if (row == 0) problems.Add(new("CK006", name, 0, "holds no pairs below its header"));
    }

    static TaggedText Tagged(string text) => TaggedText.Parse(text, []);

    static bool TryRead(CsvReader csv, string name, ICollection<Problem> problems)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new("CK003", name, csv.Parser.RawRow + 1, "is not UTF-8 here; save the file as UTF-8"));
        }
        catch (Exception fault) when (fault is CsvHelperException or IOException or ArgumentException)
        {
            problems.Add(new("CK001", name, csv.Parser.RawRow + 1, "cannot be read from here on; look for an unclosed quotation mark"));
        }

        return false;
    }

    static (int Source, int Target, LanguagePair Pair) Bind(string[] header, string name, string? from, string? to, ICollection<Problem> problems)
    {
        var tags = Enumerable.Range(0, header.Length).Where(i => IsTag(header[i])).ToList();
        var source = from is null ? tags.FirstOrDefault(i => to is null || !Names(header[i], to), -1) : tags.FirstOrDefault(i => Names(header[i], from), -1);
        var target = to is null ? tags.FirstOrDefault(i => i != source, -1) : tags.FirstOrDefault(i => i != source && Names(header[i], to), -1);
        var many = (from is null || to is null) && tags.Count > 2;
        if (source >= 0 && target >= 0 && !many) return (source, target, new(from ?? header[source].Trim(), to ?? header[target].Trim()));
        var columns = tags.Count == 0 ? "no column is named by a language tag" : $"the columns {string.Join(", ", tags.Select(i => header[i].Trim()))} are named by language tags";
        problems.Add(many
            ? new("CK005", name, 1, $"{columns}; say which two with --from and --to")
            : new("CK004", name, 1, $"{columns}; name one {from ?? "zh"} and one {to ?? "en"} in the first row"));
        return (-1, -1, new("und", "und"));
    }

    /// <summary>A header such as zh, en, zh-Hans, pt-BR: two or three letters, then subtags.</summary>
    static bool IsTag(string cell)
    {
        var parts = cell.Trim().Split('-', '_');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter) && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit))
            && parts[0].ToLowerInvariant() is not ("id" or "no" or "nr" or "key" or "row");
    }

    /// <summary>Whether a column's tag is the language asked for: equal, or one a shorter form of the other.</summary>
    static bool Names(string cell, string tag)
    {
        var column = cell.Trim().Replace('_', '-');
        return column.Equals(tag, StringComparison.OrdinalIgnoreCase) || LanguagePair.Language(column) == LanguagePair.Language(tag)
            && (!column.Contains('-', StringComparison.Ordinal) || !tag.Contains('-', StringComparison.Ordinal)
                || LanguagePair.IsTraditional(column) == LanguagePair.IsTraditional(tag));
    }
}
