using System.Globalization;
using System.Text.Json;
using Translate.Cli;
using Translate.FakeServices;
using Translate.Review;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

/// <summary>A folder of articles, a memory and settings of its own, and <c>translate run</c> in this process.</summary>
sealed class RunCase : IDisposable
{
    readonly TemporaryFolder _folder = new();

    /// <summary>What the environment says.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public FastTime Time { get; } = new(50);

    public string Output => _folder.File("out");

    public string File(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>An article of distinct sentences.</summary>
    public string Article(string name, int first, int sentences) => Write($"in/{name}", string.Concat(
        Enumerable.Range(first, sentences).Select(i => string.Create(CultureInfo.InvariantCulture, $"这是第 {i} 号句子，谈的是天气。\n\n"))));

    public RunCase With(FakeAzure azure, string key = "imitation-key")
    {
        Environment["AZURE_TRANSLATOR_ENDPOINT"] = azure.Url.ToString();
        Environment["AZURE_TRANSLATOR_KEY"] = key;
        return this;
    }

    /// <summary>Any imitation, by the engine's name.</summary>
    public RunCase With(string engine, FakeServer service, string key = "imitation-key")
    {
        var (address, variable, path) = engine switch
        {
            "azure" => ("AZURE_TRANSLATOR_ENDPOINT", "AZURE_TRANSLATOR_KEY", ""),
            "openai" => ("OPENAI_BASE_URL", "OPENAI_API_KEY", "v1"),
            "deepl" => ("DEEPL_ENDPOINT", "DEEPL_API_KEY", ""),
            _ => ("LIBRETRANSLATE_URL", "LIBRETRANSLATE_API_KEY", ""),
        };
        Environment["TRANSLATE_ENGINE"] = engine;
        Environment["OPENAI_MODEL"] = "imitation-model";
        Environment[address] = service.Url + path;
        Environment[variable] = key;
        return this;
    }

    /// <summary>Runs on the folder of articles.</summary>
    public async Task<RunResult> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var command = RunCommand.Create(() => Settings.Load(_folder.Path, Environment.GetValueOrDefault), Time);
        List<string> line = [_folder.File("in"), .. arguments];
        if (!arguments.Contains("--output")) line.AddRange(["--output", Output]);
        if (!arguments.Contains("--memory") || arguments.Any(argument => argument.EndsWith(".tmx", StringComparison.Ordinal))) line.AddRange(["--memory", _folder.File("memory.db")]);
        try
        {
            var exitCode = await command.Parse(line).InvokeAsync(
                new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, TestContext.Current.CancellationToken);
            return new(exitCode, output.ToString(), error.ToString());
        }
        catch (Exception fault) when (ExitCodes.For(fault) is { } code)
        {
            return new(code, output.ToString(), error + fault.Message);
        }
    }

    /// <summary>All targets of an article's workbook.</summary>
    public IReadOnlyList<string> Targets(string article) => [.. Rows(article).Select(row => row.Target ?? "")];

    public IReadOnlyList<ReviewedRow> Rows(string article)
    {
        var workbook = ReviewWorkbook.Read(Path.Combine(Output, article + ".xlsx"), out var problem);
        Assert.Null(problem);
        return workbook!.Rows;
    }

    /// <summary>The counts in <c>run.json</c>.</summary>
    public JsonElement Report => JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Output, "run.json")));

    public void Dispose() => _folder.Dispose();
}

sealed record RunResult(int ExitCode, string Output, string Error);
