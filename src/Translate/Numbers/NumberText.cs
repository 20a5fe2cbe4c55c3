using Translate.Scripts;

namespace Translate.Numbers;

/// <summary>Text as the number readers want it: half-width and simplified, one unit for one, in its own letter case (May, M).</summary>
static class NumberText
{
    static readonly char[] s_folded = Build();

    /// <summary>The folded text; the same string when nothing changes.</summary>
    public static string Fold(string text)
    {
        var at = 0;
        while (at < text.Length && s_folded[text[at]] == text[at]) at++;
        if (at == text.Length) return text;
        return string.Create(text.Length, text, static (folded, source) =>
        {
            for (var i = 0; i < folded.Length; i++) folded[i] = s_folded[source[i]];
        });
    }

    static char[] Build()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i < folded.Length; i++)
        {
            var c = (char)i;
            folded[i] = c switch
            {
                >= '！' and <= '～' => (char)(c - '！' + '!'),
                '\u3000' => ' ',
                '−' or '–' => '-',
                >= '\u2e80' => Folding.Fold(c),
                _ => c,
            };
        }

        return folded;
    }
}
