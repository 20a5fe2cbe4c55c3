using System.Numerics;
using System.Runtime.InteropServices;

namespace Translate.Glossaries;

/// <summary>Finds, by the first units of a place in folded text, the few forms that may start there.</summary>
/// <remarks>
/// A <see cref="StartFilter"/> turns almost every place away. The forms lie in buckets by a hash of their first units: up to four of
/// forms that start with a letter or digit, up to three of others. What most comparisons need, the <see cref="FormHead"/>s, lies in the
/// order of the buckets, so that a place costs two looks at memory, and many of them can be under way at once. Small buckets are read
/// through, the longest form first. Large ones (many terms that start alike) are sorted by their units: the forms that a text
/// starts with are the last one not after it, what that one starts with, and so on.
/// </remarks>
sealed class FormIndex
{
    /// <summary>The most units that a key has.</summary>
    public const int LongestKey = 4;

    const ulong Spread = 0x9E3779B97F4A7C15;

    // Reading through more would cost more than the search.
    const int MostInSmall = 32;

    readonly TermForm[] _forms;
    readonly FormHead[] _heads;

    // The first form of each bucket, and at the end how many forms there are.
    readonly int[] _buckets;
    readonly int _shift;

    // Of each form in a large bucket, the longest other form that it starts with; -1 when there is none. Empty without large buckets.
    readonly int[] _prefixes = [];

    /// <param name="parts">All forms.</param>
    /// <param name="isConditional">Of each concept, whether it is only proposed or has context words.</param>
    public FormIndex(List<TermForm>[] parts, bool[] isConditional)
    {
        var count = parts.Sum(part => part.Count);
        var bits = BitOperations.Log2((uint)count + 1) + 1;
        (_buckets, _shift) = (new int[(1 << bits) + 1], 64 - bits);
        (_forms, _heads) = (new TermForm[count], new FormHead[count]);
        Starts = new(count);
        foreach (var part in parts)
        {
            foreach (ref readonly var form in CollectionsMarshal.AsSpan(part))
            {
                Starts.Add(form.Literal);
                HasSlots |= form.Slot != SlotPlace.None;
            }
        }

        Deal(parts, isConditional);
        if (HasLargeBucket()) _prefixes = new int[count];
        // Each part was large enough to be made on a processor of its own; so are the buckets.
        Parallel.For(0, parts.Length, part =>
        {
            for (var bucket = FirstOf(part); bucket < FirstOf(part + 1); bucket++)
                if (_buckets[bucket + 1] - _buckets[bucket] > 1) Arrange(_buckets[bucket], _buckets[bucket + 1], isConditional);
        });

        int FirstOf(int part) => (int)((long)(_buckets.Length - 1) * part / parts.Length);
    }

    /// <summary>All forms, in the order of the buckets.</summary>
    public ReadOnlySpan<TermForm> Forms => _forms;

    /// <summary>What most comparisons need of each form, in the order of <see cref="Forms"/>.</summary>
    public ReadOnlySpan<FormHead> Heads => _heads;

    /// <summary>Where any form may start.</summary>
    public StartFilter Starts { get; }

    /// <summary>Whether any form has a slot, so that a match may start before its literal.</summary>
    public bool HasSlots { get; }

    /// <summary>Whether the index is too large for the caches next to a core.</summary>
    public bool IsLarge => _heads.Length > 1 << 14;

    /// <summary>The bucket of the forms with a key.</summary>
    /// <param name="first">Four units, the first one lowest; those beyond the key do not matter.</param>
    /// <param name="length">How many of them are the key; 1 to <see cref="LongestKey"/>.</param>
    public int BucketOf(ulong first, int length) => (int)((first & FormHead.Mask(length)) * Spread >> _shift);

    /// <summary>The forms in a bucket: the first one, and the first one after them.</summary>
    public (int First, int End) Bucket(int bucket) => (_buckets[bucket], _buckets[bucket + 1]);

    /// <summary>Looks where a search in a bucket will look, so that many wait for memory at once instead of one after the other.</summary>
    /// <returns>Nothing of use; add it up and keep it, or the look is optimised away.</returns>
    public int Touch(int bucket) => _heads[Math.Min(_buckets[bucket], _heads.Length - 1)].Length;

    /// <summary>Whether the forms of a bucket are found by <see cref="Last"/> and <see cref="Prefix"/> instead of reading them through.</summary>
    public static bool IsSearched(int first, int end) => end - first > MostInSmall;

    /// <summary>The last form in a large bucket that does not come after a text; only it and its prefixes can start the text.</summary>
    /// <returns>-1 when there is none.</returns>
    public int Last(int first, int end, ReadOnlySpan<char> text)
    {
        var low = first;
        while (low < end)
        {
            var middle = (low + end) / 2;
            if (_forms[middle].Literal.AsSpan().SequenceCompareTo(text) <= 0) low = middle + 1;
            else end = middle;
        }

        return low > first ? low - 1 : -1;
    }

    /// <summary>The longest other form that a form of a large bucket starts with; -1 when there is none.</summary>
    public int Prefix(int form) => _prefixes[form];

    /// <summary>Puts the forms and their heads into their buckets by counting.</summary>
    void Deal(List<TermForm>[] parts, bool[] isConditional)
    {
        var own = new int[_forms.Length];
        var dealt = 0;
        foreach (var part in parts)
        {
            foreach (ref readonly var form in CollectionsMarshal.AsSpan(part))
            {
                var literal = form.Literal;
                var bucket = BucketOf(FormHead.Units(literal, 0), Math.Min(literal.Length, form.StartsWord ? LongestKey : LongestKey - 1));
                own[dealt++] = bucket;
                _buckets[bucket]++;
            }
        }

        var end = 0;
        foreach (ref var bucket in _buckets.AsSpan()) bucket = end += bucket;
        foreach (var part in parts.Reverse())
        {
            var forms = CollectionsMarshal.AsSpan(part);
            for (var i = forms.Length - 1; i >= 0; i--)
            {
                var place = --_buckets[own[--dealt]];
                (_forms[place], _heads[place]) = (forms[i], FormHead.Of(forms[i], isConditional[forms[i].Entry], hasTwin: false));
            }
        }
    }

    bool HasLargeBucket()
    {
        for (var bucket = 0; bucket + 1 < _buckets.Length; bucket++)
            if (IsSearched(_buckets[bucket], _buckets[bucket + 1])) return true;
        return false;
    }

    /// <summary>Puts the forms of a bucket in order.</summary>
    void Arrange(int first, int end, bool[] isConditional)
    {
        var forms = _forms.AsSpan(first, end - first);
        forms.Sort(IsSearched(first, end) ? ByUnits : LongestFirst);
        for (var i = 0; i < forms.Length; i++)
            _heads[first + i] = FormHead.Of(forms[i], isConditional[forms[i].Entry], i + 1 < forms.Length && forms[i].Literal == forms[i + 1].Literal);
        if (!IsSearched(first, end)) return;
        for (var i = first; i < end; i++)
        {
            var prefix = i > first ? i - 1 : -1;
            while (prefix >= 0 && !_forms[i].Literal.StartsWith(_forms[prefix].Literal, StringComparison.Ordinal)) prefix = _prefixes[prefix];
            _prefixes[i] = prefix;
        }
    }

    static int LongestFirst(TermForm one, TermForm other) =>
        other.Literal.Length - one.Literal.Length is not 0 and var order ? order : ByUnits(one, other);

    static int ByUnits(TermForm one, TermForm other) =>
        string.CompareOrdinal(one.Literal, other.Literal) is not 0 and var order ? order : one.Entry - other.Entry;
}
