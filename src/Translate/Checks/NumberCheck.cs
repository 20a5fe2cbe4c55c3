using Translate.Numbers;

namespace Translate.Checks;

/// <summary>NUM-001 to NUM-005: numbers of both sides compared by value, unit and kind, in whatever way each language writes them.</summary>
static class NumberCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (pair.SourceNumbers.Count == 0 && pair.TargetNumbers.Count == 0) return;
        var sources = Amount.In(pair.Source, pair.SourceNumbers);
        var targets = Amount.In(pair.Target, pair.TargetNumbers);
        Span<bool> sourceFound = stackalloc bool[sources.Count];
        Span<bool> targetFound = stackalloc bool[targets.Count];
        MatchAlike(sources, targets, sourceFound, targetFound);
        ReportUnits(sources, targets, sourceFound, targetFound, findings);
        MatchByValue(sources, targets, sourceFound, targetFound);
        LostUnitCheck.Run(pair, sources, targets, findings);
        FindInNames(sources, pair.Source, pair.Target, sourceFound);
        FindInNames(targets, pair.Target, pair.Source, targetFound);
        GrowthCheck.Run(sources, targets, sourceFound, targetFound, findings);
        ReportValues(pair, sources, targets, sourceFound, targetFound, findings);
    }

    /// <summary>Every amount needs one that means the same; two equal ones may share theirs, since languages repeat differently.</summary>
    static void MatchAlike(List<Amount> sources, List<Amount> targets, Span<bool> sourceFound, Span<bool> targetFound)
    {
        for (var s = 0; s < sources.Count; s++)
            for (var t = 0; t < targets.Count; t++)
                if (sources[s].MeansSameAs(targets[t])) sourceFound[s] = targetFound[t] = true;
    }

    /// <summary>What is left matches by its value alone: the unit may stand elsewhere in the sentence.</summary>
    static void MatchByValue(List<Amount> sources, List<Amount> targets, Span<bool> sourceFound, Span<bool> targetFound)
    {
        for (var s = 0; s < sources.Count; s++)
            for (var t = 0; t < targets.Count; t++)
                if ((!sourceFound[s] || !targetFound[t]) && sources[s].HasValueOf(targets[t]) && !sources[s].Conflicts(targets[t])) sourceFound[s] = targetFound[t] = true;
    }

    /// <summary>A number that the other side has inside a name (GPT 4 and GPT-4, 8.6 版 and v8.6) is there.</summary>
    static void FindInNames(List<Amount> amounts, string own, string other, Span<bool> found)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            if (found[i] || amounts[i].Value > 99999) continue;
            var written = amounts[i].Quantity.Range.In(own);
            var isWhole = amounts[i].Value == decimal.Truncate(amounts[i].Value);
            if (!isWhole && !written.All(c => char.IsAsciiDigit(c) || c == '.')) continue;
            var digits = isWhole ? amounts[i].Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : written;
            for (var at = other.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = other.IndexOf(digits, at + 1, StringComparison.Ordinal))
            {
                var before = at > 0 ? other[at - 1] : ' ';
                var after = at + digits.Length < other.Length ? other[at + digits.Length] : ' ';
                if (char.IsAsciiDigit(before) || char.IsAsciiDigit(after)) continue;
                if (char.IsAsciiLetter(before) || before is '-' or '.' or '_' || (char.IsAsciiLetter(after) && after is not ('k' or 'K' or 'm' or 'M' or 'b' or 'B'))) found[i] = true;
            }
        }
    }

    /// <summary>Equal values whose units cannot stand for each other, where neither side has a better partner.</summary>
    static void ReportUnits(List<Amount> sources, List<Amount> targets, Span<bool> sourceFound, Span<bool> targetFound, List<Finding> findings)
    {
        for (var s = 0; s < sources.Count; s++)
        {
            for (var t = 0; t < targets.Count && !sourceFound[s]; t++)
            {
                if (targetFound[t] || !sources[s].HasValueOf(targets[t]) || !sources[s].Conflicts(targets[t])) continue;
                sourceFound[s] = targetFound[t] = true;
                findings.Add(new("NUM-004", Severity.Error, $"the unit differs: source {NumberWords.Say(sources[s])}; target {NumberWords.Say(targets[t])}",
                    sources[s].Quantity.Range, targets[t].Quantity.Range));
            }
        }
    }

    static void ReportValues(CheckedPair pair, List<Amount> sources, List<Amount> targets, Span<bool> sourceFound, Span<bool> targetFound, List<Finding> findings)
    {
        // What is surely a number chooses first; 一 and "one" are often no number at all and never stand for another.
        foreach (var weak in (bool[])[false, true])
        {
            for (var s = 0; s < sources.Count; s++)
            {
                if (sourceFound[s] || sources[s].IsWeak != weak || IsArticle(sources[s])) continue;
                var t = Counterpart(sources, targets, s, targetFound);
                if (t < 0) continue;
                sourceFound[s] = targetFound[t] = true;
                findings.Add(Different(pair, sources[s], targets[t]));
            }
        }

        for (var s = 0; s < sources.Count; s++)
            if (!sourceFound[s] && !sources[s].IsWeak)
                findings.Add(new("NUM-002", Severity.Warning, $"source “{sources[s].Quantity.Range.In(pair.Source)}” = {NumberWords.Say(sources[s])} is missing in the target", sources[s].Quantity.Range));
        for (var t = 0; t < targets.Count; t++)
            if (!targetFound[t] && !targets[t].IsWeak)
                findings.Add(new("NUM-003", Severity.Warning, $"target “{targets[t].Quantity.Range.In(pair.Target)}” = {NumberWords.Say(targets[t])} is not in the source", null, targets[t].Quantity.Range));
    }

    /// <summary>Words that are exact although small: 下半年 and the first half, 翻两番 and doubled.</summary>
    static bool AreRivals(Quantity a, Quantity b) =>
        a.Kind == b.Kind && a.Unit == b.Unit && (a is { Kind: QuantityKind.Date, Unit: "half" or "quarter" } || a.Kind == QuantityKind.Multiple && a.Value != b.Value && a.Value >= 2 && b.Value >= 2);

    static bool IsArticle(Amount amount) => amount is { IsWeak: true, Value: 1, Quantity.Kind: QuantityKind.Number or QuantityKind.Ordinal };

    /// <summary>The unmatched amount of the target that most likely stands for one of the source: by magnitude only, by kind, by order.</summary>
    static int Counterpart(List<Amount> sources, List<Amount> targets, int source, Span<bool> targetFound)
    {
        var best = -1;
        var bestScore = 0;
        for (var t = 0; t < targets.Count; t++)
        {
            if (targetFound[t] || IsArticle(targets[t]) || (sources[source].IsWeak && targets[t].IsWeak && !sources[source].IsFarFrom(targets[t]) && !AreRivals(sources[source].Quantity, targets[t].Quantity))) continue;
            var score = 1 + (sources[source].Quantity.Kind == targets[t].Quantity.Kind ? 4 : 0) + (NumberWords.TimesLarger(sources[source].Value, targets[t].Value) is not null ? 8 : 0)
                + (sources[source].Quantity.Unit == targets[t].Quantity.Unit ? 2 : 0);
            if (score <= bestScore) continue;
            (best, bestScore) = (t, score);
        }

        return best;
    }

    static Finding Different(CheckedPair pair, Amount source, Amount target)
    {
        var times = NumberWords.TimesLarger(source.Value, target.Value);
        var message = $"source {source.Quantity.Range.In(pair.Source)} = {NumberWords.Say(source)}; target {target.Quantity.Range.In(pair.Target)} = {NumberWords.Say(target)}"
            + (times is null ? "" : $": {times}");
        return new("NUM-001", Severity.Error, message, source.Quantity.Range, target.Quantity.Range);
    }
}
