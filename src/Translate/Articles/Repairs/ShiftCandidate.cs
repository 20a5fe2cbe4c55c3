namespace Translate.Articles.Repairs;

/// <summary>One way to undo a shift.</summary>
/// <param name="Range">What is replaced.</param>
/// <param name="Replacement">By what, as the page would write it.</param>
/// <param name="Score">Likelihood of the text around it with the replacement in place.</param>
/// <param name="Faithful">Whether breaking it again gives exactly what stands there.</param>
readonly record struct ShiftCandidate(TextRange Range, string Replacement, float Score, bool Faithful);
