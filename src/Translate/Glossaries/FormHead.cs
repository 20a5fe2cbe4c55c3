namespace Translate.Glossaries;

/// <summary>What most comparisons need of a form, without a look at the form itself.</summary>
/// <param name="First">Its first four units, the first one lowest; units that it lacks are 0.</param>
/// <param name="Next">The four after them, likewise.</param>
/// <param name="Entry">Its concept.</param>
/// <param name="Length">Of the literal.</param>
/// <param name="IsPlain">Whether it counts wherever its units stand: no letter at its edges, no case, slot or condition.</param>
/// <param name="HasSlot">Whether a number stands beside it.</param>
/// <param name="HasTwin">Whether the next form of its bucket is written alike.</param>
readonly record struct FormHead(ulong First, ulong Next, int Entry, ushort Length, bool IsPlain, bool HasSlot, bool HasTwin)
{
    /// <summary>How many units of a form its head holds.</summary>
    public const int Held = 8;

    static ReadOnlySpan<ulong> Masks => [0, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue];

    static ReadOnlySpan<ulong> NextMasks => [0, 0, 0, 0, 0, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF_FFFF, ulong.MaxValue];

    /// <summary>The head of a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="isConditional">Whether the concept is only proposed or has context words.</param>
    /// <param name="hasTwin">Whether the next form is written alike.</param>
    public static FormHead Of(in TermForm form, bool isConditional, bool hasTwin) => new(
        Units(form.Literal, 0), Units(form.Literal, 4), form.Entry, (ushort)Math.Min(form.Literal.Length, ushort.MaxValue),
        !isConditional && !TermBoundary.IsJoint(form.Literal[0]) && form is { StartsWord: false, Ending: Ending.Free, Cased: null, Slot: SlotPlace.None, Literal.Length: <= ushort.MaxValue }, form.Slot != SlotPlace.None, hasTwin);

    /// <summary>All ones where a word of units has the first so many.</summary>
    /// <param name="length">0 to 4.</param>
    public static ulong Mask(int length) => Masks[length];

    /// <summary>Whether a place starts like the form; for forms of up to <see cref="Held"/> units, whether the form stands there.</summary>
    /// <param name="first">The first four units of the place.</param>
    /// <param name="next">The four after them.</param>
    public bool Starts(ulong first, ulong next)
    {
        var held = Math.Min((int)Length, Held);
        return ((first ^ First) & Masks[held] | (next ^ Next) & NextMasks[held]) == 0;
    }

    /// <summary>Up to four units of a literal in one word, the first one lowest.</summary>
    public static ulong Units(string literal, int from)
    {
        var units = 0ul;
        for (var i = Math.Min(literal.Length, from + 4) - 1; i >= from; i--) units = units << 16 | literal[i];
        return units;
    }
}
