namespace Translate.Glossaries;

/// <summary>One way to write a term in the source, made ready for matching.</summary>
/// <param name="Entry">Index of its concept.</param>
/// <param name="Literal">What is looked for in folded text: the stem of an English form; of a slot form the part beside the slot.</param>
/// <param name="Written">The form as the glossary has it, for people.</param>
/// <param name="Cased">Letters to compare with the original, as long as <paramref name="Literal"/>; <c>null</c> when case does not count.</param>
/// <param name="Tail">How its last word goes on.</param>
/// <param name="Ending">How far it may differ at the end.</param>
/// <param name="Slot">Where the number stands.</param>
/// <param name="Before">Of a form with its slot in the middle: what stands before the number; else empty.</param>
/// <param name="IsForeign">Whether it is a form of the target language, which says by itself what is meant: <c>when</c> words of the source's forms do not count for it.</param>
/// <param name="AfterHyphen">Whether a hyphen must stand right before the literal: <c>70B-parameter</c>, but not <c>four parameter vectors</c>.</param>
readonly record struct TermForm(
    int Entry, string Literal, string Written, string? Cased, Tail Tail, Ending Ending, SlotPlace Slot = SlotPlace.None, string Before = "", bool IsForeign = false, bool AfterHyphen = false)
{
    /// <summary>Whether the literal starts with a letter or digit and so must start a word.</summary>
    public bool StartsWord => Letters.IsToken(Literal[0]);
}

/// <summary>Where the number of a slot form stands, seen from the literal part that is looked for.</summary>
enum SlotPlace : byte
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Before it: <c>{n}参数</c>.</summary>
    Before,

    /// <summary>After it: <c>日活{n}</c>.</summary>
    After,
}
