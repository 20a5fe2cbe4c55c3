using Translate.Articles;
using Translate.Glossaries;

namespace Translate.Checks;

/// <summary>One translation to look at.</summary>
/// <param name="Pair">From which language to which.</param>
/// <param name="Source">Source text and tags.</param>
/// <param name="Target">Target text and tags; empty when there is none.</param>
/// <param name="Terms">Glossary terms found in the source.</param>
/// <param name="Damage">Repairs of the source that were not applied: proposed or unrecoverable ones whose text stands in this segment.</param>
/// <param name="Kind">What block the segment lies in.</param>
public sealed record CheckInput(
    LanguagePair Pair, TaggedText Source, TaggedText Target, IReadOnlyList<TermMatch> Terms, IReadOnlyList<Repair> Damage, BlockKind Kind)
{
    /// <summary>The segment's id, by which suppressions name it; may be empty.</summary>
    public string Id { get; init; } = "";

    /// <summary>What the reviewer wrote beside it; <c>!ignore CODE reason</c> silences a code for this segment.</summary>
    public string Comment { get; init; } = "";
}
