using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Translate.Articles;

namespace Translate.Tests.Review;

/// <summary>The structure of a file, counted by parsers that publishing does not use.</summary>
static partial class ArticleStructure
{
    static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder()
        .UsePipeTables().UseYamlFrontMatter().UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).UseFootnotes().UseTaskLists().Build();

    /// <summary>Elements by name; line breaks are text and are not counted.</summary>
    public static SortedDictionary<string, int> Of(string name, byte[] file)
    {
        var text = Text(name, file);
        var elements = Path.GetExtension(name) switch
        {
            ".md" => Elements(Markdown.ToHtml(text, s_markdown)).Where(element => !IsEmptyCell(element)).Select(element => element.LocalName),
            ".html" => Elements(text).Select(element => element.LocalName),
            ".txt" => text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(_ => "line"),
            _ => Element().Matches(text).Select(match => match.Groups[1].Value).Where(element => element is not ("w:r" or "w:t" or "w:rPr" or "w:br" or "w:lang" or "w:b" or "w:u" or "w:del" or "w:delText" or "w:ins" or "w:proofErr" or "w:vertAlign" or "w:smartTag" or "w:lastRenderedPageBreak" or "t" or "is" or "v" or "r" or "b" or "rPr" or "dimension")),
        };
        return new(elements.Where(element => element != "br").CountBy(element => element).ToDictionary(), StringComparer.Ordinal);
    }

    /// <summary>What of the file holds the text.</summary>
    public static string Text(string name, byte[] file)
    {
        if (Path.GetExtension(name) is not (".docx" or ".xlsx") and var extension) return TextDecoder.Decode(file, extension == ".html")!.Value.Text;
        using ZipArchive archive = new(new MemoryStream(file));
        return string.Concat(archive.Entries.Where(entry => entry.FullName is "word/document.xml" or "word/footnotes.xml" or "xl/worksheets/sheet1.xml").Select(entry =>
        {
            using StreamReader reader = new(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    static IEnumerable<IElement> Elements(string page) => new HtmlParser().ParseDocument(page).All;

    // The parser sees a column too many where a line of a table that begins with a pipe follows brackets that are no link (a[b] [c](d));
    // by GFM there is none, and once the brackets are translated, and escaped, the parser agrees.
    static bool IsEmptyCell(IElement element) => element.LocalName is "td" or "th" && element.ChildNodes.Length == 0;

    [GeneratedRegex("<([a-zA-Z:]+)")]
    private static partial Regex Element();
}
