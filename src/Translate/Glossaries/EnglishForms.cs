using System.Collections.Frozen;

namespace Translate.Glossaries;

/// <summary>Other ways to write an English term: American and British, joined and apart, irregular, the head word inflected.</summary>
static class EnglishForms
{
    // Prefixes that are written with a hyphen, apart or joined.
    static readonly string[] s_prefixes =
        ["pre", "post", "multi", "re", "non", "co", "sub", "super", "semi", "self", "un", "over", "under", "cross", "inter", "intra", "micro", "meta", "hyper", "anti", "auto", "bi", "fine", "down", "up"];

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_prepositions =
        FrozenSet.Create(StringComparer.Ordinal, "of", "in", "on", "for", "to", "by", "with", "at", "from", "per", "as").GetAlternateLookup<ReadOnlySpan<char>>();

    // Large glossaries use few words over and over.
    const int MostRemembered = 4_096;

    [ThreadStatic]
    static Dictionary<string, string?>? s_otherSpellings;

    /// <summary>Folded forms that differ in a hyphen or blank only.</summary>
    /// <param name="written">The form as the glossary has it.</param>
    /// <param name="folded">The same, folded.</param>
    public static IEnumerable<string> Joined(string written, string folded)
    {
        List<string> forms = [];
        AddJoined(written, folded, forms);
        return forms;
    }

    /// <summary>A name with a number in the other way to write it: Llama3 and Llama 3, GPT4 and GPT-4; <c>null</c> when there is none.</summary>
    /// <param name="folded">The folded form.</param>
    /// <remarks>Three letters at least: H 100 is no H100.</remarks>
    public static string? AtNumber(string folded)
    {
        var letters = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            if (Letters.IsLetter(folded[i])) letters++;
            else
            {
                if (letters >= 3 && Letters.IsDigit(folded[i])) return folded.Insert(i, " ");
                if (letters >= 3 && folded[i] == ' ' && i + 1 < folded.Length && Letters.IsDigit(folded[i + 1])) return folded.Remove(i, 1);
                letters = 0;
            }
        }

        return null;
    }

    /// <summary>Folded forms besides the written one; few, and none twice.</summary>
    /// <param name="written">The form as the glossary has it.</param>
    /// <param name="folded">The same, folded.</param>
    /// <param name="partOfSpeech">Of the concept.</param>
    /// <param name="ending">How far the form may be inflected.</param>
    public static IEnumerable<string> Of(string written, string folded, string partOfSpeech, Ending ending)
    {
        List<string> forms = [];
        AddJoined(written, folded, forms);
        AddRespelled(folded, forms);
        if (ending is Ending.Plural or Ending.Full)
        {
            AddIrregular(folded, forms);
            AddHead(folded, partOfSpeech, forms);
        }

        return forms.Count == 0 ? forms : forms.Where(form => form != folded).Distinct(StringComparer.Ordinal);
    }

    static void AddJoined(string written, string folded, List<string> forms)
    {
        for (var hyphen = written.IndexOf('-', StringComparison.Ordinal); hyphen > 0; hyphen = written.IndexOf('-', hyphen + 1))
        {
            if (hyphen < 2 || hyphen + 3 > written.Length || !Letters.IsLetter(written[hyphen - 1]) || !Letters.IsLetter(written[hyphen + 1]) || written.Length != folded.Length) continue;
            if (Letters.IsAcronym(written.AsSpan(0, hyphen)) || char.IsUpper(written[hyphen + 1])) continue;
            if (WordsIn(folded) <= 4) forms.Add(folded.Remove(hyphen, 1));
        }

        foreach (var prefix in s_prefixes)
        {
            if (folded.Length > prefix.Length + 3 && folded.StartsWith(prefix, StringComparison.Ordinal) && Letters.IsLetter(folded[prefix.Length]))
                forms.Add(folded.Insert(prefix.Length, " "));
        }
    }

    static void AddRespelled(string folded, List<string> forms)
    {
        foreach (var word in folded.AsSpan().Split(' '))
            if (OtherSpelling(folded.AsSpan(word)) is { } other)
                forms.Add(string.Concat(folded.AsSpan(0, word.Start.Value), other, folded.AsSpan(word.End.Value)));
    }

    static string? OtherSpelling(ReadOnlySpan<char> word)
    {
        var known = s_otherSpellings ??= new(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var other)) return other;
        if (known.Count == MostRemembered) known.Clear();
        return known[word.ToString()] = Spelling.Other(word.ToString());
    }

    static void AddIrregular(string folded, List<string> forms)
    {
        var start = folded.LastIndexOf(' ') + 1;
        foreach (var form in IrregularWords.FormsOf(folded.AsSpan(start))) forms.Add(folded[..start] + form);
    }

    /// <summary>mixtures of experts, users in the loop; of verbs, goes all in, built on.</summary>
    static void AddHead(string folded, string partOfSpeech, List<string> forms)
    {
        if (!folded.Contains(' ', StringComparison.Ordinal)) return;
        var head = partOfSpeech == "verb" ? FirstWord(folded) : BeforePreposition(folded);
        var word = folded[head];
        if (word.Length < 3 || !Letters.HasLetter(word)) return;
        foreach (var form in InflectionsOf(word, partOfSpeech == "verb"))
            forms.Add(string.Concat(folded.AsSpan(0, head.Start.Value), form, folded.AsSpan(head.End.Value)));
    }

    static Range FirstWord(string folded) => ..folded.IndexOf(' ', StringComparison.Ordinal);

    /// <summary>The last word before the first preposition; empty when there is none.</summary>
    static Range BeforePreposition(string folded)
    {
        var before = ..0;
        foreach (var word in folded.AsSpan().Split(' '))
        {
            if (word.Start.Value > 0 && s_prepositions.Contains(folded.AsSpan(word))) return before;
            before = word;
        }

        return ..0;
    }

    /// <summary>The singular of a form whose last word is a regular plural; <c>null</c> when it is none.</summary>
    /// <param name="written">The form as the glossary has it.</param>
    public static string? Singular(string written)
    {
        var folded = TermText.Fold(written).Trim();
        if (folded.Length < 4 || folded[^1] != 's' || !Letters.IsLetter(folded[^2])) return null;
        // GPUs, but status, basis, mass.
        if (char.IsUpper(written.TrimEnd()[^2])) return folded[..^1];
        if (folded[^2] is 's' or 'u' or 'i') return null;
        if (folded.EndsWith("ies", StringComparison.Ordinal)) return folded[..^3] + "y";
        var stem = folded.AsSpan(0, folded.Length - 2);
        var hisses = folded[^2] == 'e' && (stem[^1] is 's' or 'x' or 'z' || stem.EndsWith("ch") || stem.EndsWith("sh"));
        return folded[..^(hisses ? 2 : 1)];
    }

    /// <summary>The regular and irregular forms of a word.</summary>
    public static IEnumerable<string> InflectionsOf(string word, bool verb)
    {
        var (length, tail) = Inflection.Cut(word);
        var stem = word[..length];
        yield return stem + (tail switch { Tail.DropsE or Tail.Hisses or Tail.DropsIs => "es", Tail.DropsY => "ies", _ => "s" });
        foreach (var form in IrregularWords.FormsOf(word)) yield return form;
        if (!verb) yield break;
        yield return stem + (tail == Tail.DropsY ? "ied" : "ed");
        yield return stem + (tail == Tail.DropsY ? "ying" : "ing");
    }

    static int WordsIn(string folded) => folded.AsSpan().Count(' ') + 1;
}
