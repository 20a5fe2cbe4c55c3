using Translate.Articles;

namespace Translate.Memory;

/// <summary>A tag as interchange files write it.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Id">Its id: of no other code of its text but its other end, and the source's for the same code in a target.</param>
/// <param name="Other">Where the other end of its pair stands in the list; -1 when it has none.</param>
readonly record struct InlineCode(InlineTag Tag, int Id, int Other)
{
    public bool IsPaired => Other >= 0;

    public bool IsEndOfPair => IsPaired && Tag.Kind == TagKind.Close;
}

/// <summary>Gives the tags of a source and its target ids as the specifications ask for them.</summary>
/// <remarks>
/// Reviewers copy tags, drop one end or swap both; ids must be unique all the same, and a target's code may have the id of a
/// source's code only where both are of one kind.
/// </remarks>
static class InlineCodes
{
    public static (InlineCode[] Source, InlineCode[] Target) Of(TaggedText source, TaggedText target)
    {
        var free = source.Tags.Concat(target.Tags).Select(tag => tag.Number).DefaultIfEmpty().Max();
        var codes = Of(source.Tags, [], ref free);
        return (codes, Of(target.Tags, codes, ref free));
    }

    static InlineCode[] Of(IReadOnlyList<InlineTag> tags, InlineCode[] source, ref int free)
    {
        var others = Pairs(tags);
        var codes = new InlineCode[tags.Count];
        HashSet<int> taken = [];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = new(tags[i], others[i] >= 0 && others[i] < i ? codes[others[i]].Id : Id(tags[i], source, taken, ref free), others[i]);
        return codes;
    }

    static int Id(InlineTag tag, InlineCode[] source, HashSet<int> taken, ref int free)
    {
        foreach (var same in source)
            if (same.Tag.Number == tag.Number && same.Tag.Kind == tag.Kind && !same.IsEndOfPair && taken.Add(same.Id))
                return same.Id;
        return !Array.Exists(source, code => code.Id == tag.Number) && taken.Add(tag.Number) ? tag.Number : ++free;
    }

    /// <summary>The other end of each tag; an end pairs with the last start before it that is still open.</summary>
    static int[] Pairs(IReadOnlyList<InlineTag> tags)
    {
        var others = new int[tags.Count];
        Array.Fill(others, -1);
        Dictionary<int, Stack<int>> open = [];
        for (var i = 0; i < others.Length; i++)
        {
            if (tags[i].Kind == TagKind.Empty) continue;
            if (!open.TryGetValue(tags[i].Number, out var starts)) open[tags[i].Number] = starts = [];
            if (tags[i].Kind == TagKind.Open) starts.Push(i);
            else if (starts.TryPop(out var start)) (others[start], others[i]) = (i, start);
        }

        return others;
    }
}
