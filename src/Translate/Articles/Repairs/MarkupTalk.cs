using System.Text.RegularExpressions;

namespace Translate.Articles.Repairs;

/// <summary>Whether an article speaks of markup, so that the tags and entities in its text are its subject and no damage.</summary>
/// <remarks>
/// Only pages and Markdown are asked: there a tag stands in the text because it was written escaped, by an author who meant to show it
/// or by a faulty system. A paragraph that shows a tag and names HTML, or calls the tag a tag, tells which. In other files the same
/// text may have been scraped from anywhere.
/// </remarks>
static partial class MarkupTalk
{
    /// <summary>Whether any paragraph names what it shows.</summary>
    public static bool IsIn(Article article) => article.Format is ArticleFormat.Html or ArticleFormat.Markdown
        && article.Blocks.Any(block => block.Text.AsSpan().ContainsAny('<', '&') && Names(block.Text));

    static bool Names(string text) => NamesTag().IsMatch(text) || NamesEntity().IsMatch(text) || (ShowsTag().IsMatch(text) && NamesLanguage().IsMatch(text));

    const string Tag = "</?[A-Za-z][A-Za-z0-9]{0,10}(?: [^<>]{1,80})? ?/?>";
    const string TagWord = "(?:标签|標籤|標簽|元素|标记|標記|tags?(?![a-z])|elements?(?![a-z]))";
    const string Entity = "&#?[A-Za-z0-9]{2,8};";
    const string EntityWord = "(?:实体|實體|转义|轉義|entity|entities)";

    // A tag at an edge of the paragraph may be a remnant beside a word that happens to stand there.
    [GeneratedRegex($"(?<=[^>]){Tag}.{{0,2}}{TagWord}|{TagWord}[^。！？，,.<>]{{0,4}}{Tag}(?=[^<])", RegexOptions.CultureInvariant)]
    private static partial Regex NamesTag();

    [GeneratedRegex($"{Entity}.{{0,2}}{EntityWord}|{EntityWord}[^。！？]{{0,8}}{Entity}", RegexOptions.CultureInvariant)]
    private static partial Regex NamesEntity();

    [GeneratedRegex(Tag, RegexOptions.CultureInvariant)]
    private static partial Regex ShowsTag();

    // Not the end of an address (index.html).
    [GeneratedRegex(@"(?<![A-Za-z.<])(?:x?html5?|xml|css)(?![A-Za-z])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamesLanguage();
}
