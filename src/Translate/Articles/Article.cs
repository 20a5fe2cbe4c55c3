namespace Translate.Articles;

/// <summary>The file format an article was read from and is published in.</summary>
public enum ArticleFormat
{
    /// <summary>Plain text, one paragraph a line or between blank lines.</summary>
    Text,

    /// <summary>CommonMark with tables.</summary>
    Markdown,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A Word document.</summary>
    Docx,

    /// <summary>One column of an Excel sheet.</summary>
    Xlsx,
}

/// <summary>One input text, as read or as cleaned.</summary>
/// <param name="Path">Path relative to the run's root, with forward slashes.</param>
/// <param name="Format">What it was read from.</param>
/// <param name="Language">Detected language tag: <c>zh-Hans</c>, <c>zh-Hant</c>, <c>en</c>; <c>und</c> when there is too little text.</param>
/// <param name="Encoding">Name of the encoding it was decoded from, such as <c>utf-8</c> or <c>gb18030</c>; empty for docx and xlsx.</param>
/// <param name="Sha256">Hash of the file's bytes, lower-case hex.</param>
/// <param name="Input">The decoded input text that offsets point into; empty for docx and xlsx.</param>
/// <param name="Blocks">What will be translated, in reading order.</param>
/// <param name="LeftOut">What will not, and why.</param>
/// <param name="Repairs">What cleaning found and did; empty as read.</param>
public sealed record Article(
    string Path, ArticleFormat Format, string Language, string Encoding, string Sha256, string Input,
    IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut, IReadOnlyList<Repair> Repairs)
{
    /// <summary>How it was read; who reads the same file again in the same way gets the same blocks.</summary>
    public ReadingOptions Reading { get; init; } = new();
}
