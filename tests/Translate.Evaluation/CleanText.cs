using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Translate.Articles;
using Translate.Scripts;

/// <summary>Half of the clean lines, chosen by a hash of the line.</summary>
enum Half
{
    /// <summary>Margins and rules may be chosen on these.</summary>
    Tuning,

    /// <summary>Only measured on.</summary>
    Judging,
}

/// <summary>Chinese lines that are not damaged: sentences, news, a book, manual pages.</summary>
static partial class CleanText
{
    const string Manuals = "/usr/share/man/zh_CN";

    /// <summary>One half of the lines, in an order that does not follow their sources.</summary>
    public static List<string> Lines(Half half) => Lines(half, Sentences().Concat(Others()));

    /// <summary>One half of the sentences of news and encyclopedia alone.</summary>
    public static List<string> SentenceLines(Half half) => Lines(half, Sentences());

    static List<string> Lines(Half half, IEnumerable<string> sources)
    {
        Cleaner cleaner = new(CleaningOptions.Default, []);
        return [.. sources.SelectMany(text => text.Split('\n')).Select(line => line.Trim()).Where(line => Han.Count(line) >= 8 && line.Length <= 400).Distinct()
            .Where(line => Hash(line) % 2 == (uint)half && cleaner.Clean(global::Lines.Article(line)).Blocks[0].Text == line)
            .OrderBy(line => Hash("order" + line))];
    }

    static IEnumerable<string> Sentences() =>
        Texts("repair/clean_half.jsonl", "text").Concat(Texts("pairs/pud_en_zh_half.jsonl", "zh"))
            .Concat(SharedData.ReadLines("seg/zh_gsdsimp_dev.jsonl").SelectMany(line => line.GetProperty("segments").EnumerateArray().Select(segment => segment.GetString()!)));

    static IEnumerable<string> Others() =>
        Texts("terms/d2l_terms.jsonl", "tgt_ref").Concat(NewsParagraphs())
            .Concat(ManualPages().SelectMany(Prose).Where(line => Hash("some" + line) % 8 == 0));

    static IEnumerable<string> Texts(string name, string field) => SharedData.ReadLines(name).Select(line => line.Text(field));

    /// <summary>Paragraphs of the news pages that are UTF-8, without their markup.</summary>
    static IEnumerable<string> NewsParagraphs()
    {
        if (!Directory.Exists(SharedData.Folder("html_zh/html"))) yield break;
        foreach (var path in Directory.EnumerateFiles(SharedData.Folder("html_zh/html"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            foreach (Match match in Paragraph().Matches(reader.ReadToEnd()))
            {
                var text = WebUtility.HtmlDecode(Tag().Replace(match.Groups[1].Value, "")).Trim();
                if ((text.EndsWith('。') || text.EndsWith('”')) && !text.Contains('\uFFFD', StringComparison.Ordinal)) yield return text.Split('\n')[0];
            }
        }
    }

    /// <summary>Source of every manual page below a folder.</summary>
    public static IEnumerable<string> ManualPages(string folder = Manuals)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var path in Directory.EnumerateFiles(folder, "*.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            yield return reader.ReadToEnd();
        }
    }

    /// <summary>Paragraphs of a manual page: text lines joined, requests and font escapes taken out.</summary>
    public static IEnumerable<string> Prose(string page)
    {
        StringBuilder paragraph = new();
        foreach (var line in page.Split('\n'))
        {
            if (line.Length > 0 && line[0] is not ('.' or '\''))
            {
                if (paragraph.Length > 0 && (paragraph[^1] < '\u0080' || line[0] < '\u0080')) paragraph.Append(' ');
                paragraph.Append(Escape().Replace(line, match => match.Value is @"\-" ? "-" : match.Value is @"\e" ? "\\" : "").Trim());
            }
            else if (paragraph.Length > 0)
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
        }

        if (paragraph.Length > 0) yield return paragraph.ToString();
    }

    /// <summary>FNV-1a, which is the same on every machine.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var unit in text) hash = (hash ^ unit) * 16777619u;
        return hash ^ (hash >> 15);
    }

    [GeneratedRegex("<p[^>]*>(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\f(\[[^]]*\]|\(..|.)|\\s[-+]?\d|\\\*?(\[[^]]*\]|\(..)|\\[-e&|^/,~%: c]|\\.")]
    private static partial Regex Escape();
}
