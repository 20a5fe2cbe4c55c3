namespace Translate.Glossaries;

/// <summary>Formats in which glossaries come and go.</summary>
public enum ExchangeFormat
{
    /// <summary>The tool's own CSV.</summary>
    Csv,

    /// <summary>An Excel workbook for editing.</summary>
    Xlsx,

    /// <summary>TBX-Basic, ISO 30042:2019.</summary>
    Tbx,

    /// <summary>TMX 1.4b, one unit for each concept.</summary>
    Tmx,

    /// <summary>Tab-separated glossary of Azure document translation.</summary>
    AzureTsv,

    /// <summary>CSV glossary of DeepL.</summary>
    DeepLCsv,
}

/// <summary>Reads and writes glossary tables in the formats of other programs.</summary>
public static class GlossaryExchange
{
    /// <summary>The format that a file's name stands for; <c>null</c> when it must be said.</summary>
    public static ExchangeFormat? FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".CSV" => ExchangeFormat.Csv,
        ".XLSX" => ExchangeFormat.Xlsx,
        ".TBX" => ExchangeFormat.Tbx,
        ".TMX" => ExchangeFormat.Tmx,
        ".TSV" => ExchangeFormat.AzureTsv,
        _ => null,
    };

    /// <summary>Writes a table.</summary>
    /// <param name="table">The glossary.</param>
    /// <param name="stream">Receives the file.</param>
    /// <param name="format">The format.</param>
    /// <param name="pair">The two languages, for formats that hold one pair.</param>
    /// <returns>What the format cannot say, for people; one line for each kind of loss.</returns>
    public static IReadOnlyList<string> Write(GlossaryTable table, Stream stream, ExchangeFormat format, LanguagePair pair)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(stream);
        switch (format)
        {
            case ExchangeFormat.Csv:
                using (StreamWriter writer = new(stream, new System.Text.UTF8Encoding(false), leaveOpen: true)) GlossaryFile.Write(writer, table);
                return [];
            case ExchangeFormat.Xlsx:
                XlsxGlossary.Write(table, stream);
                return [];
            case ExchangeFormat.Tbx: return TbxWriter.Write(table, stream);
            case ExchangeFormat.Tmx: return TmxGlossary.Write(table, stream);
            default: return PairGlossary.Write(table, stream, format, pair);
        }
    }

    /// <summary>Reads a table.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="format">The format.</param>
    /// <param name="pair">The two languages, for formats that do not name them.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="losses">Receives what the file says and a glossary has no place for; nothing when it is not given.</param>
    /// <returns><c>null</c> when nothing could be read.</returns>
    public static GlossaryTable? Read(
        Stream stream, string file, ExchangeFormat format, LanguagePair pair, List<Problem> problems, ICollection<string>? losses = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        return format switch
        {
            ExchangeFormat.Csv => GlossaryFile.Decode(bytes.ToArray(), file, problems) is { } text ? GlossaryTable.Parse(text, file, problems) : null,
            ExchangeFormat.Xlsx => XlsxGlossary.Read(bytes, file, problems),
            ExchangeFormat.Tbx => TbxReader.Read(bytes, file, problems, losses),
            ExchangeFormat.Tmx => TmxGlossary.Read(bytes, file, problems),
            _ => PairGlossary.Read(bytes, file, format, pair, problems),
        };
    }

    /// <summary>The table of concepts that were read from files with other columns.</summary>
    public static GlossaryTable ToTable(IEnumerable<TermEntry> entries, string file)
    {
        var all = entries.ToList();
        var languages = all.SelectMany(entry => entry.Forms).Select(forms => forms.Language).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var columns = GlossaryColumns.For(languages).Concat(all.SelectMany(entry => entry.Other.Keys)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new(file, columns, [.. all.Select(entry => (IReadOnlyList<string>)[.. columns.Select(column => CellOf(entry, column))])]);
    }

    static string CellOf(TermEntry entry, string column)
    {
        switch (column)
        {
            case "id": return entry.Id;
            case "status": return entry.Status == ConceptStatus.Approved ? "" : entry.Status == ConceptStatus.Proposed ? "proposed" : "deprecated";
            case "keep": return entry.Keep ? "yes" : "";
            case "pos": return entry.PartOfSpeech;
            case "definition": return entry.Definition;
            case "note": return entry.Note;
        }

        if (entry.Other.TryGetValue(column, out var other)) return other;
        var dot = column.IndexOf('.', StringComparison.Ordinal);
        var language = dot < 0 ? column : column[..dot];
        if (entry.Forms.FirstOrDefault(forms => forms.Language.Equals(language, StringComparison.OrdinalIgnoreCase)) is not { } own) return "";
        return (dot < 0 ? "" : column[(dot + 1)..]) switch
        {
            "" => own.Preferred,
            "variants" => GlossaryColumns.Join(own.Variants),
            "forbidden" => GlossaryColumns.Join(own.Forbidden),
            "case" => own.Case switch { TermCase.Sensitive => "sensitive", TermCase.Acronym => "acronym", _ => "" },
            "match" => own.Matching switch { TermMatching.Exact => "exact", TermMatching.Inflected => "inflected", _ => "" },
            "unless" => GlossaryColumns.Join(own.Unless),
            "when" => GlossaryColumns.Join(own.When),
            _ => "",
        };
    }
}
