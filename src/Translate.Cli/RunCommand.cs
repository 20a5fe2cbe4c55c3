using System.CommandLine;
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

    static readonly Argument<string[]> s_articles = new("articles") { Description = "Files or folders of articles: .txt, .md, .html, .docx; .xlsx when named.", Arity = ArgumentArity.OneOrMore };
    static readonly Option<string?> s_output = new("--output", "-o") { Description = "Folder for the workbooks. Default: out." };
    static readonly Option<string?> s_from = new("--from") { Description = "Source language, such as zh-Hans, zh-Hant or en. Default: detected per article." };
    static readonly Option<string?> s_to = new("--to") { Description = "Target language. Default: en for Chinese, zh-Hans for English." };
    static readonly Option<int?> s_minMatch = new("--min-match") { Description = "Lowest memory match that is shown, in per cent. Default: 75." };
    static readonly Option<int?> s_prefill = new("--prefill") { Description = "Lowest memory match that fills the target when no engine is asked. Default: 85." };
    static readonly Option<bool> s_keepAll = new("--keep-all") { Description = "Translate navigation, bylines and disclaimers too." };
    static readonly Option<string?> s_segmentation = new("--segmentation") { Description = "Segmentation rules of your own (SRX 2.0)." };
    static readonly Option<string?> s_column = new("--column") { Description = "The column of an .xlsx to translate: its header or its letter." };
    static readonly Option<bool> s_protect = new("--protect") { Description = "Protect the sheets; translators can then change Target, Status and Comment only." };
    static readonly Option<bool> s_dryRun = new("--dry-run") { Description = "Say what a run would do and cost; ask nothing, write nothing." };
    static readonly Option<Severity?> s_failOn = new("--fail-on") { Description = "Exit with 1 when there is a finding of this severity or worse." };
    static readonly Option<bool> s_json = new("--json") { Description = "Print the report as JSON." };

    public static Command Create()
    {
        Command command = new("run", "Translate articles into bilingual workbooks.\nExample: translate run articles --memory house.tmx --output out")
        {
            s_articles, s_output, s_from, s_to, s_minMatch, s_prefill, s_keepAll, s_segmentation, s_column, s_protect, s_dryRun, s_failOn, s_json,
        };
        foreach (var option in RunSetup.Options) command.Options.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = Settings.Load(Environment.CurrentDirectory);
        List<Problem> problems = [];
        var files = ArticleFinder.Find(parsed.GetValue(s_articles)!, problems);
        await using var setup = RunSetup.Open(parsed, settings, problems);
        var segmenter = ReadSegmentation(parsed.GetValue(s_segmentation) ?? settings.FilePath("segmentation"));
        foreach (var problem in problems) Terminal.Errors.WriteLine(problem.ToString());

        Pipeline pipeline = new(
            new Cleaner(CleaningOptions.Default, setup.Glossary.Entries.SelectMany(entry => entry.In("zh") is { } forms ? [forms.Preferred, .. forms.Variants] : Array.Empty<string>())),
            segmenter, setup.Glossary, setup.Memory, setup.Packer, new Checker(CheckOptions.Default),
            new(parsed.GetValue(s_minMatch) ?? settings.Number("minMatch") ?? 75, parsed.GetValue(s_prefill) ?? settings.Number("prefill") ?? 85));
        BatchOptions options = new(
            parsed.GetValue(s_output) ?? settings.FilePath("output") ?? "out",
            parsed.GetValue(s_from) ?? settings.Text("from"), parsed.GetValue(s_to) ?? settings.Text("to"),
            new() { KeepAll = parsed.GetValue(s_keepAll), Column = parsed.GetValue(s_column) },
            WorkbookOptions.Default with { Protect = parsed.GetValue(s_protect) }, ArticlesAtOnce);
        RunFacts facts = new(
            setup.Engine?.Name ?? "memory", setup.Engine?.Settings ?? "", RunSetup.Version, setup.Glossary.Hash, setup.Glossary.Entries.Count,
            setup.MemoryName, 0, 0, TimeProvider.System.GetUtcNow(), TimeSpan.Zero);
        Batch batch = new(pipeline, facts, options, TimeProvider.System);

        if (files.Count == 0) return 1;
        if (parsed.GetValue(s_dryRun)) return await DryRun.RunAsync(batch, files, setup, parsed.GetValue(s_json)) || problems.Count > 0 ? 1 : 0;
        Say(setup, options);
        RunProgress progress = new(Terminal.Errors, files.Count, setup.Packer, TimeProvider.System);
        var report = await progress.ShowAsync(batch.RunAsync(files, progress, ct));
        return await EndAsync(report, facts, options, setup, parsed, problems.Count > 0);
    }

    static async Task<int> EndAsync(BatchReport report, RunFacts facts, BatchOptions options, RunSetup setup, ParseResult parsed, bool problems)
    {
        var json = RunReport.ToJson(report, facts);
        Directory.CreateDirectory(options.Output);
        await File.WriteAllTextAsync(Path.Combine(options.Output, "run.json"), json, CancellationToken.None);
        if (parsed.GetValue(s_json)) Console.WriteLine(json);
        else
            foreach (var article in report.Articles.Where(article => article.Workbook is not null)) Console.WriteLine(article.Workbook);
        RunReport.WriteTable(Terminal.Errors, report);
        foreach (var line in ClosingLines.For(report, setup.Engine is not null)) Terminal.Errors.WriteLine(line);
        if (report.Stopped is not null) return 3;
        if (report.Cancelled) return 130;
        return problems || report.Articles.Any(article => article.Problem is not null) || Fails(report, parsed.GetValue(s_failOn)) ? 1 : 0;
    }

    static bool Fails(BatchReport report, Severity? failOn) =>
        failOn is { } least && report.Articles.Any(article => article.Worst >= least);

    static void Say(RunSetup setup, BatchOptions options)
    {
        var from = options.From ?? "the language of each article";
        var to = options.To ?? "English (Chinese articles) or Simplified Chinese (English articles)";
        Terminal.Errors.WriteLine($"Translating from {from} to {to}; {(setup.Engine is null ? "memory and glossary alone, no engine is configured" : $"engine {setup.Engine.Name}")}.");
    }

    static Segmenter ReadSegmentation(string? path)
    {
        if (path is null) return Segmenter.Default;
        return Segmenter.FromSrx(path, out var problem) ?? throw new UsageException(problem!.ToString());
    }
}
