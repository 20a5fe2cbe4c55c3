using System.Security.Cryptography;
using System.Text;
using Translate.Scripts;

/// <summary>Debian's descriptions of its packages and what volunteers made of them: prose, full of names and numbers.</summary>
/// <remarks>
/// Lists come with <c>apt-get update</c> when <c>Acquire::Languages</c> names zh_CN, zh_TW and en. A translation belongs to its original by that one's
/// MD5, so that it never stands beside a newer text. Descriptions whose paragraphs differ in number are left out.
/// </remarks>
static class DebianPairs
{
    /// <summary>Pairs of one half of the descriptions: rules may be made on half 0, half 1 is only measured.</summary>
    /// <param name="folder">Where apt keeps its lists.</param>
    /// <param name="half">0 or 1, by the original's MD5.</param>
    /// <param name="fromEnglish">Direction.</param>
    public static IReadOnlyList<HumanPair> Read(string folder, int half, bool fromEnglish)
    {
        if (!Directory.Exists(folder)) return [];
        Dictionary<string, string[]> english = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*Translation-en").Order(StringComparer.Ordinal))
            foreach (var (md5, _, paragraphs) in Descriptions(file)) english.TryAdd(md5, paragraphs);
        List<HumanPair> pairs = [];
        HashSet<string> seen = [];
        foreach (var (ending, tag) in new[] { ("zh%5fCN", "zh-Hans"), ("zh%5fTW", "zh-TW") })
            foreach (var file in Directory.EnumerateFiles(folder, "*Translation-" + ending).Order(StringComparer.Ordinal))
                foreach (var (md5, package, chinese) in Descriptions(file))
                {
                    if ((md5[0] & 1) != half || !english.TryGetValue(md5, out var originals) || originals.Length != chinese.Length) continue;
                    for (var i = 0; i < chinese.Length; i++)
                        if (Han.Contains(chinese[i]) && seen.Add(Key(originals[i] + chinese[i])))
                            pairs.Add(HumanPair.Of($"{package}/{tag}/{i}", package + tag, originals[i], chinese[i], tag, fromEnglish));
                }

        return pairs;
    }

    static string Key(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0, 8);

    static IEnumerable<(string Md5, string Package, string[] Paragraphs)> Descriptions(string file)
    {
        string package = "", md5 = "";
        List<StringBuilder> paragraphs = [];
        foreach (var line in File.ReadLines(file).Append(""))
        {
            if (line.Length == 0)
            {
                if (md5.Length > 0) yield return (md5, package, [.. paragraphs.Select(text => text.ToString()).Where(text => text.Length > 0)]);
                (md5, paragraphs) = ("", []);
            }
            else if (line.StartsWith("Package: ", StringComparison.Ordinal)) package = line[9..];
            else if (line.StartsWith("Description-md5: ", StringComparison.Ordinal)) md5 = line[17..].Trim();
            else if (line.StartsWith("Description-", StringComparison.Ordinal)) paragraphs = [new(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()), new()];
            else if (line.Trim() == ".") paragraphs.Add(new());
            else if (line.StartsWith("  ", StringComparison.Ordinal) || line.TrimStart()[0] is '*' or '-') paragraphs.Add(new(line.Trim(' ', '*', '-')));
            else if (paragraphs.Count > 0) Join(paragraphs[^1], line.Trim());
        }
    }

    /// <summary>Lines are wrapped at a width; between Han characters a break is no space.</summary>
    static void Join(StringBuilder text, string line)
    {
        if (text.Length > 0 && !(text[^1] > 0x2e80 || line[0] > 0x2e80)) text.Append(' ');
        text.Append(line);
    }
}
