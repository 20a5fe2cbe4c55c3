using System.CommandLine;
using Translate;
using Translate.Articles;
using Translate.Glossaries;
using Translate.Memory;
using Translate.Review;

/// <summary>What changed between two glossaries and what that does to stored translations.</summary>
static class GlossaryDiffCommand
{
    public static Command Create()
    {
        Argument<string> old = new("old") { Description = "Glossary file or folder before." };
        Argument<string> now = new("new") { Description = "Glossary file or folder after." };
        Option<string> memory = new("--memory") { Description = "Memory (.db) or TMX file whose segments are judged by both." };
        Option<FileInfo> workbook = new("--workbook") { Description = "Write the segments whose verdict changes as a review workbook." };
        Option<bool> json = new("--json") { Description = "Print as JSON." };
        Command command = new("diff", "Compare two glossaries and show which stored segments change their verdict. Example: translate glossary diff old/ glossary/ --memory project.tmx --workbook changed.xlsx") { old, now, memory, workbook, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if (GlossaryInput.Read([parsed.GetRequiredValue(old)], true, streams.Error) is not { } before || GlossaryInput.Read([parsed.GetRequiredValue(now)], true, streams.Error) is not { } after) return 1;
            List<Problem> problems = [];
            var changes = GlossaryDiff.Changes(before, after);
            if (Judge(before, after, parsed.GetValue(memory), problems, streams.Error) is not { } verdicts) return 2;
            foreach (var problem in problems) streams.Error.WriteLine(problem);
            Print(streams.Output, changes, verdicts, parsed.GetValue(json));
            if (parsed.GetValue(workbook) is { } file) WriteWorkbook(file.FullName, verdicts, after);
            return problems.Count > 0 ? 1 : 0;
        });
        return command;
    }

    /// <summary>The verdicts that change on stored pairs; <c>null</c> when the memory cannot be opened.</summary>
    static List<VerdictChange>? Judge(Glossary before, Glossary after, string? path, List<Problem> problems, TextWriter error)
    {
        if (path is null) return [];
        if (Path.GetExtension(path).Equals(".tmx", StringComparison.OrdinalIgnoreCase)) return Verdicts(Tmx.Read(path, problems));
        if (MemoryCommand.OpenExisting(path, error) is not { } opened) return null;
        using (opened) return Verdicts(opened.Entries());

        List<VerdictChange> Verdicts(IEnumerable<MemoryEntry> entries) =>
            [.. GlossaryDiff.Verdicts(before, after, entries.Select(entry => (entry.Pair, entry.Source.Text, entry.Target.Text)))];
    }

    static void Print(TextWriter output, IReadOnlyList<(string Id, TermEntry? Before, TermEntry? After)> changes, List<VerdictChange> verdicts, bool json)
    {
        var byId = verdicts.ToLookup(verdict => verdict.Id);
        if (json)
        {
            GlossaryInput.Print(output, changes.Select(change => new
            {
                change.Id,
                Before = Forms(change.Before),
                After = Forms(change.After),
                Segments = byId[change.Id].Select(verdict => new { Pair = verdict.Pair.ToString(), verdict.Source, verdict.Target, Before = verdict.Before?.ToString(), After = verdict.After?.ToString() }),
            }));
            return;
        }

        foreach (var (id, before, after) in changes)
        {
            output.WriteLine($"{(before is null ? "+" : after is null ? "-" : "~")} {id}: {Forms(before)}{(before is null || after is null ? "" : "  >  ")}{Forms(after)}");
            foreach (var verdict in byId[id]) output.WriteLine($"    {verdict.Before?.ToString() ?? "not asked"} > {verdict.After?.ToString() ?? "not asked"}: {verdict.Source} | {verdict.Target}");
        }

        output.WriteLine($"{changes.Count:N0} concepts differ; {verdicts.Count:N0} verdicts on stored segments change");
    }

    static string Forms(TermEntry? entry) => entry is null ? "" : string.Join(" = ", entry.Forms.Select(forms => forms.Preferred + (forms.Variants.Count > 0 ? $" ({string.Join(", ", forms.Variants)})" : "")));

    static void WriteWorkbook(string path, List<VerdictChange> verdicts, Glossary after)
    {
        var articles = verdicts.GroupBy(verdict => verdict.Pair).Select(group => ToArticle(group.Key, [.. group.DistinctBy(verdict => (verdict.Source, verdict.Target))], after)).ToList();
        var now = TimeProvider.System.GetUtcNow();
        ReviewWorkbook.Write(path, articles, new("memory", "", typeof(Glossary).Assembly.GetName().Version?.ToString(3) ?? "", after.Hash, after.Entries.Count, "", 0, 0, now, TimeSpan.Zero), new());
    }

    static TranslatedArticle ToArticle(LanguagePair pair, List<VerdictChange> verdicts, Glossary after)
    {
        List<Block> blocks = [];
        List<TranslatedSegment> segments = [];
        foreach (var verdict in verdicts)
        {
            var number = blocks.Count + 1;
            blocks.Add(new(number, BlockKind.Paragraph, 0, verdict.Source, [], OffsetMap.Identity(0, verdict.Source.Length)));
            var terms = after.For(pair).Find(verdict.Source);
            var findings = TermVerifier.Verify(terms, verdict.Source, verdict.Target, pair).Where(term => term.Status > TermStatus.Admitted)
                .Select(term => new Finding("TRM-001", Severity.Warning, $"{term.Match.Range.In(verdict.Source)}: {term.Status.ToString().ToLowerInvariant()}; the glossary now wants {term.Match.Required}", term.Match.Range, term.Target)).ToList();
            segments.Add(new(new($"{number}.1", number, BlockKind.Paragraph, verdict.Source, [], new(0, verdict.Source.Length)), terms, TaggedText.Plain(verdict.Target), SegmentStatus.Draft, Origin.MemoryExact, "memory", null, null, findings));
        }

        return new(new($"glossary-diff.{pair.Source}-{pair.Target}.txt", ArticleFormat.Text, pair.Source, "utf-8", "", "", blocks, [], []), pair, segments);
    }
}
