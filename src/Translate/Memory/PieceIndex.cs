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
        var list = Hash(piece, PieceLength) >> _shift;
        return _texts.AsSpan(_lists[list], _lists[list + 1] - _lists[list]);
    }

    /// <summary>How many texts <see cref="TextsWith"/> gives.</summary>
    public int CountWith(ReadOnlySpan<char> piece)
    {
        var list = Hash(piece, PieceLength) >> _shift;
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
        var units = new char[pool.Units];
        var starts = new int[order.Length + 1];
        var letters = new ulong[order.Length];
        for (var text = 0; text < order.Length; text++)
        {
            var from = pool[order[text]];
            from.CopyTo(units.AsSpan(starts[text]));
            starts[text + 1] = starts[text] + from.Length;
            letters[text] = LettersOf(from);
        }

        var pieceLength = 2 * Scripts.Han.Count(units) >= units.Length / 2 ? 2 : 3;
        var (lists, texts) = List(units, starts, pieceLength);
        return new(pieceLength, units, starts, letters, lists, texts);
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

    static (int[] Lists, int[] Texts) List(char[] units, int[] starts, int pieceLength)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)units.Length / 4 + 1) + 1, 8, 23);
        var shift = 32 - bits;
        var lists = new int[(1 << bits) + 1];
        for (var text = 0; text + 1 < starts.Length; text++)
            for (var at = starts[text]; at + pieceLength <= starts[text + 1]; at++)
                lists[Hash(units.AsSpan(at), pieceLength) >> shift]++;

        var end = 0;
        for (var list = 0; list < lists.Length; list++) lists[list] = end += lists[list];

        // Filled from the back, so that the ends become the starts.
        var texts = new int[end];
        for (var text = starts.Length - 2; text >= 0; text--)
            for (var at = starts[text]; at + pieceLength <= starts[text + 1]; at++)
                texts[--lists[Hash(units.AsSpan(at), pieceLength) >> shift]] = text;
        return (lists, texts);
    }

    static uint Hash(ReadOnlySpan<char> piece, int length)
    {
        var hash = (piece[0] | (uint)piece[1] << 16) * 0x9E3779B1u;
        if (length == 3) hash = (hash ^ (hash >> 15) ^ piece[2]) * 0x85EBCA77u;
        return (hash ^ (hash >> 13)) * 0xC2B2AE3Du;
    }
}
