namespace Translate.Memory;

/// <summary>Counts what a reader had to skip, and says it in one line a kind instead of one a unit.</summary>
sealed class SkipCounts(string file)
{
    readonly Dictionary<string, (int Count, int Row, string Message)> _counts = [];

    /// <summary>One more; the first row is told.</summary>
    /// <param name="code">The problem's code.</param>
    /// <param name="row">Line of the file.</param>
    /// <param name="message">What happened to how many, after the number: <c>units have one language only and were skipped</c>.</param>
    public void Add(string code, int row, string message) =>
        _counts[code] = _counts.TryGetValue(code, out var seen) ? (seen.Count + 1, seen.Row, message) : (1, row, message);

    public void Report(ICollection<Problem> problems)
    {
        foreach (var (code, (count, row, message)) in _counts.OrderBy(count => count.Key, StringComparer.Ordinal))
            problems.Add(new(code, file, row, FormattableString.Invariant($"{count:N0} {message} (first here)")));
    }
}
