namespace Translate.Memory;

/// <summary>How alike two texts are.</summary>
/// <remarks>
/// The score of two different texts is the share of the longer one that no edit touches, in whole per cent, rounded down, and at
/// most 98: <c>100 * (longer - edits) / longer</c>. Texts are folded first (Simplified, half-width, lower case); an edit inserts,
/// deletes or replaces one UTF-16 unit; edits are the fewest possible (Levenshtein). Equal texts score 100.
/// </remarks>
public static class Similarity
{
    /// <summary>The highest score of texts that differ; 99 is kept for pairs that differ in tags or letter case alone.</summary>
    public const int MostUnequal = 98;

    /// <summary>The score of two texts, 0-98, or 100 when they fold to the same.</summary>
    /// <remarks>Time is proportional to one length times the other divided by 64.</remarks>
    public static int Score(string one, string other)
    {
        var (a, b) = (Scripts.Folding.Fold(one), Scripts.Folding.Fold(other));
        if (a == b) return 100;
        EditDistance pattern = new();
        pattern.Set(a);
        return ScoreOf(pattern.To(b, int.MaxValue), Math.Max(a.Length, b.Length));
    }

    /// <summary>The score of two folded texts.</summary>
    /// <param name="edits">The fewest edits that lead from one to the other.</param>
    /// <param name="longer">Length of the longer.</param>
    internal static int ScoreOf(int edits, int longer) =>
        edits == 0 ? 100 : Math.Min(MostUnequal, (int)(100L * (longer - edits) / longer));

    /// <summary>The most edits with which two texts can still reach a score.</summary>
    internal static int MostEdits(int score, int longer) => (int)((long)longer * (100 - score) / 100);

    /// <summary>The lengths that a text may have to reach a score against one of <paramref name="length"/>, both included.</summary>
    internal static (int Shortest, int Longest) Lengths(int score, int length) =>
        ((length * score + 99) / 100, (int)Math.Min(int.MaxValue, 100L * length / score));
}
