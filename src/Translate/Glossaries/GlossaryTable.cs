using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Translate.Glossaries;

/// <summary>A glossary file as a table: columns and cells as they stand in it.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Columns">Names from the header, in order.</param>
/// <param name="Rows">Cells of each row, as many as there are columns.</param>
public sealed record GlossaryTable(string File, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Most rows that one file may have; a slip of the spreadsheet makes a million empty ones.</summary>
    public const int MostRows = 500_000;

    /// <summary>Most UTF-16 units in one cell: what Excel holds.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Reads a CSV text.</summary>
    /// <param name="text">The text without byte order mark.</param>
    /// <param name="file">Its name, for problems.</param>
    /// <param name="problems">Receives what is wrong; rows that are no rows are left out.</param>
    /// <returns><c>null</c> when the file is no glossary at all.</returns>
    public static GlossaryTable? Parse(string text, string file, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isBad = false;
        List<int> badQuotes = [];
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            HasHeaderRecord = false,
            MaxFieldSize = 2_000_000,
            IgnoreBlankLines = false,
            BadDataFound = _ => isBad = true,
        };
        if (text.AsSpan().TrimStart().StartsWith("<"))
        {
            problems.Add(new("GL003", file, 1, "this is XML, not CSV; bring TBX and TMX in with 'translate glossary import'"));
            return null;
        }

        using StringReader reader = new(text);
        using CsvParser parser = new(reader, configuration);
        List<string>? columns = null;
        List<IReadOnlyList<string>> rows = [];
        try
        {
            while (parser.Read())
            {
                if (isBad && columns is null) break;
                var record = parser.Record!;
                if (columns is null)
                {
                    if (record.All(string.IsNullOrWhiteSpace)) break;
                    columns = [.. record.Select(name => name.Trim())];
                    if (!HasUsableHeader(columns, file, problems)) return null;
                    continue;
                }

                if (rows.Count == MostRows)
                {
                    problems.Add(new("GL019", file, rows.Count + 2, $"more than {MostRows:N0} rows; split the file, or delete the empty rows at its end"));
                    break;
                }

                if (record.All(string.IsNullOrWhiteSpace))
                {
                    rows.Add(Empty(columns.Count));
                    continue;
                }

                rows.Add(Fit(record, columns, file, rows.Count + 2, problems));
                if (isBad) badQuotes.Add(rows.Count + 1);
                isBad = false;
            }
        }
        catch (MaxFieldSizeException)
        {
            problems.Add(new("GL019", file, rows.Count + 2, "a cell has more than 2,000,000 characters; shorten it, or see whether a quotation mark is opened in it and not closed"));
        }
        catch (CsvHelperException)
        {
            badQuotes.Add(rows.Count + 2);
        }

        if (columns is null) problems.Add(new("GL003", file, 1, "the first row is empty; it must name the columns, at least id, zh and en"));
        if (columns is not null) AddQuotes(text, file, badQuotes, rows.Count + 1, problems);
        return columns is null ? null : new(file, columns, rows);
    }

    /// <summary>Rows with a quotation mark that is not as it should be; an odd number of them in the file means that one was never closed.</summary>
    static void AddQuotes(string text, string file, List<int> rows, int last, List<Problem> problems)
    {
        var isOpen = last > 1 && text.AsSpan().Count('"') % 2 == 1;
        foreach (var row in rows.Where(row => !isOpen || row < last))
            problems.Add(new("GL004", file, row, "a quotation mark inside a cell is not doubled; write \"\" for one mark and put quotation marks around the cell"));
        // What is never closed swallows the rest of the file, so that its row is the last.
        if (isOpen && !rows.Exists(row => row < last))
            problems.Add(new("GL004", file, last, "a quotation mark is opened in this row and not closed; close it, or double it if it belongs to the text"));
    }

    static string[] Empty(int count)
    {
        var cells = new string[count];
        Array.Fill(cells, "");
        return cells;
    }

    static string[] Fit(string[] record, List<string> columns, string file, int row, List<Problem> problems)
    {
        var cells = Empty(columns.Count);
        for (var i = 0; i < Math.Min(record.Length, cells.Length); i++)
        {
            cells[i] = record[i];
            if (record[i].Length <= LongestCell) continue;
            problems.Add(new("GL019", file, row, $"column {columns[i]}: the cell has {record[i].Length:N0} characters; a term or note of more than {LongestCell:N0} is a slip, shorten it"));
            cells[i] = "";
        }

        if (record.Skip(cells.Length).Any(cell => cell.Length > 0))
            problems.Add(new("GL020", file, row, $"{record.Length} cells but {cells.Length} columns; put quotation marks around a cell that holds a comma"));
        return cells;
    }

    static bool HasUsableHeader(List<string> columns, string file, List<Problem> problems)
    {
        if (columns.FirstOrDefault(name => columns.Count(other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) > 1 && name.Length > 0) is { } twice)
        {
            problems.Add(new("GL003", file, 1, $"column {twice} stands twice in the header; keep one"));
            return false;
        }

        var languages = columns.Where(GlossaryColumns.IsLanguage).ToList();
        // Forms in a column that nobody reads would be half a glossary.
        foreach (var name in columns.Where(name => GlossaryColumns.IsMisspelt(name, languages)))
            problems.Add(new("GL015", file, 1, $"column {name} is not known; a language column is followed by {GlossaryColumns.Parts}, as in {languages.FirstOrDefault() ?? "en"}.variants. Mend the name, or write it without the dot"));
        if (languages.Count > 0) return true;
        var header = string.Join(',', columns);
        var other = header.Contains(';', StringComparison.Ordinal) ? "semicolons" : header.Contains('\t', StringComparison.Ordinal) ? "tabs" : header.Contains('|', StringComparison.Ordinal) ? "bars" : "";
        problems.Add(new("GL003", file, 1, other.Length > 0
            ? $"the columns are divided by {other}; save the file as CSV with commas"
            : "the header names no language; the first row must name columns such as id, zh, en (see docs/glossary-format.md)"));
        return false;
    }
}
