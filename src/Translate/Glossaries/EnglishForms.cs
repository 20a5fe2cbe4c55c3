namespace Translate.Glossaries;

/// <summary>Other ways to write an English term: American and British, joined and apart, irregular, the head word inflected.</summary>
static class EnglishForms
{
    // Prefixes that are written with a hyphen, apart or joined.
    static readonly string[] s_prefixes =
        ["pre", "post", "multi", "re", "non", "co", "sub", "super", "semi", "self", "un", "over", "under", "cross", "inter", "intra", "micro", "meta", "hyper", "anti", "auto", "bi", "fine", "down", "up"];

    static readonly string[] s_prepositions = ["of", "in", "on", "for", "to", "by", "with", "at", "from", "per", "as"];

    /// <summary>Folded forms besides the written one; few, and none twice.</summary>
    /// <param name="written">The form as the glossary has it.</param>
    /// <param name="partOfSpeech">Of the concept.</param>
    /// <param name="ending">How far the form may be inflected.</param>
    public static IEnumerable<string> Of(string written, string partOfSpeech, Ending ending)
    {
        var folded = TermText.Fold(written);
        List<string> forms = [folded];
        AddJoined(written, folded, forms);
        AddRespelled(folded, forms);
        if (ending is Ending.Plural or Ending.Full)
        {
            AddIrregular(folded, forms);
            AddHead(folded, partOfSpeech, forms);
        }

        return forms.Skip(1).Distinct(StringComparer.Ordinal).Where(form => form != folded);
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
        var words = folded.Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (Spelling.Other(words[i]) is { } other)
                forms.Add(string.Join(' ', words.Select((word, at) => at == i ? other : word)));
    }

    static void AddIrregular(string folded, List<string> forms)
    {
        var start = folded.LastIndexOf(' ') + 1;
        foreach (var form in IrregularWords.FormsOf(folded.AsSpan(start))) forms.Add(folded[..start] + form);
    }

    /// <summary>mixtures of experts, users in the loop; of verbs, goes all in, built on.</summary>
    static void AddHead(string folded, string partOfSpeech, List<string> forms)
    {
        var words = folded.Split(' ');
        if (words.Length < 2) return;
        var head = Array.FindIndex(words, 1, word => s_prepositions.Contains(word)) - 1;
        if (partOfSpeech == "verb") head = 0;
        if (head < 0 || words[head].Length < 3 || !Letters.HasLetter(words[head])) return;
        foreach (var form in InflectionsOf(words[head], partOfSpeech == "verb"))
            forms.Add(string.Join(' ', words.Select((word, at) => at == head ? form : word)));
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
