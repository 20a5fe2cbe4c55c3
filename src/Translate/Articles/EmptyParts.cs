using System.Buffers;
using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>When parts are taken out of a page, the elements and lines that held nothing else go with them.</summary>
static partial class EmptyParts
{
    // A cell keeps its place in the table, and a page its frame.
    static readonly HashSet<string> s_kept = new(StringComparer.OrdinalIgnoreCase) { "td", "th", "tr", "table", "tbody", "body", "html", "head", "main", "article", "title", "script", "style", "textarea" };

    static readonly SearchValues<char> s_marks = SearchValues.Create(" \t>-*+#•·●▪◦\u3000");

    /// <summary>The ranges to take out for some parts: in order, not overlapping.</summary>
    public static List<TextRange> Around(string input, ArticleFormat format, IEnumerable<TextRange> parts)
    {
        List<TextRange> ranges = [];
        foreach (var part in parts.OrderBy(part => part.Start).SelectMany(part => format == ArticleFormat.Html ? HtmlParts.Whole(input, part) : [part]))
        {
            ranges.Add(Widen(input, format, part));
            // What holds only parts that are gone is gone too: a list of links, item by item.
            while (ranges.Count > 1 && (ranges[^2].End >= ranges[^1].Start || input.AsSpan(ranges[^2].End, ranges[^1].Start - ranges[^2].End).IsWhiteSpace()))
            {
                var both = new TextRange(ranges[^2].Start, Math.Max(ranges[^1].End, ranges[^2].End));
                ranges.RemoveRange(ranges.Count - 2, 2);
                ranges.Add(Widen(input, format, both));
            }
        }

        return ranges;
    }

    static TextRange Widen(string input, ArticleFormat format, TextRange range)
    {
        if (format != ArticleFormat.Html) return Line(input, range);
        for (; ; )
        {
            var start = range.Start;
            while (start > 0 && char.IsWhiteSpace(input[start - 1])) start--;
            var open = start > 0 && input[start - 1] == '>' ? input.LastIndexOf('<', start - 1) : -1;
            var closing = Closing().Match(input, range.End);
            if (open < 0 || !closing.Success || Opening().Match(input, open) is not { Success: true } opening || opening.Index + opening.Length != start
                || s_kept.Contains(opening.Groups[1].Value) || !opening.Groups[1].ValueSpan.Equals(closing.Groups[1].ValueSpan, StringComparison.OrdinalIgnoreCase)) return range;
            range = new(open, closing.Index + closing.Length);
        }
    }

    /// <summary>The whole line, with its list or quote mark, when nothing else stands on it.</summary>
    static TextRange Line(string input, TextRange range)
    {
        var start = range.Start == 0 ? 0 : input.LastIndexOf('\n', range.Start - 1) + 1;
        var end = input.AsSpan(range.End).IndexOf('\n') is >= 0 and var found ? range.End + found + 1 : input.Length;
        return input.AsSpan(start, range.Start - start).IndexOfAnyExcept(s_marks) < 0 && input.AsSpan(range.End, end - range.End).IsWhiteSpace()
            ? new(start, end) : range;
    }

    [GeneratedRegex(@"\G\s*</([A-Za-z][A-Za-z0-9]*)\s*>", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G<([A-Za-z][A-Za-z0-9]*)(\s[^<>]*)?(?<!/)>", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
