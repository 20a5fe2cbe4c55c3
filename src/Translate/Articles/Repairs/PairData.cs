using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;

namespace Translate.Articles.Repairs;

/// <summary>How often two characters meet in running text, marks, letters (<c>A</c>) and digits (<c>D</c>) among them; source in <c>Data/NOTICE.md</c>. Loaded once, when first needed.</summary>
sealed class PairData
{
    static readonly Lazy<PairData> s_instance = new(() => new());

    PairData()
    {
        (Singles, Total) = ReadSingles();
        Pairs = ReadPairs();
    }

    public static PairData Instance => s_instance.Value;

    /// <summary>How often a character stands in the texts that pairs were counted in.</summary>
    public FrozenDictionary<char, int> Singles { get; }

    /// <summary>How often two characters meet; the first one in the upper half of the key.</summary>
    public FrozenDictionary<int, int> Pairs { get; }

    /// <summary>Sum of <see cref="Singles"/>.</summary>
    public long Total { get; }

    static (FrozenDictionary<char, int> Singles, long Total) ReadSingles()
    {
        var singles = Lines().First().Split(' ')
            .ToFrozenDictionary(entry => entry[0], entry => int.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture));
        return (singles, singles.Values.Sum(count => (long)count));
    }

    static FrozenDictionary<int, int> ReadPairs()
    {
        Dictionary<int, int> pairs = new(60_000);
        foreach (var line in Lines().Skip(1))
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

    static IEnumerable<string> Lines()
    {
        using var packed = new GZipStream(typeof(PairData).Assembly.GetManifestResourceStream("repairs/pairs.txt.gz")!, CompressionMode.Decompress);
        using StreamReader reader = new(packed);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
