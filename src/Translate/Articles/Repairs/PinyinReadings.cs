using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>Which characters can be read as a syllable; see <c>Data/NOTICE.md</c> for the source.</summary>
static class PinyinReadings
{
    static readonly Lazy<FrozenDictionary<string, string>> s_characters = new(Load);

    /// <summary>Longest syllable there is: zhuàng.</summary>
    public const int MaxLength = 6;

    /// <summary>Whether a character can be read as a syllable with its tone mark (none for the neutral tone).</summary>
    public static bool Has(char character, string syllable) =>
        s_characters.Value.TryGetValue(syllable, out var characters) && characters.Contains(character, StringComparison.Ordinal);

    /// <summary>The characters that can be read as a syllable with its tone mark.</summary>
    public static string Of(string syllable) => s_characters.Value.GetValueOrDefault(syllable, "");

    /// <summary>Whether there is such a syllable.</summary>
    public static bool Exists(string syllable) => s_characters.Value.ContainsKey(syllable);

    /// <summary>Whether a character can be read as a syllable in any tone.</summary>
    public static bool HasToneless(char character, string syllable) => Has(character, syllable) || Has(character, "~" + syllable);

    static FrozenDictionary<string, string> Load()
    {
        using var packed = new GZipStream(
            typeof(PinyinReadings).Assembly.GetManifestResourceStream("repairs/readings.txt.gz")!, CompressionMode.Decompress);
        using StreamReader reader = new(packed);
        Dictionary<string, string> characters = [];
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            characters[line[..space]] = line[(space + 1)..];
        }

        foreach (var (syllable, all) in characters.ToList())
            if (WithoutTone(syllable) is var plain && plain != syllable)
                characters["~" + plain] = characters.GetValueOrDefault("~" + plain, "") + all;
        return characters.ToFrozenDictionary();
    }

    static string WithoutTone(string syllable)
    {
        StringBuilder plain = new(syllable.Length);
        foreach (var unit in syllable.Normalize(NormalizationForm.FormD))
            if (unit is not ('\u0300' or '\u0301' or '\u0304' or '\u030C')) plain.Append(unit);
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
