using System.CommandLine;
using System.Reflection;
using Translate.Engines;
using Translate.Glossaries;
using Translate.Memory;

namespace Translate.Cli;

/// <summary>What a run works with, opened together and closed together: glossary, memory, engine.</summary>
sealed class RunSetup : IAsyncDisposable
{
    /// <summary>The memory's file when none is named.</summary>
    public const string DefaultMemory = "translate.db";

    static readonly Option<string[]> s_glossary = new("--glossary", "-g") { Description = "Glossary file (.csv); repeatable, later ones win.", AllowMultipleArgumentsPerToken = false };
    static readonly Option<bool> s_noCurated = new("--no-curated") { Description = "Leave out the curated glossary that ships inside the tool." };
    static readonly Option<bool> s_skipBadTerms = new("--skip-bad-terms") { Description = "Run with the rows of a faulty glossary that can be used." };
    static readonly Option<string[]> s_memory = new("--memory", "-m") { Description = $"Memory file (.db, default {DefaultMemory}) and TMX files to read beside it; repeatable." };
    static readonly Option<string?> s_engine = new("--engine", "-e") { Description = "azure, openai, azure-openai, deepl, libretranslate, memory (ask nobody), or auto: the first that is configured." };
    static readonly Option<long?> s_maxCharacters = new("--max-characters") { Description = "Never send more characters than this." };
    static readonly Option<bool> s_force = new("--force") { Description = "Ask again what earlier runs were answered." };
    static readonly Option<int?> s_patience = new("--patience") { Description = "Seconds to wait out an outage. Default: 300." };

    RunSetup()
    {
    }

    public required Glossary Glossary { get; init; }

    /// <summary>Faults of the glossary files whose rows are not in <see cref="Glossary"/>, by the user's own wish.</summary>
    public required int PassedOver { get; init; }

    public required TranslationMemory Memory { get; init; }

    /// <summary>Glossary files in their order, and whether the curated one was left out.</summary>
    public required (IReadOnlyList<string> Files, bool NoCurated) Glossaries { get; init; }

    /// <summary>The memory's files, for people.</summary>
    public required string MemoryName { get; init; }

    /// <summary><c>null</c>: nothing is asked.</summary>
    public required ITranslationEngine? Engine { get; init; }

    /// <summary><c>null</c>: nothing is asked.</summary>
    public required RequestPacker? Packer { get; init; }

    public required AnswerStore? Answers { get; init; }

    public static string Version { get; } =
        typeof(RunSetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static IEnumerable<Option> Options => [s_glossary, s_noCurated, s_skipBadTerms, s_memory, s_engine, s_maxCharacters, s_force, s_patience];

    /// <summary>Opens everything, cheapest first, so that a wrong setting is said before anything is read.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="settings">What the options leave open.</param>
    /// <param name="problems">Receives what the owners of glossary and memory must mend.</param>
    /// <param name="dryRun">Makes no memory file where there is none.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UsageException">An option or a setting is wrong.</exception>
    public static RunSetup Open(ParseResult parsed, Settings settings, ICollection<Problem> problems, bool dryRun, TimeProvider time)
    {
        var engineSettings = EngineChoice.Choose(parsed.GetValue(s_engine), settings);
        var engine = engineSettings is null ? null : EngineFactory.Create(engineSettings);
        var glossary = ReadGlossary(parsed, settings, problems, out var passedOver);
        var (file, tmx) = MemoryFiles(parsed, settings);
        var memory = TranslationMemory.Open(dryRun && !File.Exists(file) ? ":memory:" : file);
        foreach (var path in tmx) memory.AddReadOnly(path, problems);
        var answers = engine is null ? null : new AnswerStore(memory.Database);
        return new()
        {
            Glossary = glossary,
            PassedOver = passedOver,
            Glossaries = (GlossaryFiles(parsed, settings), parsed.GetValue(s_noCurated)),
            Memory = memory,
            MemoryName = string.Join(", ", tmx.Prepend(file).Select(Path.GetFileName)),
            Engine = engine,
            Answers = answers,
            Packer = engine is null ? null : new(engine, answers!, new()
            {
                Force = parsed.GetValue(s_force),
                MaxCharacters = parsed.GetValue(s_maxCharacters) ?? settings.Number("maxCharacters") ?? 0,
                Patience = TimeSpan.FromSeconds(parsed.GetValue(s_patience) ?? settings.Number("patience") ?? 300),
            }, time),
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (Packer is not null) await Packer.DisposeAsync();
        Answers?.Dispose();
        Memory.Dispose();
    }

    static List<string> GlossaryFiles(ParseResult parsed, Settings settings) => [.. settings.List("glossary"), .. parsed.GetValue(s_glossary) ?? []];

    static Glossary ReadGlossary(ParseResult parsed, Settings settings, ICollection<Problem> problems, out int passedOver)
    {
        List<Problem> faults = [];
        List<Glossary> layers = parsed.GetValue(s_noCurated) ? [] : [Glossary.Curated];
        foreach (var path in GlossaryFiles(parsed, settings)) layers.Add(GlossaryFile.Read(path, faults));
        if (faults.Count > 0 && !parsed.GetValue(s_skipBadTerms)) throw new GlossaryException(faults);
        foreach (var fault in faults.Take(GlossaryException.MostShown)) problems.Add(fault);
        passedOver = faults.Count;
        return layers.Count == 1 ? layers[0] : Glossary.Layered(layers);
    }

    static (string File, IReadOnlyList<string> Tmx) MemoryFiles(ParseResult parsed, Settings settings)
    {
        var named = parsed.GetValue(s_memory) is { Length: > 0 } options ? options : [.. settings.List("memory")];
        var tmx = named.Where(path => Path.GetExtension(path).Equals(".tmx", StringComparison.OrdinalIgnoreCase)).ToList();
        var files = named.Except(tmx).ToList();
        return files.Count switch
        {
            0 => (DefaultMemory, tmx),
            1 => (files[0], tmx),
            _ => throw new UsageException($"--memory names two memory files, {files[0]} and {files[1]}; one is written to, others are read as .tmx"),
        };
    }
}

/// <summary>A glossary has faults, and half a glossary would pass as a whole one: exit code 1.</summary>
sealed class GlossaryException(IReadOnlyList<Problem> problems) : Exception(string.Join('\n', Lines(problems)))
{
    /// <summary>Most faults that are listed; a file of another shape has one in every row.</summary>
    public const int MostShown = 20;

    static IEnumerable<string> Lines(IReadOnlyList<Problem> problems) =>
    [
        .. problems.Take(MostShown).Select(problem => problem.ToString()),
        $"the glossary has {problems.Count:N0} {(problems.Count == 1 ? "fault" : "faults")}{(problems.Count > MostShown ? $", of which {MostShown} are shown" : "")}; mend {(problems.Count == 1 ? "it" : "them")} ('translate glossary lint' lists all), or use --skip-bad-terms to run without those rows",
    ];
}
