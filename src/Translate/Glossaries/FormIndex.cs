using System.Numerics;

namespace Translate.Glossaries;

/// <summary>Finds, by the first units of a place in folded text, the few forms that may start there.</summary>
/// <remarks>
/// A bit filter over the first units turns almost every place away after one look; an open-addressing table with exact keys
/// holds the rest. Forms that start with a letter or digit are keyed by up to four units and asked for at word starts only;
/// others by up to three.
/// </remarks>
sealed class FormIndex
{
    const ulong Spread = 0x9E3779B97F4A7C15;

    readonly record struct Slot(ulong Key, int Start, int End);

    readonly TermForm[] _forms;
    readonly FormHead[] _heads;
    readonly ulong[] _filter;
    readonly int _filterShift;
    readonly Slot[] _table;
    readonly int _tableShift;
    readonly ulong[] _singles = new ulong[1024];
    readonly ulong[] _pairFilter;
    readonly int _pairShift;

    /// <param name="forms">All forms.</param>
    /// <param name="isPlain">Whether a concept has no condition and is not merely proposed.</param>
    public FormIndex(List<TermForm> forms, Func<int, bool> isPlain)
    {
        var order = new ulong[forms.Count];
        _forms = [.. forms];
        for (var i = 0; i < order.Length; i++) order[i] = KeyOf(_forms[i]);
        Array.Sort(order, _forms);
        _heads = new FormHead[order.Length];
        var keys = 0;
        for (int i = 0, next; i < order.Length; i = next, keys++)
        {
            for (next = i + 1; next < order.Length && order[next] == order[i];) next++;
            if (next - i > 1) _forms.AsSpan(i, next - i).Sort(static (one, other) => other.Literal.Length != one.Literal.Length ? other.Literal.Length - one.Literal.Length : one.Entry - other.Entry);
        }

        for (var i = 0; i < order.Length; i++)
        {
            var form = _forms[i];
            _heads[i] = FormHead.Of(form, isPlain(form.Entry));
            HasSlots |= form.Slot != SlotPlace.None;
            HasSingles |= form.Literal.Length == 1 && !form.StartsWord;
        }

        var bits = Math.Clamp(BitOperations.Log2((uint)keys * 16 + 1) + 1, 12, 20);
        (_filter, _filterShift) = (new ulong[1 << (bits - 6)], 64 - bits);
        var pairBits = Math.Clamp(bits, 12, 19);
        (_pairFilter, _pairShift) = (new ulong[1 << (pairBits - 6)], 32 - pairBits);
        var size = BitOperations.RoundUpToPowerOf2((uint)keys * 2 + 2);
        (_table, _tableShift) = (new Slot[size], 64 - BitOperations.Log2(size));
        for (int i = 0, next; i < order.Length; i = next)
        {
            for (next = i + 1; next < order.Length && order[next] == order[i];) next++;
            Add(order[i], i, next);
        }
    }

    /// <summary>All forms; those that share a key stand together, the longest first.</summary>
    public ReadOnlySpan<TermForm> Forms => _forms;

    /// <summary>The next units of each form after its first three, in the order of <see cref="Forms"/>.</summary>
    public ReadOnlySpan<FormHead> Heads => _heads;

    /// <summary>Whether any form has a slot, so that a match may start before its literal.</summary>
    public bool HasSlots { get; }

    /// <summary>Whether any form is one unit that is no letter or digit.</summary>
    public bool HasSingles { get; }

    /// <summary>The bits of <see cref="MayStart"/>, for loops that cannot afford a call.</summary>
    public ReadOnlySpan<ulong> PairFilter => _pairFilter;

    /// <summary>How far the hash of a pair is shifted to give its bit.</summary>
    public int PairShift => _pairShift;

    /// <summary>Whether a form of this one unit exists.</summary>
    public bool MayBeSingle(char unit) => (_singles[unit >> 6] >> unit & 1) != 0;

    /// <summary>Whether forms exist that start with these two units and no letter or digit.</summary>
    public bool MayStart(char first, char second)
    {
        var hash = HashOf(first, second) >> _pairShift;
        return (_pairFilter[hash >> 6] >> (int)hash & 1) != 0;
    }

    /// <summary>The forms with a key, as a range of <see cref="Forms"/>.</summary>
    public bool TryGet(ulong key, out int start, out int end)
    {
        var hash = key * Spread;
        var bit = hash >> _filterShift;
        if ((_filter[bit >> 6] >> (int)bit & 1) == 0)
        {
            (start, end) = (0, 0);
            return false;
        }

        var table = _table;
        var at = (int)(hash >> _tableShift);
        while (table[at].Key != key && table[at].Key != 0) at = at + 1 & table.Length - 1;
        ref readonly var slot = ref table[at];
        (start, end) = (slot.Start, slot.End);
        return slot.Key == key;
    }

    /// <summary>A hash of two units whose upper bits are well spread.</summary>
    public static uint HashOf(char first, char second) => ((uint)first << 16 | second) * 0x9E3779B1u;

    /// <summary>The key of the first units of a text.</summary>
    /// <param name="units">One to four.</param>
    public static ulong Key(ReadOnlySpan<char> units)
    {
        var key = 0ul;
        foreach (var unit in units) key = key << 16 | unit;
        return key;
    }

    static ulong KeyOf(TermForm form) => Key(form.Literal.AsSpan(0, Math.Min(form.Literal.Length, form.StartsWord ? 4 : 3)));

    void Add(ulong key, int start, int end)
    {
        var hash = key * Spread;
        var bit = hash >> _filterShift;
        _filter[bit >> 6] |= 1ul << (int)bit;
        var slot = (int)(hash >> _tableShift);
        while (_table[slot].Key != 0) slot = slot + 1 & (_table.Length - 1);
        _table[slot] = new(key, start, end);
        var literal = _forms[start].Literal;
        if (_forms[start].StartsWord) return;
        if (literal.Length == 1) _singles[literal[0] >> 6] |= 1ul << literal[0];
        else
        {
            var pair = HashOf(literal[0], literal[1]) >> _pairShift;
            _pairFilter[pair >> 6] |= 1ul << (int)pair;
        }
    }
}

/// <summary>What most comparisons need of a form, without a look at the form itself.</summary>
/// <param name="Next">Its fourth to seventh unit, little-endian; units that it lacks are 0.</param>
/// <param name="Length">Of the literal.</param>
/// <param name="Entry">Its concept.</param>
/// <param name="IsPlain">Whether it counts wherever its units stand: no letter at its edges, no case, slot or condition, at most seven units.</param>
readonly record struct FormHead(ulong Next, int Length, int Entry, bool IsPlain)
{
    /// <summary>All ones where <see cref="Next"/> has units.</summary>
    public ulong Mask => Length switch { <= 3 => 0, >= 7 => ulong.MaxValue, _ => (1ul << 16 * (Length - 3)) - 1 };

    public static FormHead Of(TermForm form, bool isPlain)
    {
        var literal = form.Literal;
        var next = 0ul;
        for (var i = 0; i < 4 && i + 3 < literal.Length; i++) next |= (ulong)literal[i + 3] << (16 * i);
        return new(next, literal.Length, form.Entry,
            isPlain && literal.Length <= 7 && !form.StartsWord && form is { Ending: Ending.Free, Cased: null, Slot: SlotPlace.None });
    }
}
