using Translate;
using Translate.Articles;
using Translate.Checks;
using Translate.Glossaries;
using Translate.Review;

/// <summary>The findings of several bilingual files, read one after the other.</summary>
/// <param name="options">What is reported.</param>
/// <param name="glossary">Terms wanted in files that are no workbooks, which may be about anything.</param>
/// <param name="inWorkbooks">Terms wanted in workbooks, which runs with the curated glossary wrote.</param>
/// <param name="from">Language of the source, or what the file says.</param>
/// <param name="to">Language of the target, or what the file says.</param>
sealed class BilingualCheck(CheckOptions options, Glossary glossary, Glossary inWorkbooks, string? from, string? to)
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
        if (Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(file))
        {
            AddWorkbook(file);
            return;
        }

        var rows = file == "-" ? BilingualCsv.Read(Console.OpenStandardInput(), "standard input", from, to, _problems) : BilingualFile.Read(file, from, to, _problems);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            var input = Input(row, glossary);
            Keep(file, row.Row, _checker.Check(input), row.Line);
            AddToBatch(file, row.Row, input, row.Line);
        }
    }

    /// <summary>A workbook's articles are checked whole; rows joined to the one above are checked with it.</summary>
    void AddWorkbook(string file)
    {
        var book = ReviewWorkbook.Read(file, out var problem);
        if (problem is not null) _problems.Add(problem);
        if (book is null) return;
        var pairs = book.Articles.ToDictionary(article => article.Id, article => article.Pair);
        foreach (var article in book.Pairs().GroupBy(pair => RowKey.Parse(pair.Row.Key)?.Article ?? ""))
        {
            var pair = pairs.GetValueOrDefault(article.Key) ?? (book.Articles.Count > 0 ? book.Articles[0].Pair : new(from ?? "zh-Hans", to ?? "en"));
            var list = article.ToList();
            var inputs = list.ConvertAll(one => Input(new(one.Row.Row - 1, 0, new(from ?? pair.Source, to ?? pair.Target), one.Source, one.Target,
                RowKey.Parse(one.Row.Key)?.Segment ?? "", one.Row.Comment), inWorkbooks));
            var findings = _checker.CheckArticle(inputs);
            for (var i = 0; i < list.Count; i++)
            {
                Keep(file, list[i].Row.Row - 1, findings[i]);
                if (book.Articles.Count != 1) AddToBatch(file, list[i].Row.Row - 1, inputs[i]);
            }
        }
    }

    CheckInput Input(BilingualRow row, Glossary terms)
    {
        Pairs++;
        return new(row.Pair, row.Source, row.Target, terms.Entries.Count == 0 ? [] : terms.For(row.Pair).Find(row.Source.Text), [], BlockKind.Paragraph) { Id = row.Id, Comment = row.Comment };
    }

    void AddToBatch(string file, int row, CheckInput input, int line = 0) => Keep(file, row, _checker.Keep(_batch.Add(input, $"{file}, row {row}"), input), line);

    void Keep(string file, int row, IReadOnlyList<Finding> findings, int line = 0)
    {
        foreach (var finding in findings) _findings.Add(new(file, row, finding, line));
    }
}
