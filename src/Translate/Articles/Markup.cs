using System.Text;

namespace Translate.Articles;

/// <summary>How a format writes text and tags.</summary>
/// <param name="Escape">Text as the format writes it; told whether it starts a block.</param>
/// <param name="Between">What stands between a block and its translation when both are published.</param>
sealed record Markup(Func<string, bool, string> Escape, string Between)
{
    static readonly Markup s_text = new((text, _) => text, "\n");
    static readonly Markup s_docx = new((text, _) => DocxParagraph.Escape(text), "");
    static readonly Markup s_xlsx = new((text, _) => XlsxText.Escape(text), "");
    static readonly Markup s_html = new((text, _) => EscapeHtml(text, "<br>"), "<br>");
    static readonly Markup s_preformatted = new((text, _) => EscapeHtml(text, "\n"), "\n");

    /// <summary>The <c>title</c> of a page is one line of text without elements.</summary>
    public static readonly Markup PageTitle = new((text, _) => EscapeHtml(text, " "), " / ");

    public static Markup Of(ArticleFormat format) => format switch
    {
        ArticleFormat.Html => s_html,
        ArticleFormat.Docx => s_docx,
        ArticleFormat.Xlsx => s_xlsx,
        _ => s_text,
    };

    /// <summary>How a format writes one block: line breaks depend on what the block stands in.</summary>
    public static Markup Of(Article article, Block block) => article.Format switch
    {
        ArticleFormat.Markdown => MarkdownPlace.Of(article.Input, block).ToMarkup(),
        ArticleFormat.Html when IsPageTitle(article.Input, block.Map.Input.End) => PageTitle,
        ArticleFormat.Html when KeepsLines(article.Input, block) => s_preformatted,
        _ => Of(article.Format),
    };

    // Elsewhere than in <pre> a line feed of the text is a <br> of the input.
    static bool KeepsLines(string input, Block block)
    {
        for (var at = block.Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = block.Text.IndexOf('\n', at + 1))
            if (block.Map.ToInput(at) is var place && place < input.Length && input[place] is '\n' or '\r') return true;
        return false;
    }

    static bool IsPageTitle(string input, int end) => input.AsSpan(end).TrimStart().StartsWith("</title", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text with its markup put back.</summary>
    /// <param name="text">The text; its tags may be fewer than the block's, or in another order.</param>
    /// <param name="known">The block's own tags, whose markup is used.</param>
    /// <remarks>
    /// Markup never breaks: an end without a start is dropped, a missing end is put at the end, crossing spans are closed in order,
    /// and what stands alone (a picture, a piece of code) and was forgotten follows at the end.
    /// </remarks>
    public string Render(TaggedText text, IReadOnlyList<InlineTag> known)
    {
        StringBuilder output = new();
        Stack<int> open = new();
        HashSet<int> used = [];
        var at = 0;
        foreach (var tag in text.Tags)
        {
            Append(text.Text[at..tag.Position]);
            at = tag.Position;
            if (Find(tag.Number, tag.Kind) is not { } own) continue;
            switch (tag.Kind)
            {
                case TagKind.Open when used.Add(tag.Number):
                    output.Append(own.Raw);
                    open.Push(tag.Number);
                    break;
                case TagKind.Close when open.Contains(tag.Number):
                    while (open.Peek() != tag.Number) CloseTop();
                    CloseTop();
                    break;
                case TagKind.Empty when used.Add(tag.Number): output.Append(own.Raw); break;
                // An end whose start lies in an earlier block stands alone in the source too.
                case TagKind.Close when Find(tag.Number, TagKind.Open) is null: output.Append(own.Raw); break;
                default: break;
            }
        }

        Append(text.Text[at..]);
        while (open.Count > 0) CloseTop();
        foreach (var forgotten in known.Where(tag => tag.Kind == TagKind.Empty && !used.Contains(tag.Number))) output.Append(forgotten.Raw);
        return output.ToString();

        void Append(string part)
        {
            if (part.Length > 0) output.Append(Escape(part, output.Length == 0));
        }

        void CloseTop()
        {
            // A span that the source leaves open stays open.
            if (Find(open.Pop(), TagKind.Close) is { } close) output.Append(close.Raw);
        }

        InlineTag? Find(int number, TagKind kind) => known.FirstOrDefault(tag => tag.Number == number && tag.Kind == kind);
    }

    static string EscapeHtml(string text, string lineBreak) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\u00A0", "&nbsp;", StringComparison.Ordinal)
        .ReplaceLineEndings("\n").Replace("\n", lineBreak, StringComparison.Ordinal);
}

/// <summary>Text back to bytes, in the input's own encoding where that can hold it.</summary>
static class TextEncoder
{
    public static byte[] Encode(string text, Article article, ReadOnlySpan<byte> original)
    {
        var encoding = TextDecoder.Get(article.Encoding);
        var mark = MarkLength(original, article.Encoding);
        var bytes = encoding.GetBytes(text);
        if (article.Encoding.StartsWith("utf", StringComparison.Ordinal) || encoding.GetString(bytes) == text) return [.. original[..mark], .. bytes];
        return Encoding.UTF8.GetBytes(article.Format == ArticleFormat.Html ? DeclareUtf8(text) : text);
    }

    static int MarkLength(ReadOnlySpan<byte> bytes, string encoding) =>
        encoding == "utf-8" && bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3
        : encoding.StartsWith("utf-16", StringComparison.Ordinal) && bytes.Length >= 2 && (bytes[0], bytes[1]) is (0xFF, 0xFE) or (0xFE, 0xFF) ? 2 : 0;

    static string DeclareUtf8(string page)
    {
        var match = TextDecoder.DeclaredCharset(page);
        return match is null ? page : page[..match.Value.Start] + "utf-8" + page[match.Value.End..];
    }
}
