using System.Globalization;
using ExcelNumberFormat;

namespace Translate.Review;

/// <summary>One number format of a workbook, and whether every program shows it alike.</summary>
sealed class NumberLook
{
    /// <summary>31 December 9999, the last day that a workbook knows.</summary>
    public const double LastDay = 2958465;

    static readonly string[] s_conditions = ["[=", "[<", "[>"];

    readonly NumberFormat? _format;

    readonly bool _hasCondition;

    NumberLook(NumberFormat? format, bool isDate, bool hasCondition = false) => (_format, IsDate, _hasCondition) = (format, isDate, hasCondition);

    /// <summary>Whether it shows numbers as dates or times.</summary>
    public bool IsDate { get; }

    /// <summary>The look of a built-in format; <c>null</c> when it shows numbers as they are.</summary>
    /// <param name="id">Its number in the file.</param>
    public static NumberLook? BuiltIn(string id) =>
        !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is 0 or 49 or > 58 ? null
            : CodeOf(number) is { } code ? Of(code)
            : new(null, number is >= 14 and <= 36 or >= 50);

    /// <summary>The look of a format that the file spells out; <c>null</c> when it shows numbers as they are.</summary>
    public static NumberLook? Of(string code)
    {
        if (code is "" or "@" || code.Equals("General", StringComparison.OrdinalIgnoreCase)) return null;
        // Excel takes no longer ones.
        if (code.Length > 255) return new(null, false);
        var (format, letters) = (Parse(code), Letters(code));
        var isDate = format is { IsDateTimeFormat: true } or { IsTimeSpanFormat: true } || letters.AsSpan().ContainsAny("ydhs");
        return new(format is { IsValid: true } && !DependsOnLanguage(code, letters) ? format : null, isDate, s_conditions.Any(code.Contains));
    }

    // ECMA-376 part 1, 18.8.30. What is missing follows the computer's region or the program's language: dates in their short form (14,
    // 22), names of months (15-17), currencies (5-8, 41-44) and the East Asian formats (27-36, 50-58).
    static string? CodeOf(int builtIn) => builtIn switch
    {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        37 or 38 => "#,##0;(#,##0)",
        39 or 40 => "#,##0.00;(#,##0.00)",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        _ => null,
    };

    static NumberFormat? Parse(string code)
    {
        try
        {
            return new(code);
        }
        catch (FormatException)
        {
            // A condition without a number, [<], which no program writes.
            return null;
        }
    }

    /// <summary>The number as every program shows it; <c>null</c> when they differ, or when the format cannot show it.</summary>
    public string? Show(double number, bool from1904)
    {
        if (_format is null || Math.Abs(number) >= 1e11 || IsDate && (number < 0 || number > LastDay - (from1904 ? 1462 : 0))) return null;
        // Halves are rounded away from zero as they stand in decimal digits: 12.5% is 13% and 2.675 is 2.68. A condition wants the number itself.
        var nudged = IsDate || _hasCondition || number == 0 ? number : Math.Sign(number) * Math.BitIncrement(Math.Abs(number));
        try
        {
            var shown = _format.Format(nudged, CultureInfo.InvariantCulture, from1904);
            return string.IsNullOrWhiteSpace(shown) ? null : shown.Trim();
        }
        catch (OverflowException)
        {
            // Fractions with more digits than there are numbers for.
            return null;
        }
    }

    // Names of months, days and eras, numerals of other scripts, and what stands for the computer's own settings; English said outright is
    // the exception. An exclamation mark quotes the next character in East Asian versions and stands for itself in others.
    static bool DependsOnLanguage(string code, string letters) =>
        code.Contains("[$-F", StringComparison.OrdinalIgnoreCase) || code.Contains("[DBNum", StringComparison.OrdinalIgnoreCase)
        || HasOtherNumerals(code) || letters.Contains('!', StringComparison.Ordinal)
        || letters.Replace("e+", "", StringComparison.Ordinal).Replace("e-", "", StringComparison.Ordinal).AsSpan().ContainsAny("gbe")
        || !code.Contains("[$-409]", StringComparison.Ordinal)
            && ((string[])["mmm", "ddd", "aaa"]).Any(name => letters.Contains(name, StringComparison.Ordinal));

    // Eight hexadecimal digits, leading zeros left out: the shape of the numerals, the calendar, and the language in the last four.
    static bool HasOtherNumerals(string code)
    {
        for (var at = code.IndexOf("[$-", StringComparison.Ordinal); at >= 0; at = code.IndexOf("[$-", at + 3, StringComparison.Ordinal))
            if (code.AsSpan(at + 3) is var rest && rest.IndexOfAny(']', ',') > 4) return true;
        return false;
    }

    /// <summary>A code in lower case without what stands for itself, and without colours, currencies and languages.</summary>
    static string Letters(string code)
    {
        System.Text.StringBuilder letters = new();
        var quoted = false;
        for (var at = 0; at < code.Length; at++)
        {
            if (code[at] == '"') quoted = !quoted;
            else if (code[at] == '\\') at++;
            else if (code[at] == '[' && code.IndexOf(']', at) is > 0 and var end) at = end;
            else if (!quoted) letters.Append(char.ToLowerInvariant(code[at]));
        }

        return letters.Replace("general", "").ToString();
    }
}
