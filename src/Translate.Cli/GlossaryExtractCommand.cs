using System.CommandLine;
using System.Globalization;
using Translate.Glossaries;

/// <summary>Term candidates from articles, as proposed rows.</summary>
static class GlossaryExtractCommand
{
    public static Command Create()
    {
        Argument<string[]> articles = new("articles") { Description = "Articles or folders of them (.txt, .md, .html, .docx).", Arity = ArgumentArity.OneOrMore };
        var glossary = GlossaryInput.CreateOption();
        var noCurated = GlossaryInput.CreateNoCurated();
        Option<int> least = new("--least") { Description = "How often a candidate must stand.", DefaultValueFactory = _ => 3 };
        Option<int> most = new("--most") { Description = "How many candidates are wanted.", DefaultValueFactory = _ => 200 };
        Option<FileInfo> output = new("--output", "-o") { Description = "File to write (.csv); absent: standard output. An existing file is never touched." };
        Command command = new("extract", "Propose terms that articles use and the glossary does not know, as rows with status 'proposed'. Example: translate glossary extract articles/ -o candidates.csv") { articles, glossary, noCurated, least, most, output };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if (parsed.GetValue(output) is { Exists: true } there)
            {
                streams.Error.WriteLine($"{there.FullName} exists; candidates are never merged into a file, so name a new one");
                return 2;
            }

            if (GlossaryInput.Read(parsed.GetValue(glossary), parsed.GetValue(noCurated), streams.Error) is not { } read) return 1;
            var (lines, exitCode) = GlossaryCorpus.Read(parsed.GetRequiredValue(articles), streams.Error);
            var terms = TermExtractor.Extract(lines, read, parsed.GetValue(least), parsed.GetValue(most));
            var table = ToTable(terms);
            if (parsed.GetValue(output) is { } file) GlossaryFile.Write(file.FullName, table);
            else GlossaryFile.Write(streams.Output, table);
            streams.Error.WriteLine($"{terms.Count:N0} candidates from {lines.Count:N0} lines; fill in the other language and set status to approved for those you want");
            return exitCode;
        });
        return command;
    }

    static GlossaryTable ToTable(IReadOnlyList<ExtractedTerm> terms) => GlossaryFixer.Fix(new(
        "candidates.csv", ["id", "en", "zh", "status", "example", "frequency", "texts", "c-value", "npmi"],
        [.. terms.Select(term => (IReadOnlyList<string>)
        [
            "", term.IsChinese ? "" : term.Text, term.IsChinese ? term.Text : "", "proposed", string.Join(" / ", term.Examples),
            term.Occurrences.ToString(CultureInfo.InvariantCulture), term.Texts.ToString(CultureInfo.InvariantCulture),
            term.Score.ToString(CultureInfo.InvariantCulture), term.Cohesion.ToString(CultureInfo.InvariantCulture),
        ])]));
}
