using System.IO.Compression;
using System.Text.RegularExpressions;
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
            ".md" => Html(Markdown.ToHtml(text, s_markdown)),
            ".html" => Html(text),
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

    static IEnumerable<string> Html(string page) => new HtmlParser().ParseDocument(page).All.Select(element => element.LocalName);

    [GeneratedRegex("<([a-zA-Z:]+)")]
    private static partial Regex Element();
}
