using Translate;
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
                var pairs = HumanPair.ReadNews(fromEnglish: direction == 0);
                for (var i = 0; i < pairs.Count; i++)
                {
                    if (plant(pairs[i].Input, pairs[(i + 1) % pairs.Count].Input, random) is not { } fault || Find(checker, fault.Clean, group) is not null) continue;
                    planted[direction]++;
                    var hit = Find(checker, fault.Spoilt, group);
                    if (hit is not null) found[direction]++;
                    if (hit is not null && example.Length == 0) example = hit.Message;
                    if (hit is null && showMisses) Console.WriteLine($"    missed {kind}: {fault.Spoilt[^1].Source.Text}\n        {fault.Spoilt[^1].Target}");
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

    /// <summary>The finding that a fault is to have: of its group, in any of the segments, or across files as a batch sees them.</summary>
    static Finding? Find(Checker checker, CheckInput[] inputs, string group)
    {
        var findings = inputs.Length == 1 ? checker.Check(inputs[0]) : checker.CheckArticle(inputs).SelectMany(each => each);
        return findings.FirstOrDefault(finding => finding.Code.StartsWith(group, StringComparison.Ordinal));
    }

    /// <summary>Kinds of faults: name, the codes that must report it, and how clean and spoilt segments are made of two neighbours.</summary>
    static IEnumerable<(string Kind, string Group, ArticleFaults.Planter Plant)> Kinds()
    {
        foreach (var (kind, spoil) in NumberFaults.All)
            yield return (kind, "NUM", (input, _, random) => NumberFaults.Plant(input.Target.Text, input.Pair.Target, spoil, random) is { } target
                ? ([input], [With(input, target)]) : null);
        foreach (var (kind, group, plant) in TextFaults.All)
            yield return (kind, group, (input, _, random) => plant(input, random) is { } fault ? ([fault.Clean], [fault.Spoilt]) : null);
        foreach (var (kind, group, plant) in ArticleFaults.All) yield return (kind, group, plant);
    }

    public static CheckInput With(CheckInput input, string target) => input with { Target = TaggedText.Plain(target) };
}
