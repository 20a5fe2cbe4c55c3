namespace Translate.Numbers;

/// <summary>三分之一, 3又壹千分之23, 五百分之2333. Without a digit before it, 百分之 and its like give a percentage and are no concern of this.</summary>
static class HanFractions
{
    /// <summary>The numeral and the fraction it starts; the numeral itself when it starts none.</summary>
    public static Numeral Extend(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (IsShareMark(text, numeral.End, out var after) && !IsPercent(text, numeral))
            return TryPart(text, after, out var top, out var end) && numeral.Value != 0
                ? numeral with { Value = top / numeral.Value, End = end, Shape = NumeralShape.Fraction, Scale = 1 } : numeral;

        var at = SkipSpaces(text, numeral.End);
        if (at >= text.Length || text[at] != '又') return numeral;
        at = SkipSpaces(text, at + 1);
        if (!HanNumerals.TryRead(text, at, out var bottom) || bottom.Value == 0 || !IsShareMark(text, bottom.End, out after)
            || !TryPart(text, after, out var part, out var partEnd))
            return numeral;
        return numeral with { Value = numeral.Value + part / bottom.Value, End = partEnd, Shape = NumeralShape.Fraction };
    }

    /// <summary>Whether the numeral is 百, 千, 万 ... alone, so that 分之 makes it a percentage, per mille and so on.</summary>
    public static bool IsPercent(ReadOnlySpan<char> text, Numeral numeral) => HanDigits.IsUnit(text[numeral.Start]) && text[numeral.Start] is not ('十' or '拾');

    /// <summary>分之, spaced out or not.</summary>
    public static bool IsShareMark(ReadOnlySpan<char> text, int at, out int after)
    {
        after = at = SkipSpaces(text, at);
        if (at >= text.Length || text[at] != '分') return false;
        at = SkipSpaces(text, at + 1);
        if (at >= text.Length || text[at] != '之') return false;
        after = SkipSpaces(text, at + 1);
        return true;
    }

    /// <summary>The numerator; it may carry its own sign.</summary>
    public static bool TryPart(ReadOnlySpan<char> text, int at, out decimal value, out int end)
    {
        (value, end) = (0, at);
        var negative = at < text.Length && text[at] is '负' or '-';
        if (negative) at++;
        if (at >= text.Length || (!char.IsAsciiDigit(text[at]) && !HanDigits.IsNumeral(text[at]))) return false;
        if (!HanNumerals.TryRead(text, at, out var numeral)) return false;
        if (numeral.End < text.Length && text[numeral.End] is 'k' or 'K' && Exact.TryMultiply(numeral.Value, 1000, out var thousands))
            numeral = numeral with { Value = thousands, End = numeral.End + 1 };
        (value, end) = (negative ? -numeral.Value : numeral.Value, numeral.End);
        return true;
    }

    static int SkipSpaces(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
