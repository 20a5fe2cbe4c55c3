namespace Translate.Numbers;

/// <summary>English words that hold a number without being numerals: doubled, twice, a decade; and numerals that are none: the one.</summary>
static class SpecialWords
{
    static readonly Dictionary<string, (decimal Value, QuantityKind Kind, string Unit)> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["twice"] = (2, QuantityKind.Multiple, ""),
        ["thrice"] = (3, QuantityKind.Multiple, ""),
        ["twofold"] = (2, QuantityKind.Multiple, ""),
        ["threefold"] = (3, QuantityKind.Multiple, ""),
        ["fourfold"] = (4, QuantityKind.Multiple, ""),
        ["fivefold"] = (5, QuantityKind.Multiple, ""),
        ["sixfold"] = (6, QuantityKind.Multiple, ""),
        ["eightfold"] = (8, QuantityKind.Multiple, ""),
        ["tenfold"] = (10, QuantityKind.Multiple, ""),
        ["hundredfold"] = (100, QuantityKind.Multiple, ""),
        ["double"] = (2, QuantityKind.Multiple, ""),
        ["doubled"] = (2, QuantityKind.Multiple, ""),
        ["doubles"] = (2, QuantityKind.Multiple, ""),
        ["doubling"] = (2, QuantityKind.Multiple, ""),
        ["triple"] = (3, QuantityKind.Multiple, ""),
        ["tripled"] = (3, QuantityKind.Multiple, ""),
        ["tripling"] = (3, QuantityKind.Multiple, ""),
        ["quadruple"] = (4, QuantityKind.Multiple, ""),
        ["quadrupled"] = (4, QuantityKind.Multiple, ""),
        ["quadrupling"] = (4, QuantityKind.Multiple, ""),
        ["quintupled"] = (5, QuantityKind.Multiple, ""),
        ["twenties"] = (20, QuantityKind.Date, "decade"),
        ["thirties"] = (30, QuantityKind.Date, "decade"),
        ["forties"] = (40, QuantityKind.Date, "decade"),
        ["fifties"] = (50, QuantityKind.Date, "decade"),
        ["sixties"] = (60, QuantityKind.Date, "decade"),
        ["seventies"] = (70, QuantityKind.Date, "decade"),
        ["eighties"] = (80, QuantityKind.Date, "decade"),
        ["nineties"] = (90, QuantityKind.Date, "decade"),
        ["decade"] = (1, QuantityKind.Duration, "decade"),
        ["fortnight"] = (1, QuantityKind.Duration, "fortnight"),
    };

    static readonly Dictionary<string, (decimal Value, QuantityKind Kind, string Unit)>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly string[] s_pronounBefore =
        ["the", "this", "that", "which", "each", "every", "any", "no", "some", "next", "another", "other", "only", "every", "first", "bad", "good", "new", "old", "last", "wrong", "right", "positive", "big"];

    static readonly string[] s_pronounAfter = ["another", "who", "that", "which", "can", "could", "must", "should", "may", "might", "would", "has", "is", "was", "you", "i", "we", "day", "way", "before", "after", "hand", "thing"];

    /// <summary>Reads such a word.</summary>
    public static bool TryRead(string text, int at, List<Quantity> found, out int end)
    {
        end = EnglishWords.WordEnd(text, at);
        if (text.AsSpan(end).StartsWith(" half", StringComparison.OrdinalIgnoreCase) && EnglishWords.WordEnd(text, end + 1) == end + 5 && HalfOfYear(text.AsSpan(at, end - at)) is var half and > 0)
        {
            found.Add(new(half, null, QuantityKind.Date, "half", Exactness.Exact, new(at, end + 5)));
            end += 5;
            return true;
        }

        if (end - at is < 5 or > 12 || !s_lookup.TryGetValue(text.AsSpan(at, end - at), out var word)) return false;
        found.Add(new(word.Value, null, word.Kind, word.Unit, Exactness.Exact, new(at, end)));
        return true;
    }

    static int HalfOfYear(ReadOnlySpan<char> word) =>
        word.Equals("first", StringComparison.OrdinalIgnoreCase) ? 1 : word.Equals("second", StringComparison.OrdinalIgnoreCase) ? 2 : 0;

    /// <summary>Whether a number word is none where it stands: the one, one of, a second (of time), first class.</summary>
    public static bool IsNoNumber(string text, Numeral numeral)
    {
        var word = text.AsSpan(numeral.Start, numeral.End - numeral.Start);
        var before = WordBefore(text, numeral.Start);
        var after = WordAfter(text, numeral.End);
        if (Units.After(text, EnglishNumerals.SkipSpaces(text, numeral.End, hyphen: true), out _) is not null && numeral.Shape != NumeralShape.Ordinal) return false;
        if (word.Equals("one", StringComparison.OrdinalIgnoreCase))
            return s_pronounBefore.Contains(before, StringComparer.OrdinalIgnoreCase)
                || s_pronounAfter.Contains(after, StringComparer.OrdinalIgnoreCase) || after.Length == 0 && before.Length > 0 && before is not ("minus" or "negative");
        if (word.Equals("first", StringComparison.OrdinalIgnoreCase))
            return before.Equals("at", StringComparison.OrdinalIgnoreCase) || after is "class" or "lady" or "aid" or "name" or "hand" or "and" or "of";
        if (word.Equals("second", StringComparison.OrdinalIgnoreCase)) return before is "per" or "split" or "every" || after is "hand";
        if (word.Equals("oh", StringComparison.OrdinalIgnoreCase)) return true;
        return numeral is { Shape: NumeralShape.Fraction, Value: 0.25m } && (before is "first" or "second" or "third" or "fourth" or "last" or "this" or "next" or "the" or "per" or "latin");
    }

    static string WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        var start = end;
        while (start > 0 && char.IsAsciiLetter(text[start - 1])) start--;
        return text[start..end];
    }

    static string WordAfter(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return text[at..EnglishWords.WordEnd(text, at)];
    }
}
