using System.Text;
using Translate.Articles;
using Translate.Scripts;
using Translate.Segments;

namespace Translate.Review;

/// <summary>What publishing does with segments that nobody has accepted.</summary>
public enum Unapproved
{
    /// <summary>The article is not published.</summary>
    Refuse,

    /// <summary>They stand in the article between <c>⟦</c> and <c>⟧</c>, the source where there is no target.</summary>
    Mark,

    /// <summary>They stand in the article as they are, the source where there is no target.</summary>
    Keep,
}

/// <summary>Puts reviewed segments together to the blocks of their article again.</summary>
public static class PublishedText
{
    /// <summary>The target of every block that has segments, ready for the article's writer.</summary>
    /// <param name="article">The cleaned article, made from the same input as at the export.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="rows">The reviewed rows of this article, in any order.</param>
    /// <param name="unapproved">What is done with segments that nobody has accepted.</param>
    /// <param name="problem">Why there is no result.</param>
    public static IReadOnlyDictionary<int, TaggedText>? Of(
        Article article, IReadOnlyList<Segment> segments, IEnumerable<MergedRow> rows, Unapproved unapproved, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(rows);
        var byId = rows.GroupBy(row => row.Base.Key.Segment, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        var strangers = segments.Count(segment => !byId.TryGetValue(segment.Id, out var row) || row.Base.Key.SourceHash != RowKey.Hash(segment.Tagged.ToString()));
        var open = segments.Count(segment => byId.TryGetValue(segment.Id, out var row) && !IsSettled(row));
        problem = strangers > 0
            ? new("WB020", article.Path, 0, $"{strangers} of its {segments.Count} segments are not those of the workbook; give the same input with the same cleaning")
            : open > 0 && unapproved == Unapproved.Refuse
                ? new("WB021", article.Path, 0, $"{open} of its {segments.Count} segments are not approved; finish the review, or publish with --unapproved mark")
                : null;
        if (problem is not null) return null;
        var blocks = article.Blocks.ToDictionary(block => block.Number);
        return segments.GroupBy(segment => segment.Block).ToDictionary(
            group => group.Key, group => Compose(blocks[group.Key], [.. group.OrderBy(segment => segment.Range.Start)], byId, unapproved));
    }

    static bool IsSettled(MergedRow row) => row.IsAccepted || row.Status == SegmentStatus.Joined && !row.InConflict;

    static TaggedText Compose(Block block, List<Segment> segments, Dictionary<string, MergedRow> rows, Unapproved unapproved)
    {
        StringBuilder text = new();
        List<InlineTag> tags = [];
        var owners = BlockTags(block, segments);
        List<InlineTag> trail = [];
        var before = -1;
        for (var i = 0; i < segments.Count;)
        {
            var last = i;
            while (last + 1 < segments.Count && rows[segments[last + 1].Id] is { Status: SegmentStatus.Joined, InConflict: false }) last++;
            var target = WithBlockTags(Target(segments[i], rows[segments[i].Id], unapproved), owners[i..(last + 1)]);
            var (lead, inside, next) = Part(target, new(segments[i].Range.Start, segments[last].Range.End), block.Tags);
            TextRange space = new(before < 0 ? 0 : segments[before].Range.End, segments[i].Range.Start);
            var gap = space.In(block.Text);
            if (before >= 0) gap = Gap(gap, text, target, IsSource(before) && IsSource(i));
            AppendGap(gap, trail, lead, space, block, text, tags);
            tags.AddRange(inside.Select(tag => tag with { Position = text.Length + tag.Position }));
            text.Append(target.Text);
            (before, i, trail) = (last, last + 1, next);
        }

        TextRange rest = new(segments[^1].Range.End, block.Text.Length);
        AppendGap(rest.In(block.Text), trail, [], rest, block, text, tags);
        return new(text.ToString(), tags);

        bool IsSource(int index) => RowKey.Same(rows[segments[index].Id].Target, segments[index].Tagged.ToString());
    }

    static TaggedText Target(Segment segment, MergedRow row, Unapproved unapproved)
    {
        var isEmpty = string.IsNullOrWhiteSpace(row.Target);
        var target = isEmpty ? segment.Tagged : TaggedText.Parse(row.Target, segment.Tags);
        if (IsSettled(row) || unapproved != Unapproved.Mark) return target;
        return new($"⟦{target.Text}⟧", [.. target.Tags.Select(tag => tag with { Position = tag.Position + 1 })]);
    }

    // Every tag of a block belongs to one of its segments; so a segment's tag leads back to the block's, and a pair that spans two
    // segments stays a pair.
    static List<Dictionary<(int, TagKind), InlineTag>> BlockTags(Block block, List<Segment> segments)
    {
        var free = block.Tags.ToList();
        return [.. segments.Select(segment =>
        {
            Dictionary<(int, TagKind), InlineTag> own = [];
            foreach (var tag in segment.Tags)
            {
                var place = free.FindIndex(other => (other.Kind, other.Raw) == (tag.Kind, tag.Raw)
                    && Math.Clamp(other.Position - segment.Range.Start, 0, segment.Range.Length) == tag.Position);
                if (place < 0) continue;
                own.TryAdd((tag.Number, tag.Kind), free[place]);
                free.RemoveAt(place);
            }

            return own;
        })];
    }

    /// <summary>A target with the block's own tags, at the target's positions.</summary>
    static TaggedText WithBlockTags(TaggedText target, List<Dictionary<(int, TagKind), InlineTag>> owners)
    {
        Dictionary<(int, TagKind), int> used = [];
        List<InlineTag> tags = [];
        foreach (var tag in target.Tags)
        {
            var key = (tag.Number, tag.Kind);
            used.TryGetValue(key, out var times);
            used[key] = times + 1;
            // A tag that no source has carries no markup; it would publish as nothing and is left out.
            if (owners.Where(owner => owner.ContainsKey(key)).Skip(times).FirstOrDefault() is { } owner) tags.Add(owner[key] with { Position = tag.Position });
        }

        return target with { Tags = tags };
    }

    /// <summary>Parts tags at a target's edges that stand at an edge of its source or in the white space around it from those inside.</summary>
    static (List<InlineTag> Lead, List<InlineTag> Inside, List<InlineTag> Trail) Part(TaggedText target, TextRange source, IReadOnlyList<InlineTag> known)
    {
        var all = target.Tags;
        var (first, last) = (0, all.Count);
        while (first < last && all[first].Position == 0 && Own(all[first]).Position <= source.Start) first++;
        while (last > first && all[last - 1].Position == target.Text.Length && Own(all[last - 1]).Position >= source.End) last--;
        return ([.. all.Take(first).Select(Own)], [.. all.Skip(first).Take(last - first)], [.. all.Skip(last).Select(Own)]);

        InlineTag Own(InlineTag tag) => known.First(own => (own.Number, own.Kind) == (tag.Number, tag.Kind));
    }

    // White space between two texts, with the tags at the end of the one and the start of the other in the order of the source.
    static void AppendGap(string gap, List<InlineTag> trail, List<InlineTag> lead, TextRange source, Block block, StringBuilder text, List<InlineTag> tags)
    {
        var order = block.Tags.ToList();
        var placed = trail.Select(tag => (Tag: tag, Place: Math.Clamp(tag.Position - source.Start, 0, gap.Length)))
            .Concat(lead.Select(tag => (Tag: tag, Place: tag.Position >= source.End ? gap.Length : Math.Clamp(tag.Position - source.Start, 0, gap.Length))));
        tags.AddRange(placed.OrderBy(one => one.Place).ThenBy(one => order.IndexOf(one.Tag)).Select(one => one.Tag with { Position = text.Length + one.Place }));
        text.Append(gap);
    }

    // White space between sentences follows the script: none between Chinese sentences, one between English ones. Line breaks stay.
    static string Gap(string gap, StringBuilder before, TaggedText after, bool asSource)
    {
        if (asSource || gap.AsSpan().ContainsAny('\n', '\r') || before.Length == 0 || after.Text.Length == 0) return gap;
        var (left, right) = (Han.IsWide(before[^1]), Han.IsWide(after.Text[0]));
        return gap.Length == 0 ? left || right ? "" : " " : left && right ? "" : gap;
    }
}
