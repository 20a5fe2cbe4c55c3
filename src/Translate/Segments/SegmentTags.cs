using Translate.Articles;

namespace Translate.Segments;

/// <summary>Gives every inline tag of a block to exactly one of its segments.</summary>
static class SegmentTags
{
    /// <param name="tags">The block's tags, in order.</param>
    /// <param name="segments">The block's segments, in order.</param>
    /// <returns>For each segment its tags, by position in the segment, numbered from 1.</returns>
    /// <remarks>
    /// Between two segments an opening tag goes to the following one and a closing tag to the preceding one; a tag that stands
    /// alone goes to the following one. Before the first and after the last there is no choice. Of a pair that spans segments
    /// one holds a lone opening, the other a lone closing tag. A block without segments has nowhere to put tags.
    /// </remarks>
    public static IReadOnlyList<InlineTag>[] Distribute(IReadOnlyList<InlineTag> tags, IReadOnlyList<TextRange> segments)
    {
        var shares = new List<InlineTag>[segments.Count];
        for (var i = 0; i < shares.Length; i++) shares[i] = [];
        if (segments.Count > 0)
        {
            Dictionary<int, int> opened = [];
            foreach (var tag in tags)
            {
                // A pair around nothing stays together.
                var owner = Math.Max(Owner(tag, segments), tag.Kind == TagKind.Close ? opened.GetValueOrDefault(tag.Number) : 0);
                if (tag.Kind == TagKind.Open) opened[tag.Number] = owner;
                var position = Math.Clamp(tag.Position - segments[owner].Start, 0, segments[owner].Length);
                shares[owner].Add(tag with { Position = position });
            }
        }

        return [.. shares.Select(share => TaggedText.Renumber(share.OrderBy(tag => tag.Position)))];
    }

    static int Owner(InlineTag tag, IReadOnlyList<TextRange> segments)
    {
        // The first segment that ends behind the tag; for a closing tag also the one that ends right at it.
        int low = 0, high = segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].End > tag.Position || segments[middle].End == tag.Position && tag.Kind == TagKind.Close) high = middle;
            else low = middle + 1;
        }

        var inGap = segments[low].Start >= tag.Position;
        return inGap && tag.Kind == TagKind.Close && low > 0 ? low - 1 : low;
    }
}
