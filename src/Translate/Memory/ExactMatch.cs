using Translate.Articles;
using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Scores a stored pair whose source equals a segment's but for script, width, letter case and tags.</summary>
static class ExactMatch
{
    /// <summary>101 in the same context, 100 equal, 99 when tags or letter case differ or the target had to be converted.</summary>
    public static MemoryMatch Score(StoredPair stored, MemoryQuery query)
    {
        List<string> differences = [];
        var target = Target(stored, query, differences);
        if (HasOtherCase(stored.Source.Text, query.Source.Text)) differences.Insert(0, "letter case differs");
        var score = differences.Count > 0 ? 99 : stored.HasContextOf(query) ? 101 : 100;
        return new(score, stored.Source, target, stored.Provenance, differences);
    }

    /// <summary>The stored target in the asked script and with the segment's tags; adds to the differences what this took.</summary>
    public static TaggedText Target(StoredPair stored, MemoryQuery query, List<string> differences)
    {
        var target = stored.Entry.Target;
        if (!SameTags(stored.Source, query.Source))
        {
            differences.Add("tags differ");
            target = target with { Tags = [.. target.Tags.Where(tag => Has(query.Source, tag))] };
        }

        if (Languages.Conversion(stored.Entry.Pair.Target, query.Pair.Target) is { } conversion)
        {
            differences.Add($"target converted from {stored.Entry.Pair.Target}");
            target = Convert(target, conversion);
        }

        return TagNotation.TakeOver(target, query.Source.Tags);
    }

    static bool SameTags(TaggedText stored, TaggedText asked) =>
        stored.Text.Length == asked.Text.Length
            ? stored.Tags.Select(tag => (tag.Number, tag.Kind, tag.Position)).SequenceEqual(asked.Tags.Select(tag => (tag.Number, tag.Kind, tag.Position)))
            : stored.Tags.Select(tag => (tag.Number, tag.Kind)).SequenceEqual(asked.Tags.Select(tag => (tag.Number, tag.Kind)));

    static bool Has(TaggedText text, InlineTag tag) => text.Tags.Any(own => own.Number == tag.Number && own.Kind == tag.Kind);

    static TaggedText Convert(TaggedText text, string conversion)
    {
        var converted = ScriptConverter.Get(conversion).Convert(text.Text, out var map);
        return new(converted, [.. text.Tags.Select(tag => tag with { Position = map.ToText(new(tag.Position, tag.Position)).Start })]);
    }

    // Folding is one unit to one, so equal folded texts have equal lengths.
    static bool HasOtherCase(string stored, string asked)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            var (one, other) = (Narrow(stored[i]), Narrow(asked[i]));
            if (one != other && char.ToLowerInvariant(one) == char.ToLowerInvariant(other)) return true;
        }

        return false;
    }

    static char Narrow(char unit) => unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;
}
