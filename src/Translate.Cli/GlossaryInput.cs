using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Translate;
using Translate.Glossaries;

/// <summary>What the glossary commands share: the glossary that was named, and how results are printed.</summary>
static class GlossaryInput
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Option<string[]> CreateOption() => new("--glossary", "-g")
    {
        Description = "Glossary file or folder; repeatable, later wins. The curated one is the lowest layer unless --no-curated.",
    };

    public static Option<bool> CreateNoCurated() => new("--no-curated") { Description = "Leave the curated glossary out." };

    /// <summary>The layered glossary; problems go to stderr and make it <c>null</c>.</summary>
    public static Glossary? Read(string[]? paths, bool noCurated, TextWriter error)
    {
        List<Problem> problems = [];
        List<Glossary> layers = noCurated ? [] : [Glossary.Curated];
        layers.AddRange((paths ?? []).Select(path => GlossaryFile.Read(path, problems)));
        foreach (var problem in problems) error.WriteLine(problem);
        return problems.Count > 0 ? null : Glossary.Layered(layers);
    }

    /// <summary>The CSV files that paths name: files as they are, folders by what they hold.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> paths) =>
        paths.SelectMany<string, string>(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.csv").Order(StringComparer.Ordinal) : [path]);

    public static void Print<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, Json));
}
