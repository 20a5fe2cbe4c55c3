using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Characters that nobody sees or that only an icon font showed.</summary>
static class StrayCharacters
{
    /// <summary>Finds control characters, zero-width characters and private-use characters.</summary>
    /// <remarks>
    /// A private-use character inside Chinese text may be what is left of a damaged pair, and is only reported there. Joiners
    /// stay in emoji, and direction marks in text that has right-to-left letters.
    /// </remarks>
    public static IEnumerable<Fix> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit is >= ' ' and < '\u007F' or >= '\u4E00' and <= '\u9FFF') continue;
            if (unit is '\u200C' or '\u200D' ? !BetweenHanOrAscii(text, at) : unit is >= '\u200E' and <= '\u200F' && HasRightToLeft(text)) continue;
            // Between blanks it joins nothing: a table of characters shows it.
            if (unit == '\u00AD' && at > 0 && at + 1 < text.Length && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1])) continue;
            if (IsInvisible(unit))
                yield return new(TextRange.At(at, 1), "");
            else if (unit is >= '\uE000' and <= '\uF8FF')
                yield return InsideHan(text, at)
                    ? new(TextRange.At(at, 1), "", RepairState.Unrecoverable, "a private-use character stands here; its meaning was lost with its font or encoding")
                    : new(TextRange.At(at, 1), "", RepairState.Applied, "a glyph of an icon font");
        }
    }

    static bool IsInvisible(char unit) => unit is
        < ' ' and not ('\t' or '\n' or '\r') or >= '\u007F' and <= '\u009F'
        or '\u00AD' or >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2064' or >= '\u2066' and <= '\u2069'
        or '\uFEFF' or >= '\uFFF9' and <= '\uFFFB';

    static bool BetweenHanOrAscii(string text, int at)
    {
        return Plain(at - 1) && Plain(at + 1);
        bool Plain(int at) => at < 0 || at >= text.Length || text[at] < '\u007F' || Han.Is(text[at]) || text[at] is >= '\u2000' and <= '\u206F' or >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF';
    }

    static bool HasRightToLeft(string text) => text.Any(unit => unit is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF');

    /// <summary>What a pair of bytes can become: Han characters, kana, and their marks.</summary>
    static bool IsPair(char unit) => Han.Is(unit) || unit is >= '\u3001' and <= '\u33FF' or >= '\uFE30' and <= '\uFE6F';

    static bool InsideHan(string text, int at) =>
        at > 0 && at + 1 < text.Length && (IsPair(text[at - 1]) || IsPair(text[at + 1])) && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1]);
}
