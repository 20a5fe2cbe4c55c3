using System.Buffers;
using Translate.Numbers;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>A numeral of a text, without its unit.</summary>
readonly record struct Numeral(decimal Value, TextRange Range);

/// <summary>The numerals that count or measure something in a text.</summary>
static class Numerals
{
    static readonly SearchValues<char> s_letters = SearchValues.Create("0123456789零〇一二两三四五六七八九十百千万亿兆半几数成倍");

    /// <summary>Whether two texts can hold different numbers: in Chinese only when the letters that write numbers differ.</summary>
    public static bool MayDiffer(string one, string other, string language) =>
        LanguagePair.Language(language) != "zh" || Letters(one) != Letters(other);

    public static List<Numeral> Find(string text, string language)
    {
        List<Numeral> numerals = [];
        foreach (var quantity in NumberParser.Find(text, language))
        {
            // A range (5-7) has two; a hedge or a currency sign may stand before the first.
            for (var at = quantity.Range.Start; at < quantity.Range.End;)
            {
                if (NumberParser.TryReadNumeral(text.AsSpan(at, quantity.Range.End - at), language, out var value, out _, out var length) && length > 0)
                {
                    numerals.Add(new(value, TextRange.At(at, length)));
                    at += length;
                }
                else
                    at++;
            }
        }

        return numerals;
    }

    /// <summary>The text around the numerals, folded; two texts that differ in numerals alone have the same.</summary>
    public static string Frame(string text, List<Numeral> numerals)
    {
        System.Text.StringBuilder frame = new(text.Length);
        var at = 0;
        foreach (var numeral in numerals)
        {
            frame.Append(text, at, numeral.Range.Start - at).Append('\0');
            at = numeral.Range.End;
        }

        return Folding.Fold(frame.Append(text, at, text.Length - at).ToString());
    }

    static string Letters(string text)
    {
        var letters = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var count = 0;
        foreach (var unit in text)
        {
            var folded = Folding.Fold(unit);
            if (s_letters.Contains(folded)) letters[count++] = folded;
        }

        return new(letters[..count]);
    }
}
