using System.CommandLine;
using Spectre.Console;
using Translate.Articles;
using Translate.Checks;
using Translate.Review;
using Translate.Segments;

namespace Translate.Cli;

/// <summary><c>translate run</c>: articles in, one workbook per article out.</summary>
static class RunCommand
{
    // Enough that their open segments fill the requests in flight, few enough that memory stays flat.
    const int ArticlesAtOnce = 32;

    static readonly Argument<string[]> s_articles = new("articles") { Description = "Files or folders of articles: .txt, .md, .html, .docx, .xlsx (in folders only with --column).", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> s_output = new("--output", "-o") { Description = "Folder for the workbooks. Default: out." };
    static readonly Option<string?> s_from = new("--from") { Description = "Source language, such as zh-Hans, zh-Hant or en. Default: detected per article." };
    static readonly Option<string?> s_to = new("--to") { Description = "Target language. Default: en for Chinese, zh-Hans for English." };
    static readonly Option<bool> s_viaSimplified = new("--via-simplified") { Description = "For Traditional targets: ask the engine for Simplified Chinese and convert its answers (zh-TW, zh-HK: with the region's words)." };
    static readonly Option<int?> s_minMatch = new("--min-match") { Description = "Lowest memory match that is shown, in per cent. Default: 75." };
    static readonly Option<int?> s_prefill = new("--prefill") { Description = "Lowest memory match that fills the target when no engine is asked. Default: 85." };
    static readonly Option<bool> s_keepAll = new("--keep-all") { Description = "Translate navigation, bylines and disclaimers too." };
    static readonly Option<string?> s_segmentation = new("--segmentation") { Description = "Segmentation rules of your own (SRX 2.0)." };
    static readonly Option<bool> s_semicolons = new("--split-at-semicolons") { Description = "Let ； end a segment." };
    static readonly Option<string?> s_column = new("--column") { Description = "The column of an .xlsx to translate: its header or its letter. Default: the one with the most text." };
    static readonly Option<bool> s_protect = new("--protect") { Description = "Protect the sheets; translators can then change Target, Status and Comment only." };
    static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "Say what a run would do and cost; ask nothing, write nothing." };
    static readonly Option<Severity?> s_failOn = new("--fail-on") { Description = "Exit with 1 when there is a finding of this severity or worse." };
    static readonly Option<bool> s_single = new("--single") { Description = "Write all articles into one workbook, all.xlsx; all-1.xlsx, all-2.xlsx ... when it gets too long to work with (2,000 segments)." };
    static readonly Option<bool> s_onlyFailed = new("--only-failed") { Description = "Take up only what the last run's run.json lists as unfinished; the other workbooks stay as they are." };
    static readonly Option<bool> s_json = new("--json") { Description = "Print the report as JSON." };

