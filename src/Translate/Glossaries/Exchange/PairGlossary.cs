using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Translate.Glossaries;

/// <summary>Glossaries of engines: two columns, no header, no source term twice.</summary>
/// <remarks>
/// Azure document translation takes tab-separated pairs; DeepL takes CSV by RFC 4180, terms of at most 1,024 UTF-8 bytes without
/// control characters.
/// </remarks>
static class PairGlossary
{
    public static IReadOnlyList<string> Write(GlossaryTable table, Stream stream, ExchangeFormat format, LanguagePair pair)
    {
        List<Problem> ignored = [];
        List<(string Source, string Target)> rows = [];
        HashSet<string> sources = new(StringComparer.Ordinal);
        int slots = 0, twice = 0, unusable = 0, notEnforced = 0, bare = 0;
        foreach (var entry in GlossaryFile.ToEntries(table, ignored))
        {
            if (entry.In(pair.Source) is not { } source || entry.In(pair.Target) is not { } target) bare++;
            else if (entry.Status != ConceptStatus.Approved) notEnforced++;
            else
                foreach (var form in source.Variants.Prepend(source.Preferred))
                {
                    if (form.Contains("{n}", StringComparison.Ordinal) || target.Preferred.Contains("{n}", StringComparison.Ordinal)) slots++;
                    else if (!IsUsable(form) || !IsUsable(target.Preferred)) unusable++;
                    else if (!sources.Add(form)) twice++;
                    else rows.Add((form, target.Preferred));
                }
        }

        using StreamWriter text = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        using CsvWriter csv = new(text, Configuration(format), leaveOpen: true);
        foreach (var (source, target) in rows)
        {
            csv.WriteField(source);
            csv.WriteField(target);
            csv.NextRecord();
        }

        var name = format == ExchangeFormat.AzureTsv ? "an Azure glossary" : "a DeepL glossary";
        (int Count, string What)[] losses =
        [
            (slots, "forms with a slot for a number"), (twice, "forms that another concept has too (it takes a source term once)"),
            (unusable, "forms with control characters or of more than 1,024 bytes"), (notEnforced, "concepts that are proposed or deprecated"), (bare, "concepts without a term in one of the two languages"),
        ];
        return [.. losses.Where(loss => loss.Count > 0).Select(loss => $"{name} has no room for {loss.What}: {loss.Count}")
            .Append($"{name} holds source and preferred target only: variants of the target, forbidden terms, when, unless, case and notes are not in the file")];
    }

    public static GlossaryTable? Read(MemoryStream stream, string file, ExchangeFormat format, LanguagePair pair, List<Problem> problems)
    {
        if (GlossaryFile.Decode(stream.ToArray(), file, problems) is not { } text) return null;
        using StringReader reader = new(text);
        using CsvParser parser = new(reader, Configuration(format));
        TableRows rows = new();
        try
        {
            while (parser.Read())
            {
                var record = parser.Record!;
                if (record.Length < 2 || record[0].Trim().Length == 0 || record[1].Trim().Length == 0)
                {
                    problems.Add(new("GL020", file, parser.Row, $"a row needs a source and a target, divided by a {(format == ExchangeFormat.AzureTsv ? "tab" : "comma")}; write both or delete it"));
                    continue;
                }

                var row = rows.Add();
                rows.Append(row, pair.Source, record[0].Trim());
                rows.Append(row, pair.Target, record[1].Trim());
            }
        }
        catch (CsvHelperException)
        {
            problems.Add(new("GL004", file, parser.Row, "a quotation mark is opened in this row and not closed; close it, or double it if it belongs to the text"));
        }

        return rows.Count == 0 ? null : GlossaryFixer.Fix(rows.ToTable(file));
    }

    static bool IsUsable(string form) => !form.Any(char.IsControl) && Encoding.UTF8.GetByteCount(form) <= 1024 && form == form.Trim();

    static CsvConfiguration Configuration(ExchangeFormat format) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = format == ExchangeFormat.AzureTsv ? "\t" : ",",
        HasHeaderRecord = false,
        NewLine = "\n",
        BadDataFound = null,
        Mode = format == ExchangeFormat.AzureTsv ? CsvMode.NoEscape : CsvMode.RFC4180,
        MaxFieldSize = 2_000_000,
    };
}
