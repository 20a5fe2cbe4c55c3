namespace Translate.Numbers;

/// <summary>How exactly a number is meant.</summary>
public enum Exactness
{
    /// <summary>As written.</summary>
    Exact,

    /// <summary>About: 约, 左右, 近, about, some.</summary>
    About,

    /// <summary>More than: 超, 逾, 上百, 十几, more than, over.</summary>
    AtLeast,

    /// <summary>Less than: 不到, 不足, under, less than.</summary>
    AtMost,

    /// <summary>Several of a magnitude: 数千, 几万, thousands of.</summary>
    Several,
}

/// <summary>What kind of thing a number counts or names.</summary>
public enum QuantityKind
{
    /// <summary>A plain count or amount.</summary>
    Number,

    /// <summary>A share: 30%, 三成, 百分之三十; the value is the ratio times 100.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    PercentagePoints,

    /// <summary>A factor: 3倍, threefold, doubled.</summary>
    Multiple,

    /// <summary>A place in an order: 第三, third.</summary>
    Ordinal,

    /// <summary>Money; the unit is an ISO 4217 code.</summary>
    Money,

    /// <summary>A measure with a unit.</summary>
    Measure,

    /// <summary>A date or a part of one.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,
}

/// <summary>A number that stands in a text, by value.</summary>
/// <param name="Value">The value, with its 万, 亿, million taken in; of a range its lower end.</param>
/// <param name="Upper">Upper end of a range; <c>null</c> when it is no range.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Unit">Unit in a canonical spelling (<c>CNY</c>, <c>USD</c>, <c>GPU</c>, <c>GB</c>, <c>year</c>); empty when there is none.</param>
/// <param name="Exactness">How exactly it is meant.</param>
/// <param name="Range">Where it stands, unit and hedging words included.</param>
public sealed record Quantity(
    decimal Value, decimal? Upper, QuantityKind Kind, string Unit, Exactness Exactness, TextRange Range);
