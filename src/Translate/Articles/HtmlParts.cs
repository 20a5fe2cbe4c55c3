using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>Cuts a range of a page so that only whole elements and text are in its pieces.</summary>
static partial class HtmlParts
{
    // A table that stays keeps its cells.
    static readonly HashSet<string> s_cells = ["td", "th", "tr", "tbody", "thead", "tfoot"];

    /// <summary>The pieces of a range between the tags whose partner lies outside it: what can be taken out without breaking an element around it.</summary>
    public static IEnumerable<TextRange> Whole(string input, TextRange range)
    {
        var at = range.Start;
        foreach (var tag in Alone(input, range))
        {
            if (tag.Start > at) yield return new(at, tag.Start);
            at = tag.End;
        }

        if (range.End > at) yield return new(at, range.End);
    }

    /// <summary>Tags in a range whose partner is not in it, and those of a table's shape, in order.</summary>
    static List<TextRange> Alone(string input, TextRange range)
    {
        List<TextRange> alone = [];
        Stack<(string Name, TextRange Range)> open = new();
        Dictionary<string, int> waiting = new(StringComparer.OrdinalIgnoreCase);
        for (var match = Tag().Match(input, range.Start, range.Length); match.Success; match = match.NextMatch())
        {
            var name = match.Groups[2].Value.ToLowerInvariant();
            if (name.Length == 0 || HtmlNames.Void.Contains(name)) continue;
            var place = TextRange.At(match.Index, match.Length);
            if (waiting.GetValueOrDefault("table") == 0 && s_cells.Contains(name)) alone.Add(place);
            else if (match.Groups[1].Length == 0)
            {
                open.Push((name, place));
                waiting[name] = waiting.GetValueOrDefault(name) + 1;
            }
            else if (waiting.GetValueOrDefault(name) == 0) alone.Add(place);
            else Close(name);
        }

        alone.AddRange(open.Select(tag => tag.Range));
        return [.. alone.OrderBy(tag => tag.Start)];

        // Elements without an end tag (<li>, <p>) end with the one around them.
        void Close(string name)
        {
            while (true)
            {
                var (opened, _) = open.Pop();
                waiting[opened]--;
                if (opened == name) return;
            }
        }
    }

    // A comment, a script or a style as a whole; a tag with what its quotation marks hold.
    [GeneratedRegex("""<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)\s*>|<(/?)([A-Za-z][A-Za-z0-9:-]*)(?>(?:"[^"]*"|'[^']*'|[^'">])*)>""", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
