using System.CommandLine;
using Translate.Glossaries;

/// <summary>How a glossary meets a corpus.</summary>
static class GlossaryStatsCommand
{
    public static Command Create()
    {
        Argument<string[]> corpus = new("corpus") { Description = "Articles or folders of them (.txt, .md, .html, .docx); none: the glossary alone.", Arity = ArgumentArity.ZeroOrMore };
        var glossary = GlossaryInput.CreateOption();
        var noCurated = GlossaryInput.CreateNoCurated();
        Option<FileInfo> html = new("--html") { Description = "Write a self-contained page with charts." };
        Option<bool> json = new("--json") { Description = "Print as JSON." };
        Command command = new("stats", "Count terms by subject and status, and in a corpus: coverage, terms never seen. Example: translate glossary stats articles/ --html stats.html") { corpus, glossary, noCurated, html, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if (GlossaryInput.Read(parsed.GetValue(glossary), parsed.GetValue(noCurated), streams.Error) is not { } read) return 1;
            var (lines, exitCode) = GlossaryCorpus.Read(parsed.GetValue(corpus) ?? [], streams.Error);
            var stats = GlossaryStats.Of(read, lines);
            if (parsed.GetValue(html) is { } page) File.WriteAllText(page.FullName, GlossaryReport.ToHtml(stats, $"Glossary {read.Hash}"));
            Print(streams.Output, stats, parsed.GetValue(json));
            return exitCode;
        });
        return command;
    }

    static void Print(TextWriter output, GlossaryStats stats, bool json)
    {
        var subjects = stats.Terms.GroupBy(GlossaryReport.Subject).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new { Subject = group.Key, Concepts = group.Count(), Seen = group.Count(term => term.Occurrences > 0), Proposed = group.Count(term => term.Entry.Status == ConceptStatus.Proposed), Deprecated = group.Count(term => term.Entry.Status == ConceptStatus.Deprecated) }).ToList();
        if (json)
        {
            GlossaryInput.Print(output, new { stats.Texts, Characters = stats.Units, CharactersInTerms = stats.Covered, stats.TextsWithTerms, Subjects = subjects, Terms = stats.Terms.Where(term => term.Occurrences > 0).Select(term => new { term.Entry.Id, term.Occurrences, term.Texts }), Unseen = stats.Unseen.Select(entry => entry.Id) });
            return;
        }

        output.WriteLine($"{"subject",-20} {"concepts",8} {"seen",8} {"proposed",8} {"deprecated",10}");
        foreach (var subject in subjects) output.WriteLine($"{subject.Subject,-20} {subject.Concepts,8:N0} {subject.Seen,8:N0} {subject.Proposed,8:N0} {subject.Deprecated,10:N0}");
        output.WriteLine($"{"all",-20} {stats.Terms.Count,8:N0} {stats.Terms.Count(term => term.Occurrences > 0),8:N0}");
        if (stats.Texts == 0) return;
        output.WriteLine($"{stats.TextsWithTerms:N0} of {stats.Texts:N0} lines hold a term; {100.0 * stats.Covered / Math.Max(1, stats.Units):0.0} % of the characters stand in terms");
        foreach (var term in stats.Terms.Where(term => term.Occurrences > 0).Take(30)) output.WriteLine($"{term.Occurrences,8:N0}  {string.Join(" = ", term.Entry.Forms.Select(forms => forms.Preferred))}");
    }
}
