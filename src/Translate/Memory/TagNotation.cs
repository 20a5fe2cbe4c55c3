using Translate.Articles;

namespace Translate.Memory;

/// <summary>How tagged texts are stored: the notation people see, and what the tags stood for beside it.</summary>
static class TagNotation
{
    const char Separator = '\u001F';

    /// <summary>What the tags stood for; <c>null</c> when nothing.</summary>
    public static string? Markup(TaggedText source, TaggedText target)
    {
        if (source.Tags.Count == 0 && target.Tags.Count == 0) return null;
        var raws = source.Tags.Concat(target.Tags).Select(tag => tag.Raw.Replace(Separator, ' ')).ToList();
        return raws.TrueForAll(raw => raw.Length == 0) ? null : string.Join(Separator, raws);
    }

    /// <summary>Reads a stored pair back.</summary>
    public static (TaggedText Source, TaggedText Target) Read(string source, string target, string? markup)
    {
        var (before, after) = (TaggedText.Parse(source, []), TaggedText.Parse(target, []));
        if (markup is null) return (before, after);
        var raws = markup.Split(Separator);
        return raws.Length != before.Tags.Count + after.Tags.Count
            ? (before, after)
            : (WithRaw(before, raws), WithRaw(after, raws.AsSpan(before.Tags.Count)));
    }

    /// <summary>The target with the markup of a segment's tags, by number and kind.</summary>
    public static TaggedText TakeOver(TaggedText target, IReadOnlyList<InlineTag> segment) => target.Tags.Count == 0 ? target : target with
    {
        Tags = [.. target.Tags.Select(tag =>
            segment.FirstOrDefault(own => own.Number == tag.Number && own.Kind == tag.Kind) is { } own ? tag with { Raw = own.Raw } : tag)],
    };

    /// <summary>The text without white space at its edges.</summary>
    public static TaggedText Trim(TaggedText text)
    {
        var trimmed = text.Text.Trim();
        if (trimmed.Length == text.Text.Length) return text;
        var cut = text.Text.Length - text.Text.TrimStart().Length;
        return new(trimmed, [.. text.Tags.Select(tag => tag with { Position = Math.Clamp(tag.Position - cut, 0, trimmed.Length) })]);
    }

    static TaggedText WithRaw(TaggedText text, ReadOnlySpan<string> raws)
    {
        var tags = text.Tags.ToArray();
        for (var i = 0; i < tags.Length; i++) tags[i] = tags[i] with { Raw = raws[i] };
        return text with { Tags = tags };
    }
}
