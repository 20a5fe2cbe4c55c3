using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Translate.Memory;

/// <summary>Lists for every hash of a short piece of text the texts that hold such a piece, on all processors.</summary>
/// <remarks>
/// A counting sort in two steps, first by the upper bits of the hash and then within these groups, so that each step stays within
/// the processor's cache; in one step, nearly every entry waits for memory. Beside the result this takes 2 bytes an entry.
/// </remarks>
sealed class PieceLists
{
    const int GroupBits = 8;
    const int Groups = 1 << GroupBits;

    readonly char[] _units;
    readonly int[] _starts;
    readonly int _pieceLength;
    readonly int _shift;
    readonly int _bitsInGroup;

    PieceLists(char[] units, int[] starts, int pieceLength)
    {
        (_units, _starts, _pieceLength) = (units, starts, pieceLength);
        var bits = Math.Clamp(BitOperations.Log2((uint)units.Length / 4 + 1) + 1, GroupBits, 23);
        (_shift, _bitsInGroup) = (32 - bits, bits - GroupBits);
    }

    /// <summary>Where each list starts, with the end of the last, and the lists, each in ascending order.</summary>
    /// <param name="units">All texts.</param>
    /// <param name="starts">Where each text starts, and the end of the last.</param>
    /// <param name="pieceLength">Units of a piece, 2 or 3.</param>
    public static (int[] Lists, int[] Texts) Make(char[] units, int[] starts, int pieceLength) =>
        new PieceLists(units, starts, pieceLength).Make();

    /// <summary>The hash of a piece; its upper bits number the list.</summary>
    public static uint Hash(ReadOnlySpan<char> piece, int length)
    {
        var hash = (piece[0] | (uint)piece[1] << 16) * 0x9E3779B1u;
        if (length == 3) hash = (hash ^ (hash >> 15) ^ piece[2]) * 0x85EBCA77u;
        return (hash ^ (hash >> 13)) * 0xC2B2AE3Du;
    }

    (int[] Lists, int[] Texts) Make()
    {
        var shares = Shares(_starts);
        var places = new int[shares.Length][];
        Parallel.For(0, shares.Length, share => places[share] = CountGroups(shares[share]));

        // From counts to places: the groups one after the other, within each the shares.
        var groups = new int[Groups + 1];
        var end = 0;
        for (var group = 0; group < Groups; group++)
        {
            groups[group] = end;
            foreach (var share in places) (share[group], end) = (end, end + share[group]);
        }

        groups[Groups] = end;
        var texts = new int[end];
        var inGroup = new ushort[end];
        Parallel.For(0, shares.Length, share => Distribute(shares[share], places[share], texts, inGroup));
        var lists = new int[(Groups << _bitsInGroup) + 1];
        lists[^1] = end;
        Parallel.For(0, Groups, group =>
        {
            var range = groups[group]..groups[group + 1];
            var own = lists.AsSpan(group << _bitsInGroup, 1 << _bitsInGroup);
            Sort(texts.AsSpan(range), inGroup.AsSpan(range), own);
            foreach (ref var start in own) start += groups[group];
        });
        return (lists, texts);
    }

    /// <summary>Stretches of texts with about as many units each, one a processor.</summary>
    internal static Range[] Shares(int[] starts)
    {
        var most = Math.Min(Environment.ProcessorCount, starts.Length);
        var ends = Enumerable.Range(0, most + 1).Select(share => FirstFrom(starts, (long)starts[^1] * share / most)).ToArray();
        ends[^1] = starts.Length - 1;
        return [.. Enumerable.Range(0, most).Select(share => ends[share]..ends[share + 1])];
    }

    static int FirstFrom(int[] starts, long unit)
    {
        var found = Array.BinarySearch(starts, (int)unit);
        return Math.Min(found < 0 ? ~found : found, starts.Length - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int[] CountGroups(Range share)
    {
        var counts = new int[Groups];
        for (var text = share.Start.Value; text < share.End.Value; text++)
            for (var at = _starts[text]; at + _pieceLength <= _starts[text + 1]; at++)
                counts[Hash(_units.AsSpan(at), _pieceLength) >> (32 - GroupBits)]++;
        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Distribute(Range share, int[] places, int[] texts, ushort[] inGroup)
    {
        var mask = (1u << _bitsInGroup) - 1;
        for (var text = share.Start.Value; text < share.End.Value; text++)
            for (var at = _starts[text]; at + _pieceLength <= _starts[text + 1]; at++)
            {
                var hash = Hash(_units.AsSpan(at), _pieceLength);
                var place = places[hash >> (32 - GroupBits)]++;
                texts[place] = text;
                inGroup[place] = (ushort)(hash >> _shift & mask);
            }
    }

    /// <summary>Sorts one group's entries by list, keeping their order in each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Sort(Span<int> texts, ReadOnlySpan<ushort> inGroup, Span<int> starts)
    {
        foreach (var list in inGroup) starts[list]++;
        var end = 0;
        foreach (ref var start in starts) (start, end) = (end, end + start);

        var (unsorted, next) = (ArrayPool<int>.Shared.Rent(texts.Length), ArrayPool<int>.Shared.Rent(starts.Length));
        texts.CopyTo(unsorted);
        starts.CopyTo(next);
        for (var i = 0; i < texts.Length; i++) texts[next[inGroup[i]]++] = unsorted[i];
        ArrayPool<int>.Shared.Return(unsorted);
        ArrayPool<int>.Shared.Return(next);
    }
}
