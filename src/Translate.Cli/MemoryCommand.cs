using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Translate.Memory;

/// <summary>What was translated before: in, out, looked up, taken back.</summary>
static class MemoryCommand
{
    static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create() => new("memory", "Translation memory: TMX and XLIFF in, TMX out, lookups, undo.")
    {
        MemoryImportCommand.Create(),
        MemoryExportCommand.Create(),
        MemoryFindCommand.Create(),
        MemoryStatsCommand.Create(),
        MemoryUndoCommand.Create(),
    };

    public static Option<string> CreateFile() =>
        new("--memory", "-m") { Description = "Memory file.", DefaultValueFactory = _ => "translate.db" };

    public static Option<bool> CreateJson() => new("--json") { Description = "Print as JSON." };

    /// <summary>Opens a memory that must be there already; says so when it is not.</summary>
    public static TranslationMemory? OpenExisting(string path, TextWriter error)
    {
        if (File.Exists(path)) return TranslationMemory.Open(path);
        error.WriteLine($"{path}: error TM026: no such memory; name one with --memory, or make it with: translate memory import house.tmx");
        return null;
    }

    public static void Print(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, s_json));
}
