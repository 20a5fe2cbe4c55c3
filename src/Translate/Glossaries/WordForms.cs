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

    static readonly ConcurrentDictionary<string, string> s_stems = new(StringComparer.Ordinal);

    /// <summary>Whether two folded words are forms of one word.</summary>
    public static bool AreSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.SequenceEqual(other)) return true;
        if (one.Length < 2 || other.Length < 2 || one[0] != other[0] && !HasIrregularStart(one, other)) return false;
        return !IsCutOff(one, other) && !IsCutOff(other, one) && Stem(one) == Stem(other);
    }

    /// <summary>Whether one word is the other with its last letter lost (devic from device or devices), which no inflection does.</summary>
    static bool IsCutOff(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.Length > 1 && other.StartsWith(one)
        && (one.Length + 1 == other.Length && other[^1] is not ('s' or 'd' or 'n') || other[one.Length..] is "es" && !Hisses(one));

    /// <summary>Whether two folded words are one word in American and British spelling.</summary>
    public static bool AreRespelled(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.SequenceEqual(other) || one.Length > 3 && one[0] == other[0] && Spelling.ToAmerican(one.ToString()) == Spelling.ToAmerican(other.ToString());

    static bool HasIrregularStart(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one is "go" or "went" || other is "go" or "went";

    /// <summary>What all forms of a word share; for comparing only.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        var lookup = s_stems.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var stem)) return stem;
        stem = MakeStem(word.ToString());
        if (Volatile.Read(ref s_remembered) < MostRemembered && lookup.TryAdd(word, stem)) Interlocked.Increment(ref s_remembered);
        return stem;
    }

    static string MakeStem(string word)
    {
        word = IrregularWords.BaseOf(word) ?? word;
        word = Spelling.ToAmerican(word);
        word = IrregularWords.BaseOf(word) ?? word;
        var stem = word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 3 && stem.EndsWith("es", StringComparison.Ordinal) && Hisses(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        else if (stem.Length > 4 && stem.EndsWith("sis", StringComparison.Ordinal)) stem = stem[..^2] + "e";
        else if ((stem.Length > 3 || stem.Length == 3 && !HasVowel(stem)) && stem[^1] == 's' && stem[^2] is not ('s' or 'u')) stem = stem[..^1];
        stem = IrregularWords.BaseOf(stem) ?? stem;
        if (stem.Length > 4 && stem.EndsWith("ied", StringComparison.Ordinal)) stem = stem[..^3] + "y";
        else if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 2))) stem = stem[..^2];
        else if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal) && HasVowel(stem.AsSpan(0, stem.Length - 3))) stem = stem[..^3];
        if (stem.Length > 3 && stem[^1] == stem[^2] && !IsVowel(stem[^1])) stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == 'e') stem = stem[..^1];
        if (stem.Length > 3 && stem[^1] == stem[^2] && !IsVowel(stem[^1])) stem = stem[..^1];
        return stem.Length > 2 && stem[^1] == 'y' ? stem[..^1] + "i" : stem;
    }

    static bool Hisses(ReadOnlySpan<char> stem) =>
        stem[^1] is 's' or 'x' or 'z' or 'o' || stem.EndsWith("ch") || stem.EndsWith("sh");

    static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(s_vowels);

    static bool IsVowel(char unit) => unit is 'a' or 'e' or 'i' or 'o' or 'u';
}
