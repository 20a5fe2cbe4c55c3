namespace Translate.Review;

/// <summary>Writes many articles into few workbooks, each of a size that a translator can work with.</summary>
public static class SingleWorkbook
{
    /// <summary>Writes <c>all.xlsx</c>, or <c>all-1.xlsx</c>, <c>all-2.xlsx</c> ... when it would get too long; an article is never cut in two.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="articles">The articles; read once, and never more of them are held than one workbook takes.</param>
    /// <param name="facts">What the run worked with.</param>
    /// <param name="options">How they are laid out, and how many segments one may have.</param>
    /// <returns>Each workbook in order, with a line for people where it is not where it was wanted, and its articles' index lines.</returns>
    public static IReadOnlyList<(WrittenWorkbook Workbook, IReadOnlyList<IndexEntry> Articles)> Write(
        string path, IEnumerable<TranslatedArticle> articles, RunFacts facts, WorkbookOptions options) => Write(path, articles, _ => facts, options);

    /// <summary>The same, with facts that are known when a workbook's articles are.</summary>
    public static IReadOnlyList<(WrittenWorkbook Workbook, IReadOnlyList<IndexEntry> Articles)> Write(
        string path, IEnumerable<TranslatedArticle> articles, Func<IReadOnlyList<TranslatedArticle>, RunFacts> facts, WorkbookOptions options)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(options);
        List<(WrittenWorkbook, IReadOnlyList<IndexEntry>)> written = [];
        List<TranslatedArticle> part = [];
        var segments = 0;
        foreach (var article in articles)
        {
            // Fonts and checks belong to one pair of languages.
            if (part.Count > 0 && (segments + article.Segments.Count > options.SegmentsPerWorkbook || article.Pair != part[0].Pair)) Flush();
            part.Add(article);
            segments += article.Segments.Count;
        }

        if (written.Count > 0 || part.Count == 0)
        {
            if (part.Count > 0) Flush();
            return written;
        }

        WriteAt(path);
        return written;

        void Flush() => WriteAt(FormattableString.Invariant($"{path[..^Path.GetExtension(path).Length]}-{written.Count + 1}{Path.GetExtension(path)}"));

        void WriteAt(string place)
        {
            var workbook = ReviewWorkbook.WriteSafely(place, part, facts(part), options);
            written.Add((workbook, [.. part.Select(article => IndexEntry.From(article, Path.GetFileName(workbook.Path)))]));
            part.Clear();
            segments = 0;
        }
    }
}
