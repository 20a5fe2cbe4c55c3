namespace Translate.Glossaries;

/// <summary>A cell that differs between two versions of a glossary.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Column">The column; empty when the whole row is new or gone.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
public sealed record TableDifference(string Id, string Column, string Before, string After)
{
    /// <summary>Every difference, rows bound by id and cells by column name.</summary>
    public static IReadOnlyList<TableDifference> Between(GlossaryTable before, GlossaryTable after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (ById(before), ById(after));
        List<TableDifference> differences = [];
        foreach (var (id, row) in now)
        {
            if (!old.TryGetValue(id, out var was))
            {
                differences.Add(new(id, "", "", string.Join(" / ", row.Where(cell => GlossaryColumns.IsLanguage(cell.Key)).Select(cell => cell.Value))));
                continue;
            }

            foreach (var column in was.Keys.Union(row.Keys, StringComparer.OrdinalIgnoreCase))
                if (was.GetValueOrDefault(column, "") is var one && row.GetValueOrDefault(column, "") is var other && one != other)
                    differences.Add(new(id, column, one, other));
        }

        foreach (var (id, row) in old)
            if (!now.ContainsKey(id)) differences.Add(new(id, "", string.Join(" / ", row.Where(cell => GlossaryColumns.IsLanguage(cell.Key)).Select(cell => cell.Value)), ""));
        return differences;
    }

    static Dictionary<string, Dictionary<string, string>> ById(GlossaryTable table)
    {
        Dictionary<string, Dictionary<string, string>> rows = new(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            Dictionary<string, string> cells = new(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < row.Count; i++)
                if (row[i].Length > 0) cells[table.Columns[i]] = row[i];
            if (cells.Count > 0) rows[cells.GetValueOrDefault("id") ?? RowReader.MakeId(cells.Values.First())] = cells;
        }

        return rows;
    }
}
