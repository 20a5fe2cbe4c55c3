using System.Globalization;
using System.Net;
using System.Text;

namespace Translate.Glossaries;

/// <summary>A glossary's statistics as one self-contained page: tables and drawn bars, nothing fetched.</summary>
public static class GlossaryReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="stats">What was counted.</param>
    /// <param name="title">Heading of the page.</param>
    public static string ToHtml(GlossaryStats stats, string title)
    {
        ArgumentNullException.ThrowIfNull(stats);
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(title)}</title>\n<style>body{{font:15px/1.5 'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#222}}table{{border-collapse:collapse}}td,th{{padding:.2em .8em;border-bottom:1px solid #ddd;text-align:left}}td.n{{text-align:right}}svg{{display:block;margin:1em 0}}</style></head>\n<body><h1>{Text(title)}</h1>\n");
        var seen = stats.Terms.Count(term => term.Occurrences > 0);
        html.Append("<table>")
            .Append(Row("Concepts", stats.Terms.Count)).Append(Row("Concepts seen", seen)).Append(Row("Concepts never seen", stats.Terms.Count - seen))
            .Append(Row("Texts", stats.Texts)).Append(Row("Texts with a term", stats.TextsWithTerms))
            .Append(CultureInfo.InvariantCulture, $"<tr><td>Characters inside terms</td><td class=\"n\">{Share(stats.Covered, stats.Units)}</td></tr></table>\n");
        Chart(html, "Concepts by subject", Groups(stats, Subject));
        Chart(html, "Concepts by status", Groups(stats, term => term.Entry.Status.ToString().ToLowerInvariant()));
        Chart(html, "Most frequent terms", [.. stats.Terms.Where(term => term.Occurrences > 0).Take(25).Select(term => (term.Entry.Forms[0].Preferred + " · " + term.Entry.Forms[^1].Preferred, term.Occurrences))]);
        html.Append("<h2>Never seen</h2><p>").AppendJoin(", ", stats.Unseen.Select(entry => Text(entry.Forms[0].Preferred))).Append("</p>\n</body></html>\n");
        return html.ToString();
    }

    /// <summary>The subject of a concept: the name of its file.</summary>
    public static string Subject(TermCount term) => Path.GetFileNameWithoutExtension(term.Entry.File.Replace("curated:", "", StringComparison.Ordinal));

    static List<(string Name, int Count)> Groups(GlossaryStats stats, Func<TermCount, string> key) =>
        [.. stats.Terms.GroupBy(key).Select(group => (group.Key, group.Count())).OrderByDescending(group => group.Item2)];

    static void Chart(StringBuilder html, string title, List<(string Name, int Count)> bars)
    {
        if (bars.Count == 0) return;
        const int Height = 24, Left = 260, Width = 560;
        var most = Math.Max(1, bars.Max(bar => bar.Count));
        html.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2><svg role=\"img\" aria-label=\"{title}\" width=\"900\" height=\"{bars.Count * Height + 4}\" font-size=\"13\">\n");
        for (var i = 0; i < bars.Count; i++)
        {
            var width = Math.Max(1, (int)((long)bars[i].Count * Width / most));
            var name = bars[i].Name.Length > 34 ? bars[i].Name[..33] + "…" : bars[i].Name;
            html.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{i * Height + 16}\" text-anchor=\"end\">{Text(name)}</text><rect x=\"{Left}\" y=\"{i * Height + 3}\" width=\"{width}\" height=\"{Height - 7}\" fill=\"#3b6ea5\"/><text x=\"{Left + width + 6}\" y=\"{i * Height + 16}\">{bars[i].Count:N0}</text>\n");
        }

        html.Append("</svg>\n");
    }

    static string Row(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"<tr><td>{name}</td><td class=\"n\">{value:N0}</td></tr>");

    static string Share(long part, long whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
