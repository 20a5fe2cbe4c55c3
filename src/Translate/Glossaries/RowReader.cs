using System.Buffers;
using System.Text;

namespace Translate.Glossaries;

/// <summary>Makes concepts of the rows of a table whose columns it has looked up once.</summary>
sealed class RowReader
{
    sealed record LanguageColumns(string Language, int Preferred, int Variants, int Forbidden, int Case, int Match, int Unless, int When);

    static readonly IReadOnlyDictionary<string, string> s_none = new Dictionary<string, string>();

    static readonly SearchValues<char> s_formulaName = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._@");

    readonly GlossaryTable _table;
    readonly List<LanguageColumns> _languages = [];
    readonly List<int> _others = [];
    readonly int _id, _status, _keep, _pos, _definition, _note;

    public RowReader(GlossaryTable table)
    {
        _table = table;
        (_id, _status, _keep) = (Column("id"), Column("status"), Column("keep"));
        (_pos, _definition, _note) = (Column("pos"), Column("definition"), Column("note"));
        HashSet<int> used = [_id, _status, _keep, _pos, _definition, _note];
        foreach (var name in table.Columns.Where(GlossaryColumns.IsLanguage))
        {
            LanguageColumns columns = new(
                name, Column(name), Column(name + ".variants"), Column(name + ".forbidden"), Column(name + ".case"),
                Column(name + ".match"), Column(name + ".unless"), Column(name + ".when"));
            _languages.Add(columns);
            used.UnionWith([columns.Preferred, columns.Variants, columns.Forbidden, columns.Case, columns.Match, columns.Unless, columns.When]);
        }

        for (var i = 0; i < table.Columns.Count; i++)
            if (!used.Contains(i)) _others.Add(i);
    }

    /// <summary>The concept of a row; <c>null</c> for an empty row, and with a problem for one that has no term.</summary>
    public TermEntry? Read(int index, List<Problem> problems)
    {
        var row = _table.Rows[index];
        List<TermForms> forms = new(_languages.Count);
        foreach (var columns in _languages)
        {
            var preferred = Cell(row, columns.Preferred);
            IReadOnlyList<string> variants = Items(row, columns.Variants), forbidden = Items(row, columns.Forbidden);
            if (preferred.Length == 0 && variants.Count == 0 && forbidden.Count == 0) continue;
            forms.Add(new(
                columns.Language, preferred, variants, forbidden,
                Value(row, columns.Case, index, problems, ("insensitive", TermCase.Insensitive), ("sensitive", TermCase.Sensitive), ("acronym", TermCase.Acronym)),
                Value(row, columns.Match, index, problems, ("auto", TermMatching.Auto), ("exact", TermMatching.Exact), ("inflected", TermMatching.Inflected)),
                Items(row, columns.Unless), Items(row, columns.When)));
        }

        if (!forms.Exists(form => form.Preferred.Length > 0))
        {
            if (row.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                problems.Add(new("GL005", _table.File, index + 2, $"no term in any language column ({string.Join(", ", _languages.Select(language => language.Language))}); write it or delete the row"));
            return null;
        }

        if (forms.Find(form => IsFormula(form.Preferred)) is { } formula)
        {
            problems.Add(new("GL019", _table.File, index + 2, $"column {formula.Language}: {Short(formula.Preferred)} is a formula; write the term that it shows"));
            return null;
        }

        var id = Cell(row, _id);
        if (id.Length == 0) id = MakeId(forms.First(form => form.Preferred.Length > 0).Preferred);
        return new(
            id, forms,
            Value(row, _status, index, problems, ("approved", ConceptStatus.Approved), ("proposed", ConceptStatus.Proposed), ("deprecated", ConceptStatus.Deprecated)),
            Value(row, _keep, index, problems, ("no", false), ("yes", true)),
            Cell(row, _pos), Cell(row, _definition), Cell(row, _note), _table.File, index + 2, Others(row));
    }

    /// <summary>The id that a term makes: Latin as a slug, anything else as it is.</summary>
    public static string MakeId(string term)
    {
        StringBuilder id = new();
        foreach (var unit in TermText.Fold(term).Replace("{n}", "n", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(unit)) id.Append(unit);
            else if (id.Length > 0 && id[^1] != '-') id.Append('-');
        }

        return id.ToString().TrimEnd('-') is { Length: > 0 } made ? made : "term";
    }

    /// <summary>=HYPERLINK("...") that a spreadsheet left behind; =PyTorch is a term.</summary>
    static bool IsFormula(string term) =>
        term.Length > 3 && term[0] is '=' or '+' or '@' && term.IndexOf('(', StringComparison.Ordinal) is var open and > 1 && term.AsSpan(1, open - 1).ContainsAnyExcept(s_formulaName) is false;

    int Column(string name)
    {
        for (var i = 0; i < _table.Columns.Count; i++)
            if (_table.Columns[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        return -1;
    }

    static string Cell(IReadOnlyList<string> row, int column)
    {
        if (column < 0) return "";
        var cell = row[column].Trim();
        return cell.IsNormalized() ? cell : cell.Normalize();
    }

    static IReadOnlyList<string> Items(IReadOnlyList<string> row, int column) =>
        column < 0 || row[column].Length == 0 ? [] : GlossaryColumns.Split(Cell(row, column));

    T Value<T>(IReadOnlyList<string> row, int column, int index, List<Problem> problems, params ReadOnlySpan<(string Name, T Value)> values)
    {
        var cell = Cell(row, column);
        if (cell.Length == 0) return values[0].Value;
        foreach (var (name, value) in values)
            if (cell.Equals(name, StringComparison.OrdinalIgnoreCase)) return value;
        List<string> names = [];
        foreach (var (name, _) in values) names.Add(name);
        problems.Add(new("GL017", _table.File, index + 2, $"column {_table.Columns[column]}: '{Short(cell)}' is not known; write one of {string.Join(", ", names)}"));
        return values[0].Value;
    }

    IReadOnlyDictionary<string, string> Others(IReadOnlyList<string> row)
    {
        Dictionary<string, string>? others = null;
        foreach (var column in _others)
            if (row[column].Length > 0) (others ??= new(StringComparer.OrdinalIgnoreCase))[_table.Columns[column]] = row[column];
        return others ?? s_none;
    }

    static string Short(string cell) => cell.Length <= 40 ? cell : cell[..40] + "…";
}
