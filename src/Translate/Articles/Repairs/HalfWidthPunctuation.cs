using System.Buffers;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Half-width punctuation between Han characters: 熱度來得快,去得也快.</summary>
static class HalfWidthPunctuation
{
    const string Half = ",:;!?()", Full = "，：；！？（）";

    static readonly SearchValues<char> s_half = SearchValues.Create(Half);

    /// <summary>Finds marks that have Han characters, Chinese punctuation or the end of the text on both sides, one of them Han.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = text.AsSpan().IndexOfAny(s_half); at >= 0;)
        {
            if (Fits(text, at)) yield return new(TextRange.At(at, 1), Full[Half.IndexOf(text[at], StringComparison.Ordinal)].ToString());
            var next = text.AsSpan(at + 1).IndexOfAny(s_half);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    static bool Fits(string text, int at)
    {
        var (before, after) = (at > 0 ? text[at - 1] : '\0', at + 1 < text.Length ? text[at + 1] : '\0');
        if (!(IsChinese(before) && IsChinese(after)) || !(Han.Is(before) || Han.Is(after))) return false;
        return text[at] switch
        {
            '(' => Partner(text, at, 1, ')') is var close && close > 0 && Han.Contains(text.AsSpan(at + 1, close - at - 1)),
            ')' => Partner(text, at, -1, '(') is var open && open >= 0 && Han.Contains(text.AsSpan(open + 1, at - open - 1)),
            _ => before != '\0' || after == '\0',
        };
    }

    static bool IsChinese(char unit) => unit == '\0' || Han.Is(unit) || "“”‘’《》「」『』（），。、：；！？……——,:;!?()".Contains(unit, StringComparison.Ordinal);

    static int Partner(string text, int at, int step, char wanted)
    {
        for (at += step; at >= 0 && at < text.Length; at += step)
            if (text[at] is '(' or ')') return text[at] == wanted ? at : -1;
        return -1;
    }
}
