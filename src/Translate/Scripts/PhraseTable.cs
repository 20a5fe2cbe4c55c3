using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Translate.Scripts;

/// <summary>Finds the phrase (a key of two units or more) that stands at a place.</summary>
/// <remarks>
/// Phrases lie in one array, those with equal first two units side by side, in the order in which they are tried. Most pairs
/// of units start no phrase; a bitmap of hashed pairs says so from the first-level cache, and one probe of a hash table leads to the rest.
/// </remarks>
sealed class PhraseTable
{
    const int FilterBits = 20;

    readonly record struct Slot(uint Pair, int Start, int Count);

    readonly ulong[] _filter = new ulong[1 << (FilterBits - 6)];
    readonly Slot[] _slots;
    readonly int _shift;
    readonly KeyValuePair<string, string>[] _phrases;

    /// <param name="phrases">In the order in which those with equal first units are to be tried.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Runs once for each table.
    public PhraseTable(IEnumerable<KeyValuePair<string, string>> phrases)
    {
        _phrases = [.. phrases];
        // Their order among those with an equal pair is part of the key: this sort is not stable, but four times as fast as one that is.
        var keys = new ulong[_phrases.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = (ulong)Pair(_phrases[i].Key[0], _phrases[i].Key[1]) << 32 | (uint)i;
        Array.Sort(keys, _phrases);
        var bits = 4;
        while (1 << bits < _phrases.Length * 2) bits++;
        (_slots, _shift) = (new Slot[1 << bits], 32 - bits);
        for (int start = 0, end; start < _phrases.Length; start = end)
        {
            var pair = PairOf(start);
            for (end = start + 1; end < _phrases.Length && PairOf(end) == pair;) end++;
            var slot = Hash(pair) >> _shift;
            while (_slots[slot].Count > 0) slot = slot + 1 & (uint)_slots.Length - 1;
            _slots[slot] = new(pair, start, end - start);
            var bit = Hash(pair) >> (32 - FilterBits);
            _filter[bit >> 6] |= 1UL << (int)bit;
        }
    }

    /// <summary>How many phrases there are; their indexes run from 0.</summary>
    public int Count => _phrases.Length;

    /// <summary>The key of a phrase.</summary>
    public string Key(int index) => _phrases[index].Key;

    /// <summary>The value of a phrase.</summary>
    public string Value(int index) => _phrases[index].Value;

    /// <summary>The index of the phrase at the start of a text of two units or more; -1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<char> text)
    {
        var pair = Pair(text[0], text[1]);
        var hash = Hash(pair);
        var bit = hash >> (32 - FilterBits);
        var word = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_filter), bit >> 6);
        return (word >> (int)bit & 1) == 0 ? -1 : Search(pair, hash >> _shift, text);
    }

    int Search(uint pair, uint slot, ReadOnlySpan<char> text)
    {
        while (_slots[slot].Pair != pair)
        {
            if (_slots[slot].Count == 0) return -1;
            slot = slot + 1 & (uint)_slots.Length - 1;
        }

        var (_, start, count) = _slots[slot];
        for (var index = start; index < start + count; index++)
        {
            var key = _phrases[index].Key;
            if (key.Length == 2 || text.StartsWith(key)) return index;
        }

        return -1;
    }

    uint PairOf(int index) => Pair(Key(index)[0], Key(index)[1]);

    static uint Pair(char first, char second) => (uint)first << 16 | second;

    // Fibonacci hashing: the upper bits are the good ones.
    static uint Hash(uint pair) => pair * 2654435769u;
}
