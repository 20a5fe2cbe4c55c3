namespace Translate.Glossaries;

/// <summary>How far an English term's last word may differ from what is written in the glossary.</summary>
enum Ending : byte
{
    /// <summary>The term ends in no letter; nothing is looked at.</summary>
    Free,

    /// <summary>As written.</summary>
    Exact,

    /// <summary>As written, or with a small plural s.</summary>
    Acronym,

    /// <summary>Plural.</summary>
    Plural,

    /// <summary>Plural, -ed, -ing.</summary>
    Full,
}

/// <summary>How a word changes before an ending.</summary>
enum Tail : byte
{
    /// <summary>Endings are added.</summary>
    Plain,

    /// <summary>tune: the stem lacks its e.</summary>
    DropsE,

    /// <summary>memory: the stem lacks its y.</summary>
    DropsY,

    /// <summary>box, batch: -es.</summary>
    Hisses,

    /// <summary>analysis: the stem lacks -is.</summary>
    DropsIs,
}

/// <summary>English inflection by rule, for finding terms; irregular words stand in <see cref="IrregularWords"/>.</summary>
static class Inflection
{
    /// <summary>The part of a word that all its regular forms share, and how they go on.</summary>
    public static (int Stem, Tail Tail) Cut(ReadOnlySpan<char> form)
    {
        var start = form.Length;
        while (start > 0 && Letters.IsLetter(form[start - 1])) start--;
        var word = form[start..];
        if (word.Length >= 3)
        {
            if (word.EndsWith("sis")) return (form.Length - 2, Tail.DropsIs);
            if (word[^1] == 'e') return (form.Length - 1, Tail.DropsE);
            if (word[^1] == 'y' && !IsVowel(word[^2])) return (form.Length - 1, Tail.DropsY);
            if (word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch") || word.EndsWith("sh")) return (form.Length, Tail.Hisses);
        }

        return (form.Length, Tail.Plain);
    }

    /// <summary>Whether the letters after a stem make a form of the word.</summary>
    /// <param name="rest">Folded letters from the end of the stem to the end of the word in the text; may be empty.</param>
    /// <param name="stem">The folded stem.</param>
    /// <param name="tail">How the word goes on.</param>
    /// <param name="ending">How far it may.</param>
    /// <param name="inflected">Whether that is another form than the glossary's.</param>
    public static bool Allows(ReadOnlySpan<char> rest, ReadOnlySpan<char> stem, Tail tail, Ending ending, out bool inflected)
    {
        var own = tail switch { Tail.DropsE => "e", Tail.DropsY => "y", Tail.DropsIs => "is", _ => "" };
        inflected = !rest.SequenceEqual(own);
        if (!inflected) return true;
        if (ending == Ending.Acronym) return rest is "s";
        if (ending is not (Ending.Plural or Ending.Full)) return false;
        if (rest.SequenceEqual(Plural(tail, stem))) return true;
        if (tail == Tail.Plain && rest is "es" && stem.Length > 0 && stem[^1] == 'o') return true;
        return ending == Ending.Full && (tail switch
        {
            Tail.DropsE => rest is "ed" or "ing",
            Tail.DropsY => rest is "ied" or "ying",
            Tail.DropsIs => false,
            _ => rest is "ed" or "ing" || IsDoubled(rest, stem),
        });
    }

    static string Plural(Tail tail, ReadOnlySpan<char> stem) => tail switch
    {
        Tail.DropsE or Tail.Hisses or Tail.DropsIs => "es",
        Tail.DropsY => "ies",
        _ => "s",
    };

    /// <summary>planned, labelling: consonant, vowel, consonant, and the last one twice.</summary>
    static bool IsDoubled(ReadOnlySpan<char> rest, ReadOnlySpan<char> stem) =>
        stem.Length >= 3 && rest.Length is 3 or 4 && rest[0] == stem[^1] && rest[1..] is "ed" or "ing"
        && !IsVowel(stem[^1]) && IsVowel(stem[^2]);

    static bool IsVowel(char unit) => unit is 'a' or 'e' or 'i' or 'o' or 'u';
}
