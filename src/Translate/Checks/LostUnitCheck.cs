using Translate.Numbers;

namespace Translate.Checks;

/// <summary>NUM-004, as a warning: a percentage or an amount of money that stands in the target as a bare number.</summary>
static class LostUnitCheck
{
    public static void Run(CheckedPair pair, List<Amount> sources, List<Amount> targets, List<Finding> findings)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            if (source.Quantity.Kind is not (QuantityKind.Percent or QuantityKind.Money) || source.IsWeak || IsPiece(pair.Source, source)) continue;
            var told = sources.Take(i + 1).Count(source.MeansSameAs);
            if (told <= targets.Count(source.MeansSameAs)) continue;
            var bare = targets.FindIndex(target => target.Quantity is { Kind: QuantityKind.Number, Unit: "" } && source.HasValueOf(target));
            if (bare < 0 || SharesUnit(pair.Target, targets, bare, source.Quantity.Kind) || sources.Exists(other => other.MeansSameAs(targets[bare]))) continue;
            findings.Add(new("NUM-004", Severity.Warning, $"the unit is missing: source {NumberWords.Say(source)}; target {NumberWords.Say(targets[bare])}", source.Quantity.Range, targets[bare].Quantity.Range));
        }
    }

    /// <summary>块 is colloquial money and a piece of anything.</summary>
    static bool IsPiece(string text, Amount amount) => text[amount.Quantity.Range.End - 1] is '块' or '塊';

    /// <summary>5, 10 and 15 percent: the unit stands once, behind the last of a list.</summary>
    static bool SharesUnit(string text, List<Amount> amounts, int index, QuantityKind kind)
    {
        for (var i = index; i + 1 < amounts.Count && AreListed(text, amounts[i], amounts[i + 1]); i++)
            if (amounts[i + 1].Quantity.Kind == kind) return true;
        return false;
    }

    static bool AreListed(string text, Amount first, Amount second)
    {
        var (start, end) = (first.Quantity.Range.End, second.Quantity.Range.Start);
        if (start > end) return true;
        var between = text.AsSpan(start, end - start).Trim(" ,，、$£€¥%");
        return between is "" or "and" or "or" or "to" or "和" or "与" or "與" or "及" or "以及" or "或" or "到" or "至" or "-" or "–" or "~" or "/" or "vs" or "比";
    }
}
