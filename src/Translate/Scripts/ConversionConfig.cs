using System.Text.Json;

namespace Translate.Scripts;

/// <summary>Reads OpenCC's JSON configurations.</summary>
static class ConversionConfig
{
    /// <summary>The stages of a configuration in the order in which they run.</summary>
    public static (ConversionStage? Normalization, PhraseTable? Segmentation, IReadOnlyList<ConversionStage> Chain) Read(string name)
    {
        using var json = JsonDocument.Parse(OpenCCPackage.GetConfiguration(name), new() { AllowTrailingCommas = true });
        var root = json.RootElement;
        Dictionary<string, Dictionary<string, string>> loaded = []; // The cutting step and the chain often name the same ones.
        var normalization = root.TryGetProperty("normalization", out var steps)
            ? new ConversionStage(steps.EnumerateArray().SelectMany(step => Levels(step.GetProperty("dict"), loaded)))
            : null;
        var segmentation = root.TryGetProperty("segmentation", out var cut) ? new ConversionStage(Levels(cut.GetProperty("dict"), loaded)).Phrases : null;
        var chain = root.GetProperty("conversion_chain").EnumerateArray()
            .Select(step => new ConversionStage(Levels(step.GetProperty("dict"), loaded))).ToList();
        return (normalization, segmentation, chain);
    }

    /// <summary>The dictionaries of a node: of a union one, of a short circuit as many as it lists.</summary>
    static List<IReadOnlyDictionary<string, string>> Levels(JsonElement node, Dictionary<string, Dictionary<string, string>> loaded)
    {
        if (!node.TryGetProperty("dicts", out var parts))
        {
            var file = node.GetProperty("file").GetString()!;
            if (!loaded.TryGetValue(file, out var known)) loaded[file] = known = Load(file);
            return [known];
        }

        var levels = parts.EnumerateArray().SelectMany(part => Levels(part, loaded)).ToList();
        var policy = node.TryGetProperty("match_policy", out var given) ? given.GetString() : "short_circuit";
        return policy == "union" ? [Union(levels)] : levels;
    }

    static Dictionary<string, string> Union(List<IReadOnlyDictionary<string, string>> levels)
    {
        Dictionary<string, string> union = new(StringComparer.Ordinal);
        foreach (var (key, value) in levels.SelectMany(level => level)) union.TryAdd(key, value);
        return union;
    }

    static Dictionary<string, string> Load(string file)
    {
        var read = OpenCCPackage.GetDictionary(file);
        Dictionary<string, string> entries = new(read.Count, StringComparer.Ordinal);
        foreach (var (key, value) in read) entries.TryAdd(key, value);
        return entries;
    }
}
