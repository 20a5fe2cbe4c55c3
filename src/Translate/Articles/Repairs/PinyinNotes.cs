using System.Buffers;
using System.Text;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Pinyin notes that a site put behind single characters: 當(dāng)前.</summary>
/// <remarks>
/// A note is half-width brackets around one syllable, directly behind a character that can be read so. Brackets around
/// several syllables, English words, numbers or letters stay. A syllable without tone mark (們(men)) counts only where other
/// notes show that the page has them; full-width brackets are what authors write, so they are proposed at most.
/// </remarks>
static class PinyinNotes
{
    static readonly SearchValues<char> s_toned = SearchValues.Create("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ");
    static readonly char[] s_open = ['(', '（'];

    /// <summary>Whether any block holds a note with a tone mark.</summary>
    public static bool SeenIn(IEnumerable<Block> blocks) => blocks.Any(block => Find(block.Text, seenElsewhere: false).Any());

    /// <summary>Finds notes.</summary>
    /// <param name="text">The text of a block.</param>
    /// <param name="seenElsewhere">Whether the article has notes with tone marks.</param>
    public static IEnumerable<Fix> Find(string text, bool seenElsewhere)
    {
        for (var open = text.Length < 2 ? -1 : text.IndexOfAny(s_open, 1); open >= 0; open = text.IndexOfAny(s_open, open + 1))
        {
            if (!Han.Is(text[open - 1])) continue;
            var close = text.AsSpan(open + 1, Math.Min(PinyinReadings.MaxLength * 2 + 1, text.Length - open - 1)).IndexOfAny(')', '）');
            if (close < 1 || !IsReading(text[open - 1], text.Substring(open + 1, close), seenElsewhere)) continue;
            var written = text[open] == '（' || text[open + 1 + close] == '）';
            yield return new(TextRange.At(open, close + 2), "", written ? RepairState.Proposed : RepairState.Applied);
        }
    }

    /// <summary>A text without its notes.</summary>
    public static string Without(string text)
    {
        foreach (var note in Find(text, seenElsewhere: true).Reverse()) text = text.Remove(note.Range.Start, note.Range.Length);
        return text;
    }

    /// <summary>Whether a text is a syllable with its tone mark.</summary>
    public static bool IsSyllable(string text) => text.AsSpan().ContainsAny(s_toned) && PinyinReadings.Exists(text);

    /// <summary>Whether a syllable in brackets is a note for the character before it.</summary>
    public static bool IsReading(char character, string syllable, bool seenElsewhere)
    {
        syllable = syllable.Trim().Normalize(NormalizationForm.FormC).Replace('ɡ', 'g').Replace('ă', 'ǎ').Replace('ŏ', 'ǒ').Replace('ĭ', 'ǐ')
            .Replace('ĕ', 'ě').Replace('ŭ', 'ǔ');
        if (syllable.Length is 0 or > PinyinReadings.MaxLength) return false;
        if (syllable.AsSpan().ContainsAny(s_toned)) return PinyinReadings.Has(character, syllable);
        return seenElsewhere && syllable.Length > 1 && PinyinReadings.HasToneless(character, syllable);
    }
}
