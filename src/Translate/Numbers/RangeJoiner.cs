namespace Translate.Numbers;

/// <summary>Joins two numbers with a dash, "to" or 到 between them into one range that shares unit and magnitude.</summary>
static class RangeJoiner
{
    static readonly string[] s_joints = ["-", "~", "—", "——", "至", "到", "to", "～", "–", "－", "and", "和", "与"];

    public static IReadOnlyList<Quantity> Join(string text, List<Quantity> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            if (!TryJoin(text, found[i], found[i + 1], out var joined)) continue;
            found[i] = joined;
            found.RemoveAt(i + 1);
        }

        return found;
    }

    static bool TryJoin(string text, Quantity low, Quantity high, out Quantity joined)
    {
        joined = low;
        if (low.Upper is not null || high.Upper is not null || high.Range.Start < low.Range.End) return false;
        var gap = text.AsSpan(low.Range.End, high.Range.Start - low.Range.End);
        if (gap.Length > 6) return false;
        var joint = gap.Trim();
        var known = false;
        foreach (var word in s_joints) known |= joint.Equals(word, StringComparison.Ordinal);
        if (!known) return false;
        if (joint is "and" or "和" or "与" && !IsBetween(text, low.Range.Start)) return false;
        // "tripled to 50 million" and "30% to 5 million" are no ranges; "$5 to 10 million" is.
        if (low.Kind != high.Kind && low.Kind != QuantityKind.Number && !(low.Kind == QuantityKind.Money && high is { Kind: QuantityKind.Number, Unit: "" })) return false;
        if (low.Kind is QuantityKind.Multiple or QuantityKind.Ordinal && joint is "to" or "到" or "至") return false;
        if (low.Kind is QuantityKind.Date or QuantityKind.Time && high.Kind != low.Kind) return false;
        if (high.Kind is QuantityKind.Date && low.Kind != QuantityKind.Date && high.Unit == "month" && low.Value > 12) return false;
        if (low.Unit.Length > 0 && high.Unit.Length > 0 && low.Unit != high.Unit) return false;

        // 3-5万 is 30,000 to 50,000; 5-10 million starts at 5 million.
        var value = low.Value;
        if ((low.Unit.Length == 0 || low.Kind == QuantityKind.Money) && value < high.Value && ScaleOf(text, high) is var scale and > 1 && value * scale <= high.Value && value < 10000 && ScaleOf(text, low) == 1)
            value *= scale;
        if (value >= high.Value && high.Kind != QuantityKind.Date) return false;
        var exactness = low.Exactness != Exactness.Exact ? low.Exactness : high.Exactness;
        joined = new(value, high.Value, high.Kind, high.Unit.Length > 0 ? high.Unit : low.Unit, exactness, new(low.Range.Start, high.Range.End));
        if (low.Kind == QuantityKind.Money) joined = joined with { Kind = low.Kind, Unit = low.Unit };
        return true;
    }

    static bool IsBetween(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        return before.EndsWith("between", StringComparison.OrdinalIgnoreCase) || before.EndsWith("在") || before.EndsWith("于") || before.EndsWith("介于");
    }

    static decimal ScaleOf(string text, Quantity quantity)
    {
        decimal scale = 1;
        for (var i = quantity.Range.Start; i < quantity.Range.End; i++)
        {
            if (HanDigits.BigUnit(text[i]) is var big and > 0) scale *= big;
            else if (char.IsAsciiLetter(text[i]) && (i == 0 || !char.IsAsciiLetter(text[i - 1]))
                && EnglishWords.Find(text.AsSpan(i, EnglishWords.WordEnd(text, i) - i), out var factor) is WordKind.Scale or WordKind.Hundred)
                scale *= factor;
            else if (text[i] is 'k' or 'K' && i > 0 && char.IsAsciiDigit(text[i - 1])) scale *= 1000;
        }

        return scale;
    }
}
