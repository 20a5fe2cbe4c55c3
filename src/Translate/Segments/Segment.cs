using Translate.Articles;

namespace Translate.Segments;

/// <summary>A stretch of an article that is translated as one piece, usually a sentence.</summary>
/// <param name="Id">Block and position in it, both 1-based: <c>12.3</c>. Stable while the article is unchanged.</param>
/// <param name="Block">Number of the block it lies in.</param>
/// <param name="Kind">What that block is.</param>
/// <param name="Source">Source text without markup, never blank, no white space at its edges.</param>
/// <param name="Tags">Inline markup by position in <paramref name="Source"/>, in order, numbered from 1.</param>
/// <param name="Range">Where <paramref name="Source"/> lies in the cleaned block's text; gaps and segments joined give that text back.</param>
public sealed record Segment(string Id, int Block, BlockKind Kind, string Source, IReadOnlyList<InlineTag> Tags, TextRange Range)
{
    /// <summary>Text and tags together.</summary>
    public TaggedText Tagged => new(Source, Tags);
}
