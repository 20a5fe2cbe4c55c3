using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>
/// How often Chinese words are used and how often one follows another, or two others, in natural logarithms; source and layout in
/// <c>Data/NOTICE.md</c>. Loaded once, when first needed: 0.3 s of processor time and 70 MB with all else that a repair needs.
/// </summary>
sealed class WordData
{
    /// <summary>Longest word there is.</summary>
    public const int LongestWord = 8;

    /// <summary>Stands for no word, or no pair of words, that is known.</summary>
    public const int None = -1;

    // Shares are written in quarters; what is left to chance, in sixteenths around 64.
    const float Step = 4, RestStep = 16, RestZero = 64;

    static readonly Lazy<WordData> s_instance = new(() => new());

    readonly Dictionary<string, int> _numbers;
    readonly float[] _shares, _rests, _pairRests;
    readonly Followers _behindOne, _behindTwo;

    WordData()
    {
        PackedReader data = new(Unpack());
        var words = data.Number();
        _numbers = new(words);
        (_shares, _rests) = (new float[words], new float[words]);
        for (var word = 0; word < words; word++)
        {
            _numbers[data.Text()] = word;
            _shares[word] = data.Byte() / -Step;
            _rests[word] = ReadRest(data);
        }

        _behindOne = new(words, 2_000_000);
        for (var word = 0; word < words; word++) _behindOne.Read(data, word);
        _behindOne.ReadCodes(data);
        var pairs = _behindOne.Count;
        _pairRests = new float[pairs];
        _behindTwo = new(pairs, 1_000_000);
        var listed = data.Number();
        for (var pair = -1; listed > 0; listed--)
        {
            pair += data.Number() + 1;
            _pairRests[pair] = ReadRest(data);
            _behindTwo.Read(data, pair);
        }

        _behindTwo.ReadCodes(data);
        Other = _numbers["\0"];
        Characters = CountCharacters();
    }

    /// <summary>The last word of a text, and, where what follows it and the word before it is listed, the number of this pair.</summary>
    public readonly record struct Context(int Word, int Pair)
    {
        /// <summary>Nothing that is known.</summary>
        public static Context Unknown { get; } = new(None, None);
    }

    public static WordData Instance => s_instance.Value;

    /// <summary>Stands for any run of letters or digits.</summary>
    public int Other { get; }

    /// <summary>Share of each Han character in running text, not as a logarithm, by the words it is part of.</summary>
    public FrozenDictionary<char, float> Characters { get; }

    /// <summary>The number of a word; <see cref="None"/> when it is not known.</summary>
    public int Find(ReadOnlySpan<char> word) => _numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : None;

    /// <summary>A word's share in running text.</summary>
    public float Share(int word) => _shares[word];

    /// <summary>How likely a word is behind others, or, behind <see cref="Context.Unknown"/>, anywhere.</summary>
    /// <param name="before">What stands before it.</param>
    /// <param name="word">Its number.</param>
    /// <param name="context">What the next word stands behind.</param>
    public float After(Context before, int word, out Context context)
    {
        var pair = before.Word == None ? None : _behindOne.Find(before.Word, word);
        context = new(word, pair >= 0 && _behindTwo.Has(pair) ? pair : None);
        if (before.Pair != None && _behindTwo.Find(before.Pair, word) is var triple and >= 0) return _behindTwo.CodeOf(triple) / -Step;
        var behindOne = pair >= 0 ? _behindOne.CodeOf(pair) / -Step : before.Word == None ? _shares[word] : _rests[before.Word] + _shares[word];
        return before.Pair == None ? behindOne : _pairRests[before.Pair] + behindOne;
    }

    static float ReadRest(PackedReader data) => (RestZero - data.Byte()) / RestStep;

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

    /// <summary>The words that are listed behind some contexts, and how likely each is there.</summary>
    /// <param name="contexts">How many contexts there are.</param>
    /// <param name="capacity">About how many words.</param>
    sealed class Followers(int contexts, int capacity)
    {
        readonly int[] _starts = new int[contexts + 1];
        List<int> _reading = new(capacity);
        int[] _words = [];
        byte[] _codes = [];
        int _next;

        public int Count => _words.Length;

        /// <summary>Reads the words of one context, which comes behind those read before it.</summary>
        public void Read(PackedReader data, int context)
        {
            EndBefore(context);
            var count = data.Number();
            for (var word = -1; count > 0; count--) _reading.Add(word += data.Number() + 1);
        }

        /// <summary>Reads how likely they are, when all have been read.</summary>
        public void ReadCodes(PackedReader data)
        {
            EndBefore(contexts);
            (_words, _reading) = ([.. _reading], []);
            _codes = data.Bytes(_words.Length);
        }

        /// <summary>Whether anything is listed.</summary>
        public bool Has(int context) => _starts[context] < _starts[context + 1];

        /// <summary>The place of a word among all; negative when it is not listed.</summary>
        public int Find(int context, int word) => Array.BinarySearch(_words, _starts[context], _starts[context + 1] - _starts[context], word);

        public byte CodeOf(int place) => _codes[place];

        void EndBefore(int context)
        {
            Array.Fill(_starts, _reading.Count, _next, context + 1 - _next);
            _next = context + 1;
        }
    }

    /// <summary>Reads what <c>Data/language.py</c> wrote.</summary>
    sealed class PackedReader(byte[] data)
    {
        int _at;

        public byte Byte() => data[_at++];

        /// <summary>Seven bits to a byte, the lowest first; the highest bit says that more follow.</summary>
        public int Number()
        {
            var number = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = data[_at++];
                number |= (part & 0x7F) << shift;
                if (part < 0x80) return number;
            }
        }

        /// <summary>UTF-8 behind a byte that says how long it is.</summary>
        public string Text()
        {
            var length = data[_at++];
            return Encoding.UTF8.GetString(data, (_at += length) - length, length);
        }

        public byte[] Bytes(int count) => data[_at..(_at += count)];
    }
}
