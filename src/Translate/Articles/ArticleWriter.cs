using System.Text;
using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>What becomes of parts that were not translated when an article is published.</summary>
public enum LeftOutParts
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>They are taken out; code always stays.</summary>
    Drop,
}

/// <summary>How an article is published.</summary>
/// <param name="Bilingual">Every block is followed by its translation instead of being replaced by it.</param>
/// <param name="LeftOut">What becomes of navigation, bylines and the like.</param>
public sealed record PublishOptions(bool Bilingual = false, LeftOutParts LeftOut = LeftOutParts.Keep);

/// <summary>Puts translations into the file that an article was read from; everything else stays byte for byte.</summary>
public static partial class ArticleWriter
{
    /// <summary>Writes the finished article in its own format.</summary>
    /// <param name="cleaned">The article as it was translated.</param>
    /// <param name="originalBytes">The file it was read from.</param>
    /// <param name="targetByBlock">Translations by <see cref="Block.Number"/>; a block without one keeps its cleaned text.</param>
    /// <param name="options">How.</param>
    /// <returns>
    /// The bytes of the file, in the encoding of the input where that can hold the translation and in UTF-8 where it cannot. A block
    /// whose target equals its source and that nothing was repaired in comes back exactly as it stood.
    /// </returns>
    public static byte[] Write(
        Article cleaned, ReadOnlyMemory<byte> originalBytes, IReadOnlyDictionary<int, TaggedText> targetByBlock, PublishOptions options)
    {
        if (cleaned.Format == ArticleFormat.Docx) return DocxWriter.Write(cleaned, originalBytes, targetByBlock, options);
        if (cleaned.Format == ArticleFormat.Xlsx) return XlsxWriter.Write(cleaned, originalBytes, targetByBlock, options);
        var repaired = cleaned.Repairs.Where(repair => repair.State == RepairState.Applied).Select(repair => repair.Block).ToHashSet();
        StringBuilder text = new(cleaned.Input.Length);
        var at = 0;
        foreach (var (range, content) in Replacements())
        {
            if (range.Start < at) continue;
            text.Append(cleaned.Input, at, range.Start - at).Append(content);
            at = range.End;
        }

        text.Append(cleaned.Input, at, cleaned.Input.Length - at);
        return TextEncoder.Encode(text.ToString(), cleaned, originalBytes.Span);

        IEnumerable<(TextRange Range, string Content)> Replacements()
        {
            var blocks = cleaned.Blocks.Select(block => (block.Map.Input, Content(block))).Concat(options.Bilingual ? [] : PageTitle(cleaned, targetByBlock));
            return (options.LeftOut == LeftOutParts.Drop
                ? blocks.Concat(EmptyParts.Around(cleaned, cleaned.LeftOut
                    .Where(part => part.Reason is not ("code" or "front matter" or "markup" or "page title")).Select(part => part.Range)).Select(range => (range, "")))
                : blocks).OrderBy(part => part.Item1.Start);
        }

        string Content(Block block)
        {
            var markup = Markup.Of(cleaned, block);
            // A lone backtick of the source would begin code that ends in the translation behind it.
            var isAnew = repaired.Contains(block.Number) || (options.Bilingual && cleaned.Format == ArticleFormat.Markdown && block.Text.Contains('`', StringComparison.Ordinal));
            var source = isAnew ? Render(block.Tagged, block.Tags) + Unseen(cleaned, block) : block.Map.Input.In(cleaned.Input);
            if (!targetByBlock.TryGetValue(block.Number, out var target) || target.SameAs(block.Tagged)) return source;
            return options.Bilingual ? source + markup.Between + Render(target, Repeated(block.Tags)) : Render(target, block.Tags) + Unseen(cleaned, block);

            string Render(TaggedText text, IReadOnlyList<InlineTag> known) =>
                cleaned.Format == ArticleFormat.Markdown ? MarkdownEmphasis.Render(markup, text, known) : markup.Render(text, known);
        }
    }

    /// <summary>The page's own title, where it holds the article's: 大模型落地之年_某网.</summary>
    static IEnumerable<(TextRange Range, string Content)> PageTitle(Article article, IReadOnlyDictionary<int, TaggedText> targetByBlock)
    {
        if (article.Format != ArticleFormat.Html || article.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Title) is not { } title
            || article.LeftOut.FirstOrDefault(part => part.Reason == "page title") is not { } page
            || !targetByBlock.TryGetValue(title.Number, out var target) || target.SameAs(title.Tagged)) yield break;
        var at = article.Input.IndexOf(title.Text, page.Range.Start, page.Range.Length, StringComparison.Ordinal);
        if (at >= 0) yield return (TextRange.At(at, title.Text.Length), Markup.PageTitle.Escape(target.Text, true));
    }

    // Pictures, players and fields are there already, beside the source.
    static IReadOnlyList<InlineTag> Repeated(IReadOnlyList<InlineTag> tags) => [.. tags.Where(tag => tag.Kind != TagKind.Empty || !StandsOnce().IsMatch(tag.Raw))];

    // The comments and scripts inside a block of a page: nobody sees them, but programs read them (<!--more-->). They follow its new words.
    static string Unseen(Article article, Block block) => article.Format != ArticleFormat.Html ? ""
        : string.Concat(UnseenMarkup().Matches(block.Map.Input.In(article.Input)).Select(match => match.Value)
            .Where(markup => !block.Tags.Any(tag => tag.Raw.Contains(markup, StringComparison.Ordinal))));

    [GeneratedRegex(@"^(!\[|<(img|input|iframe|video|audio|object|embed|svg|canvas|select|textarea|button|applet)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StandsOnce();

    [GeneratedRegex(@"<!--(?:-?>|.*?--!?>)|<(script|style|noscript|template|datalist|map|noframes|noembed)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnseenMarkup();
}
