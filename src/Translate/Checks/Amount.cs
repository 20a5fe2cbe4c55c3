using Translate.Numbers;

namespace Translate.Checks;

/// <summary>One value of a quantity (a range has two) and what it may stand for in the other language.</summary>
/// <param name="Quantity">Where it comes from.</param>
/// <param name="Value">The value as read.</param>
/// <param name="IsWeak">Small and written as a word, or vague: languages differ so much here that its absence proves nothing.</param>
/// <param name="IsOff">A discount: 20% off.</param>
/// <param name="IsRatio">One in ten, five out of six: the other language may name both numbers.</param>
readonly record struct Amount(Quantity Quantity, decimal Value, bool IsWeak, bool IsRatio = false, bool IsOff = false)
{
    const double Converted = 0.06;
    const double Rounded = 0.03;

    public Unit? Unit { get; } = Units.Of(Quantity);

    /// <summary>All amounts of a text.</summary>
    public static List<Amount> In(string text, IReadOnlyList<Quantity> quantities)
    {
        List<Amount> amounts = new(quantities.Count);
        foreach (var quantity in quantities)
        {
            var hasDigits = text.AsSpan(quantity.Range.Start, quantity.Range.Length).ContainsAnyInRange('0', '9') || text.AsSpan(quantity.Range.Start, quantity.Range.Length).ContainsAnyInRange('０', '９');
            var words = text.AsSpan(quantity.Range.Start, quantity.Range.Length);
            var isRatio = quantity.Value is > 0 and < 1 && (words.Contains(" in ", StringComparison.OrdinalIgnoreCase) || words.Contains(" of ", StringComparison.OrdinalIgnoreCase));
            var behind = text.AsSpan(quantity.Range.End).TrimStart();
            var isOff = quantity.Kind == QuantityKind.Percent && (behind.StartsWith("off", StringComparison.OrdinalIgnoreCase) || behind.StartsWith("discount", StringComparison.OrdinalIgnoreCase));
            // Translators work a formula out or leave a step away.
            var isWorked = text.Contains('$', StringComparison.Ordinal) && KeptThings.IsFormula(text, quantity.Range);
            amounts.Add(new(quantity, quantity.Value, isWorked || IsWeakly(quantity, quantity.Value, hasDigits), isRatio, isOff));
            if (quantity.Upper is { } upper) amounts.Add(new(quantity, upper, IsWeakly(quantity, upper, hasDigits)));
        }

        return amounts;
    }

    /// <summary>Whether both say the same amount, each in its own way: 一年半 and 18 months, 三成 and 30%, 翻一番 and doubled.</summary>
    public bool MeansSameAs(Amount other) => MeansSame(this, other) || MeansSame(other, this) || IsAlike(other) && HasValueOf(other);

    /// <summary>Whether the values are equal, or vaguely so where one of them is vague.</summary>
    public bool HasValueOf(Amount other) => Near(Value, other.Value, 1e-9) || IsVaguelySame(other);

    /// <summary>Same unit on both sides, or none on both.</summary>
    bool IsAlike(Amount other) => Quantity.Unit == other.Quantity.Unit && (Quantity.Kind == other.Quantity.Kind || Quantity.Unit.Length == 0);

    static bool IsWeakly(Quantity quantity, decimal value, bool hasDigits)
    {
        if (quantity.Exactness == Exactness.Several) return true;
        if (hasDigits) return false;
        if (quantity.Kind is QuantityKind.Multiple or QuantityKind.Time) return true;
        if (quantity is { Kind: QuantityKind.Date, Unit: "half" or "quarter" }) return true;
        if (quantity is { Kind: QuantityKind.Date, Unit: "month" }) return false;
        return value <= 10 || quantity.Kind == QuantityKind.Ordinal && value <= 12 || quantity.Exactness != Exactness.Exact && value is 12 or 100 or 1000 or 10000;
    }

    /// <summary>Readings of one side that the other side states in another way.</summary>
    static bool MeansSame(Amount a, Amount b)
    {
        var (x, y) = ((double)a.Value, (double)b.Value);
        switch (a.Quantity.Kind, b.Quantity.Kind)
        {
            case (QuantityKind.Percent, QuantityKind.Percent):
                // 八折 is 80% of the price and 20% off.
                (x, y) = (x * (a.Quantity.Unit == "‰" ? 0.1 : 1), y * (b.Quantity.Unit == "‰" ? 0.1 : 1));
                if (a.Quantity.Unit == b.Quantity.Unit || (a.Quantity.Unit != "折" && b.Quantity.Unit != "折")) return Near(x, y);
                return Near(100 - x, y) || Near(x, y) && !a.IsOff && !b.IsOff;
            case (QuantityKind.Percent, QuantityKind.Number or QuantityKind.Ordinal) when b.Unit is null:
                return Near(x / 100, y) && y < 1.5;
            case (QuantityKind.Multiple, QuantityKind.Percent):
                return Near(x * 100, y) || Near((x - 1) * 100, y);
            case (QuantityKind.Multiple, QuantityKind.Multiple):
                return Near(x, y);
            case (QuantityKind.Multiple, QuantityKind.Number or QuantityKind.Ordinal):
                return Near(x, y) && b.Unit is null or { Name: "time" } || Near(1 / x, y);
            case (QuantityKind.PercentagePoints, QuantityKind.PercentagePoints):
                return Near(InPoints(a), InPoints(b));
            case (QuantityKind.Money, QuantityKind.Money):
                return Near(InMoney(a), InMoney(b)) && SameMoney(a, b);
            case (QuantityKind.Date, QuantityKind.Date):
                return Near(x, y) || SameDecade(a, b) || SameDecade(b, a) || IsShortYear(a, b) || IsShortYear(b, a);
            case (QuantityKind.Time, QuantityKind.Time or QuantityKind.Number or QuantityKind.Duration):
                return Near(x, y) || Near(x % 12, y % 12) || Near(Math.Floor(x), y) || Near(Math.Floor(x) % 12, y);
        }

        if (a.IsRatio && Near(1 / x, y)) return true;
        if (a.Quantity is { Kind: QuantityKind.Date, Unit: "year", Value: < 100 } && b.Quantity is { Kind: QuantityKind.Number, Unit: "" } && y is >= 1900 and < 2100 && Near(x, y % 100)) return true;

        // "22 pounds" may be money and may be a weight.
        if (a.Unit is { Base: "g" or "kg" } && b.Quantity is { Kind: QuantityKind.Money, Unit: "GBP" } && Near(x * a.Unit.Factor, y * 453.6 * (a.Unit.Base == "kg" ? 0.001 : 1), Converted)) return true;
        if (a.Quantity.Unit == "兆" && Near(x / 1e6, y)) return true;
        if (b.Quantity.Unit == "兆" && Near(y / 1e6, x)) return true;
        if (a.Unit is { Base.Length: > 0 } own && b.Unit is { Base.Length: > 0 } others && own.Base == others.Base)
            return Near(x * own.Factor, y * others.Factor, own.Name == others.Name ? 1e-9 : own.Base == "day" ? Rounded : Converted);
        if (a.Quantity is { Kind: QuantityKind.Measure, Unit: "m" } && b.Unit is null && Near(x * 1e6, y)) return true;
        return a.Unit is { Base: "day" } time && b.Unit is null && time.Name is "decade" or "century" && Near(x * (a.Unit!.Name == "decade" ? 10 : 100), y);
    }

    /// <summary>Units that cannot stand for each other; a missing unit conflicts with nothing, since it may stand elsewhere.</summary>
    public bool Conflicts(Amount other)
    {
        var (a, b) = (Quantity, other.Quantity);
        if (a.Kind == QuantityKind.Money && b.Kind == QuantityKind.Money) return !SameMoney(this, other) && !(Value == 0);
        if (IsHard(a) && IsHard(b))
        {
            if (a.Kind != b.Kind) return !IsPound(a, b) && !IsPound(b, a);
            if (a.Unit == b.Unit || a.Unit == "degree" || b.Unit == "degree") return false;
            return true;
        }

        return false;
    }

    static bool IsHard(Quantity quantity) =>
        quantity.Kind is QuantityKind.Percent or QuantityKind.PercentagePoints or QuantityKind.Money or QuantityKind.Measure or QuantityKind.Duration;

    static bool IsPound(Quantity money, Quantity weight) => money is { Kind: QuantityKind.Money, Unit: "GBP" } && weight is { Kind: QuantityKind.Measure, Unit: "lb" };

    /// <summary>A dollar may be any dollar; a currency that is not listed proves nothing.</summary>
    static bool SameMoney(Amount a, Amount b)
    {
        var (x, y) = (a.Quantity.Unit, b.Quantity.Unit);
        if (x == y || IsCoin(x) || IsCoin(y)) return true;
        return (x == "USD" && IsDollar(y)) || (y == "USD" && IsDollar(x)) || x is "peso" or "franc" or "mark" || y is "peso" or "franc" or "mark";
    }

    static bool IsDollar(string unit) => unit is "AUD" or "CAD" or "HKD" or "TWD" or "SGD" or "NZD";

    static bool IsCoin(string unit) => unit is "cent" or "penny";

    static double InMoney(Amount amount) => (double)amount.Value * (IsCoin(amount.Quantity.Unit) ? 0.01 : 1);

    static double InPoints(Amount amount) => (double)amount.Value * (amount.Quantity.Unit == "bp" ? 0.01 : 1);

    /// <summary>90年代 and the 1990s; the 18th century and the 1700s.</summary>
    static bool SameDecade(Amount a, Amount b) => a.Quantity.Unit == "decade"
        && (b.Quantity.Unit == "decade" && (a.Value < 100 || b.Value < 100) && a.Value % 100 == b.Value % 100 && Math.Max(a.Value, b.Value) is < 100 or (>= 1900 and < 2100)
            || b.Quantity.Unit == "century" && Math.Floor(a.Value / 100) + 1 == b.Value);

    static bool IsShortYear(Amount a, Amount b) => a.Quantity.Unit == "year" && b.Quantity.Unit == "year" && a.Value < 100 && a.Value == b.Value % 100;

    /// <summary>数十 and dozens, 十几 and a dozen, 上百 and more than a hundred.</summary>
    bool IsVaguelySame(Amount other)
    {
        if (!IsVague(Quantity) && !IsVague(other.Quantity)) return false;
        var ratio = Value == 0 || other.Value == 0 ? 0 : (double)(Value / other.Value);
        return ratio is >= 0.5 and <= 2.01;
    }

    /// <summary>Vague amounts of different magnitude: tens of billions and 数百万.</summary>
    public bool IsFarFrom(Amount other)
    {
        if (Quantity.Exactness != Exactness.Several || other.Quantity.Exactness != Exactness.Several || Value < 100 || other.Value < 100) return false;
        return (double)(Value / other.Value) is < 0.099 or > 10.1;
    }

    static bool IsVague(Quantity quantity) => quantity.Exactness == Exactness.Several || quantity.Exactness == Exactness.AtLeast && quantity.Value is 10 or 12 or 20;

    static bool Near(decimal a, decimal b, double tolerance) => Near((double)a, (double)b, tolerance);

    static bool Near(double a, double b, double tolerance = 1e-9) => Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b));
}
