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

    readonly TermForm[] _forms;
    readonly FormHead[] _heads;
    readonly ulong[] _filter;
    readonly int _filterShift;
    readonly ulong[] _keys;
    readonly int[] _starts;
    readonly int[] _ends;
    readonly int _tableShift;
    readonly ulong[] _singles = new ulong[1024];
    readonly ulong[] _pairFilter;
    readonly int _pairShift;

    public FormIndex(List<TermForm> forms)
    {
        var keyed = new (ulong Key, int Length, int Form)[forms.Count];
        for (var i = 0; i < keyed.Length; i++) keyed[i] = (KeyOf(forms[i]), -forms[i].Literal.Length, i);
        Array.Sort(keyed);
        _forms = new TermForm[keyed.Length];
        _heads = new FormHead[keyed.Length];
        var keys = 0;
        for (var i = 0; i < keyed.Length; i++)
        {
            _forms[i] = forms[keyed[i].Form];
            _heads[i] = FormHead.Of(_forms[i].Literal);
            HasSlots |= _forms[i].Slot != SlotPlace.None;
            HasSingles |= _forms[i].Literal.Length == 1 && !_forms[i].StartsWord;
            if (i == 0 || keyed[i].Key != keyed[i - 1].Key) keys++;
        }

        var bits = Math.Clamp(BitOperations.Log2((uint)keys * 16 + 1) + 1, 12, 20);
        (_filter, _filterShift) = (new ulong[1 << (bits - 6)], 64 - bits);
        var pairBits = Math.Clamp(bits, 12, 19);
        (_pairFilter, _pairShift) = (new ulong[1 << (pairBits - 6)], 32 - pairBits);
        var size = BitOperations.RoundUpToPowerOf2((uint)keys * 2 + 2);
        (_keys, _starts, _ends, _tableShift) = (new ulong[size], new int[size], new int[size], 64 - BitOperations.Log2(size));
        for (int i = 0, next; i < keyed.Length; i = next)
        {
            for (next = i + 1; next < keyed.Length && keyed[next].Key == keyed[i].Key;) next++;
            Add(keyed[i].Key, i, next);
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

        var mask = _keys.Length - 1;
        var slot = (int)(hash >> _tableShift);
        while (_keys[slot] != 0 && _keys[slot] != key) slot = slot + 1 & mask;
        (start, end) = (_starts[slot], _ends[slot]);
        return _keys[slot] == key;
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
        while (_keys[slot] != 0) slot = slot + 1 & (_keys.Length - 1);
        (_keys[slot], _starts[slot], _ends[slot]) = (key, start, end);
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

/// <summary>A form's fourth to seventh unit in one number, and its length: what most comparisons need.</summary>
/// <param name="Next">The units, little-endian; units that the form lacks are 0.</param>
/// <param name="Mask">All ones where <paramref name="Next"/> has units.</param>
/// <param name="Length">Of the literal.</param>
readonly record struct FormHead(ulong Next, ulong Mask, int Length)
{
    public static FormHead Of(string literal)
    {
        ulong next = 0, mask = 0;
        for (var i = 0; i < 4 && i + 3 < literal.Length; i++)
        {
            next |= (ulong)literal[i + 3] << (16 * i);
            mask |= 0xFFFFul << (16 * i);
        }

        return new(next, mask, literal.Length);
    }
}
