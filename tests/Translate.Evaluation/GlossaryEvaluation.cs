using System.Diagnostics;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Translate;
using Translate.Glossaries;
using Translate.Scripts;

/// <summary>Term verdicts against human translations, planted faults, respelling, and times at 100,000 terms.</summary>
static class GlossaryEvaluation
{
    // Everyday words that the terminology list maps to one sense of theirs.
    static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "instance", "instances", "example", "examples", "mean", "means", "size", "sizes", "cost", "block", "blocks", "dense", "label", "labels", "image", "images",
        "precision", "transform", "weight", "weights", "channel", "channels", "feature", "features", "input", "output", "operator", "step", "window",
    };

    /// <param name="args"><c>--on TEXT TERMS...</c> measures the speed on files and nothing else; <c>--show</c> prints the findings, <c>--no-times</c> leaves the times out.</param>
    public static int Run(string[] args)
    {
        if (Array.IndexOf(args, "--on") is >= 0 and var on && args.Length > on + 2)
        {
            MatchingSpeed.Run(args[on + 1], args[(on + 2)..]);
            return 0;
        }

        var pairs = SharedData.ReadLines("terms/d2l_terms.jsonl").Select(line => new Pair(
            line.GetProperty("id").GetString()!, line.GetProperty("src").GetString()!, line.GetProperty("tgt_ref").GetString()!,
            [.. line.GetProperty("terms").EnumerateArray().Select(term => (term.GetProperty("src").GetString()!, term.GetProperty("tgt").EnumerateArray().SelectMany(target => target.GetString()!.Split('/')).ToArray()))])).ToList();
        if (pairs.Count > 0)
        {
            var table = new Table().Title("Term verdicts on the d2l set").AddColumns("Direction", "Glossary", "Terms", "Used by the translator", "Findings", "Planted", "Found in one place", "In every place", "In each place in turn", "Respelled", "New findings per 1,000");
            foreach (var common in (bool[])[true, false])
            {
                GlossaryLabels labels = new();
                foreach (var swapped in (bool[])[false, true])
                    Measure(pairs, common, swapped, table, labels, args.Contains("--show"));
                Console.WriteLine($"Findings read by hand, {(common ? "all terms" : "without common words")}: {labels.Count.Read}, right {labels.Count.Right} ({Share(labels.Count.Right, labels.Count.Read)}); labels without a finding {labels.Left}");
            }

            AnsiConsole.Write(table);
        }

        CuratedTerms.Print(args.Contains("--show"));
        if (!args.Contains("--no-times")) Times();
        return 0;
    }

    static void Measure(List<Pair> pairs, bool common, bool swapped, Table table, GlossaryLabels labels, bool show)
    {
        var glossary = GlossaryOf(pairs, common);
        var languages = swapped ? new LanguagePair("zh-Hans", "en") : new LanguagePair("en", "zh-Hans");
        var finder = glossary.For(languages);
        int places = 0, placesFound = 0, terms = 0, used = 0, planted = 0, found = 0, foundEverywhere = 0, respelled = 0, worse = 0;
        Random random = new(17);
        foreach (var pair in pairs)
        {
            var (source, target) = swapped ? (pair.Target, pair.Source) : (pair.Source, pair.Target);
            var matches = finder.Find(source);
            var verdicts = TermVerifier.Verify(matches, source, target, languages);
            terms += verdicts.Count;
            used += verdicts.Count(verdict => verdict.Status <= TermStatus.Admitted);
            foreach (var verdict in verdicts.Where(verdict => verdict.Status > TermStatus.Admitted)) labels.Add(languages, pair.Id, verdict.Match.Range.In(source));
            if (show)
                foreach (var verdict in verdicts.Where(verdict => verdict.Status > TermStatus.Admitted))
                    Console.WriteLine($"{languages}\t{(common ? "all terms" : "without common words")}\t{pair.Id}\t{verdict.Match.Range.In(source)}\twanted {verdict.Match.Required}\t{verdict.Status}{(verdict.IsRepeated ? " (repeated)" : "")}\t{Around(source, verdict.Match.Range)}\t{Related(target, source, verdict)}");
            if (Plant(verdicts, target, random, out var term) is { } fault)
            {
                planted++;
                if (Bad(TermVerifier.Verify(matches, source, PlantEverywhere(matches, source, fault, term, languages), languages)) > Bad(verdicts)) foundEverywhere++;
                var after = TermVerifier.Verify(matches, source, fault, languages);
                if (Bad(after) > Bad(verdicts)) found++;
                else if (show) Console.WriteLine($"{languages}\t{pair.Id}\tone planted fault not found");
            }

            var rightOnes = verdicts.Where(verdict => verdict.Status <= TermStatus.Admitted && verdict.Target is { Length: > 0 }).ToList();
            foreach (var right in rightOnes)
            {
                places++;
                if (Bad(TermVerifier.Verify(matches, source, Spoil(target, right.Target!.Value), languages)) > Bad(verdicts)) placesFound++;
            }

            if (!swapped) continue;
            foreach (var right in rightOnes)
                foreach (var (kind, otherwise) in Respelling.Of(right.Found, ""))
                {
                    var range = right.Target!.Value;
                    respelled++;
                    if (Bad(TermVerifier.Verify(matches, source, string.Concat(target.AsSpan(0, range.Start), otherwise, target.AsSpan(range.End)), languages)) <= Bad(verdicts)) continue;
                    worse++;
                    if (show) Console.WriteLine($"{languages}\t{pair.Id}\t{kind}: {right.Found} as {otherwise} made a finding");
                }
        }

        table.AddRow(languages.ToString(), common ? "all terms" : "without common words", $"{terms}", Share(used, terms), $"{terms - used}", $"{planted}", Share(found, planted), Share(foundEverywhere, planted), $"{Share(placesFound, places)} of {places}",
            swapped ? $"{respelled}" : "-", swapped ? (1000.0 * worse / Math.Max(1, respelled)).ToString("0.0", CultureInfo.InvariantCulture) : "-");
    }

    static int Bad(IReadOnlyList<TermVerdict> verdicts) => verdicts.Count(verdict => verdict.Status > TermStatus.Admitted);

    static Glossary GlossaryOf(List<Pair> pairs, bool common)
    {
        Dictionary<string, SortedSet<string>> terms = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (source, targets) in pairs.SelectMany(pair => pair.Terms))
        {
            if (!common && s_common.Contains(source)) continue;
            if (!terms.TryGetValue(source, out var known)) terms[source] = known = new(StringComparer.Ordinal);
            known.UnionWith(targets);
        }

        var entries = terms.Select((term, i) => new TermEntry($"d2l-{i}",
            [Forms("en", term.Key), Forms("zh", term.Value.First(), [.. term.Value.Skip(1)])],
            ConceptStatus.Approved, false, "", "", "", "d2l", i + 2, new Dictionary<string, string>())).ToList();
        return new(entries);
    }

    static TermForms Forms(string language, string preferred, IReadOnlyList<string>? variants = null) =>
        new(language, preferred, variants ?? [], [], TermCase.Insensitive, TermMatching.Auto, [], []);

    /// <summary>Takes one term that came out right and puts a word in its place that means something else.</summary>
    static string? Plant(IReadOnlyList<TermVerdict> verdicts, string target, Random random, out string term)
    {
        term = "";
        var right = verdicts.Where(verdict => verdict.Status <= TermStatus.Admitted && verdict.Target is { Length: > 0 }).ToList();
        if (right.Count == 0) return null;
        var chosen = right[random.Next(right.Count)];
        term = chosen.Match.Entry.Id;
        return Spoil(target, chosen.Target!.Value);
    }

    static string Spoil(string target, TextRange range) =>
        string.Concat(target.AsSpan(0, range.Start), Han.Contains(range.In(target)) ? "那东西" : "thingummy", target.AsSpan(range.End));

    /// <summary>The same word in place of every rendering of the concept that is left, also those that the source does not account for.</summary>
    static string PlantEverywhere(IReadOnlyList<TermMatch> matches, string source, string target, string term, LanguagePair pair)
    {
        for (var i = 0; i < 40; i++)
        {
            var left = TermVerifier.Verify(matches, source, target, pair).FirstOrDefault(verdict => verdict.Match.Entry.Id == term && verdict.Status <= TermStatus.Admitted && verdict.Target is { Length: > 0 });
            if (left?.Target is not { } range) return target;
            target = Spoil(target, range);
        }

        return target;
    }

    static string Around(string text, TextRange range) => text[Math.Max(0, range.Start - 40)..Math.Min(text.Length, range.End + 40)].ReplaceLineEndings(" ");

    /// <summary>The part of the target at the same share of its length, for the reader who judges the finding.</summary>
    static string Related(string target, string source, TermVerdict verdict)
    {
        var at = (int)((double)verdict.Match.Range.Start / Math.Max(1, source.Length) * target.Length);
        return target[Math.Max(0, at - 70)..Math.Min(target.Length, at + 70)].ReplaceLineEndings(" ");
    }

    /// <summary>Reading, lint, readiness and matching with up to 100,000 made-up terms; the best of several runs, since other work only ever adds.</summary>
    static void Times()
    {
        var table = new Table().Title("Times on this machine, one core").AddColumns("Terms", "Read CSV ms", "Lint ms", "Ready ms", "Match MB/s (UTF-8)", "Places found");
        foreach (var count in (int[])[1_000, 10_000, 100_000])
        {
            var csv = SyntheticTerms.Csv(count);
            var text = SyntheticTerms.Text(400_000);
            var lines = text.Split('\n');
            var megabytes = Encoding.UTF8.GetByteCount(text) / 1e6;
            List<Problem> problems = [];
            var read = Best(3, () => GlossaryTable.Parse(csv, "made-up.csv", []));
            var parsed = GlossaryTable.Parse(csv, "made-up.csv", problems)!;
            var lint = Best(3, () => GlossaryLint.Run([parsed], []));
            var entries = GlossaryFile.ToEntries(parsed, problems);
            LanguagePair pair = new("zh-Hans", "en");
            var ready = Best(9, () => new Glossary(entries).For(pair));
            var finder = new Glossary(entries).For(pair);
            var places = 0;
            var match = Best(60, () =>
            {
                places = 0;
                foreach (var line in lines) places += finder.Scan(line).Length;
                return places;
            });
            table.AddRow($"{count:N0}", Text(read), Text(lint), Text(ready), Text(megabytes / match * 1000), $"{places:N0}");
        }

        AnsiConsole.Write(table);
    }

    static double Best<T>(int times, Func<T> run)
    {
        run();
        return Enumerable.Range(0, times).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            run();
            return watch.Elapsed.TotalMilliseconds;
        });
    }

    static string Share(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    static string Text(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    sealed record Pair(string Id, string Source, string Target, IReadOnlyList<(string Source, string[] Targets)> Terms);
}
