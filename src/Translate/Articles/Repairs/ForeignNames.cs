using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Tells how likely characters are that write a foreign name by its sound, such as 布伦德尔: few characters do, and each has its followers.</summary>
static class ForeignNames
{
    /// <summary>Longest name between two middle dots that is looked for.</summary>
    public const int Longest = 8;

    /// <summary>Natural logarithm of the chance that a word which is not known is such a name; of -6 to -2.5, this fitted the tuning half best (docs/quality.md).</summary>
    const float Share = -2.5f;

    // Pairs are counted as if so many more had been seen, by chance.
    const float Backoff = 8;

    static readonly CharacterPairs s_names = CharacterPairs.ForeignNames;

    /// <summary>Whether any name that was counted has a character.</summary>
    public static bool Have(char unit) => Han.Is(unit) && s_names.Singles.ContainsKey(unit);

    /// <summary>Natural logarithm of the chance that a word which is not known is a name that begins with a character.</summary>
    public static float Begins(char first) => Share + Follows('^', first);

    /// <summary>Natural logarithm of the chance that a character of a name follows another.</summary>
    public static float Follows(char first, char second) =>
        MathF.Log((s_names.Pairs.GetValueOrDefault((first << 16) | second) + (Backoff * ShareOf(second))) / (s_names.Singles.GetValueOrDefault(first) + Backoff));

    /// <summary>Natural logarithm of the chance that a name ends with a character.</summary>
    public static float Ends(char last) => Follows(last, '$');

    static float ShareOf(char unit) => s_names.Singles.GetValueOrDefault(unit) / (float)s_names.Total;
}
