namespace Translate.Articles;

/// <summary>What became of a <see cref="Repair"/>.</summary>
public enum RepairState
{
    /// <summary>The text was changed.</summary>
    Applied,

    /// <summary>The text was left; <see cref="Repair.Replacement"/> is what it may have been. A translator decides.</summary>
    Proposed,

    /// <summary>The text was left; what stood there cannot be known.</summary>
    Unrecoverable,
}

/// <summary>A fault that cleaning found in an article, and what it did about it.</summary>
/// <param name="Kind">Stable word for the kind of fault: <c>pinyin</c>, <c>byte-shift</c>, <c>codec</c>, <c>nfc</c>, ...</param>
/// <param name="State">Whether the text was changed.</param>
/// <param name="Block">Number of the block it lies in.</param>
/// <param name="Range">Where the fault lies in the decoded input (or in <paramref name="Part"/>).</param>
/// <param name="Original">What stood there.</param>
/// <param name="Replacement">What stands there now, or what is proposed; empty for a deletion or when nothing is known.</param>
/// <param name="Note">Why, for a person; may be empty.</param>
/// <param name="Part">As in <see cref="Articles.Block.Part"/>.</param>
public sealed record Repair(
    string Kind, RepairState State, int Block, TextRange Range, string Original, string Replacement, string Note = "", string Part = "");

/// <summary>Text of the input that is not part of the article's body and is not translated.</summary>
/// <param name="Reason">Stable word: <c>navigation</c>, <c>related</c>, <c>byline</c>, <c>disclaimer</c>, <c>code</c>, ...</param>
/// <param name="Range">Where it lies in the decoded input (or in <paramref name="Part"/>).</param>
/// <param name="Text">Its text, white space folded.</param>
/// <param name="Part">As in <see cref="Articles.Block.Part"/>.</param>
public sealed record LeftOut(string Reason, TextRange Range, string Text, string Part = "");
