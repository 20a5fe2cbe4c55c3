using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>When parts are taken out of a page, the elements and lines that held nothing else go with them.</summary>
static partial class EmptyParts
{
    // A cell keeps its place in the table, and a page its frame.
    static readonly HashSet<string> s_kept = new(StringComparer.OrdinalIgnoreCase) { "td", "th", "tr", "table", "tbody", "body", "html", "head", "main", "article", "title", "script", "style", "textarea" };

    const int LongestTag = 500;

    const string InLine = "a|abbr|b|big|cite|code|del|em|font|i|img|ins|kbd|label|mark|q|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr";

    /// <summary>The ranges to take out for some parts: in order, not overlapping.</summary>
    /// <param name="article">The article; what its blocks stand on stays.</param>
    /// <param name="parts">What is taken out.</param>
    public static List<TextRange> Around(Article article, IEnumerable<TextRange> parts)
    {
        var isPage = article.Format == ArticleFormat.Html;
        var kept = article.Blocks.Select(block => block.Map.Input).OrderBy(range => range.Start).ToList();
        List<TextRange> ranges = [];
        foreach (var part in parts.OrderBy(part => part.Start).SelectMany(part => isPage ? HtmlParts.Whole(article.Input, part) : [part]))
        {
            ranges.Add(Widen(part));
            // What holds only parts that are gone is gone too: a list of links, item by item.
            while (ranges.Count > 1 && (ranges[^2].End >= ranges[^1].Start || article.Input.AsSpan(ranges[^2].End, ranges[^1].Start - ranges[^2].End).IsWhiteSpace()))
            {
                var both = new TextRange(ranges[^2].Start, Math.Max(ranges[^1].End, ranges[^2].End));
                ranges.RemoveRange(ranges.Count - 2, 2);
                ranges.Add(Widen(both));
            }
        }

        return ranges;

        TextRange Widen(TextRange range) => isPage ? Elements(article.Input, range) : Lines(article.Input, range, kept);
    }

    /// <summary>The elements that hold nothing else.</summary>
    static TextRange Elements(string input, TextRange range)
    {
        for (; ; )
        {
            var start = range.Start;
            while (start > 0 && char.IsWhiteSpace(input[start - 1])) start--;
            var open = start > 0 && input[start - 1] == '>' ? input.LastIndexOf('<', start - 1) : -1;
            var closing = Closing().Match(input, range.End);
            if (open < 0 || !closing.Success || Opening().Match(input, open) is not { Success: true } opening || opening.Index + opening.Length != start
                || s_kept.Contains(opening.Groups[1].Value) || KeepsApart(input, opening, closing) || !opening.Groups[1].ValueSpan.Equals(closing.Groups[1].ValueSpan, StringComparison.OrdinalIgnoreCase)) return range;
            range = new(open, closing.Index + closing.Length);
        }
    }

    /// <summary>Whether an element stands between two texts that would be one without it.</summary>
    static bool KeepsApart(string input, Match opening, Match closing) =>
        !HtmlNames.Inline.Contains(opening.Groups[1].Value.ToLowerInvariant())
        && LineBefore().IsMatch(input.AsSpan(Math.Max(0, opening.Index - LongestTag), Math.Min(LongestTag, opening.Index)))
        && LineAfter().IsMatch(input.AsSpan(closing.Index + closing.Length));

    /// <summary>The whole lines, with what marks and underlines them, when no other block stands on them.</summary>
    static TextRange Lines(string input, TextRange range, List<TextRange> kept)
    {
        var start = range.Start == 0 ? 0 : input.LastIndexOf('\n', range.Start - 1) + 1;
        var end = EndOfLine(input, range.End);
        if (Underline().Match(input, end) is { Success: true } underline && range.End > range.Start) end = underline.Index + underline.Length;
        var (low, high) = (0, kept.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (kept[middle].End > start) high = middle;
            else low = middle + 1;
        }

        return low < kept.Count && kept[low].Start < end ? range : new(start, end);
    }

    static int EndOfLine(string input, int at) => at > 0 && input[at - 1] == '\n' ? at : input.AsSpan(at).IndexOf('\n') is >= 0 and var found ? at + found + 1 : input.Length;

    // Of a heading in Markdown.
    [GeneratedRegex(@"\G[ \t>]*(=+|--+)[ \t]*(\r?\n|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Underline();

    // What ends, or goes on, a line of text: a character, or an element inside a line.
    [GeneratedRegex(@"([^\s>]|</?(" + InLine + @")(\s[^<>]*)?>)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex LineBefore();

    [GeneratedRegex(@"^\s*([^\s<]|</?(" + InLine + @")(\s[^<>]*)?>)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LineAfter();

    [GeneratedRegex(@"\G\s*</([A-Za-z][A-Za-z0-9]*)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G<([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?(?<!/)>", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
