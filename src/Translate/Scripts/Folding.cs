namespace Translate.Scripts;

/// <summary>Folds text for matching and for memory keys: Simplified, half-width, lower case; one UTF-16 unit to one.</summary>
/// <remarks>
/// Offsets therefore hold on folded text. A character whose folded form has another length stays as it is, and so do
/// characters beyond U+FFFF. Traditional characters take the first Simplified form that OpenCC lists, without looking at
/// their neighbours, so folded text is for comparing, not for reading. Folding folded text changes nothing.
/// </remarks>
public static class Folding
{
    static readonly char[] s_folded = Build();

    /// <summary>Folds one unit.</summary>
    public static char Fold(char unit) => s_folded[unit];

    /// <summary>Folds a text; the result has the same length.</summary>
    public static string Fold(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (s_folded[text[i]] != text[i])
                return string.Create(text.Length, text, static (folded, text) => Fold(text, folded));
        return text;
    }

    /// <summary>Folds a text into a buffer.</summary>
    /// <param name="text">The text.</param>
    /// <param name="folded">At least as long as <paramref name="text"/>; may be the same memory.</param>
    public static void Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        folded = folded[..text.Length];
        var table = s_folded;
        for (var i = 0; i < text.Length; i++) folded[i] = table[text[i]];
    }

    static char[] Build()
    {
        var simplified = Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).ToArray();
        foreach (var file in (string[])["CJK_Compatibility_Ideographs.txt", "TSCharacters.txt"])
            foreach (var (key, value) in OpenCCPackage.GetDictionary(file))
                if (key.Length == 1 && value.Length == 1) simplified[key[0]] = value[0];
        var folded = new char[char.MaxValue + 1];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            var now = (char)unit;
            // A compatibility ideograph may lead to a Traditional form, and that to a Simplified one.
            for (var next = FoldOnce(now, simplified); next != now; next = FoldOnce(now, simplified)) now = next;
            folded[unit] = now;
        }

        return folded;
    }

    static char FoldOnce(char unit, char[] simplified) => unit switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(unit - 0xFEE0),
        '\u3000' => ' ',
        _ => simplified[char.ToLowerInvariant(unit)],
    };
}
