namespace Translate.Articles.Repairs;

/// <summary>
/// Guesses the ASCII character below @ that a broken lead byte swallowed. Nothing of it is left; only what stands behind it
/// tells something. The figures are rules of thumb, in natural logarithms.
/// </summary>
static class SwallowedAscii
{
    /// <summary>What may have stood there; <c>Known</c> where what follows leaves no other choice.</summary>
    /// <param name="before">The text of the block before the damage.</param>
    /// <param name="last">The character whose second byte was lost with it.</param>
    /// <param name="after">The text behind.</param>
    /// <param name="spaced">Whether the page has blanks between Han characters and Latin words.</param>
    public static IEnumerable<(string Text, float Score, bool Known)> Guess(ReadOnlySpan<char> before, char last, string after, bool spaced)
    {
        // A full stop in ASCII may have been swallowed at the end, where Chinese marks do not end the text.
        if (after.Length == 0) return "。！？”…".Contains(last, StringComparison.Ordinal) ? [("", 0, true)] : [("", 0, false), (".", -2, false)];
        if (MarkupRemnants.TagLength("<" + after) > 0) return [("<", 0, true)];
        if (after.AsSpan().IndexOf(')') is var close and > 0 and <= PinyinReadings.MaxLength && PinyinNotes.IsSyllable(after[..close]))
            return PinyinNotes.IsReading(last, after[..close], seenElsewhere: true) ? [("(", 25, true)] : [];
        if (Year(after) is { } digit && !before.EndsWith("前")) return [(digit, 4, true)];
        var opens = IsOpen(before);
        var closes = after.AsSpan().IndexOfAny('(', ')') is var bracket and >= 0 && after[bracket] == ')' && !opens;
        return [.. Characters(after[0]).Select(swallowed => (swallowed.ToString(), Score(swallowed), false))];

        float Score(char swallowed) => swallowed switch
        {
            ' ' => spaced ? -1 : -4,
            '(' => closes ? -1 : -6,
            ')' => opens && !closes ? -1 : -8,
            _ when char.IsAsciiDigit(swallowed) => spaced ? -5 : -3.5f,
            ',' or '.' => -3,
            _ => -6,
        };
    }

    static string Characters(char next) => next switch
    {
        ' ' => ",.;:)\"-!",
        >= '0' and <= '9' => " 0123456789(-+$",
        >= '!' and <= '~' => " (\"0123456789'-/.",
        _ => " 0123456789,)(:\"./-%!;",
    };

    /// <summary>The first digit of a year whose other digits stand there.</summary>
    static string? Year(string after)
    {
        if (after.Length < 4 || after[3] != '年' || !char.IsAsciiDigit(after[1]) || !char.IsAsciiDigit(after[2])) return null;
        return (after[0], after[1]) switch
        {
            ('0', '0') when after[2] == '0' => null,
            ('0', <= '3') => "2",
            ('8' or '9', _) => "1",
            _ => null,
        };
    }

    static bool IsOpen(ReadOnlySpan<char> before) => before.LastIndexOfAny('(', ')') is var at and >= 0 && before[at] == '(';
}
