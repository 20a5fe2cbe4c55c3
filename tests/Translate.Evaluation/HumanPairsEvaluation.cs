using System.Globalization;
using Translate;
using Translate.Checks;

/// <summary>What the checks say about human translations: what is not a labelled fault is a false alarm.</summary>
static class HumanPairsEvaluation
{
    /// <summary>Prints a table for each set; <paramref name="only"/> names one of them.</summary>
    public static void Print(bool showFindings, string? only, string aptLists, string? pairs)
    {
        foreach (var (name, title, read) in Sets(aptLists, pairs))
            if (only is null || only == name) Print(title, read, showFindings);
    }

    static IEnumerable<(string Name, string Title, Func<bool, IReadOnlyList<HumanPair>> Read)> Sets(string aptLists, string? pairs) =>
    [
        ("news", "News and encyclopedia (PUD; rules were made on it)", HumanPair.ReadNews),
        ("news-terms", "The same with every term of the curated glossary wanted", fromEnglish => WithTerms(HumanPair.ReadNews(fromEnglish))),
        ("book", "Paragraphs of a technical book (rules were made on it)", HumanPair.ReadBook),
        ("debian-0", "Descriptions of Debian packages, first half (rules were made on it)", fromEnglish => DebianPairs.Read(aptLists, 0, fromEnglish)),
        ("debian-1", "Descriptions of Debian packages, second half (only measured)", fromEnglish => DebianPairs.Read(aptLists, 1, fromEnglish)),
        ("sdk-0", "Messages of the .NET SDK, first half (rules were made on it)", fromEnglish => SdkPairs.Read(0, fromEnglish)),
        ("pairs", $"Pairs of {pairs}", fromEnglish => HumanPair.ReadFile(pairs, fromEnglish)),
        ("sdk-1", "Messages of the .NET SDK, second half (only measured)", fromEnglish => SdkPairs.Read(1, fromEnglish)),
    ];

    static IReadOnlyList<HumanPair> WithTerms(IReadOnlyList<HumanPair> pairs) =>
        [.. pairs.Select(pair => pair with { Input = pair.Input with { Terms = Translate.Glossaries.Glossary.Curated.For(pair.Input.Pair).Find(pair.Input.Source.Text) } })];

    static void Print(string title, Func<bool, IReadOnlyList<HumanPair>> read, bool showFindings)
    {
        if (read(true).Count == 0) return;
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
