using System.Globalization;
using Translate.Numbers;

namespace Translate.Checks;

/// <summary>Says amounts in words for messages.</summary>
static class NumberWords
{
    /// <summary>50 million CNY, 30%, 3 times.</summary>
    public static string Say(Amount amount)
    {
        var number = NumberWriter.Write(decimal.Round(amount.Value, 6), "en", amount.Quantity.Kind == QuantityKind.Date ? NumberStyle.Plain : NumberStyle.Scaled);
        return (amount.Quantity.Kind, amount.Quantity.Unit) switch
        {
            (QuantityKind.Percent, "折") => $"{number}% of the price",
            (QuantityKind.Percent, "‰") => number + "‰",
            (QuantityKind.Percent, _) => number + "%",
            (QuantityKind.PercentagePoints, "bp") => number + " basis points",
            (QuantityKind.PercentagePoints, _) => number + " percentage points",
            (QuantityKind.Multiple, _) => $"times {number}",
            (QuantityKind.Ordinal, _) => $"no. {number}",
            (QuantityKind.Time, _) => Clock(amount.Value),
            (QuantityKind.Date, var unit) => $"{unit} {number}",
            (_, "time") => $"{number} times",
            (_, "") => number,
            var (_, unit) => $"{number} {unit}",
        };
    }

    /// <summary>"10 times too large" when one value is the other times a power of ten; else <c>null</c>.</summary>
    public static string? TimesLarger(decimal source, decimal target)
    {
        if (source <= 0 || target <= 0 || source == target) return null;
        var ratio = (double)(target / source);
        var power = Math.Round(Math.Log10(ratio));
        if (power == 0 || Math.Abs(Math.Log10(ratio) - power) > 1e-9) return null;
        var times = Math.Pow(10, Math.Abs(power)).ToString("#,##0", CultureInfo.InvariantCulture);
        return $"{times} times too {(power > 0 ? "large" : "small")}";
    }

    static string Clock(decimal hours) => FormattableString.Invariant($"{(int)hours}:{(int)(hours % 1 * 60):00}");
}
