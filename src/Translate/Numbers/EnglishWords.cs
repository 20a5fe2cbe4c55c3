using System.Collections.Frozen;

namespace Translate.Numbers;

/// <summary>What an English word adds to a numeral.</summary>
enum WordKind { None, One, Teen, Ten, Hundred, Scale, Fraction, Ordinal }

/// <summary>The words that English numerals are made of.</summary>
static class EnglishWords
{
    static readonly string[] s_ones = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    static readonly string[] s_teens =
        ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    static readonly string[] s_ordinals =
        ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
            "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"];
    static readonly string[] s_tensOrdinals =
        ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"];

    static readonly FrozenDictionary<string, (WordKind Kind, decimal Value)> s_words = Build();

    static readonly FrozenDictionary<string, (WordKind Kind, decimal Value)>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word is; letter case does not matter.</summary>
    public static WordKind Find(ReadOnlySpan<char> word, out decimal value)
    {
        value = 0;
        if (word.Length is < 1 or > 15 || !s_lookup.TryGetValue(word, out var found)) return WordKind.None;
        value = found.Value;
        return found.Kind;
    }

    /// <summary>Where the run of letters that starts at a place ends.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        return at;
    }

    static FrozenDictionary<string, (WordKind, decimal)> Build()
    {
        Dictionary<string, (WordKind, decimal)> words = new(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < 10; i++) words[s_ones[i]] = (WordKind.One, i);
        words["nought"] = words["naught"] = words["oh"] = (WordKind.One, 0);
        for (var i = 0; i < 10; i++) words[s_teens[i]] = (WordKind.Teen, i + 10);
        for (var i = 0; i < 8; i++) words[s_tens[i]] = (WordKind.Ten, (i + 2) * 10);
        words["fourty"] = (WordKind.Ten, 40);
        foreach (var (word, value) in new (string, decimal)[]
            { ("dozen", 12), ("dzs", 12), ("thousand", 1e3m), ("lakh", 1e5m), ("million", 1e6m), ("mln", 1e6m), ("mil", 1e6m), ("crore", 1e7m),
                ("billion", 1e9m), ("bn", 1e9m), ("bln", 1e9m), ("trillion", 1e12m), ("trn", 1e12m), ("quadrillion", 1e15m) })
        {
            words[word] = (WordKind.Scale, value);
            if (word.Length > 3) words[word + "s"] = (WordKind.Scale, value);
        }

        words["hundred"] = words["hundreds"] = (WordKind.Hundred, 100);
        words["half"] = words["halves"] = (WordKind.Fraction, 2);
        words["quarter"] = words["quarters"] = (WordKind.Fraction, 4);
        for (var i = 1; i < 20; i++) AddOrdinal(s_ordinals[i], i);
        for (var i = 0; i < 8; i++) AddOrdinal(s_tensOrdinals[i], (i + 2) * 10);
        AddOrdinal("hundredth", 100);
        AddOrdinal("thousandth", 1e3m);
        AddOrdinal("millionth", 1e6m);
        AddOrdinal("billionth", 1e9m);
        AddOrdinal("trillionth", 1e12m);
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void AddOrdinal(string word, decimal value)
        {
            words[word] = (WordKind.Ordinal, value);
            words[word + "s"] = (WordKind.Ordinal, value);
        }
    }
}
