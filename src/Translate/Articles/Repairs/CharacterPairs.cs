using System.Collections.Frozen;
using System.Globalization;
using System.IO.Compression;

namespace Translate.Articles.Repairs;

/// <summary>How often two characters meet in some kind of text; source in <c>Data/NOTICE.md</c>. Each kind is loaded once, when first needed.</summary>
sealed class CharacterPairs
{
    static readonly Lazy<CharacterPairs> s_runningText = new(() => new("pairs.txt.gz")), s_foreignNames = new(() => new("names.txt.gz"));

    CharacterPairs(string name)
    {
        using var packed = new GZipStream(typeof(CharacterPairs).Assembly.GetManifestResourceStream("repairs/" + name)!, CompressionMode.Decompress);
        using StreamReader reader = new(packed);
        Singles = reader.ReadLine()!.Split(' ').ToFrozenDictionary(entry => entry[0], entry => int.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture));
        Total = Singles.Values.Sum(count => (long)count);
        Pairs = ReadPairs(reader);
    }

    /// <summary>In running text, with marks, letters (<c>A</c>), digits (<c>D</c>), and a line's start (<c>^</c>) and end (<c>$</c>) among them.</summary>
    public static CharacterPairs RunningText => s_runningText.Value;

    /// <summary>In foreign names that Chinese writes by their sound, with a name's start (<c>^</c>) and end (<c>$</c>).</summary>
    public static CharacterPairs ForeignNames => s_foreignNames.Value;

    /// <summary>How often a character stands in the texts that pairs were counted in.</summary>
    public FrozenDictionary<char, int> Singles { get; }

    /// <summary>How often two characters meet; the first one in the upper half of the key.</summary>
    public FrozenDictionary<int, int> Pairs { get; }

    /// <summary>Sum of <see cref="Singles"/>.</summary>
    public long Total { get; }

    static FrozenDictionary<int, int> ReadPairs(StreamReader reader)
    {
        Dictionary<int, int> pairs = new(60_000);
        while (reader.ReadLine() is { } line)
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
}
