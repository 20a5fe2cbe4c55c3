using System.Numerics;

namespace Translate.Memory;

/// <summary>Folded texts, sorted by length, and for every short piece of text the texts that hold it. Never changes once built.</summary>
/// <remarks>
/// Pieces are runs of <see cref="PieceLength"/> units, at every place of every text. Lists stand one after the other in one array;
/// a piece finds its list by its hash alone, so a list may hold a few texts that have another piece of that hash: whoever asks
/// compares the texts anyway. Per text of n units this takes 6 n + 16 bytes.
/// </remarks>
sealed class PieceIndex
{
    readonly char[] _units;
    readonly int[] _starts;       // of every text, and the end of the last
    readonly ulong[] _letters;    // which of 64 classes of letters a text has
    readonly int[] _lists;        // where each list starts, and the end of the last
    readonly int[] _texts;        // the lists, each in ascending order
    readonly int[] _firstOfLength;
    readonly int _shift;

    PieceIndex(int pieceLength, char[] units, int[] starts, ulong[] letters, int[] lists, int[] texts)
    {
        (PieceLength, _units, _starts, _letters, _lists, _texts) = (pieceLength, units, starts, letters, lists, texts);
        _shift = 32 - BitOperations.Log2((uint)(lists.Length - 1));
        _firstOfLength = new int[(Count == 0 ? 0 : LengthOf(Count - 1)) + 2];
        var text = 0;
        for (var length = 0; length < _firstOfLength.Length; length++)
        {
            while (text < Count && LengthOf(text) < length) text++;
            _firstOfLength[length] = text;
        }
    }

    /// <summary>How many texts there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How long a piece is: 2 where most letters are Han, else 3.</summary>
    public int PieceLength { get; }

    public ReadOnlySpan<char> this[int text] => _units.AsSpan(_starts[text], _starts[text + 1] - _starts[text]);

    public int LengthOf(int text) => _starts[text + 1] - _starts[text];

    public ulong LettersOf(int text) => _letters[text];

    /// <summary>The first text that has at least this length.</summary>
    public int FirstOfLength(int length) => length < _firstOfLength.Length ? _firstOfLength[length] : Count;

    /// <summary>The texts that hold the piece at the start of a span, in ascending order; a few others may be among them.</summary>
    public ReadOnlySpan<int> TextsWith(ReadOnlySpan<char> piece)
    {
        var list = PieceLists.Hash(piece, PieceLength) >> _shift;
        return _texts.AsSpan(_lists[list], _lists[list + 1] - _lists[list]);
    }

    /// <summary>How many texts <see cref="TextsWith"/> gives.</summary>
    public int CountWith(ReadOnlySpan<char> piece)
    {
        var list = PieceLists.Hash(piece, PieceLength) >> _shift;
        return _lists[list + 1] - _lists[list];
    }

    /// <summary>Which of 64 classes of letters a text has. An edit takes away at most one class and adds at most one.</summary>
    public static ulong LettersOf(ReadOnlySpan<char> text)
    {
        var letters = 0UL;
        foreach (var unit in text) letters |= 1UL << (int)((unit * 0x9E3779B1u) >> 26);
        return letters;
    }

    public static PieceIndex Build(TextPool pool)
    {
        var order = Sorted(pool);
        var starts = new int[order.Length + 1];
        for (var text = 0; text < order.Length; text++) starts[text + 1] = starts[text] + pool.LengthOf(order[text]);
        var units = new char[pool.Units];
        var letters = new ulong[order.Length];
        var han = 0;
        var shares = PieceLists.Shares(starts);
        Parallel.For(0, shares.Length, share => Interlocked.Add(ref han, Copy(shares[share])));
        var pieceLength = 2L * han >= units.Length ? 2 : 3;
        var (lists, texts) = PieceLists.Make(units, starts, pieceLength);
        return new(pieceLength, units, starts, letters, lists, texts);

        int Copy(Range share)
        {
            for (var text = share.Start.Value; text < share.End.Value; text++)
            {
                pool[order[text]].CopyTo(units.AsSpan(starts[text]));
                letters[text] = LettersOf(pool[order[text]]);
            }

            return Scripts.Han.Count(units.AsSpan(starts[share.Start]..starts[share.End]));
        }
    }

    /// <summary>The arrays, for keeping; <see cref="FromParts"/> takes them back.</summary>
    public IEnumerable<Array> Parts => [_units, _starts, _letters, _lists, _texts];

    /// <summary>Takes kept arrays back; <c>null</c> when they do not fit together.</summary>
    public static PieceIndex? FromParts(int pieceLength, char[] units, int[] starts, ulong[] letters, int[] lists, int[] texts)
    {
        var fits = starts.Length == letters.Length + 1 && Rises(starts, units.Length) && Rises(lists, texts.Length)
            && lists.Length > 256 && BitOperations.IsPow2(lists.Length - 1)
            && !texts.AsSpan().ContainsAnyExceptInRange(0, letters.Length - 1);
        return fits ? new(pieceLength, units, starts, letters, lists, texts) : null;
    }

    /// <summary>Whether places start at 0, never fall, and end where they must.</summary>
    static bool Rises(int[] places, int end)
    {
        var before = 0;
        foreach (var place in places)
        {
            if (place < before) return false;
            before = place;
        }

        return places[0] == 0 && before == end;
    }

    static int[] Sorted(TextPool pool)
    {
        // Counting sort by length: keeps the order of texts of equal length.
        var places = new int[Enumerable.Range(0, pool.Count).Select(pool.LengthOf).DefaultIfEmpty().Max() + 2];
        for (var i = 0; i < pool.Count; i++) places[pool.LengthOf(i) + 1]++;
        for (var length = 1; length < places.Length; length++) places[length] += places[length - 1];
        var order = new int[pool.Count];
        for (var i = 0; i < pool.Count; i++) order[places[pool.LengthOf(i)]++] = i;
        return order;
    }
}
