namespace Translate.Scripts;

/// <summary>Tests for Han characters.</summary>
public static class Han
{
    /// <summary>Whether a UTF-16 unit is a Han character, or half of one beyond U+FFFF.</summary>
    /// <remarks>
    /// Unified ideographs with extension A, compatibility ideographs, 〇 and 々. All supplementary ideographs have lead
    /// surrogates D840 to D888 (planes 2 and 3); a trail surrogate counts as no Han, so that characters are counted once.
    /// </remarks>
    public static bool Is(char unit) => unit is
        >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or >= '\uF900' and <= '\uFAFF' or '\u3005' or '\u3007'
        or >= '\uD840' and <= '\uD888';

    /// <summary>Whether a UTF-16 unit is a Han character or stands in its square: punctuation and full-width forms, beside which no space is written.</summary>
    public static bool IsWide(char unit) => Is(unit) || unit is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF';

    /// <summary>Whether a text holds any Han character.</summary>
    public static bool Contains(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            if (Is(unit)) return true;
        return false;
    }

    /// <summary>How many Han characters a text holds.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
            if (Is(unit)) count++;
        return count;
    }
}
