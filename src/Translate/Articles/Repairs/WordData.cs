using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>
/// How often Chinese words are used and how often one follows another, in natural logarithms; source and layout in <c>Data/NOTICE.md</c>.
/// Loaded once, when first needed: 0.2 s of processor time and 50 MB with all else that a repair needs.
/// </summary>
sealed class WordData
{
    /// <summary>Longest word there is.</summary>
    public const int LongestWord = 8;

    /// <summary>Stands for no word that is known.</summary>
    public const int None = -1;

    // Shares are written in quarters; what is left to chance, in sixteenths around 64.
    const float Step = 4, RestStep = 16, RestZero = 64;

    static readonly Lazy<WordData> s_instance = new(() => new());

    readonly Dictionary<string, int> _numbers;
    readonly float[] _shares, _rests;
    readonly int[] _starts, _followers;
    readonly byte[] _codes;

    WordData()
    {
        var data = Unpack();
        var at = 0;
        var words = ReadNumber(data, ref at);
        _numbers = new(words);
        (_shares, _rests, _starts) = (new float[words], new float[words], new int[words + 1]);
        for (var word = 0; word < words; word++)
        {
            var length = data[at++];
            _numbers[Encoding.UTF8.GetString(data, at, length)] = word;
            at += length;
            _shares[word] = data[at++] / -Step;
            _rests[word] = (RestZero - data[at++]) / RestStep;
        }

        List<int> followers = new(2_000_000);
        for (var word = 0; word < words; word++)
        {
            _starts[word] = followers.Count;
            var count = ReadNumber(data, ref at);
            for (var last = -1; count > 0; count--) followers.Add(last += ReadNumber(data, ref at) + 1);
        }

        _starts[words] = followers.Count;
        _followers = [.. followers];
        _codes = data[at..];
        Other = _numbers["\0"];
        Characters = CountCharacters();
    }

    public static WordData Instance => s_instance.Value;

    /// <summary>Stands for any run of letters or digits.</summary>
    public int Other { get; }

    /// <summary>Share of each Han character in running text, not as a logarithm, by the words it is part of.</summary>
    public FrozenDictionary<char, float> Characters { get; }

    /// <summary>The number of a word; <see cref="None"/> when it is not known.</summary>
    public int Find(ReadOnlySpan<char> word) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : None;

    /// <summary>How likely a word is behind another, or, behind <see cref="None"/>, anywhere.</summary>
    public float After(int first, int second)
    {
        if (first == None) return _shares[second];
        var at = Array.BinarySearch(_followers, _starts[first], _starts[first + 1] - _starts[first], second);
        return at >= 0 ? _codes[at] / -Step : _rests[first] + _shares[second];
    }

    FrozenDictionary<char, float> CountCharacters()
    {
        Dictionary<char, float> characters = [];
        foreach (var (word, number) in _numbers)
        {
            if (number == Other) continue;
            foreach (var unit in word) characters[unit] = characters.GetValueOrDefault(unit) + MathF.Exp(_shares[number]);
        }

        var all = characters.Values.Sum();
        return characters.ToFrozenDictionary(entry => entry.Key, entry => entry.Value / all);
    }

    static byte[] Unpack()
    {
        using var packed = new GZipStream(typeof(WordData).Assembly.GetManifestResourceStream("repairs/language.bin.gz")!, CompressionMode.Decompress);
        using MemoryStream data = new(8_000_000);
        packed.CopyTo(data);
        return data.ToArray();
    }

    /// <summary>Seven bits to a byte, the lowest first; the highest bit says that more follow.</summary>
    static int ReadNumber(byte[] data, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = data[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80) return number;
        }
    }
}
