using System.Globalization;
using System.Text.RegularExpressions;
using Spectre.Console;
using Translate.Articles;

/// <summary>Clean lines broken by the recipe, repaired, and compared with what they were.</summary>
static partial class ShiftEvaluation
{
    const int Most = 300;

    static readonly Page[] s_pages =
    [
        new("Simplified", false), new("Simplified, noted", false, Noted: true), new("Simplified, folded", false, Folded: true),
        new("Simplified, converted", false, Converted: true), new("Simplified, converted, folded", false, Converted: true, Folded: true),
        new("Traditional", true), new("Traditional, noted", true, Noted: true), new("Traditional, folded", true, Folded: true),
        new("Traditional, noted, folded", true, Folded: true, Noted: true),
    ];

    /// <summary>Breaks and repairs.</summary>
    /// <param name="half">Which half of the lines.</param>
    /// <param name="showMisses">Whether to print each line that did not come out exactly.</param>
    /// <param name="only">The only kind of page; <c>null</c> for all.</param>
    /// <param name="sentences">Whether to take only sentences of news and encyclopedia.</param>
    /// <param name="alone">Whether each line is all that is known of its page; otherwise a page is five lines, one of them damaged.</param>
    public static void Print(Half half, bool showMisses, int? only = null, bool sentences = false, bool alone = false)
    {
        AnsiConsole.Profile.Width = 140;
        var table = new Table().Title($"Byte shifts, {half} half, in per cent of lines")
            .AddColumns("Page", "Ends", "Lines", "Exact", "Wrong", "Proposed right", "Proposed", "Unseen", "Exact at quotations");
        var lines = sentences ? CleanText.SentenceLines(half) : CleanText.Lines(half);
        Cleaner cleaner = new(CleaningOptions.Default, []);
        List<(Damaged Line, Judgement Outcome)> all = [];
        foreach (var page in s_pages.Where((_, number) => only is null || number == only))
        {
            var damaged = Damage.Shift(lines, page).GroupBy(line => line.End).SelectMany(group => group.Take(Most)).AsParallel().AsOrdered()
                .Select(line => (line, outcome: Judge(cleaner, alone ? line with { Others = [] } : line, page.Noted))).ToList();
            foreach (var group in damaged.GroupBy(entry => entry.line.End).OrderBy(group => group.Key))
                AddRow(table, page.Name, group.Key.ToString(), [.. group]);
            all.AddRange(damaged);
            if (!showMisses) continue;
            foreach (var (line, outcome) in damaged.Where(entry => entry.outcome.What is Outcome.Wrong or Outcome.ProposedWrong or Outcome.Unseen))
                Console.WriteLine($"{page.Name} {line.End} {outcome.What}\n  {line.Clean}\n  {line.Broken}\n  {outcome.Got}");
        }

        foreach (var group in all.GroupBy(entry => entry.Line.End).OrderBy(group => group.Key)) AddRow(table, "all", group.Key.ToString(), [.. group]);
        AnsiConsole.Write(table);
        if (half == Half.Tuning) PrintOdds(all);
    }

    /// <summary>The best guess of each line, applied or not: how many are left above each odds, and how many of these are wrong.</summary>
    static void PrintOdds(List<(Damaged Line, Judgement Outcome)> all)
    {
        foreach (var group in all.GroupBy(entry => entry.Line.End).OrderBy(group => group.Key))
        {
            Console.Write(group.Key + ":");
            foreach (var least in (double[])[0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12])
            {
                var above = group.Where(entry => entry.Outcome.Odds >= Math.Exp(least)).ToList();
                Console.Write(FormattableString.Invariant($"  {least}: {100.0 * above.Count / group.Count():0}/{100.0 * above.Count(entry => entry.Outcome.What is Outcome.Wrong or Outcome.ProposedWrong) / group.Count():0.0}"));
            }

            Console.WriteLine();
        }
    }

    static void AddRow(Table table, string page, string end, List<(Damaged Line, Judgement Outcome)> lines)
    {
        var quotes = lines.Where(entry => entry.Line.AtQuote).ToList();
        table.AddRow(page, end, $"{lines.Count}", Share(Outcome.Exact), Share(Outcome.Wrong), Share(Outcome.ProposedRight), Share(Outcome.ProposedWrong), Share(Outcome.Unseen),
            quotes.Count == 0 ? "" : $"{Percent(quotes.Count(entry => entry.Outcome.What == Outcome.Exact), quotes.Count)} of {quotes.Count}");

        string Share(Outcome outcome) => Percent(lines.Count(entry => entry.Outcome.What == outcome), lines.Count);
    }

    static string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);

    enum Outcome { Exact, Wrong, ProposedRight, ProposedWrong, Unseen }

    sealed record Judgement(Outcome What, string Got, double Odds = 0);

    /// <summary>With notes, what the line was before they were added is wanted; a byte shift that was left must not have been made worse.</summary>
    static Judgement Judge(Cleaner cleaner, Damaged line, bool noted)
    {
        var wanted = noted ? Text(cleaner.Clean(Lines.Article([line.Clean, .. line.Others]))) : line.Clean;
        var article = cleaner.Clean(Lines.Article([line.Broken, .. line.Others]));
        var repairs = article.Repairs.Where(repair => repair.Block == 1).ToList();
        var got = Text(article);
        var odds = repairs.Where(repair => repair.Kind == "byte-shift").Select(repair => Number().Match(repair.Note)).Where(match => match.Success)
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture)).FirstOrDefault();
        if (got == wanted) return new(Outcome.Exact, got, odds);
        var changed = repairs.Where(repair => repair.State == RepairState.Applied && repair.Kind != "pinyin").ToList();
        var proposals = repairs.Where(repair => repair.Kind == "byte-shift" && repair.State != RepairState.Applied).ToList();
        if (changed.Count > 0) return new(Outcome.Wrong, got + "   " + string.Join(" ", changed.Select(repair => $"{repair.Kind}:{repair.Original}>{repair.Replacement} {repair.Note}")), odds);
        if (proposals.Count == 0) return new(Outcome.Unseen, got);
        var shown = string.Join(" ", proposals.Select(repair => $"{repair.Original}>{repair.Replacement} {repair.Note}"));
        var proposed = proposals.Any(repair => string.Concat(line.Broken.AsSpan(0, repair.Range.Start), repair.Replacement, line.Broken.AsSpan(repair.Range.End)) == line.Clean);
        return new(proposed ? Outcome.ProposedRight : Outcome.ProposedWrong, shown, odds);
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    static string Text(Article article) => article.Blocks.Count == 0 ? "" : article.Blocks[0].Text;
}
