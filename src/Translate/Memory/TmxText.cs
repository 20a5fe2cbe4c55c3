using Translate.Articles;

namespace Translate.Memory;

/// <summary>An inline tag with the marks that other tools pair it by.</summary>
/// <param name="Tag">The tag, numbered within its own text.</param>
/// <param name="X">Its <c>x</c> (or the id in XLIFF): equal in source and target.</param>
/// <param name="I">Its <c>i</c>: pairs a bpt with its ept within one text; many tools repeat it in the target.</param>
sealed record MarkedTag(InlineTag Tag, string? X, string? I);

/// <summary>A text of another tool's file whose tags are not numbered as ours are yet.</summary>
sealed record TmxText(string Text, IReadOnlyList<MarkedTag> Tags)
{
    /// <summary>With its own numbers.</summary>
    public TaggedText Numbered() => new(Text, Tags.Count == 0 ? [] : [.. Tags.Select(tag => tag.Tag)]);

    /// <summary>With the numbers that the same tags have in the source.</summary>
    public TaggedText NumberedLike(TmxText source)
    {
        if (Tags.Count == 0) return Numbered();
        Dictionary<int, int> numbers = [];
        HashSet<int> taken = [];
        Take(SameX);
        Take(SameI);
        Take(SameMarkup);
        // A translator's copy of a code that the source has once.
        Take(SameMarkup, again: true);
        Take(SameKind);

        var next = source.Tags.Count == 0 ? 0 : source.Tags.Max(tag => tag.Tag.Number);
        return new(Text, [.. Tags.Select(tag =>
        {
            if (!numbers.TryGetValue(tag.Tag.Number, out var number)) numbers[tag.Tag.Number] = number = ++next;
            return tag.Tag with { Number = number };
        })]);

        void Take(Func<MarkedTag, MarkedTag, bool> same, bool again = false)
        {
            foreach (var tag in Tags.Where(tag => !numbers.ContainsKey(tag.Tag.Number)))
            {
                var found = source.Tags.FirstOrDefault(other => (again || !taken.Contains(other.Tag.Number)) && same(tag, other));
                if (found is null) continue;
                numbers[tag.Tag.Number] = found.Tag.Number;
                taken.Add(found.Tag.Number);
            }
        }
    }

    static bool SameX(MarkedTag one, MarkedTag other) => one.X is not null && one.X == other.X && one.Tag.Kind == other.Tag.Kind;

    static bool SameI(MarkedTag one, MarkedTag other) => one.I is not null && one.I == other.I && one.Tag.Kind == other.Tag.Kind;

    static bool SameMarkup(MarkedTag one, MarkedTag other) =>
        one.Tag.Raw.Length > 0 && one.Tag.Raw == other.Tag.Raw && one.Tag.Kind == other.Tag.Kind;

    static bool SameKind(MarkedTag one, MarkedTag other) => one.Tag.Kind == other.Tag.Kind;
}
