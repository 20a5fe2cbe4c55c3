using System.Text;

namespace Translate.Articles;

/// <summary>Puts segments together that were translated as one.</summary>
static class JoinedText
{
    /// <summary>The sources as one text, and the target with its tags matched to the right source's.</summary>
    /// <param name="sources">Each source with the white space before it.</param>
    /// <param name="target">The common target in tag notation; where two sources have a tag {1}, its first stands for the first source's.</param>
    public static (TaggedText Source, TaggedText Target) Join(IReadOnlyList<(TaggedText Text, string Gap)> sources, string target)
    {
        var (source, numbers) = JoinSources(sources);
        var parsed = TaggedText.Parse(target, []);
        Dictionary<(int, TagKind), int> used = [];
        List<InlineTag> targetTags = [];
        foreach (var tag in parsed.Tags)
        {
            used.TryGetValue((tag.Number, tag.Kind), out var times);
            used[(tag.Number, tag.Kind)] = times + 1;
            var owner = numbers.Where((map, i) => map.ContainsKey(tag.Number) && sources[i].Text.Tags.Any(known => known.Number == tag.Number && known.Kind == tag.Kind))
                .Skip(times).FirstOrDefault();
            // A tag that no source has stays, with a number of its own, so that the check for tags can name it.
            targetTags.Add(tag with { Number = owner is null ? 900 + tag.Number : owner[tag.Number] });
        }

        return (source, parsed with { Tags = targetTags });
    }

    /// <summary>The sources as one text.</summary>
    public static TaggedText Join(IReadOnlyList<(TaggedText Text, string Gap)> sources) => JoinSources(sources).Source;

    /// <summary>A target of the sources as one with the tag numbers that stand in their rows: the way back from <see cref="Join(IReadOnlyList{ValueTuple{TaggedText, string}}, string)"/>.</summary>
    /// <returns><c>null</c> when its tags would not lead to the right sources again.</returns>
    public static TaggedText? InRowNumbers(IReadOnlyList<(TaggedText Text, string Gap)> sources, TaggedText target)
    {
        var own = JoinSources(sources).Numbers.SelectMany(map => map).ToDictionary(number => number.Value, number => number.Key);
        if (target.Tags.Any(tag => !own.ContainsKey(tag.Number))) return null;
        var inRow = target with { Tags = [.. target.Tags.Select(tag => tag with { Number = own[tag.Number] })] };
        return Join(sources, inRow.ToString()).Target.SameAs(target) ? inRow : null;
    }

    // For each source, which of its numbers became which.
    static (TaggedText Source, List<Dictionary<int, int>> Numbers) JoinSources(IReadOnlyList<(TaggedText Text, string Gap)> sources)
    {
        StringBuilder text = new();
        List<InlineTag> tags = [];
        List<Dictionary<int, int>> numbers = [];
        foreach (var (source, gap) in sources)
        {
            text.Append(gap);
            Dictionary<int, int> own = [];
            foreach (var tag in source.Tags)
            {
                if (!own.TryGetValue(tag.Number, out var number)) own[tag.Number] = number = numbers.Sum(map => map.Count) + own.Count + 1;
                tags.Add(tag with { Number = number, Position = text.Length + tag.Position });
            }

            numbers.Add(own);
            text.Append(source.Text);
        }

        return (new(text.ToString(), tags), numbers);
    }
}
