using System.Buffers;
using System.Runtime.InteropServices;

namespace Translate.Scripts;

/// <summary>One step of a conversion: at each place the first dictionary with any match wins, by its longest key.</summary>
/// <remarks>
/// A key of one unit always matches, so whatever ranks below it at the same first unit is never reached. That leaves one value
/// per unit (<c>_single</c>) and, before it, the longer keys, found by their first two units. Most pairs of units start no key;
/// a bitmap says so without a lookup.
/// </remarks>
sealed class ConversionStage
{
    const int PairBits = 20;

    readonly record struct Phrase(string Key, string Value);

    /// <summary>What a unit becomes when no longer key stands there; 0 when that is not one unit (see <c>_long</c>).</summary>
    readonly char[] _single = new char[char.MaxValue + 1];

    readonly Dictionary<char, string> _long = [];
    readonly ulong[] _pairs = new ulong[1 << (PairBits - 6)];
    readonly Dictionary<uint, Range> _phrasesByPair = [];
    readonly Phrase[] _phrases;

    /// <param name="dictionaries">In order of precedence.</param>
    public ConversionStage(IEnumerable<IReadOnlyDictionary<string, string>> dictionaries)
    {
        for (var unit = 0; unit <= char.MaxValue; unit++) _single[unit] = (char)unit;
        HashSet<char> closed = [];
        List<(uint Pair, int Rank, Phrase Phrase)> phrases = [];
        foreach (var (rank, dictionary) in dictionaries.Index())
        {
            foreach (var (key, value) in dictionary)
                if (key.Length > 1 && !closed.Contains(key[0])) phrases.Add((Pair(key[0], key[1]), rank, new(key, value)));
            foreach (var (key, value) in dictionary)
                if (key.Length == 1 && closed.Add(key[0])) SetSingle(key[0], value);
        }

        var sorted = phrases.OrderBy(entry => entry.Pair).ThenBy(entry => entry.Rank).ThenByDescending(entry => entry.Phrase.Key.Length).ToArray();
        _phrases = [.. sorted.Select(entry => entry.Phrase)];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            var pair = sorted[start].Pair;
            for (end = start + 1; end < sorted.Length && sorted[end].Pair == pair;) end++;
            _phrasesByPair[pair] = start..end;
            var slot = Slot((char)(pair >> 16), (char)pair);
            _pairs[slot >> 6] |= 1UL << (int)slot;
        }
    }

    /// <summary>Converts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Receives the converted text.</param>
    /// <param name="edits">Receives the places whose length changed; null when nobody asks.</param>
    public void Convert(ReadOnlySpan<char> text, ArrayBufferWriter<char> output, List<TextEdit>? edits)
    {
        var target = output.GetSpan(text.Length + 64);
        var written = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            string value;
            int length;
            if (at + 1 < text.Length && MayStart(unit, text[at + 1]) && Find(text[at..]) is { } phrase)
                (value, length) = (phrase.Value, phrase.Key.Length);
            else if (_single[unit] is var single && (single != 0 || unit == 0))
            {
                if (written == target.Length) target = Grow(output, ref written, text.Length - at);
                target[written++] = single;
                continue;
            }
            else
                (value, length) = (_long[unit], 1);

            if (written + value.Length > target.Length) target = Grow(output, ref written, text.Length - at + value.Length);
            value.CopyTo(target[written..]);
            written += value.Length;
            if (value.Length != length) edits?.Add(new(TextRange.At(at, length), value));
            at += length - 1;
        }

        output.Advance(written);
    }

    /// <summary>The longest key of the first dictionary that has one at the start of the text, if it has two units or more.</summary>
    public bool TryFindPhrase(ReadOnlySpan<char> text, out string key)
    {
        key = text.Length > 1 && MayStart(text[0], text[1]) && Find(text) is { } phrase ? phrase.Key : "";
        return key.Length > 0;
    }

    static Span<char> Grow(ArrayBufferWriter<char> output, scoped ref int written, int left)
    {
        output.Advance(written);
        written = 0;
        return output.GetSpan(left + 64);
    }

    Phrase? Find(ReadOnlySpan<char> text)
    {
        ref var range = ref CollectionsMarshal.GetValueRefOrNullRef(_phrasesByPair, Pair(text[0], text[1]));
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref range)) return null;
        foreach (ref readonly var phrase in _phrases.AsSpan(range))
            if (text.StartsWith(phrase.Key, StringComparison.Ordinal)) return phrase;
        return null;
    }

    bool MayStart(char first, char second)
    {
        var slot = Slot(first, second);
        return (_pairs[slot >> 6] >> (int)slot & 1) != 0;
    }

    void SetSingle(char unit, string value)
    {
        if (value.Length == 1 && value[0] != 0)
            _single[unit] = value[0];
        else
            (_single[unit], _long[unit]) = ('\0', value);
    }

    static uint Pair(char first, char second) => (uint)first << 16 | second;

    static uint Slot(char first, char second) => Pair(first, second) * 2654435769u >> (32 - PairBits);
}
