namespace Translate.Glossaries;

/// <summary>What lint says of a row.</summary>
/// <param name="Problem">What is wrong and what to do.</param>
/// <param name="Column">The column it is about; empty for the row or the file.</param>
/// <param name="IsAdvice">Whether it is only worth a look: advice never fails a check-in.</param>
/// <param name="CanFix">Whether <see cref="GlossaryFixer"/> mends it.</param>
public sealed record LintFinding(Problem Problem, string Column, bool IsAdvice, bool CanFix);
