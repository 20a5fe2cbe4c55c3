using System.Text;
using Translate.Articles;

namespace Translate.Review;

/// <summary>Puts segments together that were translated as one.</summary>
static class JoinedText
{
    /// <summary>The sources as one text, and the target with its tags matched to the right source's.</summary>
    /// <param name="sources">Each source with the white space before it.</param>
    /// <param name="target">The common target in tag notation; where two sources have a tag {1}, its first stands for the first source's.</param>
    public static (TaggedText Source, TaggedText Target) Join(IReadOnlyList<(TaggedText Text, string Gap)> sources, string target)
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

        return (new(text.ToString(), tags), parsed with { Tags = targetTags });
    }
}
