using Translate.Numbers;

namespace Translate.Checks;

/// <summary>NUM-005: 增长N倍 beside "N times". By the standard it is times N+1, but usage differs, so a person decides.</summary>
static class GrowthCheck
{
    public static void Run(List<Amount> sources, List<Amount> targets, Span<bool> sourceFound, Span<bool> targetFound, List<Finding> findings)
    {
        for (var s = 0; s < sources.Count; s++)
        {
            for (var t = 0; t < targets.Count; t++)
            {
                if (sourceFound[s] || targetFound[t] || !(Differ(sources[s], targets[t]) || Differ(targets[t], sources[s]))) continue;
                sourceFound[s] = targetFound[t] = true;
                var growth = Math.Max(sources[s].Value, targets[t].Value);
                findings.Add(new("NUM-005", Severity.Warning,
                    FormattableString.Invariant($"增长{growth - 1}倍 is {growth} times as much (plus {(growth - 1) * 100}%), beside {growth - 1} times; see which is meant"),
                    sources[s].Quantity.Range, targets[t].Quantity.Range));
            }
        }
    }

    static bool Differ(Amount growth, Amount times) =>
        growth.Quantity is { Kind: QuantityKind.Multiple, Unit: "increase" } && growth.Value - 1 == times.Value
        && (times.Quantity is { Kind: QuantityKind.Multiple, Unit: "" } || times.Quantity.Unit == "time");
}
