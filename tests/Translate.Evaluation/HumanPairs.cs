using System.Globalization;
using Translate;
using Translate.Articles;
using Translate.Checks;

/// <summary>A pair that a human translated.</summary>
sealed record HumanPair(string Id, string Article, CheckInput Input)
{
    /// <summary>The pairs in one direction.</summary>
    public static IReadOnlyList<HumanPair> Read(bool fromEnglish) =>
    [
        .. SharedData.ReadLines("pairs/pud_en_zh_half.jsonl").Select(line =>
        {
            var (english, chinese) = (TaggedText.Plain(line.Text("en")), TaggedText.Plain(line.Text("zh")));
            LanguagePair pair = new("en", "zh-Hant");
            return new HumanPair(line.Text("id"), line.Text("doc"), fromEnglish
                ? new(pair, english, chinese, [], [], BlockKind.Paragraph) : new(pair.Reversed, chinese, english, [], [], BlockKind.Paragraph));
        }),
    ];

    /// <summary>Paragraphs of a technical book and their human translation; unlabelled, so every finding counts as false.</summary>
    public static IReadOnlyList<HumanPair> ReadBook(bool fromEnglish) =>
    [
        .. SharedData.ReadLines("terms/d2l_terms.jsonl").Select(line =>
        {
            CheckInput input = new(new("en", "zh-Hans"), TaggedText.Plain(line.Text("src")), TaggedText.Plain(line.Text("tgt_ref")), [], [], BlockKind.Paragraph);
            return new HumanPair(line.Text("id"), line.Text("id"), fromEnglish ? input : input with { Pair = input.Pair.Reversed, Source = input.Target, Target = input.Source });
        }),
    ];
}

/// <summary>What the checks say about human translations: what is not a labelled fault is a false alarm.</summary>
static class HumanPairsEvaluation
{
    public static void Print(bool showFindings)
    {
        Print("Human pairs (PUD, news and encyclopedia)", HumanPair.Read, showFindings);
        Print("The same with every term of the curated glossary wanted", fromEnglish => WithTerms(HumanPair.Read(fromEnglish)), showFindings);
        Print("Human pairs (a technical book, unlabelled: every finding counts as false)", HumanPair.ReadBook, showFindings);
    }

    static IReadOnlyList<HumanPair> WithTerms(IReadOnlyList<HumanPair> pairs) =>
        [.. pairs.Select(pair => pair with { Input = pair.Input with { Terms = Translate.Glossaries.Glossary.Curated.For(pair.Input.Pair).Find(pair.Input.Source.Text) } })];

    static void Print(string title, Func<bool, IReadOnlyList<HumanPair>> read, bool showFindings)
    {
        var labels = Labels();
        List<(string Direction, HumanPair Pair, Finding Finding, bool IsTrue)> all = [];
        int pairs = 0, withNumbers = 0;
        HashSet<(string, string)> falseOnNumbers = [];
        foreach (var fromEnglish in (bool[])[true, false])
        {
            Checker checker = new(CheckOptions.Default);
            foreach (var article in read(fromEnglish).GroupBy(pair => pair.Article))
            {
                var list = article.ToList();
                var findings = checker.CheckArticle([.. list.Select(pair => pair.Input)]);
                for (var i = 0; i < list.Count; i++)
                {
                    var direction = fromEnglish ? "en>zh" : "zh>en";
                    pairs++;
                    if (HasNumber(list[i])) withNumbers++;
                    foreach (var finding in findings[i])
                    {
                        var isTrue = labels.Contains((list[i].Id, finding.Code)) || labels.Contains((list[i].Id, finding.Code[..3]));
                        all.Add((direction, list[i], finding, isTrue));
                        if (!isTrue && finding.Code.StartsWith("NUM", StringComparison.Ordinal)) falseOnNumbers.Add((direction, list[i].Id));
                        if (!showFindings) continue;
                        Console.WriteLine($"  {(isTrue ? "true " : "FALSE")} {direction} {list[i].Id} {finding.Code} {finding.Severity}: {finding.Message}");
                        Console.WriteLine($"        {list[i].Input.Source.Text}\n        {list[i].Input.Target.Text}");
                    }
                }
            }
        }

        PrintTable(title, all.Select(one => (one.Finding, one.IsTrue)).ToList(), pairs);
        Console.WriteLine($"pairs with numbers: {withNumbers}, with a false alarm on a number: {falseOnNumbers.Count} ({Rate(falseOnNumbers.Count, withNumbers, 100)} per 100)");
    }

    static void PrintTable(string title, List<(Finding Finding, bool IsTrue)> all, int pairs)
    {
        Console.WriteLine($"\n{title}: {pairs} looked at (both directions); false findings per 1,000 with 95% intervals (Wilson)");
        Console.WriteLine("| code | severity | true | false | false per 1,000 |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        foreach (var group in all.GroupBy(one => (one.Finding.Code, one.Finding.Severity)).OrderBy(group => group.Key.Code, StringComparer.Ordinal))
            Console.WriteLine($"| {group.Key.Code} | {group.Key.Severity} | {group.Count(one => one.IsTrue)} | {group.Count(one => !one.IsTrue)} | {Rate(group.Count(one => !one.IsTrue), pairs, 1000)} |");
        var errors = all.Where(one => one.Finding.Severity == Severity.Error).ToList();
        Console.WriteLine($"| all errors | Error | {errors.Count(one => one.IsTrue)} | {errors.Count(one => !one.IsTrue)} | {Rate(errors.Count(one => !one.IsTrue), pairs, 1000)} |");
        Console.WriteLine($"| all | any | {all.Count(one => one.IsTrue)} | {all.Count(one => !one.IsTrue)} | {Rate(all.Count(one => !one.IsTrue), pairs, 1000)} |");
    }

    static bool HasNumber(HumanPair pair) => pair.Input.Source.Text.Concat(pair.Input.Target.Text).Any(char.IsAsciiDigit)
        || Translate.Numbers.NumberParser.Find(pair.Input.Source.Text, pair.Input.Pair.Source).Count > 0;

    /// <summary>Faults that a person found in the human translations: pair and code (or the first three letters of a group of codes).</summary>
    static HashSet<(string Id, string Code)> Labels() =>
        [.. SharedData.ReadList("labels.tsv").Select(line => line.Split('\t')).Where(cells => cells.Length >= 3).Select(cells => (cells[0], cells[1]))];

    /// <summary>A rate with its 95% Wilson interval.</summary>
    internal static string Rate(int count, int of, double per)
    {
        if (of == 0) return "-";
        const double Z = 1.96;
        double p = (double)count / of, n = of;
        var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
        return string.Create(CultureInfo.InvariantCulture, $"{p * per:0.0} [{Math.Max(0, middle - half) * per:0.0}, {(middle + half) * per:0.0}]");
    }
}
