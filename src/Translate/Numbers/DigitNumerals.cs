using System.Globalization;

namespace Translate.Numbers;

/// <summary>Reads numerals in Arabic digits: 1,234.5, .5, 1e6, 2^-1, 3/4, 7 3/4, ¾.</summary>
static class DigitNumerals
{
    /// <summary>Reads the plain number that starts at <paramref name="at"/>, without sign and magnitude.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out decimal value, out int end)
    {
        (value, end) = (0, at);
        if (at >= text.Length) return false;
        if (Fraction(text[at]) is { } single)
        {
            (value, end) = (single, at + 1);
            return true;
        }

        var pointFirst = text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);
        if (!char.IsAsciiDigit(text[at]) && !pointFirst) return false;
        var digits = 0;
        for (; end < text.Length; end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                if (++digits > 26) return false;
                value = value * 10 + (text[end] - '0');
            }
            else if (!IsGroupSeparator(text, at, end))
                break;
        }

        ReadDecimals(text, at, ref end, ref value, digits);
        ReadExponent(text, ref end, ref value);
        ReadFraction(text, at, ref end, ref value);
        return true;
    }

    /// <summary>Reads digits only; years, months and the parts of a clock time want no grouping.</summary>
    public static int Run(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }

    /// <summary>The value of a short run of digits.</summary>
    public static int Integer(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    /// <summary>¾ and its like.</summary>
    public static decimal? Fraction(char c) => c switch
    {
        '½' => 0.5m,
        '¼' => 0.25m,
        '¾' => 0.75m,
        '⅓' => 1 / 3m,
        '⅔' => 2 / 3m,
        '⅕' => 0.2m,
        '⅖' => 0.4m,
        '⅗' => 0.6m,
        '⅘' => 0.8m,
        '⅙' => 1 / 6m,
        '⅚' => 5 / 6m,
        '⅛' => 0.125m,
        '⅜' => 0.375m,
        '⅝' => 0.625m,
        '⅞' => 0.875m,
        _ => null,
    };

    static bool IsGroupSeparator(ReadOnlySpan<char> text, int start, int at)
    {
        if (Run(text, at + 1) != 3) return false;
        var separator = text[at];
        if (separator is ',' or '\u00a0' or '\u2009' or '\u202f' or '\'') return FirstGroup(text, start) <= 3;

        // A space groups only where another group of three confirms it: "1 414 021 100", not "in 2019 300 people".
        return separator == ' ' && FirstGroup(text, start) <= 3
            && (at > start + 3 || (at + 4 < text.Length && text[at + 4] == ' ' && Run(text, at + 5) == 3));
    }

    static int FirstGroup(ReadOnlySpan<char> text, int start) => Run(text, start);

    static void ReadDecimals(ReadOnlySpan<char> text, int start, ref int end, ref decimal value, int digits)
    {
        if (end >= text.Length || text[end] is not ('.' or ',')) return;
        var run = Run(text, end + 1);
        if (run == 0 || digits + run > 27) return;

        // A decimal comma only where it cannot group, list or end a clause: "1,3." but not "1,300" and not "5, 6".
        if (text[end] == ',' && (run > 2 || digits is 0 or > 3 || (start > 0 && text[start - 1] is '(' or '[' or '{') || (end + 1 + run < text.Length && text[end + 1 + run] is > '\u2e80' or ')' or ']' or '}') || (end + 1 + run < text.Length && text[end + 1 + run] is ',' or '.' && Run(text, end + 2 + run) > 0)))
            return;
        decimal fraction = 0;
        for (var i = end + 1; i <= end + run; i++) fraction = fraction * 10 + (text[i] - '0');
        value += fraction / Exact.PowerOfTen(run);
        end += run + 1;
    }

    static void ReadExponent(ReadOnlySpan<char> text, ref int end, ref decimal value)
    {
        if (end + 1 >= text.Length || text[end] is not ('e' or 'E' or '^')) return;
        var at = end + 1;
        var negative = text[at] == '-';
        if (text[at] is '+' or '-') at++;
        var run = Run(text, at);
        if (run is 0 or > 3 || (at + run < text.Length && char.IsAsciiLetter(text[at + run]))) return;
        var exponent = Integer(text.Slice(at, run)) * (negative ? -1 : 1);
        decimal result;
        if (text[end] == '^' ? !Exact.TryPower(value, exponent, out result) : !TryScale(value, exponent, out result)) return;
        (value, end) = (result, at + run);
    }

    static bool TryScale(decimal value, int exponent, out decimal scaled)
    {
        if (exponent >= 0) return Exact.TryMultiply(value, Exact.PowerOfTen(exponent), out scaled) && exponent <= 27;
        scaled = value / Exact.PowerOfTen(-exponent);
        return exponent >= -27;
    }

    /// <summary>3/4, and 7 3/4; never a date or a pair of years (2013/14).</summary>
    static void ReadFraction(ReadOnlySpan<char> text, int start, ref int end, ref decimal value)
    {
        if (end < text.Length && Fraction(text[end]) is { } glued)
        {
            (value, end) = (value + glued, end + 1);
            return;
        }

        if (value != decimal.Truncate(value)) return;
        if (TrySlash(text, end, value, out var ratio, out var after))
            (value, end) = (ratio, after);
        else if (end < text.Length && text[end] == ' ')
        {
            var at = end;
            while (at < text.Length && text[at] == ' ') at++;
            var run = Run(text, at);
            if (run is 1 or 2 && at + run < text.Length && text[at + run] == '/'
                && TrySlash(text, at + run, Integer(text.Slice(at, run)), out var part, out after) && part < 1)
                (value, end) = (value + part, after);
        }

        static bool TrySlash(ReadOnlySpan<char> text, int at, decimal numerator, out decimal ratio, out int after)
        {
            (ratio, after) = (0, at);
            if (at >= text.Length || text[at] != '/') return false;
            var run = Run(text, at + 1);
            if (run is 0 or > 4 || text[at + 1] == '0') return false;
            after = at + 1 + run;
            if (after < text.Length && text[after] is '/' or '.' or '-') return false;
            var denominator = Integer(text.Slice(at + 1, run));
            if (numerator >= 1000 && denominator > 31) return false;
            ratio = numerator / denominator;
            return true;
        }
    }
}
