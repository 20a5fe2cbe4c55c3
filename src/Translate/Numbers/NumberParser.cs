namespace Translate.Numbers;

/// <summary>Finds the numbers of a text and says what they are worth; one parser for glossary slots, memory and checks.</summary>
public static class NumberParser
{
    /// <summary>Every number of a text, by value, in order.</summary>
    /// <param name="text">Any text; offsets of the results point into it.</param>
    /// <param name="language">BCP 47 tag of the text. Chinese numerals are read in Chinese, English number words in every other language.</param>
    /// <remarks>Time is linear in the length of the text. Model names (GPT-4, H100), versions, addresses and idioms (一切) give nothing.</remarks>
    public static IReadOnlyList<Quantity> Find(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        QuantityScanner scanner = new(NumberText.Fold(text), LanguagePair.Language(language) == "zh", LanguagePair.IsTraditional(language));
        return scanner.Scan();
    }

    /// <summary>Reads the numeral at the very start of a text, with its 万, 亿, million, and nothing after it.</summary>
    /// <param name="text">Text that starts with the numeral; what stands before it is the caller's concern.</param>
    /// <param name="language">BCP 47 tag of the text.</param>
    /// <param name="value">Its value; of 两三百 the lower one.</param>
    /// <param name="exactness">What the numeral says of itself: 数千 several, 上千 and 十几 at least, 近万 about.</param>
    /// <param name="length">UTF-16 units that it takes, 多 and 余 included.</param>
    public static bool TryReadNumeral(
        ReadOnlySpan<char> text, string language, out decimal value, out Exactness exactness, out int length)
    {
        // No numeral is longer, and a long text is not folded for the sake of its first characters.
        var folded = NumberText.Fold(new string(text[..Math.Min(text.Length, 64)]));
        var found = NumeralReader.TryRead(folded, 0, LanguagePair.Language(language) == "zh", out var numeral);
        (value, exactness, length) = (numeral.Value, numeral.Exactness, numeral.End);
        return found;
    }
}
