using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Translate.Glossaries;

/// <summary>Tells of every place of a folded text, without a branch, whether a form may start there; wrong only in one direction.</summary>
/// <remarks>
/// One word of 32 bits, chosen by a hash of the first two units, answers for all forms: one bit of it for those of two units, two bits
/// by a hash of the first three for longer ones. So each place costs one look into a table that stays in the caches next to a core
/// (at 100,000 forms 512 kilobytes), and sixteen places are asked at a time where the processor can. Forms of one unit have a table of their
/// own. Inside a word of small letters nothing starts.
/// </remarks>
sealed class StartFilter
{
    const uint Spread = 0x9E3779B1u, SpreadMore = 0x85EBCA77u;

    readonly uint[] _singles = new uint[(char.MaxValue + 1) / 32];
    readonly uint[] _words;
    readonly int _shift;

    /// <param name="forms">How many forms will be added, about.</param>
    public StartFilter(int forms)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)forms + 1) + 3, 14, 18);
        (_words, _shift) = (new uint[1 << bits], 32 - bits);
    }

    /// <summary>Whether any form has one unit only.</summary>
    public bool HasSingles { get; private set; }

    /// <summary>Lets a form through.</summary>
    public void Add(ReadOnlySpan<char> literal)
    {
        if (literal.Length == 1)
        {
            HasSingles = true;
            _singles[literal[0] >> 5] |= 1u << literal[0];
            return;
        }

        var pair = PairHash(literal[0], literal[1]);
        ref var word = ref _words[pair >> _shift];
        word |= literal.Length == 2 ? PairBit(pair) : TripleBits(TripleHash(pair, literal[2]));
    }

    /// <summary>Whether a form of one unit is this.</summary>
    public bool IsSingle(char unit) => (_singles[unit >> 5] >> unit & 1) != 0;

    /// <summary>Marks the places of up to 64 units where a form may start.</summary>
    /// <param name="units">Folded text and at least <see cref="Beyond"/> units more.</param>
    /// <param name="start">The first place.</param>
    /// <param name="count">How many places.</param>
    public Starts Mark(char[] units, int start, int count)
    {
        var (few, many, small) = Avx2.IsSupported ? MarkBySixteen(units, start, count) : MarkByOne(units, start, count);
        var inside = small & (small << 1 | (start > 0 && char.IsAsciiLetterLower(units[start - 1]) ? 1ul : 0));
        var own = ulong.MaxValue >> 64 - count & ~inside;
        return new(few & own, many & own);
    }

    /// <summary>How many units after the text <see cref="Mark"/> may look at.</summary>
    public const int Beyond = 18;

    /// <summary>The marks of up to 64 places, one after the other, and which of them are small letters.</summary>
    internal (ulong Short, ulong Long, ulong Small) MarkByOne(char[] units, int start, int count)
    {
        var (few, many, small) = (0ul, 0ul, 0ul);
        for (var i = 0; i < count; i++)
        {
            var at = start + i;
            var pair = PairHash(units[at], units[at + 1]);
            var word = _words[pair >> _shift];
            var triple = TripleBits(TripleHash(pair, units[at + 2]));
            if ((word & PairBit(pair)) != 0 || IsSingle(units[at])) few |= 1ul << i;
            if ((word & triple) == triple) many |= 1ul << i;
            if (char.IsAsciiLetterLower(units[at])) small |= 1ul << i;
        }

        return (few, many, small);
    }

    /// <summary>The same, sixteen at a time; bits from <paramref name="count"/> on mean nothing.</summary>
    internal unsafe (ulong Short, ulong Long, ulong Small) MarkBySixteen(char[] units, int start, int count)
    {
        fixed (char* text = units)
        fixed (uint* words = _words, singles = _singles)
        {
            var (few, many, small) = (0ul, 0ul, 0ul);
            for (var i = 0; i < count; i += 16)
            {
                var from = (ushort*)text + start + i;
                var (first, second, third) = (Vector256.Load(from), Vector256.Load(from + 1), Vector256.Load(from + 2));
                // Unpacked halves of two units a lane; packing the answers puts the places back in order.
                var (pair, triple) = Look(words, Avx2.UnpackLow(first, second).AsUInt32(), Avx2.UnpackLow(third, Vector256<ushort>.Zero).AsUInt32());
                var (pairHigh, tripleHigh) = Look(words, Avx2.UnpackHigh(first, second).AsUInt32(), Avx2.UnpackHigh(third, Vector256<ushort>.Zero).AsUInt32());
                if (HasSingles)
                {
                    pair |= LookForSingle(singles, Avx2.UnpackLow(first, Vector256<ushort>.Zero).AsUInt32());
                    pairHigh |= LookForSingle(singles, Avx2.UnpackHigh(first, Vector256<ushort>.Zero).AsUInt32());
                }

                few |= (ulong)Avx2.PackSignedSaturate(pair.AsInt32(), pairHigh.AsInt32()).ExtractMostSignificantBits() << i;
                many |= (ulong)Avx2.PackSignedSaturate(triple.AsInt32(), tripleHigh.AsInt32()).ExtractMostSignificantBits() << i;
                small |= (ulong)Vector256.LessThan(first - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26)).ExtractMostSignificantBits() << i;
            }

            return (few, many, small);
        }
    }

    /// <summary>The answers in the uppermost bit of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    unsafe (Vector256<uint> Pair, Vector256<uint> Triple) Look(uint* words, Vector256<uint> units, Vector256<uint> third)
    {
        var pair = units * Spread;
        var word = Avx2.GatherVector256(words, Vector256.ShiftRightLogical(pair, _shift).AsInt32(), 4);
        var triple = (pair ^ third) * SpreadMore;
        return (
            Avx2.ShiftLeftLogicalVariable(word, (pair >> 7) & Vector256.Create(7u)),
            Avx2.ShiftLeftLogicalVariable(word, (triple >> 28) + Vector256.Create(8u)) & Avx2.ShiftLeftLogicalVariable(word, (triple >> 24) & Vector256.Create(15u) | Vector256.Create(16u)));
    }

    static unsafe Vector256<uint> LookForSingle(uint* singles, Vector256<uint> unit) =>
        Avx2.ShiftLeftLogicalVariable(Avx2.GatherVector256(singles, (unit >> 5).AsInt32(), 4), ~unit & Vector256.Create(31u));

    static uint PairHash(uint first, uint second) => (second << 16 | first) * Spread;

    static uint PairBit(uint pair) => 1u << 31 >> (int)(pair >> 7 & 7);

    static uint TripleHash(uint pair, uint third) => (pair ^ third) * SpreadMore;

    static uint TripleBits(uint triple) => 1u << 23 >> (int)(triple >> 28) | 1u << 15 >> (int)(triple >> 24 & 15);
}

/// <summary>Where forms may start in 64 units; the lowest bit is the first unit.</summary>
/// <param name="Short">Forms of one or two units.</param>
/// <param name="Long">Longer ones.</param>
readonly record struct Starts(ulong Short, ulong Long);
