namespace Translate.Numbers;

/// <summary>A numeral as it was read, before its unit and its hedging words are known.</summary>
/// <param name="Value">Its value, or the lower one of 两三百.</param>
/// <param name="Upper">The higher value of 两三百; <c>null</c> when there is one value.</param>
/// <param name="Exactness">What the numeral itself says: 数千, 十几, 一千多.</param>
/// <param name="Start">First unit.</param>
/// <param name="End">First unit after it.</param>
/// <param name="Shape">How it is written.</param>
/// <param name="Scale">The last 万, 亿, million it was multiplied by; 1 when there is none.</param>
readonly record struct Numeral(
    decimal Value, decimal? Upper, Exactness Exactness, int Start, int End, NumeralShape Shape, decimal Scale);

/// <summary>How a numeral is written, which decides whether it is a number wherever it stands.</summary>
enum NumeralShape
{
    /// <summary>With Arabic digits.</summary>
    Digits,

    /// <summary>Several characters or words with their magnitudes: 五十, twenty-one.</summary>
    Composed,

    /// <summary>A string of Chinese digits: 二〇二四.</summary>
    Positional,

    /// <summary>A single character or word, which may be part of another word: 三, one.</summary>
    Single,

    /// <summary>A share such as 三分之一, two thirds, a half.</summary>
    Fraction,

    /// <summary>A place in an order: 第三, 21st.</summary>
    Ordinal,
}
