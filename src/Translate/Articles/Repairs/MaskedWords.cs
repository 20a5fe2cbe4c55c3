using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Words that a site masked with asterisks because advertising law forbids them (第一, 最). They cannot be known.</summary>
static class MaskedWords
{
    const string Note = "a word was masked with asterisks; ask the author or read the original page";

    /// <summary>Finds masks: asterisks right before a Han character and right behind one or behind punctuation.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = text.IndexOf('*', StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf('*', at) : -1)
        {
            var end = at;
            while (end < text.Length && text[end] == '*') end++;
            var range = new TextRange(at, end);
            at = end;
            if (end == text.Length || !Han.Is(text[end]) || range.Length > 4) continue;
            if (range.Start == 0 || !(Han.Is(text[range.Start - 1]) || "，。、：；！？“‘（《「『,:;!?(".Contains(text[range.Start - 1], StringComparison.Ordinal))) continue;
            if (!IsEmphasis(text, range)) yield return new(range, "", RepairState.Unrecoverable, Note);
        }
    }

    /// <summary>A run of the same length further on, behind a character and before no Han character, makes a pair: Markdown's emphasis.</summary>
    static bool IsEmphasis(string text, TextRange open)
    {
        var close = text.IndexOf(open.In(text), open.End, StringComparison.Ordinal);
        if (close < 0) return false;
        var after = close + open.Length;
        return after == text.Length || !Han.Is(text[after]) || open.Length > 1;
    }
}
