using System.Buffers;
using System.Collections.Concurrent;

namespace Translate.Glossaries;

/// <summary>Whether two English words are forms of one word: inflected, irregular, American or British.</summary>
static class WordForms
{
    // Terms and articles use few words over and over; what is beyond the bound is stemmed again, so that a batch of any size
    // needs the same memory. Counted here: asking the dictionary for its count takes all its locks.
    const int MostRemembered = 8_192;

    static int s_remembered;

    static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    static readonly ConcurrentDictionary<string, Stems> s_stems = new(StringComparer.Ordinal);

    /// <summary>Whether two folded words are forms of one word.</summary>
    public static bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other)) return true;
        if (one.Length < 2 || other.Length < 2 || one[0] != other[0] && !HasIrregularStart(one, other)) return false;
        var (first, second) = (StemsOf(one), StemsOf(other));
        if (first.IsIrregular != second.IsIrregular && first.Base == second.Base) return true;
        return !IsCutOff(one, other) && !IsCutOff(other, one)
            && (first.Stem == second.Stem || first.Regular == second.Regular || IsPlain(one, other) || IsPlain(other, one));
    }

    /// <summary>Whether one word is the other and an s (taxi, taxis).</summary>
    static bool IsPlain(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.Length + 1 == other.Length && other[^1] == 's' && one[^1] != 's' && other.StartsWith(one);

    /// <summary>Whether one word is the other with its last letter lost (devic from device or devices), which no inflection does.</summary>
    static bool IsCutOff(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Length > 1 && other.StartsWith(one)
        && (one.Length + 1 == other.Length && other[^1] is not ('s' or 'd' or 'n') || other[one.Length..] is "es" && !Hisses(one));

    /// <summary>Whether two folded words are one word in American and British spelling.</summary>
    public static bool AreRespelled(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.SequenceEqual(other) || one.Length > 3 && one[0] == other[0] && Spelling.ToAmerican(one.ToString()) == Spelling.ToAmerican(other.ToString());

    static bool HasIrregularStart(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one is "go" or "went" or "eat" or "ate" || other is "go" or "went" or "eat" or "ate";

    static Stems StemsOf(ReadOnlySpan<char> word)
    {
        var lookup = s_stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var stems)) return stems;
        stems = MakeStems(word.ToString());
        if (Volatile.Read(ref s_remembered) < MostRemembered && lookup.TryAdd(word, stems)) Interlocked.Increment(ref s_remembered);
        return stems;
    }

    static Stems MakeStems(string word)
    {
        var american = Spelling.ToAmerican(word);
        var known = IrregularWords.BaseOf(word) ?? IrregularWords.BaseOf(american);
        var regular = StemOf(american);
        return new(known ?? american, known is not null, known is null ? regular : StemOf(known), regular);
    }

    static string StemOf(string word)
    {
        var stem = word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 3 && stem.EndsWith("es", StringComparison.Ordinal) && Hisses(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('a' or 'i' or 's' or 'u')) stem = stem[..^1];
        else if (stem.Length > 4 && stem.EndsWith("sis", StringComparison.Ordinal)) stem = Spelling.ToAmerican(stem[..^2] + "e");
        if (stem.Length > 4 && stem.EndsWith("ied", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        else if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 3))) stem = stem[..^3];
        if (stem.Length > 3 && stem[^1] == stem[^2] && !IsVowel(stem[^1])) stem = stem[..^1];
        if (stem.Length > 2 && stem[^1] == 'e') stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == stem[^2] && !IsVowel(stem[^1])) stem = stem[..^1];
        return stem.Length > 2 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    static bool Hisses(ReadOnlySpan<char> stem) =>
        stem[^1] is 's' or 'x' or 'z' or 'o' || stem.EndsWith("ch") || stem.EndsWith("sh");

    static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(s_vowels);

    static bool IsVowel(char unit) => unit is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>What the forms of a word share; for comparing only.</summary>
    /// <param name="Base">The word an irregular form belongs to, else the word itself, in American spelling.</param>
    /// <param name="IsIrregular">Whether it is an irregular form.</param>
    /// <param name="Stem">The stem of the base.</param>
    /// <param name="Regular">The stem by rule alone: found belongs to founded as well as to find.</param>
    readonly record struct Stems(string Base, bool IsIrregular, string Stem, string Regular);
}
