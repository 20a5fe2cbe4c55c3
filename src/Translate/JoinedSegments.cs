using Translate.Articles;
using Translate.Memory;

namespace Translate;

/// <summary>Neighbours in one block that were translated together: the memory and the checks see them as one text.</summary>
/// <param name="article">The cleaned article.</param>
/// <param name="pair">From which language to which.</param>
sealed class JoinedSegments(Article article, LanguagePair pair)
{
    // Translators put two sentences together, seldom three.
    const int Most = 3;

    readonly Dictionary<int, Block> _blocks = article.Blocks.ToDictionary(block => block.Number);

    /// <summary>Takes what the memory has for neighbours together, unless it has each of them by itself.</summary>
    /// <remarks>The first gets the target, those after it are <see cref="SegmentStatus.Joined"/> to it, as in a reviewed workbook.</remarks>
    public List<TranslatedSegment> Recall(List<TranslatedSegment> segments, TranslationMemory memory)
    {
        var recalled = segments.ToList();
        for (var first = 0; first < segments.Count; first++)
        {
            var count = Most;
            while (count > 1 && !TryRecall(recalled, first, count, memory)) count--;
            first += count - 1;
        }

        return recalled;
    }

    /// <summary>A segment together with those that are joined to it, for the checks.</summary>
    /// <param name="segments">The article's segments.</param>
    /// <param name="index">One that is not joined to the one before.</param>
    /// <param name="findTerms">Finds the terms of a source.</param>
    public TranslatedSegment AsOne(List<TranslatedSegment> segments, int index, Func<string, IReadOnlyList<Glossaries.TermMatch>> findTerms)
    {
        var count = 1 + segments.Skip(index + 1).TakeWhile(segment => segment.Status == SegmentStatus.Joined).Count();
        var first = segments[index];
        if (count == 1) return first;
        var (source, target) = JoinedText.Join(Sources(segments, index, count), first.Target.ToString());
        TextRange range = new(first.Segment.Range.Start, segments[index + count - 1].Segment.Range.End);
        return first with
        {
            Segment = first.Segment with { Source = source.Text, Tags = source.Tags, Range = range },
            Target = target,
            Terms = findTerms(source.Text),
        };
    }

    bool TryRecall(List<TranslatedSegment> segments, int first, int count, TranslationMemory memory)
    {
        var last = first + count - 1;
        if (last >= segments.Count || segments[last].Segment.Block != segments[first].Segment.Block) return false;
        if (segments[first..(last + 1)].TrueForAll(segment => segment.Origin is Origin.MemoryExact or Origin.Kept)) return false;
        var sources = Sources(segments, first, count);
        MemoryQuery query = new(JoinedText.Join(sources), pair, SourceAt(segments, first - 1), SourceAt(segments, last + 1));
        if (memory.Find(query, 100, 1) is not [var match] || JoinedText.InRowNumbers(sources, match.Target) is not { } target) return false;
        for (var i = first; i <= last; i++)
            segments[i] = segments[i] with
            {
                Target = i == first ? target : TaggedText.None,
                Status = i == first ? SegmentStatus.Draft : SegmentStatus.Joined,
                Origin = Origin.MemoryExact,
                OriginName = match.Provenance,
                Match = match,
                References = [match],
            };
        return true;
    }

    List<(TaggedText Text, string Gap)> Sources(List<TranslatedSegment> segments, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => (segments[i].Segment.Tagged, i == first ? "" : GapBefore(segments, i)))];

    string GapBefore(List<TranslatedSegment> segments, int index) =>
        _blocks[segments[index].Segment.Block].Text[segments[index - 1].Segment.Range.End..segments[index].Segment.Range.Start];

    static string? SourceAt(List<TranslatedSegment> segments, int index) =>
        index >= 0 && index < segments.Count ? segments[index].Segment.Source : null;
}
