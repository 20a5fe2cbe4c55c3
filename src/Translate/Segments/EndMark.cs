namespace Translate.Segments;

/// <summary>A run of marks that may end a sentence, and what stands around it.</summary>
/// <param name="Segment">Start of the segment that it may end.</param>
/// <param name="Start">First mark.</param>
/// <param name="End">After the last mark.</param>
/// <param name="Close">After the closing marks that follow.</param>
/// <param name="Tail">After what else belongs to the sentence: smileys, numbers of notes.</param>
/// <param name="Next">The next unit that is no white space; the text's length when there is none.</param>
readonly record struct EndMark(int Segment, int Start, int End, int Close, int Tail, int Next)
{
    /// <summary>Whether white space follows.</summary>
    public bool Spaced => Next > Tail;

    /// <summary>Whether closing marks follow the marks.</summary>
    public bool Closed => Close > End;
}
