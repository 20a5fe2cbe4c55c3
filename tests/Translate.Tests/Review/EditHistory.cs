using System.Collections.Concurrent;
using Translate.Packages;
using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>What a reviewer may do to a workbook, at random but by a seed.</summary>
sealed class EditHistory(int seed)
{
    // A later run may write a workbook anew.
    static readonly ConcurrentDictionary<(string, DateTime), List<IReadOnlyList<ForeignCell>>> s_meta = new();
    static readonly ConcurrentDictionary<(string, DateTime), ReviewedWorkbook> s_originals = new();
    readonly Random _random = new(seed);

    public List<string> Header { get; private set; } = [];
    public List<Dictionary<string, ForeignCell>> Rows { get; } = [];

    public static EditHistory Of(string workbook, int seed)
    {
        EditHistory history = new(seed);
        List<string> names = [ReviewColumns.Number, ReviewColumns.Source, ReviewColumns.Target, ReviewColumns.Status, ReviewColumns.Comment, ReviewColumns.Machine, ReviewColumns.Key];
        history.Header = names;
        foreach (var row in s_originals.GetOrAdd((workbook, File.GetLastWriteTimeUtc(workbook)), key => ReviewWorkbook.Read(key.Item1, out _)!).Rows)
            history.Rows.Add(new(StringComparer.Ordinal)
            {
                [ReviewColumns.Source] = new(row.Source!),
                [ReviewColumns.Target] = new(row.Target!),
                [ReviewColumns.Status] = new(row.Status!),
                [ReviewColumns.Comment] = new(""),
                [ReviewColumns.Machine] = new(row.Machine),
                [ReviewColumns.Key] = new(row.Key),
            });
        return history;
    }

    public void Edit(int steps)
    {
        for (var i = 0; i < steps && Rows.Count > 0; i++) Step(Rows[_random.Next(Rows.Count)]);
    }

    public void Save(string path, string original)
    {
        List<IReadOnlyList<ForeignCell>> sheet = [.. Enumerable.Repeat<IReadOnlyList<ForeignCell>>([new("A title that somebody put above")], _random.Next(2))];
        sheet.Add([.. Header.Select(name => new ForeignCell(_random.Next(4) == 0 ? $" {name.ToUpperInvariant()} " : name))]);
        sheet.AddRange(Rows.Select(row => Header.Select(name => row.GetValueOrDefault(name, new(""))).ToList()));
        var meta = s_meta.GetOrAdd((original, File.GetLastWriteTimeUtc(original)), _ => ReadMeta(original));
        List<(string, IReadOnlyList<IReadOnlyList<ForeignCell>>)> sheets = [("Notes", [[new("mine")]]), ("Review", sheet), ("_meta", meta)];
        if (_random.Next(3) == 0) sheets.Reverse();
        ForeignWorkbook.Write(path, sheets, new(Flip(), Flip(), Flip(), Flip(), Flip(), Flip(), Flip(), Flip()));
    }

    static List<IReadOnlyList<ForeignCell>> ReadMeta(string original)
    {
        List<IReadOnlyList<ForeignCell>> meta = [];
        PackageReader package = new(original);
        package.Read(package.Sheets.First(part => part.Name == "_meta").Path, reader =>
            new SheetReader(SharedText.Read(package), CellFormats.None).Read(reader, (_, cells) =>
            {
                meta.Add([.. cells.Select(cell => new ForeignCell(cell.Text ?? ""))]);
                return true;
            }));
        return meta;
    }

    bool Flip() => _random.Next(2) == 0;

    void Step(Dictionary<string, ForeignCell> row)
    {
        switch (_random.Next(24))
        {
            case 0 or 1 or 2 or 3: row[ReviewColumns.Target] = new($"edit {_random.Next(50)}\nof two lines & <more>"); break;
            case 4: row[ReviewColumns.Target] = new("", ForeignCellKind.Text); break;
            case 5 or 6: row[ReviewColumns.Status] = new(ReviewColumns.Words[_random.Next(ReviewColumns.Words.Count)]); break;
            case 7: row[ReviewColumns.Status] = new("gut"); break;
            case 8: row[ReviewColumns.Comment] = new("=why?"); break;
            case 9: Rows.Remove(row); break;
            case 10: Rows.Insert(_random.Next(Rows.Count + 1), new(StringComparer.Ordinal) { [ReviewColumns.Target] = new("inserted") }); break;
            case 11: Rows.Insert(_random.Next(Rows.Count + 1), new(row, StringComparer.Ordinal)); break;
            case 12: Shuffle(Rows); break;
            case 13:
                Header = [.. Header];
                Shuffle(Header);
                if (Header.Count < 12) Header.Insert(_random.Next(Header.Count), $"my notes {Header.Count}");
                break;
            case 14: row[ReviewColumns.Source] = new(row.GetValueOrDefault(ReviewColumns.Source).Text + "改"); break;
            case 15: row[ReviewColumns.Key] = new(row.GetValueOrDefault(ReviewColumns.Key).Text + "0"); break;
            case 16: row[ReviewColumns.Target] = new("2026", ForeignCellKind.Number); break;
            case 17: row[ReviewColumns.Target] = new(_random.Next(2) == 0 ? "“Curly” ‘quotes’ … — \u200Fעברית\u200E" : "  spaces and\ttabs stay  "); break;
            case 18: JoinWithRowAbove(row); break;
            case 19: SortBy(ReviewColumns.Target); break;
            case 20: Header.Remove(_random.Next(2) == 0 ? ReviewColumns.Machine : ReviewColumns.Number); break;
            case 21: Rows.Remove(Rows[^1]); break;
            case 22: row[ReviewColumns.Comment] = new(string.Concat(Enumerable.Repeat("a long comment; ", 300))); break;
            default:
                row[ReviewColumns.Target] = _random.Next(4) switch
                {
                    0 => new("#REF!", ForeignCellKind.Error),
                    1 => new("", ForeignCellKind.FormulaWithoutResult),
                    2 => new("pasted result", ForeignCellKind.Formula),
                    _ => new("TRUE", ForeignCellKind.Boolean),
                };
                break;
        }
    }

    // Two sources translated in one row: the text goes into the first, the second says joined.
    void JoinWithRowAbove(Dictionary<string, ForeignCell> row)
    {
        var above = Rows.IndexOf(row) - 1;
        if (above < 0) return;
        Rows[above][ReviewColumns.Target] = new("both sentences in one");
        row[ReviewColumns.Status] = new("joined");
    }

    void SortBy(string column)
    {
        var sorted = Rows.OrderBy(row => row.GetValueOrDefault(column).Text, StringComparer.Ordinal).ToList();
        Rows.Clear();
        Rows.AddRange(sorted);
    }

    void Shuffle<T>(List<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = _random.Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
