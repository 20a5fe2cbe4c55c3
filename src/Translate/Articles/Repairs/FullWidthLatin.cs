namespace Translate.Articles.Repairs;

/// <summary>Full-width Latin letters with digits, and the marks between them: ＧＰＴ－４ is GPT-4. Digits alone are proposed.</summary>
static class FullWidthLatin
{
    /// <summary>Finds runs that start and end with a letter or digit.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsLetterOrDigit(text[at])) continue;
            var end = at + 1;
            for (var next = end; next < text.Length && (IsLetterOrDigit(text[next]) || "．－＿／＋＆＠　％".Contains(text[next], StringComparison.Ordinal)); next++)
                if (IsLetterOrDigit(text[next]) || (text[next] == '％' && char.IsAsciiDigit((char)(text[next - 1] - 0xFEE0)))) end = next + 1;
            // Digits alone are a style of Chinese setting (第３页); with letters they are what a form or an old system left.
            var state = text.AsSpan(at, end - at).IndexOfAnyInRange('Ａ', 'ｚ') < 0 ? RepairState.Proposed : RepairState.Applied;
            yield return new(new(at, end), string.Concat(text[at..end].Select(unit => unit == '　' ? ' ' : (char)(unit - 0xFEE0))), state);
            at = end;
        }
    }

    static bool IsLetterOrDigit(char unit) => unit is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ';
}
