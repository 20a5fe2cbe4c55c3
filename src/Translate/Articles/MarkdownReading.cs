using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Translate.Articles;

/// <summary>Reads Markdown: structure from the parser, text and markup by their places in the input.</summary>
/// <remarks>Code, front matter and raw HTML blocks are left out of translation and stay where they are.</remarks>
static class MarkdownReading
{
    static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseFootnotes().UseTaskLists().Build();

    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(string text)
    {
        if (MarkdownLimits.AreExceeded(text) || Parse(text) is not { } document) return TextReading.Read(text);
        List<Block> blocks = [];
        List<LeftOut> leftOut = [];
        Walk(document, BlockKind.Paragraph, 0);
        return (blocks, leftOut);

        void Walk(ContainerBlock container, BlockKind kind, int level)
        {
            foreach (var child in container)
                switch (child)
                {
                    case YamlFrontMatterBlock front: LeaveOut(front, "front matter"); break;
                    case CodeBlock code: LeaveOut(code, "code"); break;
                    case HtmlBlock html: LeaveOut(html, "markup"); break;
                    case HeadingBlock heading: AddHeading(heading); break;
                    case LeafBlock { Inline: { } inline }: Add(inline, kind, level); break;
                    case ListBlock list: Walk(list, BlockKind.ListItem, level + 1); break;
                    case QuoteBlock quote: Walk(quote, BlockKind.Quote, 0); break;
                    case TableRow or TableCell or Table: Walk((ContainerBlock)child, BlockKind.TableCell, 0); break;
                    case Markdig.Extensions.Footnotes.Footnote note: Walk(note, BlockKind.Note, 0); break;
                    case LinkReferenceDefinitionGroup: break;
                    case ContainerBlock inner: Walk(inner, kind, level); break;
                    default: break;
                }
        }

        void AddHeading(HeadingBlock heading)
        {
            var isTitle = heading.Level == 1 && !blocks.Exists(block => block.Kind == BlockKind.Title);
            if (heading.Inline is { } inline) Add(inline, isTitle ? BlockKind.Title : BlockKind.Heading, heading.Level);
        }

        void Add(ContainerInline inline, BlockKind kind, int level)
        {
            BlockBuilder builder = new(text);
            AddInlines(builder, text, inline);
            if (builder.ToBlock(kind, level) is { } block) blocks.Add(block);
        }

        void LeaveOut(MarkdownObject part, string reason)
        {
            // The span of code that the end of the file leaves open reaches beyond it.
            var range = Range(part.Span) is var span && span.End > text.Length ? new(Math.Min(span.Start, text.Length), text.Length) : span;
            leftOut.Add(new(reason, range, string.Join(' ', range.In(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        }
    }

    /// <summary>The parsed text; <c>null</c> when it nests deeper than the parser goes, which it says by an exception.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, s_pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static void AddInlines(BlockBuilder builder, string text, ContainerInline container)
    {
        var ends = MarkdownElements.Ends(container);
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
            if (MarkdownElements.EndOfReadings(inline, ends) is { } last)
            {
                AddTag(builder.Empty, new(Range(inline.Span).Start, Range(last.Span).End));
                inline = last;
            }
            else if (inline is HtmlInline element && ends.TryGetValue(element, out var kind)) AddTag(kind == TagKind.Open ? builder.Open : builder.Close, Range(element.Span));
            else AddInline(builder, text, inline);
    }

    static void AddInline(BlockBuilder builder, string text, Inline inline)
    {
        var span = Range(inline.Span);
        switch (inline)
        {
            case LiteralInline literal: AddLiteral(builder, text, literal, span); break;
            case HtmlEntityInline entity: builder.Replace(entity.Transcoded.ToString(), span.Start, span.Length); break;
            case LineBreakInline { IsHard: true }: AddHardBreak(builder, text, span); break;
            case LineBreakInline: AddSoftBreak(builder, text, span); break;
            case EmphasisInline emphasis when LeavesCell(text, emphasis):
                AddTag(builder.Empty, new(span.Start, span.Start + emphasis.DelimiterCount));
                AddInlines(builder, text, emphasis);
                break;
            case EmphasisInline emphasis:
                AddTag(builder.Open, new(span.Start, span.Start + emphasis.DelimiterCount));
                AddInlines(builder, text, emphasis);
                AddTag(builder.Close, new(span.End - emphasis.DelimiterCount, span.End));
                break;
            case LinkInline { IsAutoLink: false } link when link.FirstChild is not null: AddLink(builder, text, link, span); break;
            case ContainerInline inner and not LinkInline: AddInlines(builder, text, inner); break;
            default: AddTag(builder.Empty, span); break;
        }
    }

    // The parser pairs stars of different cells; the second ones stand outside this block. Of **甲。**乙 | **丙** the middle ones pair.
    static bool LeavesCell(string text, EmphasisInline emphasis)
    {
        var range = Range(emphasis.Span);
        var end = emphasis.LastChild is { } last ? Math.Clamp(Range(last.Span).End, range.Start, range.End) : range.End;
        if (text.AsSpan(end, range.End - end).Contains('|')) return true;
        foreach (var line in range.In(text).Split('\n').Skip(1))
            if (line.AsSpan().TrimStart(" \t>").StartsWith('|')) return true;
        return false;
    }

    /// <summary>A link's text is translated; its brackets, address and title are markup.</summary>
    static void AddLink(BlockBuilder builder, string text, LinkInline link, TextRange span)
    {
        var opening = link.IsImage ? 2 : 1;
        var end = Math.Max(Range(link.LastChild!.Span).End, span.Start + opening);
        AddTag(builder.Open, new(span.Start, span.Start + opening));
        AddInlines(builder, text, link);
        if (span.End <= end) return;
        // [甲] and [甲][] refer by their text; once that is translated the label must stand by itself.
        var ending = text[end..span.End];
        builder.Close(end, ending.Length, ending is "]" or "][]" ? $"][{text[(span.Start + opening)..end]}]" : null);
    }

    static void AddLiteral(BlockBuilder builder, string text, LiteralInline literal, TextRange span)
    {
        var content = literal.Content.ToString();
        if (content.Contains('\n', StringComparison.Ordinal))
        {
            AddLines(builder, text, span);
            return;
        }

        // The span of a table cell's text takes in the blanks on both sides of it.
        if (span.In(text).AsSpan().Trim(" \t") is var bare && bare.SequenceEqual(content.AsSpan().Trim(" \t")) && content.Length <= span.Length)
            builder.Copy(span.Start + span.In(text).IndexOf(content, StringComparison.Ordinal), content.Length);
        // An escaped character: the backslash stands in the input only.
        else if (span.Length == content.Length + 1 && text[span.Start] == '\\')
        {
            builder.Replace(content[..1], span.Start, 2);
            builder.Copy(span.Start + 2, span.Length - 2);
        }
        else builder.Replace(content, span.Start, span.Length);
    }

    /// <summary>The lines of an underlined heading, which the parser takes as one text.</summary>
    static void AddLines(BlockBuilder builder, string text, TextRange span)
    {
        for (var at = span.Start; at < span.End;)
        {
            var end = text.AsSpan(at, span.End - at).IndexOf('\n') is >= 0 and var found ? at + found : span.End;
            builder.Copy(at, text.AsSpan(at, end - at).TrimEnd().Length);
            if (end == span.End) break;
            var line = at + text.AsSpan(at, end - at).TrimEnd().Length;
            AddSoftBreak(builder, text, new(line, end + 1));
            at = Math.Max(SkipLineStart(text, end + 1), end + 1);
        }
    }

    /// <summary>A line break inside a paragraph, with the indentation or quote marks of the next line, which the parser skips.</summary>
    static void AddSoftBreak(BlockBuilder builder, string text, TextRange span)
    {
        var end = SkipLineStart(text, span.End);
        var after = end < text.Length ? text[end] : ' ';
        var joint = StartsByHand(text.AsSpan(end)) ? "\n" : WrappedLines.Joint(builder.Last, after);
        builder.Replace(joint, span.Start, Math.Max(1, end - span.Start));
    }

    /// <summary>Whether a line begins as authors who know no Markdown begin paragraphs and items: indented, 1）, （一）, ①, 二、.</summary>
    static bool StartsByHand(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is '\u3000' or (>= '①' and <= '⑳') or '•' or '●' or '■' or '◆') return !line.IsEmpty;
        var start = line[0] is '（' or '(' ? 1 : 0;
        var digits = start;
        while (digits < line.Length && digits < start + 3 && (char.IsAsciiDigit(line[digits]) || "一二三四五六七八九十".Contains(line[digits], StringComparison.Ordinal))) digits++;
        return digits > start && digits < line.Length && line[digits] is '）' or '、' or ')';
    }

    /// <summary>A line break that the author wanted, with its two spaces or backslash and what the next line begins with.</summary>
    static void AddHardBreak(BlockBuilder builder, string text, TextRange span)
    {
        var start = span.Start;
        while (start > 0 && text[start - 1] == ' ') start--;
        builder.Replace("\n", start, SkipLineStart(text, span.End) - start);
    }

    /// <summary>Where the text of the next line begins, after its indentation and quote marks.</summary>
    static int SkipLineStart(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '>' or '\n' or '\r') at++;
        return at;
    }

    static void AddTag(Action<int, int> add, TextRange range)
    {
        if (range.Length > 0) add(range.Start, range.Length);
    }

    // Markdig's spans include their last character.
    static TextRange Range(SourceSpan span) => new(Math.Max(0, span.Start), Math.Max(span.Start, span.End + 1));
}
