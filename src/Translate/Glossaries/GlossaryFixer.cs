using System.Text;

namespace Translate.Glossaries;

/// <summary>Mends what is mechanical in a glossary file; what a term should be stays with people.</summary>
public static class GlossaryFixer
{
    /// <summary>
    /// The table with invisible characters and blanks at edges gone, full-width Latin narrowed, text composed, terms that
    /// stand twice in a cell joined, missing ids made, empty rows dropped and rows sorted by id.
    /// </summary>
    public static GlossaryTable Fix(GlossaryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Columns;
        var id = columns.ToList().FindIndex(name => name.Equals("id", StringComparison.OrdinalIgnoreCase));
        var languages = columns.Where(GlossaryColumns.IsLanguage).ToList();
        List<string[]> rows = [];
        foreach (var row in table.Rows)
        {
            if (row.All(string.IsNullOrWhiteSpace)) continue;
            var cells = row.Select((cell, column) => FixCell(cell, columns[column], languages)).ToArray();
            rows.Add(id < 0 ? ["", .. cells] : cells);
        }

        if (id < 0) (columns, id) = (["id", .. columns], 0);
        DropTwice(columns, rows, languages);
        MakeIds(columns, rows, id, languages);
        return table with { Columns = columns, Rows = [.. rows.OrderBy(row => row[id], StringComparer.Ordinal)] };
    }

    /// <summary>The table with an id in every row that has a term; a missing one is made of the first term.</summary>
    public static GlossaryTable WithIds(GlossaryTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Columns;
        var id = IndexOf(columns, "id");
        var rows = table.Rows.Select(row => id < 0 ? ["", .. row] : row.ToArray()).ToList();
        if (id < 0) (columns, id) = (["id", .. columns], 0);
        MakeIds(columns, [.. rows.Where(row => !row.All(string.IsNullOrWhiteSpace))], id, [.. columns.Where(GlossaryColumns.IsLanguage)]);
        return table with { Columns = columns, Rows = [.. rows] };
    }

    static string FixCell(string cell, string column, List<string> languages)
    {
        if (cell.Length == 0) return cell;
        var language = column.Split('.')[0];
        var isTerm = languages.Contains(language, StringComparer.OrdinalIgnoreCase);
        StringBuilder fixedCell = new(cell.Length);
        foreach (var unit in cell)
        {
            if (unit is '\u00A0' or '\u3000' or '\t' or '\r' or '\n') fixedCell.Append(isTerm || unit is not '\n' ? ' ' : unit);
            else if (LintRows.IsInvisible(unit)) continue;
            else fixedCell.Append(isTerm && unit is >= '\uFF01' and <= '\uFF5E' && char.IsLetterOrDigit(unit) ? Letters.Narrow(unit) : unit);
        }

        var text = fixedCell.ToString().Trim();
        return LintRows.IsNormal(text) ? text : text.Normalize();
    }

    static void DropTwice(IReadOnlyList<string> columns, List<string[]> rows, List<string> languages)
    {
        foreach (var language in languages)
        {
            var preferred = IndexOf(columns, language);
            var variants = IndexOf(columns, language + ".variants");
            if (variants < 0) continue;
            foreach (var row in rows)
            {
                HashSet<string> seen = new(StringComparer.Ordinal) { LintRows.WrittenAs(row[preferred]) };
                var items = GlossaryColumns.Split(row[variants]);
                var kept = items.Where(item => seen.Add(LintRows.WrittenAs(item))).ToList();
                if (kept.Count < items.Count) row[variants] = GlossaryColumns.Join(kept);
            }
        }
    }

    static void MakeIds(IReadOnlyList<string> columns, List<string[]> rows, int id, List<string> languages)
    {
        var taken = rows.Select(row => row[id]).Where(made => made.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row[id].Trim().Length == 0))
        {
            var term = languages.Select(language => row[IndexOf(columns, language)]).FirstOrDefault(cell => cell.Length > 0) ?? "";
            var made = RowReader.MakeId(term);
            for (var number = 2; !taken.Add(made); number++) made = $"{RowReader.MakeId(term)}-{number}";
            row[id] = made;
        }
    }

    static int IndexOf(IReadOnlyList<string> columns, string name)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }
}
