using Translate.Articles;
using Translate.Checks;

/// <summary>Plants faults in clean human pairs, with a seed, and counts how many the checks find.</summary>
static class FaultPlanter
{
    const int Seed = 20261123;

    public static void Print(bool showMisses)
    {
        Console.WriteLine($"\nPlanted faults (seed {Seed}): found / planted");
        Console.WriteLine("| fault | en>zh | zh>en | share | example |");
        Console.WriteLine("|---|---:|---:|---:|---|");
        int numbersFound = 0, numbers = 0, allFound = 0, all = 0;
        foreach (var (kind, group, plant) in Kinds())
        {
            var (found, planted, example) = (new int[2], new int[2], "");
            for (var direction = 0; direction < 2; direction++)
            {
                Random random = new(Seed);
                Checker checker = new(CheckOptions.Default);
                foreach (var pair in HumanPair.ReadNews(fromEnglish: direction == 0))
                {
                    if (plant(pair.Input, random) is not { } fault) continue;
                    var (clean, spoilt) = fault;
                    if (checker.Check(clean).Any(finding => finding.Code.StartsWith(group, StringComparison.Ordinal))) continue;
                    planted[direction]++;
                    var findings = checker.Check(spoilt);
                    var hit = findings.Any(finding => finding.Code.StartsWith(group, StringComparison.Ordinal));
                    if (hit) found[direction]++;
                    if (hit && example.Length == 0) example = findings.First(finding => finding.Code.StartsWith(group, StringComparison.Ordinal)).Message;
                    if (!hit && showMisses) Console.WriteLine($"    missed {kind}: {spoilt.Source.Text}\n        {spoilt.Target}");
                }
            }

            var (ours, of) = (found.Sum(), planted.Sum());
            Console.WriteLine($"| {kind} | {found[0]}/{planted[0]} | {found[1]}/{planted[1]} | {HumanPairsEvaluation.Rate(ours, of, 100)} | {example.Replace('|', '/')} |");
            (allFound, all) = (allFound + ours, all + of);
            if (group == "NUM") (numbersFound, numbers) = (numbersFound + ours, numbers + of);
        }

        Console.WriteLine($"| numbers together | | {numbersFound}/{numbers} | {HumanPairsEvaluation.Rate(numbersFound, numbers, 100)} | |");
        Console.WriteLine($"| all kinds together | | {allFound}/{all} | {HumanPairsEvaluation.Rate(allFound, all, 100)} | |");
    }

    /// <summary>Kinds of faults: name, the codes that must report it, and how a clean and a spoilt input are made.</summary>
    static IEnumerable<(string Kind, string Group, Func<CheckInput, Random, (CheckInput Clean, CheckInput Spoilt)?> Plant)> Kinds()
    {
        foreach (var (kind, spoil) in NumberFaults.All)
            yield return (kind, "NUM", (input, random) => NumberFaults.Plant(input.Target.Text, input.Pair.Target, spoil, random) is { } target
                ? (input, With(input, target)) : null);
        foreach (var (kind, group, plant) in TextFaults.All) yield return (kind, group, plant);
    }

    public static CheckInput With(CheckInput input, string target) => input with { Target = TaggedText.Plain(target) };
}
