using Translate.Articles;
using Translate.Glossaries;
using Translate.Memory;
using Translate.Segments;

namespace Translate;

/// <summary>A segment with all that the run knows about it.</summary>
/// <param name="Segment">The source.</param>
/// <param name="Terms">Glossary terms found in the source, in order.</param>
/// <param name="Target">The translation; empty while nobody knows one.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Origin">Where the target came from.</param>
/// <param name="OriginName">Who exactly, for people: <c>azure</c>, <c>starter.tmx</c>; may be empty.</param>
/// <param name="Machine">The engine's own words, before any edit; <c>null</c> when no engine was asked.</param>
/// <param name="Match">The best memory match, if there is one.</param>
/// <param name="Findings">What the checks say.</param>
public sealed record TranslatedSegment(
    Segment Segment, IReadOnlyList<TermMatch> Terms, TaggedText Target, SegmentStatus Status,
    Origin Origin, string OriginName, string? Machine, MemoryMatch? Match, IReadOnlyList<Finding> Findings)
{
    /// <summary>The best memory matches, best first; <see cref="Match"/> is the first of them.</summary>
    public IReadOnlyList<MemoryMatch> References { get; init; } = [];

    /// <summary>Why the engine failed on this segment for good; <c>null</c> when it did not.</summary>
    public string? EngineError { get; init; }

    /// <summary>What asking cost in this run.</summary>
    public EngineUse Use { get; init; } = EngineUse.None;

    /// <summary>Characters that asking sends, markup and a second question included, whichever run paid; 0 when nobody was asked.</summary>
    public int AsSent { get; init; }
}

/// <summary>An article with its checked translation: what the workbook is written from.</summary>
/// <param name="Article">The cleaned article.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Segments">All its segments, in order.</param>
public sealed record TranslatedArticle(Article Article, LanguagePair Pair, IReadOnlyList<TranslatedSegment> Segments);
