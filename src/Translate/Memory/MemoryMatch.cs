using Translate.Articles;

namespace Translate.Memory;

/// <summary>A stored pair that resembles a segment.</summary>
/// <param name="Score">0-101 per cent: 101 in the same context, 100 equal, 99 equal but for tags, below that by similarity; see <c>docs/design.md</c>.</param>
/// <param name="Source">The stored source.</param>
/// <param name="Target">The stored target; where only numbers differ, with the segment's numbers put in.</param>
/// <param name="Provenance">Where the pair came from, for people: a workbook, a TMX file, a reviewer.</param>
/// <param name="Differences">What differs, for people: <c>number 12 instead of 15</c>; empty at 100 and above.</param>
public sealed record MemoryMatch(
    int Score, TaggedText Source, TaggedText Target, string Provenance, IReadOnlyList<string> Differences);

/// <summary>What is looked up in the memory.</summary>
/// <param name="Source">The segment's source with its tags.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Before">Source of the segment before it in its article; <c>null</c> for the first.</param>
/// <param name="After">Source of the segment after it; <c>null</c> for the last.</param>
public sealed record MemoryQuery(TaggedText Source, LanguagePair Pair, string? Before = null, string? After = null);
