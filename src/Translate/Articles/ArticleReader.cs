using System.Security.Cryptography;
using Translate.Scripts;

namespace Translate.Articles;

/// <summary>Reads articles from files: decoded, cut into blocks, with what is not part of the article set aside.</summary>
public static class ArticleReader
{
    const int HeadOfPage = 1000;
    const int MostCharactersForLanguage = 20_000; // Detection does not get better with more.

    /// <summary>Reads one file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">How the run calls it: relative, with forward slashes.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="problem">What its owner must mend; <c>null</c> when it could be read.</param>
    /// <returns>The article; <c>null</c> when there is a problem. Never throws for what a file holds.</returns>
    public static Article? Read(string path, string name, ReadingOptions options, out Problem? problem)
    {
        if (LoadBytes(path, name, options, out problem) is not { } bytes) return null;
        return Read(bytes, name, options, out problem);
    }

    /// <summary>Reads an article from the bytes of a file.</summary>
    public static Article? Read(ReadOnlyMemory<byte> bytes, string name, ReadingOptions options, out Problem? problem)
    {
        var format = FormatOf(name, bytes.Span);
        problem = null;
        if (bytes.Length == 0) problem = new("AR010", name, 0, "empty; put a text in it or take it away");
        if (problem is not null) return null;
        if (format is ArticleFormat.Docx or ArticleFormat.Xlsx)
        {
            var (found, aside) = format == ArticleFormat.Docx ? DocxReading.Read(bytes, name, out problem) : XlsxReading.Read(bytes, name, options, out problem);
            return problem is null
                ? ToArticle(found, aside, format, new("", "", 0), bytes.Span, name, options, out problem) : null;
        }

        if (TextDecoder.Decode(bytes.Span, format == ArticleFormat.Html) is not { } decoded)
        {
            problem = new("AR011", name, 0, "no text in any encoding that is known (UTF-8, UTF-16, GB18030, Big5); save it as UTF-8");
            return null;
        }

        var (blocks, leftOut) = format switch
        {
            ArticleFormat.Markdown => MarkdownReading.Read(decoded.Text),
            ArticleFormat.Html => HtmlReading.Read(decoded.Text, options),
            _ => TextReading.Read(decoded.Text),
        };
        return ToArticle(blocks, leftOut, format, decoded, bytes.Span, name, options, out problem);
    }

    /// <summary>The format that the name says; of a name that says none (standard input), a page is known by how it begins.</summary>
    static ArticleFormat FormatOf(string name, ReadOnlySpan<byte> bytes)
    {
        if (ArticleFinder.Extensions.TryGetValue(Path.GetExtension(name), out var format)) return format;
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadOfPage)]);
        var isPage = head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase);
        return isPage ? ArticleFormat.Html : ArticleFormat.Text;
    }

    static Article? ToArticle(
        IReadOnlyList<Block> blocks, IReadOnlyList<LeftOut> leftOut, ArticleFormat format, TextDecoder.Decoded decoded, ReadOnlySpan<byte> bytes,
        string name, ReadingOptions options, out Problem? problem)
    {
        if (!options.KeepAll && format != ArticleFormat.Html) (blocks, leftOut) = Ledger.SetAside(blocks, leftOut, format);
        problem = blocks.Count > 0 ? null : new("AR012", name, 0, "holds nothing to translate; look whether it is the right file, or use --keep-all");
        return problem is not null ? null : new(
            name, format, DetectLanguage(blocks), decoded.Encoding, Convert.ToHexStringLower(SHA256.HashData(bytes)), decoded.Text,
            [.. blocks.Select((block, i) => block with { Number = i + 1 })], leftOut, [])
        { Reading = options };
    }

    static byte[]? LoadBytes(string path, string name, ReadingOptions options, out Problem? problem)
    {
        problem = null;
        try
        {
            if (Directory.Exists(path)) problem = new("AR014", name, 0, "is a folder; name the files in it");
            if (problem is not null) return null;
            var length = new FileInfo(path).Length;
            if (length > options.MaxBytes)
                problem = new("AR013", name, 0, FormattableString.Invariant(
                    $"{length / 1_000_000} MB long, more than the {options.MaxBytes / 1_000_000} MB that one article may have; split it"));
            return problem is null ? File.ReadAllBytes(path) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = new("AR014", name, 0, fault is UnauthorizedAccessException
                ? "may not be read; change its permissions" : $"cannot be read ({fault.GetType().Name}); look whether it is still there");
            return null;
        }
    }

    static string DetectLanguage(IReadOnlyList<Block> blocks)
    {
        System.Text.StringBuilder text = new();
        foreach (var block in blocks)
        {
            text.AppendLine(block.Text);
            if (text.Length > MostCharactersForLanguage) break;
        }

        return LanguageDetector.Detect(text.ToString());
    }
}
