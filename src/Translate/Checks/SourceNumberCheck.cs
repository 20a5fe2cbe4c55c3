using Translate.Numbers;

namespace Translate.Checks;

/// <summary>SRC-003: numbers of the source that cannot be right as they stand.</summary>
static class SourceNumberCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        foreach (var quantity in pair.SourceNumbers)
        {
            var written = quantity.Range.In(pair.Source);
            if (quantity is { Kind: QuantityKind.Time, Value: > 24 })
                findings.Add(new("SRC-003", Severity.Information, $"“{written}” in the source is no time of day; ask the author", quantity.Range));
            if (quantity.Value <= -100 && quantity.Kind == QuantityKind.Percent || IsImpossibleShare(pair.Source, quantity))
                findings.Add(new("SRC-003", Severity.Information, $"“{written}” in the source is more than the whole; ask the author", quantity.Range));
        }
    }

    /// <summary>占比 and 市场份额 of more than 100%.</summary>
    static bool IsImpossibleShare(string text, Quantity quantity)
    {
        if (quantity.Kind != QuantityKind.Percent || quantity.Value <= 100) return false;
        var before = text.AsSpan(0, quantity.Range.Start);
        before = before[Math.Max(0, before.Length - 5)..];
        return before.EndsWith("占") || before.EndsWith("占比") || before.EndsWith("占比达") || before.EndsWith("份额为") || before.EndsWith("份额达");
    }
}
