using System.Collections;
using System.Reflection;
using System.Resources;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using Translate.Scripts;

/// <summary>The messages of the .NET SDK that runs this program, in English, Simplified and Traditional Chinese: placeholders, code, names.</summary>
static class SdkPairs
{
    /// <summary>Every pair whose id falls into one half.</summary>
    /// <param name="half">0 or 1: rules may be made on half 0, half 1 is only measured.</param>
    /// <param name="fromEnglish">Direction.</param>
    public static IReadOnlyList<HumanPair> Read(int half, bool fromEnglish)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var sdk = Directory.EnumerateDirectories(Path.Combine(runtime, "..", "..", "..", "sdk")).OrderByDescending(path => path, StringComparer.Ordinal).FirstOrDefault();
        if (sdk is null) return [];
        List<HumanPair> pairs = [];
        HashSet<string> seen = [];
        foreach (var tag in new[] { "zh-Hans", "zh-Hant" })
        {
            foreach (var satellite in Directory.EnumerateFiles(Path.Combine(sdk, tag), "*.resources.dll").Order(StringComparer.Ordinal))
            {
                var main = Path.Combine(sdk, Path.GetFileName(satellite).Replace(".resources.dll", ".dll", StringComparison.Ordinal));
                if (!File.Exists(main)) continue;
                var english = Messages(main, "");
                foreach (var (key, chinese) in Messages(satellite, "." + tag))
                {
                    if (!english.TryGetValue(key, out var original) || original.Length < 15 || original.Length > 600 || !Han.Contains(chinese) || !seen.Add(tag + original)) continue;
                    if ((SHA256.HashData(Encoding.UTF8.GetBytes(original))[0] & 1) == half)
                        pairs.Add(HumanPair.Of($"{Path.GetFileNameWithoutExtension(main)}/{key}/{tag}", key + tag, original, chinese, tag, fromEnglish));
                }
            }
        }

        return pairs;
    }

    static Dictionary<string, string> Messages(string file, string culture)
    {
        Dictionary<string, string> messages = [];
        AssemblyLoadContext context = new(null, isCollectible: true);
        try
        {
            var assembly = context.LoadFromAssemblyPath(Path.GetFullPath(file));
            foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".resources", StringComparison.Ordinal)))
                Read(assembly, name, culture, messages);
        }
        catch (BadImageFormatException)
        {
            // Not every file beside the compilers is a managed one.
        }
        finally
        {
            context.Unload();
        }

        return messages;
    }

    static void Read(Assembly assembly, string name, string culture, Dictionary<string, string> messages)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using ResourceReader reader = new(stream);
        var prefix = name[..^".resources".Length];
        if (culture.Length > 0 && prefix.EndsWith(culture, StringComparison.Ordinal)) prefix = prefix[..^culture.Length];
        foreach (DictionaryEntry entry in reader)
            if (entry.Value is string text) messages[$"{prefix}:{entry.Key}"] = text;
    }
}
