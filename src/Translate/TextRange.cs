namespace Translate;

/// <summary>A half-open range of a text, in UTF-16 code units: <c>[Start, End)</c>.</summary>
/// <param name="Start">First unit that belongs to the range; 0 or more.</param>
/// <param name="End">First unit after the range; never below <paramref name="Start"/>.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>How many UTF-16 units the range covers.</summary>
    public int Length => End - Start;

    /// <summary>Whether the range covers nothing; it still has a place.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>Makes a range from its place and length.</summary>
    public static TextRange At(int start, int length) => new(start, start + length);

    /// <summary>The text that the range covers.</summary>
    public string In(string text) => text[Start..End];

    /// <summary>Whether both ranges share at least one unit.</summary>
    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this range.</summary>
    public bool Contains(TextRange other) => Start <= other.Start && other.End <= End;

    /// <summary>The same range, moved.</summary>
    /// <param name="by">Units to move by; may be negative.</param>
    public TextRange Shift(int by) => new(Start + by, End + by);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Start}..{End}");
}
