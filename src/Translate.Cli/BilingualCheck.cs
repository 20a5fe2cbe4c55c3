using Translate;
using Translate.Articles;
using Translate.Checks;

/// <summary>The findings of several bilingual files, read one after the other.</summary>
sealed class BilingualCheck(CheckOptions options, string? from, string? to)
{
    readonly Checker _checker = new(options);
    readonly BatchConsistency _batch = new();
    readonly List<PlacedFinding> _findings = [];
    readonly List<Problem> _problems = [];

    public IReadOnlyList<PlacedFinding> Findings => _findings;

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Pairs looked at.</summary>
    public int Pairs { get; private set; }

    /// <summary>Files looked at.</summary>
    public int Files { get; private set; }

    public void Add(string file, CancellationToken ct)
    {
        Files++;
        var rows = file == "-" ? BilingualCsv.Read(Console.OpenStandardInput(), "standard input", from, to, _problems) : BilingualFile.Read(file, from, to, _problems);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            Pairs++;
            CheckInput input = new(row.Pair, row.Source, row.Target, [], [], BlockKind.Paragraph) { Id = row.Id, Comment = row.Comment };
            foreach (var finding in _checker.Check(input)) _findings.Add(new(file, row.Row, finding));
            foreach (var finding in _checker.Keep(_batch.Add(input, $"{file}, row {row.Row}"), input)) _findings.Add(new(file, row.Row, finding));
        }
    }
}
