namespace Translate.Numbers;

/// <summary>Reads one numeral in the language's own way, with the magnitude letters and words both languages use.</summary>
static class NumeralReader
{
    /// <summary>Reads the numeral that starts at <paramref name="at"/>: 1.8万亿, 近万, 上百, 3.5 million, 70B, 三分之一.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool han, out Numeral numeral)
    {
        numeral = default;
        if (at >= text.Length) return false;
        var c = text[at];
        if (han && c is '上' or '近' or '成' && at + 1 < text.Length && HanDigits.IsUnit(text[at + 1]) && HanNumerals.TryRead(text, at + 1, out numeral))
        {
            numeral = numeral with { Start = at, Exactness = c == '近' ? Exactness.About : c == '成' ? Exactness.Several : Exactness.AtLeast };
            return true;
        }

        if (char.IsAsciiDigit(c) || c == '.' || DigitNumerals.Fraction(c) is not null)
            return TryReadDigits(text, at, han, out numeral);
        if (!han) return char.IsAsciiLetter(c) && EnglishNumerals.TryRead(text, at, out numeral);
        if (!HanDigits.IsNumeral(c) && c is not ('几' or '数') || !HanNumerals.TryRead(text, at, out numeral)) return false;
        numeral = HanFractions.Extend(text, TrailingMore(text, numeral));
        return true;
    }

    static bool TryReadDigits(ReadOnlySpan<char> text, int at, bool han, out Numeral numeral)
    {
        if (!DigitNumerals.TryRead(text, at, out var value, out var end))
        {
            numeral = default;
            return false;
        }

        // 5万4千6百 and 1.63千亿 go on in Chinese, 4 thousand 3 hundred in English; in either language either may stand.
        if (HanNumerals.TryRead(text, at, out numeral) && numeral.End > end)
            numeral = TrailingMore(text, numeral);
        else if (!EnglishNumerals.TryRead(text, at, out numeral) || numeral.Shape == NumeralShape.Ordinal || numeral.End <= end)
            numeral = new(value, null, Exactness.Exact, at, end, NumeralShape.Digits, 1);
        if (numeral.End == end) numeral = WithMagnitude(text, numeral);
        if (han) numeral = HanFractions.Extend(text, numeral.End == end ? TrailingMore(text, numeral) : numeral);
        return true;
    }

    /// <summary>100k, 2.5 M, 7B, 5bn; a lower-case m is a metre unless money stands before (the scanner knows).</summary>
    static Numeral WithMagnitude(ReadOnlySpan<char> text, Numeral numeral)
    {
        var at = numeral.End;
        while (at < text.Length && text[at] == ' ') at++;
        var end = EnglishWords.WordEnd(text, at);
        if (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '/')) return numeral;
        var factor = text[at..end] switch
        {
            "k" or "K" => 1e3m,
            "w" when at == numeral.End && (end == text.Length || text[end] is '+' or > '\u2e80') => 1e4m,
            "M" or "mn" or "mio" => 1e6m,
            "B" or "b" when at == numeral.End => 1e9m,
            "T" when at == numeral.End => 1e12m,
            _ => 0,
        };
        if (factor == 0 || !Exact.TryMultiply(numeral.Value, factor, out var value)) return numeral;
        return numeral with { Value = value, End = end, Scale = factor };
    }

    /// <summary>一千多, 3000余, 20来.</summary>
    static Numeral TrailingMore(ReadOnlySpan<char> text, Numeral numeral)
    {
        if (numeral.End >= text.Length || text[numeral.End] is not ('多' or '余')) return numeral;
        if (numeral.Shape == NumeralShape.Single && HanDigits.Digit(text[numeral.Start]) >= 0) return numeral;
        if (text[numeral.End..].StartsWith("多元") || text[numeral.End..].StartsWith("多样")) return numeral;
        return numeral with { Exactness = Exactness.AtLeast, End = numeral.End + 1 };
    }
}
