namespace Translate.Scripts;

/// <summary>Tells in which language a text is written, among those that the rules know.</summary>
public static class LanguageDetector
{
    /// <summary>The language of a text: <c>zh-Hans</c>, <c>zh-Hant</c>, <c>en</c>, or <c>und</c> when there is too little to tell.</summary>
    /// <remarks>A text in both Chinese scripts takes the one that has more; without evidence Chinese is Simplified.</remarks>
    public static string Detect(string text)
    {
        if (IsChinese(text))
        {
            var (_, simplified, traditional) = ScriptDetector.Count(text);
            return traditional > simplified ? "zh-Hant" : "zh-Hans";
        }

        return Weigh(text).Latin > 0 ? "en" : "und";
    }

    /// <summary>Whether Chinese outweighs English; a Chinese text full of English names is Chinese.</summary>
    internal static bool IsChinese(ReadOnlySpan<char> text)
    {
        var (han, kana, latin) = Weigh(text);
        return han > 0 && han >= latin && kana * 10 <= han;
    }

    // Names and acronyms (OpenAI, GPT) stand in texts of any language and say little; words in lower case say much. A Chinese
    // word has about 1.5 characters.
    static (double Han, int Kana, double Latin) Weigh(ReadOnlySpan<char> text)
    {
        int han = 0, kana = 0;
        double latin = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (Scripts.Han.Is(unit)) han++;
            else if (unit is >= '\u3041' and <= '\u30FA') kana++;
            else if (char.IsAsciiLetter(unit))
            {
                var start = at;
                while (at + 1 < text.Length && char.IsAsciiLetter(text[at + 1])) at++;
                latin += at > start && !text[start..(at + 1)].ContainsAnyInRange('A', 'Z') ? 1.5 : 0.5;
            }
        }

        return (han, kana, latin);
    }
}
