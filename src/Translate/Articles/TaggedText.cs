using System.Text;

namespace Translate.Articles;

/// <summary>A text and the inline tags that stand in it.</summary>
/// <param name="Text">The text without markup.</param>
/// <param name="Tags">Tags by position, in order.</param>
/// <remarks>
/// The notation that people see writes tags as <c>{1}</c>, <c>{/1}</c>, <c>{2/}</c>. Literal text that would read as a tag gets
/// a backslash in front (<c>\{1}</c>), and backslashes directly before either are doubled; everything else stays as it is.
/// </remarks>
public sealed record TaggedText(string Text, IReadOnlyList<InlineTag> Tags)
{
    /// <summary>No text, no tags.</summary>
    public static TaggedText None { get; } = new("", []);

    /// <summary>Whether there is neither text nor tag.</summary>
    public bool IsEmpty => Text.Length == 0 && Tags.Count == 0;

    /// <summary>Text without any tags.</summary>
    public static TaggedText Plain(string text) => new(text, []);

    /// <summary>The notation for people; <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        if (Tags.Count == 0 && !Text.Contains('{', StringComparison.Ordinal)) return Text;
        StringBuilder notation = new(Text.Length + Tags.Count * 4);
        var at = 0;
        foreach (var tag in Tags)
        {
            AppendLiteral(notation, Text.AsSpan(at, tag.Position - at), beforeTag: true);
            notation.Append(tag.Shown);
            at = tag.Position;
        }

        AppendLiteral(notation, Text.AsSpan(at), beforeTag: false);
        return notation.ToString();
    }

    /// <summary>Reads the notation.</summary>
    /// <param name="notation">What <see cref="ToString"/> or a translator wrote.</param>
    /// <param name="known">Tags whose <see cref="InlineTag.Raw"/> the read tags take over; a tag that is not among them has an empty one.</param>
    public static TaggedText Parse(string notation, IReadOnlyList<InlineTag> known)
    {
        if (!notation.Contains('{', StringComparison.Ordinal)) return Plain(notation);
        StringBuilder text = new(notation.Length);
        List<InlineTag> tags = [];
        for (var at = 0; at < notation.Length;)
        {
            var slashes = 0;
            while (at + slashes < notation.Length && notation[at + slashes] == '\\') slashes++;
            var length = TagLength(notation.AsSpan(at + slashes), out var number, out var kind);
            if (length == 0)
            {
                var step = Math.Max(1, slashes);
                text.Append(notation, at, step);
                at += step;
                continue;
            }

            text.Append('\\', slashes / 2);
            at += slashes;
            if (slashes % 2 == 1)
                text.Append(notation, at, length);
            else
                tags.Add(new(number, kind, text.Length, RawOf(known, number, kind)));
            at += length;
        }

        return new(text.ToString(), tags);
    }

    /// <summary>A part of the text with the tags that stand in it, renumbered from 1.</summary>
    /// <param name="range">The part.</param>
    /// <remarks>Tags at both edges are included; a splitter that must give every tag to exactly one part chooses itself.</remarks>
    public TaggedText Slice(TextRange range)
    {
        var inside = Tags.Where(tag => range.Start <= tag.Position && tag.Position <= range.End)
            .Select(tag => tag with { Position = tag.Position - range.Start });
        return new(range.In(Text), Renumber(inside));
    }

    /// <summary>Numbers tags from 1 in order of appearance; an opening and its closing tag keep one number.</summary>
    public static IReadOnlyList<InlineTag> Renumber(IEnumerable<InlineTag> tags)
    {
        Dictionary<int, int> numbers = [];
        return [.. tags.Select(tag =>
        {
            if (!numbers.TryGetValue(tag.Number, out var number)) numbers[tag.Number] = number = numbers.Count + 1;
            return tag with { Number = number };
        })];
    }

    /// <summary>Equal text and equal tags by number, kind and place; their markup does not matter.</summary>
    public bool SameAs(TaggedText other) =>
        Text == other.Text && Tags.Count == other.Tags.Count
        && Tags.Zip(other.Tags).All(pair =>
            (pair.First.Number, pair.First.Kind, pair.First.Position) == (pair.Second.Number, pair.Second.Kind, pair.Second.Position));

    static string RawOf(IReadOnlyList<InlineTag> known, int number, TagKind kind) =>
        known.FirstOrDefault(tag => tag.Number == number && tag.Kind == kind)?.Raw ?? "";

    static void AppendLiteral(StringBuilder notation, ReadOnlySpan<char> text, bool beforeTag)
    {
        for (var at = 0; at < text.Length;)
        {
            var slashes = 0;
            while (at + slashes < text.Length && text[at + slashes] == '\\') slashes++;
            var rest = text[(at + slashes)..];
            var length = TagLength(rest, out _, out _);
            if (length > 0)
            {
                notation.Append('\\', slashes * 2 + 1).Append(rest[..length]);
                at += slashes + length;
            }
            else if (slashes > 0)
            {
                notation.Append('\\', rest.IsEmpty && beforeTag ? slashes * 2 : slashes);
                at += slashes;
            }
            else
                notation.Append(text[at++]);
        }
    }

    /// <summary>Length of the tag at the start of a text; 0 when there is none.</summary>
    static int TagLength(ReadOnlySpan<char> text, out int number, out TagKind kind)
    {
        (number, kind) = (0, TagKind.Open);
        if (text.Length < 3 || text[0] != '{') return 0;
        var at = 1;
        if (text[at] == '/') (kind, at) = (TagKind.Close, at + 1);
        var digits = at;
        while (at < text.Length && at - digits < 6 && char.IsAsciiDigit(text[at])) number = number * 10 + (text[at++] - '0');
        if (at == digits || number == 0 || text[digits] == '0') return 0;
        if (at < text.Length && text[at] == '/' && kind == TagKind.Open) (kind, at) = (TagKind.Empty, at + 1);
        return at < text.Length && text[at] == '}' ? at + 1 : 0;
    }
}
