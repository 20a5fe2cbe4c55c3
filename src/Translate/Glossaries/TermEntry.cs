using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>Whether a concept's terms are enforced.</summary>
public enum ConceptStatus
{
    /// <summary>Found, asked for and enforced.</summary>
    Approved,

    /// <summary>Found and shown, never enforced.</summary>
    Proposed,

    /// <summary>Found and reported, never asked for.</summary>
    Deprecated,
}

/// <summary>How letter case counts when a term is looked for.</summary>
public enum TermCase
{
    /// <summary>It does not.</summary>
    Insensitive,

    /// <summary>Exactly as written.</summary>
    Sensitive,

    /// <summary>Upper case as written, with an optional plural s: LLM finds LLMs.</summary>
    Acronym,
}

/// <summary>Whether inflected forms of a term are the term.</summary>
public enum TermMatching
{
    /// <summary>Names and acronyms exact, other English terms inflected, Chinese exact.</summary>
    Auto,

    /// <summary>Only as written.</summary>
    Exact,

    /// <summary>With plural, -ing, -ed and the like.</summary>
    Inflected,
}

/// <summary>The terms of one concept in one language.</summary>
/// <param name="Language">BCP 47 tag of the column.</param>
/// <param name="Preferred">The preferred term; empty when the column is not filled.</param>
/// <param name="Variants">Admitted terms; any of them satisfies.</param>
/// <param name="Forbidden">Terms that never stand in a target.</param>
/// <param name="Case">How letter case counts.</param>
/// <param name="Matching">Whether inflected forms count.</param>
/// <param name="Unless">Longer words in which this is not the term.</param>
/// <param name="When">Context words, one of which must stand in the segment; empty: no condition.</param>
public sealed record TermForms(
    string Language, string Preferred, IReadOnlyList<string> Variants, IReadOnlyList<string> Forbidden,
    TermCase Case, TermMatching Matching, IReadOnlyList<string> Unless, IReadOnlyList<string> When);

/// <summary>One concept and its terms in all languages: a row of a glossary.</summary>
/// <param name="Id">Stable, unique in its layer.</param>
/// <param name="Forms">Terms by language, in the order of the columns; only filled ones.</param>
/// <param name="Status">Whether it is enforced.</param>
/// <param name="Keep">Whether it stays in the target as it is in the source.</param>
/// <param name="PartOfSpeech"><c>noun</c>, <c>verb</c>, <c>proper</c> ...; empty when not given.</param>
/// <param name="Definition">For people.</param>
/// <param name="Note">For people.</param>
/// <param name="File">The file it was read from; <c>curated:models.csv</c> for the glossary that ships inside the tool.</param>
/// <param name="Row">Its row in that file, the header being 1.</param>
/// <param name="Other">Every other cell of the row by column name, kept on rewrite.</param>
public sealed record TermEntry(
    string Id, IReadOnlyList<TermForms> Forms, ConceptStatus Status, bool Keep, string PartOfSpeech,
    string Definition, string Note, string File, int Row, IReadOnlyDictionary<string, string> Other)
{
    /// <summary>The terms in a language, falling back from <c>zh-TW</c> over <c>zh-Hant</c> to <c>zh</c>; <c>null</c> when there are none.</summary>
    public TermForms? In(string language)
    {
        foreach (var tag in LanguagePair.Fallbacks(language))
            foreach (var forms in Forms)
                if (forms.Language.Equals(tag, StringComparison.OrdinalIgnoreCase) && forms.Preferred.Length > 0)
                    return forms;
        return null;
    }
}

/// <summary>A term found in a segment's source. Homographs are several matches with one range.</summary>
/// <param name="Entry">The concept.</param>
/// <param name="Range">Where it stands in the source.</param>
/// <param name="Required">The preferred target form, slot filled in and script converted; empty when the concept has none in the target language.</param>
/// <param name="Admitted">Other forms that satisfy, likewise filled in.</param>
/// <param name="Number">The number that fills the slot; <c>null</c> when the term has none.</param>
public readonly record struct TermMatch(
    TermEntry Entry, TextRange Range, string Required, IReadOnlyList<string> Admitted, Quantity? Number = null);
