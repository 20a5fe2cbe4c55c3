using System.CommandLine;
using Translate;
using Translate.Articles;
using Translate.Glossaries;
using Translate.Scripts;

/// <summary>Which terms stand in a text, and why others do not count.</summary>
static class GlossaryFindCommand
{
    public static Command Create()
    {
        Argument<string> text = new("text") { Description = "A text, an article (.txt, .md, .html, .docx; markup is no text), or - for standard input." };
        var glossary = GlossaryInput.CreateOption();
        var noCurated = GlossaryInput.CreateNoCurated();
        Option<string> from = new("--from") { Description = "Language of the text (default: detected)." };
        Option<string> to = new("--to") { Description = "Target language (default: English for Chinese, zh-Hans for others)." };
        Option<bool> json = new("--json") { Description = "Print as JSON." };
        Command command = new("find", "Show what matches where, and what was passed over and why. Example: translate glossary find \"千卡集群上的推理服务\"") { text, glossary, noCurated, from, to, json };
        command.SetAction(parsed =>
        {
            if (GlossaryInput.Read(parsed.GetValue(glossary), parsed.GetValue(noCurated), parsed.InvocationConfiguration.Error) is not { } read) return 1;
            var (lines, exitCode) = ReadLines(parsed.GetRequiredValue(text), parsed.InvocationConfiguration.Error);
            Print(parsed.InvocationConfiguration.Output, read, lines, parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(json));
            return exitCode;
        });
        return command;
    }

    static (IReadOnlyList<string> Lines, int ExitCode) ReadLines(string text, TextWriter error)
    {
        if (text != "-" && !File.Exists(text)) return ([text], 0);
        if (text != "-" && ArticleFinder.Extensions.ContainsKey(Path.GetExtension(text))) return GlossaryCorpus.Read([text], error);
        var (inputs, exitCode) = TextInput.ReadAll([text], error);
        return ([.. inputs.SelectMany(input => input.Text.Split('\n')).Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0)], exitCode);
    }

    static void Print(TextWriter output, Glossary glossary, IReadOnlyList<string> lines, string? from, string? to, bool json)
    {
        List<object> all = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var source = from ?? LanguageDetector.Detect(lines[i]);
            LanguagePair pair = new(source, to ?? (LanguagePair.Language(source) == "zh" ? "en" : "zh-Hans"));
            var finder = glossary.For(pair);
            var required = finder.Find(lines[i]).ToLookup(match => (match.Entry.Id, match.Range), match => match.Required);
            foreach (var candidate in finder.Explain(lines[i]).DistinctBy(candidate => (candidate.Entry.Id, candidate.Range, candidate.Outcome, candidate.Reason)))
            {
                var target = required[(candidate.Entry.Id, candidate.Range)].FirstOrDefault() ?? "";
                if (json)
                    all.Add(new { Line = i + 1, candidate.Range.Start, candidate.Range.End, Text = candidate.Range.In(lines[i]), candidate.Entry.Id, candidate.Form, Target = target, Outcome = candidate.Outcome.ToString(), candidate.Reason, candidate.Entry.File, candidate.Entry.Row });
                else
                    output.WriteLine($"{i + 1}:{candidate.Range}\t{candidate.Range.In(lines[i])}\t{(candidate.Outcome == MatchOutcome.Matched ? "= " + target : "- " + Why(candidate))}\t{candidate.Entry.Id} ({Path.GetFileName(candidate.Entry.File)}:{candidate.Entry.Row})");
            }
        }

        if (json) GlossaryInput.Print(output, all);
    }

    static string Why(TermCandidate candidate) => candidate.Outcome switch
    {
        MatchOutcome.Nested => "a longer or earlier term takes its place",
        MatchOutcome.Unless => $"part of {candidate.Reason} (unless)",
        MatchOutcome.When => "none of its context words stands here (when)",
        MatchOutcome.Case => "letters in another case",
        MatchOutcome.Boundary => "inside a longer word, file name or address",
        MatchOutcome.Slot => "no number for its slot",
        MatchOutcome.Inflected => "another concept stands here as written",
        MatchOutcome.Proposed => "only proposed, and an approved term stands here",
        _ => "",
    };
}
