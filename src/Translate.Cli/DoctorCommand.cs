using System.CommandLine;
using System.Text.Json;
using Translate.Articles;
using Translate.Engines;
using Translate.Glossaries;
using Translate.Memory;

namespace Translate.Cli;

/// <summary><c>translate doctor</c>: what is configured, what can be reached, what is missing, and how to mend it. Never prints a key.</summary>
static class DoctorCommand
{
    static readonly Option<bool> s_json = new("--json") { Description = "Print the findings as JSON." };
    static readonly Option<bool> s_ask = new("--ask") { Description = "Ask the engine to translate one word, to see whether key, region and quota hold; a few characters are charged." };

    /// <param name="folder">Where it looks; the working folder when left out.</param>
    /// <param name="environment">Gives the environment's variables; the process's own when left out.</param>
    public static Command Create(string? folder = null, Func<string, string?>? environment = null)
    {
        Command command = new("doctor", "Say what is configured, what can be reached, what is missing, and how to mend it.\nExample: translate doctor --ask") { s_json, s_ask };
        command.SetAction((parsed, ct) => RunAsync(parsed, folder ?? Environment.CurrentDirectory, environment, ct));
        return command;
    }

    static async Task<int> RunAsync(ParseResult parsed, string folder, Func<string, string?>? environment, CancellationToken ct)
    {
        var output = parsed.InvocationConfiguration.Output;
        List<Diagnosis> found = [new("tool", true, $"translate {RunSetup.Version} on .NET {Environment.Version}")];
        found.Add(Guarded("settings", () => Settings.Load(folder, environment).Path is { } path ? $"read from {path}" : "no translate.json here or above; options and environment alone"));
        found.Add(Guarded("glossary", () => $"curated glossary with {Glossary.Curated.Entries.Count} concepts, {Glossary.Curated.Hash[..12]}"));
        found.Add(Guarded("memory", () => Memory(folder)));
        found.Add(Guarded("output", () => Output(folder)));
        found.AddRange(await EngineAsync(() => Settings.Load(folder, environment), parsed.GetValue(s_ask), ct));

        if (parsed.GetValue(s_json)) output.WriteLine(JsonSerializer.Serialize(found, JsonSerializerOptions.Web));
        else
            foreach (var (what, fine, says) in found) output.WriteLine($"{(fine ? "ok  " : "MEND")}  {what,-10} {says}");
        return found.TrueForAll(item => item.Fine) ? 0 : found.Exists(item => !item.Fine && item.What == "service") ? 3 : 2;
    }

    static string Memory(string folder)
    {
        var path = Path.Combine(folder, RunSetup.DefaultMemory);
        if (!File.Exists(path)) return $"{RunSetup.DefaultMemory} does not exist yet; the first run makes it";
        using var memory = TranslationMemory.Open(path);
        using AnswerStore answers = new(memory.Database);
        return $"{RunSetup.DefaultMemory} opens; {answers.Count} engine answers kept";
    }

    static string Output(string folder)
    {
        var path = Path.Combine(folder, $".translate-{Guid.NewGuid():n}");
        File.WriteAllText(path, "");
        File.Delete(path);
        return "the working folder can be written to";
    }

    static async Task<List<Diagnosis>> EngineAsync(Func<Settings> load, bool ask, CancellationToken ct)
    {
        EngineSettings? settings = null;
        var chosen = Guarded("engine", () =>
        {
            settings = EngineChoice.Choose(null, load());
            if (settings is null) return "none configured: runs use memory and glossary alone; set AZURE_TRANSLATOR_KEY and AZURE_TRANSLATOR_REGION to have the rest translated";
            var engine = EngineFactory.Create(settings);
            return $"{engine.Name} ({engine.Settings}), key {(settings.Key is null ? "not set" : "set")}{(ask ? "" : "; doctor --ask tries it")}";
        });
        if (settings is null || !chosen.Fine || !ask) return [chosen];
        return [chosen, await AskAsync(EngineFactory.Create(settings), ct)];
    }

    static async Task<Diagnosis> AskAsync(ITranslationEngine engine, CancellationToken ct)
    {
        try
        {
            await engine.TranslateAsync([new(TaggedText.Plain("你好"), new("zh-Hans", "en"), [], [])], ct);
            return new("service", true, "answers");
        }
        catch (EngineException fault)
        {
            return new("service", false, fault.Message);
        }
    }

    static Diagnosis Guarded(string what, Func<string> look)
    {
        try
        {
            return new(what, true, look());
        }
        catch (Exception fault) when (ExitCodes.For(fault) is not null || fault is IOException or UnauthorizedAccessException)
        {
            return new(what, false, fault.Message);
        }
    }

    sealed record Diagnosis(string What, bool Fine, string Says);
}
