namespace Translate;

/// <summary>A fault in a file that its owner can mend.</summary>
/// <param name="Code">Stable code such as <c>GL003</c>; listed in <c>docs/problems.md</c>.</param>
/// <param name="File">The file as the user named it.</param>
/// <param name="Row">Line or row, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what to do next; one line.</param>
public sealed record Problem(string Code, string File, int Row, string Message)
{
    /// <summary>The one-line form that editors can jump from.</summary>
    public override string ToString() => Row > 0
        ? FormattableString.Invariant($"{Name}({Row}): error {Code}: {Message}")
        : $"{Name}: error {Code}: {Message}";

    /// <summary>The name of a file may hold line breaks and codes that move a terminal's cursor.</summary>
    string Name => string.Concat(File.Select(unit => char.IsControl(unit) ? '?' : unit));
}
