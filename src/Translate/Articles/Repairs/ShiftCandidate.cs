namespace Translate.Articles.Repairs;

/// <summary>One way to undo a shift.</summary>
/// <param name="Reading">What it completes.</param>
/// <param name="Original">What stood there before the damage.</param>
/// <param name="Score">Natural logarithm of the likelihood of the text around it with the original in place.</param>
/// <param name="Known">Whether nothing but the lost byte was guessed, or what was is certain by what stands behind it.</param>
readonly record struct ShiftCandidate(ShiftReading Reading, string Original, float Score, bool Known);
