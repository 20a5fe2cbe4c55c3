using Translate.Articles;
using Translate.Memory;

namespace Translate.Review;

/// <summary>A review that goes on in a CAT tool: out of workbooks as XLIFF, and back like one more workbook.</summary>
public static class ReviewedXliff
{
    /// <summary>Reads a reviewed XLIFF file as a later copy of the workbooks that it was made from.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exports">Workbooks that hold the articles as they were exported.</param>
    /// <param name="problems">Receives what is wrong with the file.</param>
    /// <returns>The segments as rows, the line of the file as row number; <c>null</c> when the file holds none.</returns>
    public static ReviewedWorkbook? Read(string path, IReadOnlyList<ReviewedWorkbook> exports, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(exports);
        ArgumentNullException.ThrowIfNull(problems);
        var segments = Xliff.Read(path, problems).ToList();
        if (segments.Count == 0) return null;
        var articles = exports.SelectMany(export => export.Articles).DistinctBy(article => article.Id).ToList();
        var paths = articles.ToLookup(article => article.Id, article => article.Path);
        var keys = exports.SelectMany(export => export.Base)
            .SelectMany(row => paths[row.Key.Article].Select(article => (Name: (article, row.Key.Segment), Row: row)))
            .DistinctBy(row => row.Name).ToDictionary(row => row.Name, row => row.Row);
        var known = segments.Where(segment => keys.ContainsKey((segment.Original, segment.Id))).ToList();
        if (known.Count == 0)
        {
            problems.Add(new("WB024", path, 0, "belongs to none of the workbooks; name the workbook that it was made from before it"));
            return null;
        }

        return new(path, File.GetLastWriteTimeUtc(path), "",
            [.. articles.Where(article => known.Exists(segment => segment.Original == article.Path)).Select(article => article with { IsPartial = true })],
            [], [.. segments.Select(segment => Row(segment, keys.GetValueOrDefault((segment.Original, segment.Id))))]);
    }

    /// <summary>The articles of an import as they now stand, to be written as XLIFF.</summary>
    public static IEnumerable<TranslatedArticle> Articles(ImportResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        foreach (var rows in result.Segments.GroupBy(row => row.Article.Id, StringComparer.Ordinal))
        {
            var meta = rows.First().Article;
            var format = Enum.TryParse<ArticleFormat>(meta.Format, out var known) ? known : ArticleFormat.Text;
            yield return new(new(meta.Path, format, meta.Pair.Source, meta.Encoding, meta.Sha256, "", [], [], []), meta.Pair, [.. rows.Select(Segment)]);
        }
    }

    static ReviewedRow Row(XliffSegment segment, BaseRow? exported)
    {
        var target = segment.Target.ToString();
        // A tool that leaves a text alone may still write its state in words of its own: that is no judgement.
        var status = exported is not null && segment.Status is SegmentStatus.Draft or SegmentStatus.Todo ? null : ReviewColumns.Word(segment.Status);
        return new(segment.Row, exported?.Key.ToString() ?? "", segment.Source.ToString(), target, status, exported?.Comment ?? "", "", CellFault.None);
    }

    static TranslatedSegment Segment(MergedRow row)
    {
        var source = ImportResult.ReadTags(row.Base.Source);
        return new(
            new(row.Base.Key.Segment, 0, BlockKind.Paragraph, source.Text, source.Tags, new(0, source.Text.Length)), [], ImportResult.ReadTags(row.Target),
            row.Status, row.Base.Origin, row.Base.OriginName, null, null, []);
    }
}
