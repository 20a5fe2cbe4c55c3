using System.Numerics;

namespace Translate.Glossaries;

/// <summary>Finds, by the first units of a place in folded text, the few forms that may start there.</summary>
/// <remarks>
/// A <see cref="StartFilter"/> turns almost every place away. An open-addressing table holds, for each key, 32 bits of its hash and
/// where its forms start; the forms' heads, in the order of their keys, hold the whole key. Both are kept small because at 100,000 forms
/// waiting for memory is most of the work. Forms that start with a letter or digit are keyed by up to four units, others by up to three.
/// </remarks>
sealed class FormIndex
{
    const ulong Spread = 0x9E3779B97F4A7C15;

    readonly TermForm[] _forms;
    readonly FormHead[] _heads;

    // The hash's lower half above, the first form of the key plus one below; 0 is free.
    readonly ulong[] _table;
    readonly int _shift;

    /// <param name="forms">All forms.</param>
    /// <param name="isPlain">Whether a concept has no condition and is not merely proposed.</param>
    public FormIndex(List<TermForm> forms, Func<int, bool> isPlain)
    {
        var order = new ulong[forms.Count];
        _forms = [.. forms];
        for (var i = 0; i < order.Length; i++) order[i] = KeyOf(_forms[i]);
        Array.Sort(order, _forms);
        // A head without a key ends the last group.
        _heads = new FormHead[order.Length + 1];
        var keys = 0;
        for (int i = 0, next; i < order.Length; i = next, keys++)
        {
            for (next = i + 1; next < order.Length && order[next] == order[i];) next++;
            if (next - i > 1) _forms.AsSpan(i, next - i).Sort(static (one, other) => other.Literal.Length != one.Literal.Length ? other.Literal.Length - one.Literal.Length : one.Entry - other.Entry);
        }

        Starts = new(keys);
        var size = BitOperations.RoundUpToPowerOf2((uint)(keys * 3L / 2) + 2);
        (_table, _shift) = (new ulong[size], 64 - BitOperations.Log2(size));
        for (var i = 0; i < order.Length; i++)
        {
            var form = _forms[i];
            _heads[i] = FormHead.Of(order[i], form, isPlain(form.Entry));
            HasSlots |= form.Slot != SlotPlace.None;
            if (i > 0 && order[i - 1] == order[i]) continue;
            var hash = order[i] * Spread;
            var slot = (int)(hash >> _shift);
            while (_table[slot] != 0) slot = slot + 1 & _table.Length - 1;
            _table[slot] = hash << 32 | (uint)(i + 1);
        }

        foreach (var form in _forms) Starts.Add(form.Literal);
    }

    /// <summary>All forms; those that share a key stand together, the longest first.</summary>
    public ReadOnlySpan<TermForm> Forms => _forms;

    /// <summary>What most comparisons need of each form, in the order of <see cref="Forms"/>, and one without a key at the end.</summary>
    public ReadOnlySpan<FormHead> Heads => _heads;

    /// <summary>Where any form may start.</summary>
    public StartFilter Starts { get; }

    /// <summary>Whether any form has a slot, so that a match may start before its literal.</summary>
    public bool HasSlots { get; }

    /// <summary>Whether the index is too large for the caches next to a core.</summary>
    public bool IsLarge => _table.Length > 1 << 15;

    /// <summary>The first form with a key; the others follow it as long as their heads have the key.</summary>
    /// <returns>-1 when there is none.</returns>
    public int First(ulong key)
    {
        var hash = key * Spread;
        var (table, tag) = (_table, (uint)hash);
        for (var at = (int)(hash >> _shift); ; at++)
        {
            var slot = table[at & table.Length - 1];
            if (slot == 0) return -1;
            if (slot >> 32 == tag && _heads[(uint)slot - 1].Key == key) return (int)(uint)slot - 1;
        }
    }

    /// <summary>Looks where <see cref="First"/> will look, so that many places wait for memory at once instead of one after the other.</summary>
    /// <returns>Nothing of use; add it up and keep it, or the look is optimised away.</returns>
    public ulong Touch(ulong key) => _heads[Math.Max((int)(uint)_table[(int)(key * Spread >> _shift)] - 1, 0)].Key;

    /// <summary>The key of the first units of a text.</summary>
    /// <param name="units">One to four.</param>
    public static ulong Key(ReadOnlySpan<char> units)
    {
        var key = 0ul;
        foreach (var unit in units) key = key << 16 | unit;
        return key;
    }

    static ulong KeyOf(TermForm form) => Key(form.Literal.AsSpan(0, Math.Min(form.Literal.Length, form.StartsWord ? 4 : 3)));
}

/// <summary>What most comparisons need of a form, without a look at the form itself.</summary>
/// <param name="Key">Its first units.</param>
/// <param name="Next">Its fourth to seventh unit, little-endian; units that it lacks are 0.</param>
/// <param name="Entry">Its concept.</param>
/// <param name="Length">Of the literal.</param>
/// <param name="IsPlain">Whether it counts wherever its units stand: no letter at its edges, no case, slot or condition, at most seven units.</param>
/// <param name="HasSlot">Whether a number stands beside it.</param>
readonly record struct FormHead(ulong Key, ulong Next, int Entry, ushort Length, bool IsPlain, bool HasSlot)
{
    /// <summary>All ones where <see cref="Next"/> has units.</summary>
    public ulong Mask => Masks[Math.Min(Length, (ushort)7)];

    static ReadOnlySpan<ulong> Masks => [0, 0, 0, 0, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue];

    public static FormHead Of(ulong key, TermForm form, bool isPlain)
    {
        var literal = form.Literal;
        var next = 0ul;
        for (var i = 0; i < 4 && i + 3 < literal.Length; i++) next |= (ulong)literal[i + 3] << (16 * i);
        return new(key, next, form.Entry, (ushort)literal.Length,
            isPlain && literal.Length <= 7 && !form.StartsWord && form is { Ending: Ending.Free, Cased: null, Slot: SlotPlace.None }, form.Slot != SlotPlace.None);
    }
}
