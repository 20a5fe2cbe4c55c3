using System.Collections.Frozen;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Tells how likely a stretch of text is Chinese that somebody wrote.</summary>
/// <param name="knownWords">Words beyond the dictionary, such as the glossary's terms.</param>
/// <remarks>
/// The best way to cut the text into words, each with its share in running text, and at every border between two words how
/// much more often the two characters meet than chance would have it. Traditional text is looked up as Simplified; half-width
/// marks beside Chinese count as full-width ones.
/// </remarks>
sealed class ChineseModel(IEnumerable<string> knownWords)
{
    const float KnownWord = -11.5f, Unseen = -17, Foreign = -19, PrivateUse = -22;
    const int LongestWord = 6;

    // Smooths pair counts: as if so many more pairs had been seen, by chance.
    const float Smoothing = 12, PairBackoff = 30, Chance = 0.2f;

    static readonly ModelData s_data = ModelData.Instance;
    static readonly FrozenDictionary<string, float>.AlternateLookup<ReadOnlySpan<char>> s_words =
        s_data.Words.GetAlternateLookup<ReadOnlySpan<char>>();

    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = knownWords
        .Select(word => Fold(word)).Where(word => word.Length is > 1 and <= LongestWord && word.All(Han.Is))
        .ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Natural logarithm of the likelihood; comparable between texts that stand for the same stretch.</summary>
    public float Score(string text)
    {
        var folded = Fold(text).AsSpan();
        var best = text.Length < 500 ? stackalloc float[text.Length + 1] : new float[text.Length + 1];
        best.Fill(float.NegativeInfinity);
        best[0] = 0;
        for (var at = 0; at < folded.Length; at++)
        {
            var start = best[at] + (at == 0 ? 0 : Border(folded[at - 1], folded[at]));
            Reach(ref best[at + 1], start + Single(folded, at));
            if (!Han.Is(folded[at])) continue;
            for (var length = 2; length <= LongestWord && at + length <= folded.Length && Han.Is(folded[at + length - 1]); length++)
            {
                var word = folded.Slice(at, length);
                if (s_words.TryGetValue(word, out var cost)) Reach(ref best[at + length], start + cost);
                else if (_known.Contains(word)) Reach(ref best[at + length], start + KnownWord);
            }
        }

        return best[^1];
    }

    /// <summary>
    /// Natural logarithm of the chance that a character follows another, by pairs alone: half from running text, half from the words
    /// of the dictionary. Sees single characters only, where <see cref="Score"/> sees words.
    /// </summary>
    public static float Follows(char first, char second)
    {
        (first, second) = (Kind(FoldMark(first)), Kind(FoldMark(second)));
        var common = Share(second);
        var counted = s_data.Singles.TryGetValue(first, out var count)
            ? (s_data.Pairs.GetValueOrDefault((first << 16) | second) + PairBackoff * common) / (count + PairBackoff)
            : common;
        if (!Han.Is(first) || !Han.Is(second)) return MathF.Log(counted);
        var all = s_data.InWordsSingles.GetValueOrDefault(first) + 1e-6f;
        var inWord = s_data.InWords.GetValueOrDefault((first << 16) | second) / all;
        return MathF.Log((0.5f * counted) + (0.5f * (inWord + (0.4f * common))));
    }

    static float Share(char unit)
    {
        var counted = (s_data.Singles.GetValueOrDefault(unit) + 0.1f) / s_data.Total;
        return Han.Is(unit) ? (0.3f * counted) + (0.7f * s_data.InWordsSingles.GetValueOrDefault(unit)) + 1e-8f : counted;
    }

    static void Reach(ref float best, float score) => best = Math.Max(best, score);

    /// <summary>Likelihood of a character that stands by itself.</summary>
    public static float Single(char character) => Single([Fold(character)], 0);

    static float Single(ReadOnlySpan<char> text, int at)
    {
        var unit = text[at];
        if (unit < '\u0080')
        {
            var continues = at > 0 && ((char.IsAsciiDigit(unit) && char.IsAsciiDigit(text[at - 1])) || (char.IsAsciiLetter(unit) && char.IsAsciiLetter(text[at - 1])));
            return continues ? -2.3f : unit == ' ' ? -5 : char.IsAsciiLetterOrDigit(unit) ? -6.5f : -9;
        }

        if (Han.Is(unit)) return s_words.TryGetValue(text.Slice(at, 1), out var cost) ? cost : Unseen;
        if (Marks.Likelihood(unit) is var mark and < 0) return mark;
        return unit is >= '\uE000' and <= '\uF8FF' ? PrivateUse : Foreign;
    }

    static float Border(char before, char after)
    {
        if (Marks.Border(before, after) is { } mark) return mark;
        var (first, second) = (Kind(before), Kind(after));
        if (!s_data.Singles.TryGetValue(first, out var firstCount) || !s_data.Singles.TryGetValue(second, out var secondCount)) return 0;
        s_data.Pairs.TryGetValue((first << 16) | second, out var together);
        var chance = (float)secondCount / s_data.Total;
        // What these texts never say others may: no pair is much rarer than chance would have it.
        return MathF.Log(((1 - Chance) * (together + Smoothing * chance) / (firstCount + Smoothing) / chance) + Chance);
    }

    static char Kind(char unit) => char.IsAsciiDigit(unit) ? 'D' : char.IsAsciiLetter(unit) ? 'A' : unit;

    static string Fold(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            folded[at] = Marks.IsHalf(text[at]) && !(at > 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]))
                ? Marks.Full(text[at])
                : Fold(text[at]);
    });

    static char FoldMark(char unit) => Marks.IsHalf(unit) ? Marks.Full(unit) : Fold(unit);

    static char Fold(char unit) => Han.Is(unit) ? Folding.Fold(unit) : unit;
}
