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
        var badQuote = 0;
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture)
        {
            Mode = CsvMode.RFC4180,
            HasHeaderRecord = false,
            MaxFieldSize = 2_000_000,
            IgnoreBlankLines = true,
            BadDataFound = bad => badQuote = bad.Context.Parser?.Row ?? 1,
        };
        using StringReader reader = new(text);
        using CsvParser parser = new(reader, configuration);
        List<string>? columns = null;
        List<IReadOnlyList<string>> rows = [];
        try
        {
            while (parser.Read())
            {
                if (badQuote > 0 && columns is null) break;
                var record = parser.Record!;
                if (columns is null)
                {
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
                if (badQuote <= 0) continue;
                problems.Add(new("GL004", file, rows.Count + 1, "a quotation mark inside a cell is not doubled; write \"\" for one mark and put quotation marks around the cell"));
                badQuote = 0;
            }
        }
        catch (CsvHelperException)
        {
            problems.Add(new("GL004", file, rows.Count + 2, "a quotation mark is opened in this row and not closed; close it, or double it if it belongs to the text"));
        }

        if (columns is null) problems.Add(new("GL003", file, 0, "the file is empty; its first row must name the columns, at least id, zh and en"));
        if (columns is not null && LooksUnclosed(text, rows))
            problems.Add(new("GL004", file, rows.Count + 1, "a quotation mark is opened in this row and not closed; close it, or double it if it belongs to the text"));
        return columns is null ? null : new(file, columns, rows);
    }

    static bool LooksUnclosed(string text, List<IReadOnlyList<string>> rows) =>
        rows.Count > 0 && rows[^1].Any(cell => cell.Count(unit => unit == '\n') >= 3) && text.AsSpan().Count('"') % 2 == 1;

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

        if (columns.Any(GlossaryColumns.IsLanguage)) return true;
        var header = string.Join(',', columns);
        var other = header.Contains(';', StringComparison.Ordinal) ? "semicolons" : header.Contains('\t', StringComparison.Ordinal) ? "tabs" : header.Contains('|', StringComparison.Ordinal) ? "bars" : "";
        problems.Add(new("GL003", file, 1, other.Length > 0
            ? $"the columns are divided by {other}; save the file as CSV with commas"
            : "the header names no language; the first row must name columns such as id, zh, en (see docs/glossary-format.md)"));
        return false;
    }
}
