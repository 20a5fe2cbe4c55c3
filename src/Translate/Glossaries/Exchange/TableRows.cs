namespace Translate.Glossaries;

/// <summary>Rows gathered as named cells, for formats that name each cell.</summary>
sealed class TableRows
{
    readonly List<string> _columns = ["id"];
    readonly List<Dictionary<string, string>> _rows = [];

    public int Count => _rows.Count;

    public Dictionary<string, string> Add()
    {
        _rows.Add(new(StringComparer.OrdinalIgnoreCase));
        return _rows[^1];
    }

    /// <summary>Sets a cell, or adds to its items.</summary>
    public void Append(Dictionary<string, string> row, string column, string text)
    {
        if (text.Length == 0) return;
        if (!_columns.Contains(column, StringComparer.OrdinalIgnoreCase)) _columns.Add(column);
        row[column] = row.TryGetValue(column, out var cell) && cell.Length > 0 ? cell + "|" + text : text;
    }

    public GlossaryTable ToTable(string file)
    {
        var languages = _columns.Where(GlossaryColumns.IsLanguage).ToList();
        var usual = GlossaryColumns.For(languages).Where(column => _columns.Contains(column, StringComparer.OrdinalIgnoreCase)).ToList();
        List<string> columns = [.. usual, .. _columns.Where(column => !usual.Contains(column, StringComparer.OrdinalIgnoreCase))];
        return new(file, columns, [.. _rows.Select(row => (IReadOnlyList<string>)[.. columns.Select(column => row.GetValueOrDefault(column, ""))])]);
    }

    /// <summary>Cell of a row by column name; empty when there is no such column.</summary>
    public static string Cell(GlossaryTable table, IReadOnlyList<string> row, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
            if (table.Columns[i].Equals(column, StringComparison.OrdinalIgnoreCase)) return row[i];
        return "";
    }
}
