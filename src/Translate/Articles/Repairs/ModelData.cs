using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;

namespace Translate.Articles.Repairs;

/// <summary>How often Chinese words are used and characters meet; sources in <c>Data/NOTICE.md</c>. Loaded once, in about 60 ms, when first needed.</summary>
sealed class ModelData
{
    /// <summary>Natural logarithms in <c>words.txt.gz</c> are written in quarters.</summary>
    const float Step = 4;

    static readonly Lazy<ModelData> s_instance = new(() => new());

    ModelData()
    {
        Dictionary<string, float> words = new(140_000);
        foreach (var line in Lines("words.txt.gz"))
        {
            var parts = line.Split(' ');
            var cost = int.Parse(parts[0], CultureInfo.InvariantCulture) / -Step;
            foreach (var word in parts.AsSpan(1)) words[word] = cost;
        }

        Words = words.ToFrozenDictionary();
        (Singles, Total) = ReadSingles();
        Pairs = ReadPairs();
        (InWords, InWordsSingles) = CountInWords(words);
    }

    public static ModelData Instance => s_instance.Value;

    /// <summary>Natural logarithm of a word's share in running text.</summary>
    public FrozenDictionary<string, float> Words { get; }

    /// <summary>How often a character stands in the texts that pairs were counted in.</summary>
    public FrozenDictionary<char, int> Singles { get; }

    /// <summary>How often two characters meet; the first one in the upper half of the key.</summary>
    public FrozenDictionary<int, int> Pairs { get; }

    /// <summary>Share in running text of two characters that meet inside a word; the first one in the upper half of the key.</summary>
    public FrozenDictionary<int, float> InWords { get; }

    /// <summary>Share of each character in running text, by the words it is part of.</summary>
    public FrozenDictionary<char, float> InWordsSingles { get; }

    /// <summary>Sum of <see cref="Singles"/>.</summary>
    public long Total { get; }

    static (FrozenDictionary<char, int> Singles, long Total) ReadSingles()
    {
        var singles = Lines("pairs.txt.gz").First().Split(' ')
            .ToFrozenDictionary(entry => entry[0], entry => int.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture));
        return (singles, singles.Values.Sum(count => (long)count));
    }

    static FrozenDictionary<int, int> ReadPairs()
    {
        Dictionary<int, int> pairs = new(200_000);
        foreach (var line in Lines("pairs.txt.gz").Skip(1))
        {
            foreach (var group in line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var count = group.AsSpan().IndexOfAnyExceptInRange('0', '9');
                var times = int.Parse(group.AsSpan(0, count), CultureInfo.InvariantCulture);
                foreach (var second in group.AsSpan(count)) pairs[(line[0] << 16) | second] = times;
            }
        }

        return pairs.ToFrozenDictionary();
    }

    static (FrozenDictionary<int, float> Pairs, FrozenDictionary<char, float> Singles) CountInWords(Dictionary<string, float> words)
    {
        Dictionary<int, float> pairs = new(120_000);
        Dictionary<char, float> singles = [];
        foreach (var (word, cost) in words)
        {
            var share = MathF.Exp(cost);
            for (var at = 0; at < word.Length; at++)
            {
                singles[word[at]] = singles.GetValueOrDefault(word[at]) + share;
                if (at > 0) pairs[(word[at - 1] << 16) | word[at]] = pairs.GetValueOrDefault((word[at - 1] << 16) | word[at]) + share;
            }
        }

        return (pairs.ToFrozenDictionary(), singles.ToFrozenDictionary());
    }

    static IEnumerable<string> Lines(string name)
    {
        using var packed = new GZipStream(
            typeof(ModelData).Assembly.GetManifestResourceStream("repairs/" + name)!, CompressionMode.Decompress);
        using StreamReader reader = new(packed);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
