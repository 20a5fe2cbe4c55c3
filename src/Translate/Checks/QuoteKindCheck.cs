using Translate.Scripts;

namespace Translate.Checks;

/// <summary>TYP-003: quotation marks of the wrong kind: straight ones around Chinese, Chinese ones and 《》 in English.</summary>
static class QuoteKindCheck
{
    static readonly System.Buffers.SearchValues<char> s_chinese = System.Buffers.SearchValues.Create("《》「」『』〈〉");

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var text = pair.Target;
        if (pair.TargetIsHan)
        {
            for (var at = text.IndexOf('"', StringComparison.Ordinal); at >= 0; at = text.IndexOf('"', at + 1))
            {
                // What is typed on a keyboard, "tail -f", keeps its marks.
                var close = text.IndexOf('"', at + 1);
                if (close > 0 && !text.AsSpan(at, close - at).ContainsAnyInRange('\u3400', '\u9fff'))
                {
                    at = close;
                    continue;
                }

                var inside = at > 0 && Han.Is(text[at - 1]) || at + 1 < text.Length && Han.Is(text[at + 1]);
                // 12" is inches.
                if (!inside || at > 0 && char.IsAsciiDigit(text[at - 1])) continue;
                findings.Add(new("TYP-003", Severity.Warning, LanguagePair.IsTraditional(pair.Input.Pair.Target) ? "straight quotation mark in Chinese; write 「 」 or “ ”" : "straight quotation mark in Chinese; write “ ”", null, TextRange.At(at, 1)));
                return;
            }

            return;
        }

        var found = text.AsSpan().IndexOfAny(s_chinese);
        if (found >= 0 && LanguagePair.Language(pair.Input.Pair.Target) is not ("ja" or "ko"))
            findings.Add(new("TYP-003", Severity.Warning, text[found] is '《' or '》' or '〈' or '〉' ? $"“{text[found]}” in a language without it; set the title in italics or quotation marks" : $"“{text[found]}” in a language without it; write quotation marks", null, TextRange.At(found, 1)));
    }
}
