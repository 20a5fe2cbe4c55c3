using Translate.Articles;

namespace Translate.Segments;

/// <summary>Gives every inline tag of a block to exactly one of its segments.</summary>
static class SegmentTags
{
    /// <param name="tags">The block's tags, in order.</param>
    /// <param name="segments">The block's segments, in order.</param>
    /// <param name="preceding">Kinds of tags that between two segments go to the preceding one; usually closing tags.</param>
    /// <returns>For each segment its tags, by position in the segment, numbered from 1.</returns>
    /// <remarks>
    /// Before the first segment and after the last there is no choice. Of a pair that spans segments one holds a lone opening,
    /// the other a lone closing tag. A block without segments has nowhere to put tags.
    /// </remarks>
    public static IReadOnlyList<InlineTag>[] Distribute(IReadOnlyList<InlineTag> tags, IReadOnlyList<TextRange> segments, IReadOnlySet<TagKind> preceding)
    {
        var shares = new List<InlineTag>[segments.Count];
        for (var i = 0; i < shares.Length; i++) shares[i] = [];
        if (segments.Count > 0)
        {
            Dictionary<int, int> opened = [];
            foreach (var tag in tags)
            {
                // A pair around nothing stays together.
                var owner = Math.Max(Owner(tag, segments, preceding), tag.Kind == TagKind.Close ? opened.GetValueOrDefault(tag.Number) : 0);
                if (tag.Kind == TagKind.Open) opened[tag.Number] = owner;
                var position = Math.Clamp(tag.Position - segments[owner].Start, 0, segments[owner].Length);
                shares[owner].Add(tag with { Position = position });
            }
        }

        return [.. shares.Select(share => TaggedText.Renumber(share.OrderBy(tag => tag.Position)))];
    }

    static int Owner(InlineTag tag, IReadOnlyList<TextRange> segments, IReadOnlySet<TagKind> preceding)
    {
        // The first segment that ends behind the tag; for a tag that stays with what precedes it, also one that ends right at it.
        var stays = preceding.Contains(tag.Kind);
        int low = 0, high = segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].End > tag.Position || segments[middle].End == tag.Position && stays) high = middle;
            else low = middle + 1;
        }

        return stays && low > 0 && segments[low].Start >= tag.Position ? low - 1 : low;
    }
}
