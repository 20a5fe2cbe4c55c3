namespace Translate.Glossaries;

/// <summary>Makes a concept's written forms ready for matching.</summary>
static class TermFormCompiler
{
    /// <summary>Adds every way in which a concept may stand in a source text.</summary>
    /// <param name="entry">The concept.</param>
    /// <param name="index">Its index.</param>
    /// <param name="forms">Its terms in the source language.</param>
    /// <param name="english">Whether the source language inflects as English does.</param>
    /// <param name="compiled">Receives the forms.</param>
    public static void Add(TermEntry entry, int index, TermForms forms, bool english, List<TermForm> compiled)
    {
        AddForm(entry, index, forms, forms.Preferred, english, compiled);
        foreach (var variant in forms.Variants) AddForm(entry, index, forms, variant, english, compiled);
    }

    /// <summary>
    /// Adds the target's Latin forms of several words, acronyms and names: Chinese articles put them into their sentences as they
    /// are (采用user in the loop的流程). Single small words may be anything there, and stay with the source's own variants.
    /// </summary>
    public static void AddForeign(TermEntry entry, int index, TermForms source, TermForms target, List<TermForm> compiled)
    {
        AddIfNew(target.Preferred);
        foreach (var variant in target.Variants) AddIfNew(variant);

        void AddIfNew(string written)
        {
            if (!SaysWhatIsMeant(written, target) || Same(source.Preferred, written)) return;
            foreach (var variant in source.Variants)
                if (Same(variant, written)) return;
            AddForm(entry, index, target, written, english: true, compiled, isForeign: true);
        }
    }

    /// <summary>Single words that need a context in their own language have none here.</summary>
    static bool SaysWhatIsMeant(string written, TermForms target) =>
        !Scripts.Han.Contains(written) && !written.Contains('{', StringComparison.Ordinal)
        && (written.AsSpan().ContainsAny(' ', '-') || target.When.Count == 0 && HasUpper(written));

    static void AddForm(TermEntry entry, int index, TermForms forms, string written, bool english, List<TermForm> compiled, bool isForeign = false)
    {
        if (written.Contains("{n}", StringComparison.Ordinal))
        {
            AddSlot(entry, index, forms, written, english, compiled);
            return;
        }

        var ending = EndingOf(entry, forms, written, english);
        var cased = IsCased(entry, forms, written, ending);
        var folded = TermText.Fold(written);
        AddLiteral(index, written, folded, cased, ending, SlotPlace.None, "", compiled, isForeign);
        if (!cased && !isForeign && EnglishForms.AtNumber(folded) is { } name) AddLiteral(index, written, name, false, ending, SlotPlace.None, "", compiled, isForeign);
        if (cased || !english || ending == Ending.Exact && entry.PartOfSpeech == "proper" && !written.Contains('-', StringComparison.Ordinal)) return;
        // In a Chinese sentence nobody respells or bends the words of a term.
        foreach (var spelling in isForeign ? EnglishForms.Joined(written, folded) : EnglishForms.Of(written, folded, entry.PartOfSpeech, ending))
            AddLiteral(index, written, spelling, false, ending, SlotPlace.None, "", compiled, isForeign);
    }

    static void AddSlot(TermEntry entry, int index, TermForms forms, string written, bool english, List<TermForm> compiled)
    {
        var at = written.IndexOf("{n}", StringComparison.Ordinal);
        var before = TermText.Fold(written[..at]).TrimEnd();
        var after = TermText.Fold(written[(at + 3)..]).TrimStart();
        if (after.Length == 0 && before.Length == 0 || after.Contains("{n}", StringComparison.Ordinal)) return;
        var ending = after.Length > 0 ? EndingOf(entry, forms, after, english) : Ending.Exact;
        if (after.Length == 0)
            AddLiteral(index, written, before, false, ending, SlotPlace.After, "", compiled);
        else
        {
            AddLiteral(index, written, after, false, ending, SlotPlace.Before, before, compiled);
            // 70 billion parameters, a 70B-parameter model; but a four parameter vector is no count of parameters.
            if (english && EnglishForms.Singular(written[(at + 3)..]) is { } singular) AddLiteral(index, written, singular, false, ending, SlotPlace.Before, before, compiled, afterHyphen: true);
        }
    }

    static void AddLiteral(
        int index, string written, string folded, bool cased, Ending ending, SlotPlace slot, string before, List<TermForm> compiled, bool isForeign = false,
        bool afterHyphen = false)
    {
        folded = folded.Trim();
        if (folded.Length == 0) return;
        if (!Letters.IsToken(folded[^1]) || slot == SlotPlace.After) ending = Ending.Free;
        var (stem, tail) = (folded.Length, Tail.Plain);
        if (ending is Ending.Plural or Ending.Full) (stem, tail) = Inflection.Cut(folded);
        compiled.Add(new(index, folded[..stem], written, cased ? Casing(written, stem) : null, tail, ending, slot, before, isForeign, afterHyphen));
    }

    /// <summary>The letters of a form, case kept, unit by unit like its folded form.</summary>
    static string Casing(string written, int length)
    {
        TermText text = new();
        text.Set(written);
        return string.Create(Math.Min(length, text.Length), (text, written), static (cased, state) =>
        {
            for (var i = 0; i < cased.Length; i++) cased[i] = Letters.Narrow(state.written[state.text.ToOriginal(i)]);
        });
    }

    /// <summary>How far the end of a form may differ.</summary>
    public static Ending EndingOf(TermEntry entry, TermForms forms, string written, bool english)
    {
        if (!Letters.IsLetter(written[^1])) return Letters.IsDigit(written[^1]) ? Ending.Acronym : Ending.Free;
        if (Letters.IsAcronym(written)) return Ending.Acronym;
        if (forms.Matching == TermMatching.Exact || entry.Keep) return Ending.Exact;
        // A Latin word in Chinese text takes a plural s at most: Agents, tokens.
        if (!english) return entry.PartOfSpeech == "proper" ? Ending.Exact : Ending.Plural;
        if (forms.Matching == TermMatching.Inflected) return Ending.Full;
        return entry.PartOfSpeech switch { "proper" => Ending.Exact, "noun" => Ending.Plural, _ => Ending.Full };
    }

    static bool IsCased(TermEntry entry, TermForms forms, string written, Ending ending)
    {
        if (!Letters.HasLetter(written)) return false;
        if (forms.Case == TermCase.Sensitive) return true;
        if (ending == Ending.Acronym && Letters.IsAcronym(written)) return true;
        if (forms.Case == TermCase.Acronym) return IsUpper(written);
        // Step is a name in English; written alike in the Chinese column, it is no less one.
        if (Scripts.Han.Contains(written)) return false;
        foreach (var other in entry.Forms)
            if (other.Case == TermCase.Sensitive && (Same(other.Preferred, written) || other.Variants.Any(variant => Same(variant, written)))) return true;
        return false;
    }

    static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    static bool IsUpper(string written) => !written.Any(char.IsLower);

    static bool HasUpper(string written)
    {
        foreach (var unit in written)
            if (char.IsUpper(unit)) return true;
        return false;
    }
}
