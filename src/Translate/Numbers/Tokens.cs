namespace Translate.Numbers;

/// <summary>Runs of Latin letters and digits that are names, addresses or versions, and no quantities.</summary>
static class Tokens
{
    static readonly string[] s_prefixes =
        ["mid", "pre", "post", "early", "late", "top", "sub", "near", "nearly", "over", "under", "about", "non", "some", "around", "year", "age", "aged", "plus", "and", "or", "to", "than", "the", "a", "of", "in"];

    const int LongestAddress = 2000;

    /// <summary>Where the name that starts at a letter ends (H100, GPT-4, v2.1, a@b.cn, https://...); the place itself when a plain word starts there.</summary>
    public static int NameEnd(string text, int at)
    {
        if (AddressEnd(text, at) is var address && address > at) return address;
        var end = EnglishWords.WordEnd(text, at);
        if (end < text.Length && char.IsAsciiDigit(text[end]))
            return IsCurrencyCode(text, at, end) ? at : SlashesEnd(text, RunEnd(text, end));
        if (end + 1 < text.Length && text[end] is '-' or '_' or '\u2011' && char.IsAsciiDigit(text[end + 1]) && !IsPrefix(text[at..end]))
            return RunEnd(text, end + 1);
        return at;
    }

    /// <summary>Where a token ends that starts with digits and is no quantity (3D, 36kr, 1.2.3, +1-222-2222); the place itself for a number.</summary>
    public static int NumberTokenEnd(string text, int at)
    {
        var end = at;
        int dots = 0, dashes = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or '-' or '/' && end > at && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            if (text[end] == '.') dots++;
            if (text[end] is '-' or '/') dashes++;
            end++;
        }

        // Around the clock; and 01.AI is a company.
        if (text.AsSpan(at, end - at) is "24/7" || end - at <= 2 && text[at] == '0' && end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterUpper(text[end + 1])) return RunEnd(text, end);
        if (text.AsSpan(at).StartsWith("7×24") || text.AsSpan(at).StartsWith("7x24") || text.AsSpan(at).StartsWith("7*24")) return text.AsSpan(at + 4).StartsWith("小时") || text.AsSpan(at + 4).StartsWith("小時") ? at + 6 : at + 4;

        // No amount has so many digits; and 36氪 is a publisher.
        if (end - at > 40 || (end < text.Length && text[end] == '氪')) return end;
        if (dots > 1 && dashes == 0) return end;
        if (dashes > 1 && !Dates.IsDate(text.AsSpan(at, end - at))) return end;
        if (end == at || end >= text.Length || !char.IsAsciiLetter(text[end]) || dashes > 0) return at;

        // Digits with letters behind them are a name unless the letters are a unit, a magnitude or an ordinal's end.
        var letters = EnglishWords.WordEnd(text, end);
        var word = text.AsSpan(end, letters - end);
        if (letters < text.Length && (char.IsAsciiDigit(text[letters]) || text[letters] is '+' or '-') && word is "e" or "E") return at;
        if (letters < text.Length && char.IsAsciiDigit(text[letters]) && Units.After(text, end, out var unitEnd) is null) return RunEnd(text, letters);
        if (word is "G" && letters - at == 2 && text[at] is >= '2' and <= '6') return letters;
        return IsKnownTail(text, end, word) ? at : RunEnd(text, letters);
    }

    static bool IsKnownTail(string text, int at, ReadOnlySpan<char> word) =>
        word is "k" or "w" or "K" or "M" or "B" or "b" or "T" or "G" or "x" or "X" or "e" or "E" or "am" or "pm" or "AM" or "PM" or "mn" or "C" or "F"
        || word.Equals("st", StringComparison.OrdinalIgnoreCase) || word.Equals("nd", StringComparison.OrdinalIgnoreCase)
        || word.Equals("rd", StringComparison.OrdinalIgnoreCase) || word.Equals("th", StringComparison.OrdinalIgnoreCase)
        || EnglishWords.Find(word, out _) == WordKind.Scale || Units.After(text, at, out _) is not null;

    /// <summary>ext2/3/4 names three file systems; H1/2024 is a date.</summary>
    static int SlashesEnd(string text, int at)
    {
        while (at + 1 < text.Length && text[at] == '/' && char.IsAsciiDigit(text[at + 1]) && DigitNumerals.Run(text, at + 1) < 3) at += 1 + DigitNumerals.Run(text, at + 1);
        return at;
    }

    /// <summary>Letters, digits and what joins them inside a name.</summary>
    static int RunEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at])
            || (text[at] is '.' or '-' or '_' or '/' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) && (text[at] != '/' || char.IsAsciiLetter(text[at + 1])))))
            at++;
        return at;
    }

    /// <summary>Where the URL or e-mail address that starts at a place ends; the place itself when none does.</summary>
    public static int AddressEnd(string text, int at)
    {
        var end = at;
        var isAddress = false;
        while (end < text.Length && end - at < LongestAddress && text[end] is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '\'' or '|'))
        {
            if (text[end] == '@' && end > at && end + 1 < text.Length && char.IsAsciiLetter(text[end + 1])) isAddress = true;
            if (text[end] == ':' && text.AsSpan(end).StartsWith("://")) isAddress = true;
            end++;
        }

        if (!isAddress) isAddress = text.AsSpan(at).StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return isAddress ? end : at;
    }

    static bool IsCurrencyCode(string text, int at, int end) => Units.Before(text, end, out var start) is { Kind: QuantityKind.Money } && start == at;

    static bool IsPrefix(string word)
    {
        if (word.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0) return false;
        return s_prefixes.Contains(word, StringComparer.OrdinalIgnoreCase) || EnglishWords.Find(word, out _) != WordKind.None;
    }
}
