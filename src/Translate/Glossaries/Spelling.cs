using System.Collections.Frozen;

namespace Translate.Glossaries;

/// <summary>American and British spellings of one word.</summary>
static class Spelling
{
    // British, American. Inflected and derived forms follow by rule.
    static readonly FrozenDictionary<string, string> s_american = ParsePairs("""
        colour color, behaviour behavior, favour favor, labour labor, honour honor, neighbour neighbor, harbour harbor, vapour vapor,
        rumour rumor, flavour flavor, humour humor, endeavour endeavor, rigour rigor, vigour vigor, armour armor, tumour tumor, odour odor,
        centre center, metre meter, fibre fiber, theatre theater, litre liter, calibre caliber, spectre specter, kilometre kilometer,
        nanometre nanometer, millimetre millimeter, centimetre centimeter, datacentre datacenter,
        catalogue catalog, dialogue dialog, analogue analog, monologue monolog, defence defense, offence offense, licence license,
        pretence pretense, programme program, artefact artifact, grey gray, aluminium aluminum, judgement judgment,
        acknowledgement acknowledgment, ageing aging, sceptic skeptic, sceptical skeptical, cheque check, mould mold, plough plow,
        fulfil fulfill, enrol enroll, instalment installment, skilful skillful, whilst while, towards toward, afterwards afterward,
        manoeuvre maneuver, paediatric pediatric, anaesthesia anesthesia, haemoglobin hemoglobin, oestrogen estrogen, encyclopaedia encyclopedia,
        archaeology archeology, orientated oriented, tyre tire, kerb curb, storey story, gramme gram, draught draft, practise practice
        """);

    static readonly FrozenDictionary<string, string> s_british =
        s_american.GroupBy(pair => pair.Value, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);

    static readonly string[] s_suffixes = ["", "s", "es", "ed", "d", "ing", "al", "able", "ful", "less", "ist", "ite", "ally", "hood", "ism"];

    /// <summary>The American spelling of a lower-case word, for comparing; a word that differs in nothing stays as it is.</summary>
    public static string ToAmerican(string word)
    {
        if (word.Length < 4) return word;
        if (Swap(word, s_american) is { } swapped) return swapped;
        foreach (var (british, american) in s_endings)
            if (word.Length >= british.Length + 3 && word.EndsWith(british, StringComparison.Ordinal))
                return word[..^british.Length] + american;
        return word;
    }

    /// <summary>The other spelling of a lower-case word; <c>null</c> when there is none.</summary>
    public static string? Other(string word)
    {
        if (word.Length < 4) return null;
        if ((Swap(word, s_american) ?? Swap(word, s_british)) is { } swapped) return swapped;
        foreach (var (british, american) in s_endings)
        {
            if (word.Length >= british.Length + 3 && word.EndsWith(british, StringComparison.Ordinal)) return word[..^british.Length] + american;
            if (word.Length >= american.Length + 3 && word.EndsWith(american, StringComparison.Ordinal)) return word[..^american.Length] + british;
        }

        foreach (var (twice, once) in s_doubled)
        {
            if (word.EndsWith(twice, StringComparison.Ordinal) && word.Length > twice.Length + 1 && IsVowel(word[^(twice.Length + 1)])) return word[..^twice.Length] + once;
            if (word.EndsWith(once, StringComparison.Ordinal) && word.Length > once.Length + 2 && IsVowel(word[^(once.Length + 1)]) && word[^(once.Length + 1)] != 'i')
                return word[..^once.Length] + twice;
        }

        return null;
    }

    static readonly (string British, string American)[] s_endings =
    [
        ("isations", "izations"), ("isation", "ization"), ("isers", "izers"), ("iser", "izer"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("ise", "ize"),
        ("ysed", "yzed"), ("ysing", "yzing"), ("yses", "yzes"), ("yse", "yze"), ("yser", "yzer"), ("ysers", "yzers"),
    ];

    static readonly (string Twice, string Once)[] s_doubled = [("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("llers", "lers")];

    static string? Swap(string word, FrozenDictionary<string, string> words)
    {
        foreach (var suffix in s_suffixes)
            if (word.Length > suffix.Length + 2 && word.EndsWith(suffix, StringComparison.Ordinal)
                && words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(0, word.Length - suffix.Length), out var other))
                return other + suffix;
        return null;
    }

    static bool IsVowel(char unit) => unit is 'a' or 'e' or 'i' or 'o' or 'u';

    static FrozenDictionary<string, string> ParsePairs(string text) =>
        text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