    /// <param name="load">Gives the settings; those of the process when left out.</param>
    /// <param name="time">The clock.</param>
    public static Command Create(Func<Settings>? load = null, TimeProvider? time = null)
    {
        Command command = new("run", "Translate articles into bilingual workbooks.\nExample: translate run articles --memory house.tmx --output out\nWhat failed, once more: translate run articles --memory house.tmx --output out --only-failed")
        {
            s_articles, s_output, s_from, s_to, s_viaSimplified, s_minMatch, s_prefill, s_keepAll, s_segmentation, s_semicolons, s_column, s_protect, s_single, s_onlyFailed,
            s_dryRun, s_failOn, s_json,
        };
        foreach (var option in RunSetup.Options) command.Options.Add(option);
        command.SetAction((parsed, ct) => RunAsync(parsed, load?.Invoke() ?? Settings.Load(Environment.CurrentDirectory), time ?? TimeProvider.System, ct));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, Settings settings, TimeProvider time, CancellationToken ct)
    {
        var errors = Terminal.On(parsed.InvocationConfiguration.Error);
        List<Problem> problems = [];
        var options = ReadOptions(parsed, settings);
        var files = ArticleFinder.Find(parsed.GetValue(s_articles)!, problems, options.Reading);
        if (parsed.GetValue(s_onlyFailed))
        {
            options = options with { Carried = RunFile.Finished(options.Output) };
            files = [.. files.ExceptBy(options.Carried.Select(article => article.Name), file => file.Name, StringComparer.Ordinal)];
        }

        var dryRun = parsed.GetValue(s_dryRun);
        await using var setup = RunSetup.Open(parsed, settings, problems, dryRun, time);
        var pipeline = CreatePipeline(parsed, settings, setup);
        foreach (var problem in problems) errors.WriteLine(problem.ToString());
        if (setup.PassedOver > 0)
            errors.WriteLine($"{setup.PassedOver:N0} faults of the glossary passed over (--skip-bad-terms); {setup.Glossary.Entries.Count:N0} concepts are used.");
        if (files.Count == 0 && options.Carried.Count > 0) errors.WriteLine("Nothing failed in the last run; nothing to do.");
        if (files.Count == 0) return problems.Count > 0 || options.Carried.Count == 0 ? 1 : 0;

        RunFacts facts = new(
            setup.Engine?.Name ?? "memory", setup.Engine?.Settings ?? "", RunSetup.Version, setup.Glossary.Hash, setup.Glossary.Entries.Count,
            setup.MemoryName, 0, 0, time.GetUtcNow(), TimeSpan.Zero)
        {
            Choices = new(setup.Glossaries.Files, setup.Glossaries.NoCurated, SegmentationFile(parsed, settings), AtSemicolons(parsed, settings)),
        };
        Batch batch = new(pipeline, facts, options, time);
        errors.WriteLine(LanguageLine(await PairOfAsync(batch, files, ct), files, options, setup));
        if (dryRun)
        {
            DryRun dry = new(batch, pipeline, setup, settings.Amount("pricePerMillion"), settings.Text("currency") ?? "");
            return await dry.RunAsync(files, parsed, errors, ct) || problems.Count > 0 ? 1 : 0;
        }

        OutputFolder.Check(options.Output);
        RunProgress progress = new(errors, files.Count, setup.Packer, time);
        var report = await progress.ShowAsync(batch.RunAsync(files, progress, ct));
        return await EndAsync(report, facts, options, setup, parsed, problems.Count > 0);
    }

    static BatchOptions ReadOptions(ParseResult parsed, Settings settings)
    {
        if (parsed.GetValue(s_single) && parsed.GetValue(s_onlyFailed))
            throw new UsageException("--only-failed: a single workbook is written whole; leave --only-failed out, nothing is asked twice");
        return ReadBatch(parsed, settings) with { Single = parsed.GetValue(s_single) };
    }

    static BatchOptions ReadBatch(ParseResult parsed, Settings settings) => new(
        parsed.GetValue(s_output) ?? settings.FilePath("output") ?? "out",
        LanguageTag.Check("--from", parsed.GetValue(s_from) ?? settings.Text("from")),
        LanguageTag.Check("--to", parsed.GetValue(s_to) ?? settings.Text("to")),
        new() { KeepAll = parsed.GetValue(s_keepAll), Column = parsed.GetValue(s_column) },
        WorkbookOptions.Default with { Protect = parsed.GetValue(s_protect) }, ArticlesAtOnce);

    static Pipeline CreatePipeline(ParseResult parsed, Settings settings, RunSetup setup)
    {
        var known = setup.Glossary.Entries.SelectMany(entry => entry.In("zh") is { } forms ? [forms.Preferred, .. forms.Variants] : Array.Empty<string>());
        PipelineOptions options = new(
            parsed.GetValue(s_minMatch) ?? settings.Number("minMatch") ?? 75, parsed.GetValue(s_prefill) ?? settings.Number("prefill") ?? 85,
            ViaSimplified: parsed.GetValue(s_viaSimplified) || settings.Text("viaSimplified") is "True" or "true");
        return new(
            new Cleaner(CleaningOptions.Default, known), ReadSegmentation(SegmentationFile(parsed, settings), AtSemicolons(parsed, settings)),
            setup.Glossary, setup.Memory, setup.Packer, new Checker(CheckOptions.Default), options);
    }

