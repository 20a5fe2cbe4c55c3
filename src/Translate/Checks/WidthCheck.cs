using Translate.Scripts;

namespace Translate.Checks;

/// <summary>TYP-001: half-width marks between Han characters, and full-width marks in languages that do not use them.</summary>
static class WidthCheck
{
    const string Half = ",.?!:;()";
    const string Full = "，。？！：；（）";

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (pair.TargetIsHan) FindHalf(pair.Target, findings);
        else if (LanguagePair.Language(pair.Input.Pair.Target) is not ("ja" or "ko")) FindFull(pair.Target, findings);
    }

    static void FindHalf(string text, List<Finding> findings)
    {
        for (var at = 1; at < text.Length; at++)
        {
            var mark = Half.IndexOf(text[at], StringComparison.Ordinal);
            if (mark < 0 || !IsWide(text[at - 1]) || mark >= 6) continue;
            var next = at + 1;
            while (next < text.Length && text[next] == ' ') next++;

            // A mark behind Han belongs to the Chinese sentence unless digits or an ellipsis go on. Many houses put a half-width colon
            // before anything but Han and keep to it, so there it is no fault.
            if (text[at] is '.' && (next < text.Length && text[at + 1] is '.' || next == at + 1 && next < text.Length && char.IsAsciiLetterOrDigit(text[next])) || text[at] is ':' && !(next < text.Length && Han.Is(text[text[next] is '“' or '「' or '《' && next + 1 < text.Length ? next + 1 : next]))) continue;
            if (text[at] is '.' && at > 1 && text[at - 1] == '.') continue;
            findings.Add(new("TYP-001", Severity.Warning, $"half-width “{text[at]}” in Chinese; write “{Full[mark]}”", null, TextRange.At(at, 1)));
        }
    }

    static void FindFull(string text, List<Finding> findings)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < '\u3000' || text[at] is not ('、' or '。' or '　') && text[at] is not (>= '！' and <= '～') || IsWide(at > 0 ? text[at - 1] : ' ') && text[at] is not '。') continue;
            var half = text[at] switch { '、' => ',', '。' => '.', '　' => ' ', _ => (char)(text[at] - '！' + '!') };
            findings.Add(new("TYP-001", Severity.Warning, $"full-width “{text[at]}”; write “{half}”", null, TextRange.At(at, 1)));
        }
    }

    static bool IsWide(char c) => Han.Is(c) || c is '”' or '」' or '』' or '》' or '）';
}
