using System.CommandLine;
using Translate;
using Translate.Articles;
using Translate.Memory;
using Translate.Scripts;

/// <summary>Looks a text up.</summary>
static class MemoryFindCommand
{
    public static Command Create()
    {
        Argument<string> text = new("text") { Description = "The text, or - for standard input, one a line." };
        Option<string[]> memory = new("--memory", "-m") { Description = "Memory file (.db) and TMX files to read beside it.", DefaultValueFactory = _ => ["translate.db"] };
        Option<string?> from = new("--from") { Description = "Language of the text (default: detected; what is not found and holds Chinese is looked up as Chinese too)." };
        Option<string?> to = new("--to") { Description = "Target language (default: English for Chinese, zh-Hans for others)." };
        Option<int> minMatch = new("--min-match") { Description = "Lowest score in per cent.", DefaultValueFactory = _ => 75 };
        Option<int> most = new("--most") { Description = "Most matches of one text.", DefaultValueFactory = _ => 5 };
        var json = MemoryCommand.CreateJson();
        Command command = new("find", "Show what the memory knows of a text, and what differs. Example: translate memory find \"公司融资5亿元。\" --memory house.tmx") { text, memory, from, to, minMatch, most, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            List<Problem> problems = [];
            if (parsed.GetValue(minMatch) is < 1 or > 101 || parsed.GetValue(most) < 1)
            {
                streams.Error.WriteLine("--min-match is a score from 1 to 101, and --most is 1 or more");
                return 2;
            }

            if (Open(parsed.GetRequiredValue(memory), problems, streams.Error) is not { } opened) return 2;
            using (opened)
            {
                foreach (var problem in problems) streams.Error.WriteLine(problem);
                var lines = parsed.GetRequiredValue(text) is not "-" and var one ? [one] : Console.In.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
                var found = lines.SelectMany(line => Pairs(line, parsed.GetValue(from), parsed.GetValue(to))
                    .Select(pair => Find(opened, line, pair, parsed.GetValue(minMatch), parsed.GetValue(most))).FirstOrDefault(matches => matches.Count > 0) ?? []).ToList();
                if (parsed.GetValue(json)) MemoryCommand.Print(streams.Output, found);
                else
                    foreach (var match in found) streams.Output.WriteLine($"{match.Score}\t{match.Target}\t{match.Source}\t{match.Provenance}\t{string.Join("; ", match.Differences)}");
                if (found.Count == 0) streams.Error.WriteLine($"no match of {parsed.GetValue(minMatch)}% or better");
                return problems.Count > 0 ? 1 : 0;
            }
        });
        return command;
    }

    sealed record Found(string Text, int Score, string Target, string Source, string Provenance, IReadOnlyList<string> Differences);

    static List<Found> Find(TranslationMemory memory, string text, LanguagePair pair, int minMatch, int most) =>
        [.. memory.Find(new(TaggedText.Parse(text, []), pair), minMatch, most)
            .Select(match => new Found(text, match.Score, match.Target.ToString(), match.Source.ToString(), match.Provenance, match.Differences))];

    /// <summary>The languages in which a text is looked up, until something is found: few words with names among them may pass for English.</summary>
    static IEnumerable<LanguagePair> Pairs(string text, string? from, string? to)
    {
        var source = from ?? LanguageDetector.Detect(text);
        yield return Pair(source, to);
        if (from is null && LanguagePair.Language(source) != "zh" && Han.Contains(text)) yield return Pair("zh-Hans", to);
    }

    static LanguagePair Pair(string source, string? to) => new(source, to ?? (LanguagePair.Language(source) == "zh" ? "en" : "zh-Hans"));

    static TranslationMemory? Open(string[] files, List<Problem> problems, TextWriter error)
    {
        var tmx = files.Where(file => Path.GetExtension(file).Equals(".tmx", StringComparison.OrdinalIgnoreCase)).ToList();
        var own = files.Except(tmx).FirstOrDefault();
        var memory = own is null ? TranslationMemory.Open(":memory:") : MemoryCommand.OpenExisting(own, error);
        if (memory is not null)
            foreach (var file in tmx) memory.AddReadOnly(file, problems);
        return memory;
    }
}