    static async Task<int> EndAsync(BatchReport report, RunFacts facts, BatchOptions options, RunSetup setup, ParseResult parsed, bool problems)
    {
        var output = parsed.InvocationConfiguration.Output;
        var errors = Terminal.On(parsed.InvocationConfiguration.Error);
        var json = RunReport.ToJson(report, facts, RetryLine(parsed));
        var kept = await KeepAsync(Path.Combine(options.Output, RunFile.Name), json, errors);
        if (parsed.GetValue(s_json)) output.WriteLine(json);
        else
            foreach (var workbook in report.Articles.Except(options.Carried).Select(article => article.Workbook).OfType<string>().Distinct())
                output.WriteLine(workbook);
        RunReport.WriteTable(errors, report);
        foreach (var line in ClosingLines.For(report, setup.Engine?.Name)) errors.WriteLine(line);
        if (report.Stopped is not null || !kept) return 3;
        if (report.Cancelled) return 130;
        return problems || report.Articles.Any(article => article.Problem is not null) || Fails(report, parsed.GetValue(s_failOn)) ? 1 : 0;
    }

    static async Task<bool> KeepAsync(string path, string json, IAnsiConsole errors)
    {
        try
        {
            await File.WriteAllTextAsync(path, json, CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{path}: the run's report cannot be written ({fault.Message}); make room and run again, nothing is asked twice");
            return false;
        }
    }

    /// <summary>The command that takes up what failed, to be copied into a shell.</summary>
    static string RetryLine(ParseResult parsed)
    {
        var tokens = parsed.Tokens.Select(token => token.Value).Where(token => token is not ("run" or "--force" or "--only-failed"));
        return string.Join(' ', ((IEnumerable<string>)["translate", "run", .. tokens]).Select(Quoted)) + (parsed.GetValue(s_single) ? "" : " --only-failed");
    }

    static string Quoted(string token) => token.Any(unit => !char.IsLetterOrDigit(unit) && !"-_./:\\=,@+".Contains(unit, StringComparison.Ordinal))
        ? $"'{token.Replace("'", "'\\''", StringComparison.Ordinal)}'" : token;

    static bool Fails(BatchReport report, Severity? failOn) =>
        failOn is { } least && report.Articles.Any(article => article.Worst >= least);

    /// <summary>Languages of the first article that can be read.</summary>
    static async Task<LanguagePair?> PairOfAsync(Batch batch, IReadOnlyList<ArticleFile> files, CancellationToken ct)
    {
        foreach (var file in files)
            if (await batch.PairOfAsync(file, ct) is { } pair) return pair;
        return null;
    }

    static string LanguageLine(LanguagePair? pair, IReadOnlyList<ArticleFile> files, BatchOptions options, RunSetup setup)
    {
        var detected = options.From is null && files.Count > 1 ? " (the first article's; each article's own language decides)" : "";
        return $"Translating {pair?.ToString() ?? "nothing that could be read"}{detected}; {(setup.Engine is null ? "memory and glossary alone, no engine is asked" : $"engine {setup.Engine.Name}")}.";
    }

    static string? SegmentationFile(ParseResult parsed, Settings settings) => parsed.GetValue(s_segmentation) ?? settings.FilePath("segmentation");

    static bool AtSemicolons(ParseResult parsed, Settings settings) => parsed.GetValue(s_semicolons) || settings.Text("splitAtSemicolons") is "True" or "true";

    static Segmenter ReadSegmentation(string? path, bool atSemicolons)
    {
        if (path is null) return Segmenter.WithSemicolons(atSemicolons ? Semicolons.End : Semicolons.Inside);
        return Segmenter.FromSrx(path, out var problem) ?? throw new UsageException(problem!.ToString());
    }
}
