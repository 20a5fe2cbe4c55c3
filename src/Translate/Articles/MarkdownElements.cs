using Markdig.Syntax.Inlines;

namespace Translate.Articles;

/// <summary>Finds the elements of HTML that stand as pairs in a line of Markdown: <c>&lt;b&gt;大&lt;/b&gt;模型</c>.</summary>
static class MarkdownElements
{
    static readonly IReadOnlyDictionary<HtmlInline, TagKind> s_none = new Dictionary<HtmlInline, TagKind>();

    /// <summary>Which tags directly in a container open or close an element; what is missing stands alone.</summary>
    /// <remarks>Tags on both sides of a star or a bracket cross it and make no pair, and neither do those without a partner inside a pair.</remarks>
    public static IReadOnlyDictionary<HtmlInline, TagKind> Ends(ContainerInline container)
    {
        if (!container.Any(inline => inline is HtmlInline)) return s_none;
        Dictionary<HtmlInline, TagKind> ends = [];
        Stack<(string Name, HtmlInline Tag)> open = new();
        Dictionary<string, int> waiting = new(StringComparer.Ordinal);
        foreach (var tag in container.OfType<HtmlInline>())
        {
            if (NameOf(tag.Tag) is not { } name) continue;
            if (tag.Tag[1] != '/')
            {
                open.Push((name, tag));
                waiting[name] = waiting.GetValueOrDefault(name) + 1;
            }
            else if (waiting.GetValueOrDefault(name) > 0) Close(name, tag);
        }

        return ends;

        void Close(string name, HtmlInline tag)
        {
            for (var closed = false; !closed;)
            {
                var opened = open.Pop();
                waiting[opened.Name]--;
                closed = opened.Name == name;
                if (closed) (ends[opened.Tag], ends[tag]) = (TagKind.Open, TagKind.Close);
            }
        }
    }

    /// <summary>The last tag of the readings that one begins, which stand over characters: <c>漢&lt;rt&gt;hàn&lt;/rt&gt;</c>; <c>null</c> where none begins.</summary>
    public static HtmlInline? EndOfReadings(Inline inline, IReadOnlyDictionary<HtmlInline, TagKind> ends)
    {
        HtmlInline? last = null;
        for (var next = inline; next is HtmlInline tag && KindOf(tag) == TagKind.Open && NameOf(tag.Tag) is "rt" or "rp"; next = last.NextSibling) last = End(tag);
        return last;

        TagKind KindOf(HtmlInline tag) => ends.GetValueOrDefault(tag, TagKind.Empty);

        HtmlInline End(HtmlInline start)
        {
            var depth = 1;
            for (var end = start.NextSibling; ; end = end!.NextSibling)
            {
                if (end is not HtmlInline tag || KindOf(tag) == TagKind.Empty || NameOf(tag.Tag) != NameOf(start.Tag)) continue;
                depth += KindOf(tag) == TagKind.Open ? 1 : -1;
                if (depth == 0) return tag;
            }
        }
    }

    /// <summary>The element that a tag opens or closes; <c>null</c> for comments and for what has no end.</summary>
    static string? NameOf(string tag)
    {
        var name = tag.AsSpan(tag.StartsWith("</", StringComparison.Ordinal) ? 2 : 1);
        var length = 0;
        while (length < name.Length && (char.IsAsciiLetterOrDigit(name[length]) || name[length] == '-')) length++;
        if (length == 0 || tag.EndsWith("/>", StringComparison.Ordinal)) return null;
        var found = name[..length].ToString().ToLowerInvariant();
        return HtmlNames.Void.Contains(found) ? null : found;
    }
}
