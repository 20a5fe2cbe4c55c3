using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Translate.Glossaries;

/// <summary>Tells of every place of a folded text, without a branch, whether a form may start there; wrong only in one direction.</summary>
/// <remarks>
/// Two bits of one word by a hash of the first three units for forms of three units and more, by the first two for those of two, and a bit
/// by the unit itself for those of one. About one place in a hundred is let through for nothing. The tables stay in the caches next to
/// a core (at 100,000 forms 256 and 128 kilobytes), because every place looks into them once, eight at a time where the processor can.
/// </remarks>
sealed class StartFilter
{
    const uint Spread = 0x9E3779B1u, SpreadMore = 0x85EBCA77u;

    readonly uint[] _singles = new uint[(char.MaxValue + 1) / 32];
    readonly uint[] _pairs;
    readonly uint[] _triples;
    readonly int _pairShift;
    readonly int _tripleShift;
    bool _hasSingles;

    /// <param name="keys">How many different starts will be added, about.</param>
    public StartFilter(int keys)
    {
        var words = Math.Clamp(BitOperations.Log2((uint)keys + 1) + 1, 12, 16);
        (_triples, _tripleShift) = (new uint[1 << words], 32 - words);
        (_pairs, _pairShift) = (new uint[1 << words - 1], 33 - words);
    }

    /// <summary>Lets a form through.</summary>
    public void Add(ReadOnlySpan<char> literal)
    {
        if (literal.Length == 1)
        {
            _hasSingles = true;
            _singles[literal[0] >> 5] |= 1u << literal[0];
            return;
        }

        var pair = PairHash(literal[0], literal[1]);
        if (literal.Length == 2) _pairs[pair >> _pairShift] |= Bits(pair);
        else
        {
            var triple = TripleHash(pair, literal[2]);
            _triples[triple >> _tripleShift] |= Bits(triple);
        }
    }

    /// <summary>Whether a form of one unit is this.</summary>
    public bool IsSingle(char unit) => (_singles[unit >> 5] >> unit & 1) != 0;

    /// <summary>Marks the places where a form may start.</summary>
    /// <param name="units">Folded text and at least <see cref="Beyond"/> units more, the first two of which are 0.</param>
    /// <param name="length">Units of the text.</param>
    /// <param name="places">Receives bits for each 64 units.</param>
    public void Mark(char[] units, int length, Starts[] places)
    {
        for (var start = 0; start < length; start += 64)
        {
            var most = Math.Min(64, length - start);
            var marks = Avx2.IsSupported ? MarkByEight(units, start, most) : MarkByOne(units, start, most);
            var own = ulong.MaxValue >> 64 - most;
            places[start >> 6] = new(marks.Short & own, marks.Long & own);
        }
    }

    /// <summary>How many units after the text <see cref="Mark"/> may look at.</summary>
    public const int Beyond = 10;

    /// <summary>The places of up to 64 units, one after the other.</summary>
    internal Starts MarkByOne(char[] units, int start, int most)
    {
        var (few, many) = (0ul, 0ul);
        for (var i = 0; i < most; i++)
        {
            var at = start + i;
            var pair = PairHash(units[at], units[at + 1]);
            if (Holds(_pairs, pair, _pairShift) || IsSingle(units[at])) few |= 1ul << i;
            if (Holds(_triples, TripleHash(pair, units[at + 2]), _tripleShift)) many |= 1ul << i;
        }

        return new(few, many);
    }

    /// <summary>The same, eight at a time; bits from <paramref name="most"/> on mean nothing.</summary>
    internal unsafe Starts MarkByEight(char[] units, int start, int most)
    {
        fixed (char* text = units)
        fixed (uint* pairs = _pairs, triples = _triples, singles = _singles)
        {
            var (few, many) = (0ul, 0ul);
            for (var i = 0; i < most; i += 8)
            {
                var from = text + start + i;
                var first = Avx2.ConvertToVector256Int32((ushort*)from).AsUInt32();
                var second = Avx2.ConvertToVector256Int32((ushort*)from + 1).AsUInt32();
                var third = Avx2.ConvertToVector256Int32((ushort*)from + 2).AsUInt32();
                var pair = (first << 16 | second) * Spread;
                pair ^= pair >> 15;
                var triple = (pair ^ third) * SpreadMore;
                triple ^= triple >> 15;
                var found = Look(pairs, pair, _pairShift);
                if (_hasSingles) found |= Avx2.ShiftRightLogicalVariable(Avx2.GatherVector256(singles, (first >> 5).AsInt32(), 4), first & Vector256.Create(31u));
                few |= (ulong)(found << 31).ExtractMostSignificantBits() << i;
                many |= (ulong)(Look(triples, triple, _tripleShift) << 31).ExtractMostSignificantBits() << i;
            }

            return new(few, many);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static unsafe Vector256<uint> Look(uint* table, Vector256<uint> hash, int shift)
    {
        var words = Avx2.GatherVector256(table, Vector256.ShiftRightLogical(hash, shift).AsInt32(), 4);
        var five = Vector256.Create(31u);
        return Avx2.ShiftRightLogicalVariable(words, hash & five) & Avx2.ShiftRightLogicalVariable(words, (hash >> 5) & five);
    }

    static uint PairHash(uint first, uint second)
    {
        var hash = (first << 16 | second) * Spread;
        return hash ^ hash >> 15;
    }

    static uint TripleHash(uint pair, uint third)
    {
        var hash = (pair ^ third) * SpreadMore;
        return hash ^ hash >> 15;
    }

    static uint Bits(uint hash) => 1u << (int)hash | 1u << (int)(hash >> 5);

    static bool Holds(uint[] table, uint hash, int shift)
    {
        var word = table[hash >> shift];
        return (word >> (int)hash & word >> (int)(hash >> 5) & 1) != 0;
    }
}

/// <summary>Where forms may start in 64 units; the lowest bit is the first unit.</summary>
/// <param name="Short">Forms of one or two units.</param>
/// <param name="Long">Longer ones.</param>
readonly record struct Starts(ulong Short, ulong Long);
