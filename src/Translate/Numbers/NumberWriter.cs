using System.Globalization;

namespace Translate.Numbers;

/// <summary>Writes numbers in the manner of a language.</summary>
public static class NumberWriter
{
    static readonly (decimal Value, string Name)[] s_english =
        [(1e15m, "quadrillion"), (1e12m, "trillion"), (1e9m, "billion"), (1e6m, "million")];

    static readonly (decimal Value, string Simplified, string Traditional)[] s_chinese =
        [(1e12m, "万亿", "兆"), (1e8m, "亿", "億"), (1e4m, "万", "萬")];

    /// <summary>Writes a number: 1.8万亿 becomes <c>1.8 trillion</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="language">BCP 47 tag; for a language other than Chinese and English <see cref="NumberStyle.Scaled"/> gives digits in groups.</param>
    /// <param name="style">How it is written. A scale is only used where the value needs at most three decimals in it; nothing is ever rounded.</param>
    public static string Write(decimal value, string language, NumberStyle style)
    {
        if (style == NumberStyle.Scaled)
        {
            if (LanguagePair.Language(language) == "zh") return Chinese(value, language);
            if (LanguagePair.Language(language) == "en") return English(value);
        }

        return Digits(value, style == NumberStyle.Plain ? "0" : "#,##0");
    }

    static string English(decimal value)
    {
        foreach (var (scale, name) in s_english)
            if (Math.Abs(value) >= scale && IsShort(value / scale))
                return $"{Digits(value / scale, "#,##0")} {name}";
        return Digits(value, "#,##0");
    }

    static string Chinese(decimal value, string language)
    {
        var traditional = LanguagePair.IsTraditional(language);
        foreach (var (scale, simplified, name) in s_chinese)
            if (Math.Abs(value) >= scale && IsShort(value / scale))
                return Digits(value / scale, "0") + (traditional ? name : simplified);
        return Digits(value, "0");
    }

    static bool IsShort(decimal scaled) => decimal.Round(scaled, 3) == scaled;

    static string Digits(decimal value, string whole) => value.ToString(whole + ".############################", CultureInfo.InvariantCulture);
}
