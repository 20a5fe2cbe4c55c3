using System.Globalization;
using Translate.Packages;

namespace Translate.Review;

/// <summary>The Review sheet as it came back, bound by its header.</summary>
/// <param name="name">Its name on the tab.</param>
sealed class ReviewTable(string name)
{
    static readonly string[] s_columns =
    [
        ReviewColumns.Key, ReviewColumns.Source, ReviewColumns.Target, ReviewColumns.Status, ReviewColumns.Comment, ReviewColumns.Machine,
    ];

    const int MostNamed = 10;

    readonly List<(int Row, string Column, string Text)> _guesses = [];
    readonly List<int> _comments = [];
    int[]? _places;
    int _header;

    /// <summary>Its name on the tab.</summary>
    public string Name => name;

    /// <summary>Its rows below the header; blank ones are left out.</summary>
    public List<ReviewedRow> Rows { get; } = [];

    /// <summary>Whether the header was found.</summary>
    public bool IsFound => _places is not null;

    /// <summary>The column without which a header could not be bound; empty when there was nothing like a header.</summary>
    public string Lacking { get; private set; } = "";

    /// <summary>Whether the text in a column, from 0, is wanted.</summary>
    public bool Wants(int column) => _places is null || Array.IndexOf(_places, column) >= 0;

    /// <summary>Takes the next row.</summary>
    /// <returns>Whether to go on.</returns>
    /// <exception cref="WorkbookException">Two columns have the name of one.</exception>
    public bool Row(int number, IReadOnlyList<CellValue> cells)
    {
        if (_places is null)
        {
            Bind(number, cells);
            // A title or two may have been put above the header, not more.
            return _places is not null || number < 50;
        }

        var (source, target, status) = (Text(cells, 1), Text(cells, 2), Text(cells, 3));
        var (key, machine) = (Text(cells, 0) ?? "", Text(cells, 5) ?? "");
        // A formula is no remark.
        var comment = KindOf(cells, 4) == CellKind.Formula ? "" : Text(cells, 4) ?? "";
        var fault = KindOf(cells, 2) switch { CellKind.Error => CellFault.Error, CellKind.Formula => CellFault.Formula, _ => CellFault.None };
        if (fault != CellFault.None || key.Length > 0 || Has(source) || Has(target) || Has(comment) || Has(machine) || Has(status))
            Rows.Add(new(number, key, source, target, status, comment, machine, fault));
        foreach (var column in (int[])[2, 4])
            if (KindOf(cells, column) == CellKind.Guess) _guesses.Add((number, s_columns[column], Text(cells, column)!));
        if (KindOf(cells, 4) == CellKind.Formula) _comments.Add(number);
        return true;
    }

    /// <summary>What of the sheet was not read although somebody may have written there.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="merged">Ranges of merged cells.</param>
    public IEnumerable<Problem> Remarks(string file, IReadOnlyList<string> merged)
    {
        for (var i = 1; i <= 4; i++)
            if (_places![i] < 0)
                yield return new("WB007", file, _header, $"has no column “{s_columns[i]}”, so nothing of it was read; if its header was changed, write “{s_columns[i]}” again");
        foreach (var column in _guesses.GroupBy(guess => guess.Column))
            yield return new("WB011", file, column.First().Row, $"{column.Key} of {Named([.. column.Select(guess => guess.Row)])} holds a date or a number that every computer shows in its own way, read here as “{column.First().Text}”; write it as text where it should read otherwise");
        if (_comments.Count > 0)
            yield return new("WB012", file, _comments[0], $"Comment of {Named(_comments)} holds a formula without a result, so nothing of it was read; write the text");
        List<string> hiding = [.. merged.Where(Hides)];
        if (hiding.Count > 0)
            yield return new("WB009", file, RowOf(hiding[0]), $"cells {hiding[0]}{(hiding.Count > 1 ? $" and {hiding.Count - 1} more ranges" : "")} are merged, so only the first of them was read; unmerge them, and give the second of two rows translated together the status joined");
    }

    // Whether merged cells lie below the header in a column of ours.
    bool Hides(string range)
    {
        var corners = range.Split(':');
        return RowOf(corners[^1]) > _header && Array.Exists(_places!, place => place >= SheetReader.ColumnOf(corners[0]) && place <= SheetReader.ColumnOf(corners[^1]));
    }

    static string Named(List<int> rows) =>
        $"row{(rows.Count > 1 ? "s" : "")} {string.Join(", ", rows.Take(MostNamed))}{(rows.Count > MostNamed ? $" and {rows.Count - MostNamed} more" : "")}";

    CellKind KindOf(IReadOnlyList<CellValue> cells, int column) =>
        _places![column] is >= 0 and var place && place < cells.Count ? cells[place].Kind : CellKind.Blank;

    static int RowOf(string cell) => int.TryParse(cell.Split(':')[0].AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    void Bind(int number, IReadOnlyList<CellValue> cells)
    {
        var places = s_columns.Select(column => Find(cells, column, 0)).ToArray();
        if (places[0] < 0 || places[2] < 0)
        {
            if (places.Count(place => place >= 0) >= 3) Lacking = places[0] < 0 ? ReviewColumns.Key : ReviewColumns.Target;
            return;
        }

        for (var i = 0; i < places.Length; i++)
            if (places[i] >= 0 && Find(cells, s_columns[i], places[i] + 1) >= 0)
                throw new WorkbookException("WB008", $"has two columns “{s_columns[i]}”; delete the one that is not the exported one, or give it another header");
        (_places, _header) = (places, number);
    }

    static int Find(IReadOnlyList<CellValue> cells, string column, int from)
    {
        for (var i = from; i < cells.Count; i++)
            if (cells[i].Text is { } text && text.AsSpan().Trim().Equals(column, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    // Null when the column is gone; empty when the cell is. A formula without result is no text, and nothing that could be taken for one.
    string? Text(IReadOnlyList<CellValue> cells, int column)
    {
        var place = _places![column];
        if (place < 0) return null;
        return place >= cells.Count ? "" : cells[place].Kind switch
        {
            CellKind.Text or CellKind.Guess or CellKind.Error => cells[place].Text,
            CellKind.Formula => "=…",
            _ => "",
        };
    }
}
