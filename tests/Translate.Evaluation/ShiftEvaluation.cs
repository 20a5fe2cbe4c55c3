using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Spectre.Console;
using Translate.Articles;
using Translate.Scripts;

/// <summary>Clean lines broken by the recipe, repaired, and compared with what they were.</summary>
static partial class ShiftEvaluation
{
    static readonly Page[] s_pages =
    [
        new("Simplified", false), new("Traditional", true), new("Simplified, then converted", false, Converted: true),
        new("Simplified, then converted and folded", false, Converted: true, Folded: true), new("Traditional, then folded", true, Folded: true),
    ];

    static readonly int s_step = 9;

    public static void Print(bool showMisses)
    {
        var table = new Table().Title("Byte shifts: repaired exactly, wrongly, proposed rightly or wrongly, left alone")
            .AddColumns("Page", "Ends at", "Lines", "Exact", "Wrong", "Proposed right", "Proposed", "Unseen", "At quotations: exact");
        var lines = CleanLines().ToList();
        Cleaner cleaner = new(CleaningOptions.Default, []);
        foreach (var page in s_pages)
        {
            var converter = ScriptConverter.Get(page.Traditional ? "s2t" : "t2s");
            var random = new Random(1);
            var damaged = Damage.Shift(lines.Where((_, number) => number % s_step == 0).Select(converter.Convert), page, random).Select(line => (line, outcome: Judge(cleaner, line))).ToList();
            foreach (var group in damaged.GroupBy(entry => entry.line.End).OrderBy(group => group.Key))
                AddRow(table, page.Name, group.Key.ToString(), [.. group]);
            if (showMisses)
                foreach (var (line, outcome) in damaged.Where(entry => entry.outcome.What is Outcome.Wrong))
                    Console.WriteLine($"{page.Name} {line.End} {outcome.What}\n  {line.Clean}\n  {line.Broken}\n  {outcome.Got}");
        }

        AnsiConsole.Write(table);
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

    sealed record Judgement(Outcome What, string Got);

    static Judgement Judge(Cleaner cleaner, Damaged line)
    {
        var article = cleaner.Clean(Lines.Article(line.Broken));
        var got = article.Blocks.Count == 0 ? "" : article.Blocks[0].Text;
        if (got == line.Clean) return new(Outcome.Exact, got);
        if (got != line.Broken) return new(Outcome.Wrong, got);
        var proposals = article.Repairs.Where(repair => repair.Kind == "byte-shift").ToList();
        if (proposals.Count == 0) return new(Outcome.Unseen, got);
        var proposed = proposals.Any(repair => string.Concat(line.Broken.AsSpan(0, repair.Range.Start), repair.Replacement, line.Broken.AsSpan(repair.Range.End)) == line.Clean);
        return new(proposed ? Outcome.ProposedRight : Outcome.ProposedWrong, got);
    }

    /// <summary>Lines of the development data: news pages, sentences, and the lines that must not change.</summary>
    static IEnumerable<string> CleanLines() =>
        SharedData.ReadLines("repair/clean_half.jsonl").Select(line => line.GetProperty("text").GetString()!)
            .Concat(SharedData.ReadLines("seg/zh_gsdsimp_dev.jsonl").SelectMany(line => line.GetProperty("segments").EnumerateArray().Select(segment => segment.GetString()!)))
            .Concat(SharedData.ReadLines("pairs/pud_en_zh_half.jsonl").Select(line => line.GetProperty("zh").GetString()!))
            .Concat(NewsParagraphs())
            .Where(line => Han.Count(line) >= 8).Distinct();

    /// <summary>Paragraphs of the news pages that are UTF-8, without their markup.</summary>
    static IEnumerable<string> NewsParagraphs()
    {
        if (!Directory.Exists(SharedData.Folder("html_zh/html"))) yield break;
        foreach (var path in Directory.EnumerateFiles(SharedData.Folder("html_zh/html"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            foreach (Match match in Paragraph().Matches(reader.ReadToEnd()))
            {
                var text = WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, "")).Trim();
                if (text.EndsWith('。') || text.EndsWith('”')) yield return text.Split('\n')[0];
            }
        }
    }

    [GeneratedRegex("<p[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
