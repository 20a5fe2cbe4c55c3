using System.Globalization;

namespace Translate.Review;

/// <summary>
/// What the workbook was when it was exported: per article its path and hash, per row key, source, target, status and terms. It is
/// the base of every merge, so that a reviewed copy needs nothing but itself.
/// </summary>
static class MetaSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "_meta";

    /// <summary>First cell of the sheet, and version of its layout in the second.</summary>
    public const string Mark = "translate-meta";

    /// <summary>Its columns; what a row holds depends on its first cell.</summary>
    public static SheetSpec Spec { get; } = new(Name, SheetKind.Data, [
        new("kind", 10), new("key", 40), new("type", 10), new("source", 40), new("target", 40), new("status", 10), new("origin", 10),
        new("name", 10), new("findings", 10), new("gap", 5), new("terms", 20)]);

    /// <summary>The rows for some articles.</summary>
    public static SheetRows Rows(IReadOnlyList<MetaArticle> articles, IEnumerable<ReviewRow> rows, int count, RunFacts facts) => new(
        2 + articles.Count + count,
        writer =>
        {
            Line(writer, Mark, "1", facts.Version);
            Line(writer, "run", facts.Engine, facts.EngineSettings, facts.GlossaryHash);
            foreach (var article in articles)
                Line(writer, "article", article.Id, article.Pair.Source, article.Pair.Target, article.Path, article.Sha256, article.Format, article.Encoding);
            foreach (var row in rows) WriteRow(writer, row);
        });

    /// <summary>Terms as text: one a line, fields between tabs.</summary>
    public static string TermsText(IReadOnlyList<RowTerm> terms) => string.Join('\n', terms.Select(term =>
        string.Create(CultureInfo.InvariantCulture, $"{term.Id}\t{term.Range.Start}\t{term.Range.End}\t{term.Required}\t{string.Join('\t', term.Admitted)}")));

    static void WriteRow(SheetWriter writer, ReviewRow row)
    {
        var (source, target) = (row.Source.ToString(), row.Target.ToString());
        Line(writer, "row", RowKey.For(row.ArticleId, row.Id, source, target).ToString(), row.Type, source, target,
            ReviewColumns.Word(row.Status), row.Origin.ToString(), row.OriginName,
            string.Join(' ', row.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)),
            row.Gap is null ? "-" : "+" + row.Gap, TermsText(row.Terms));
    }

    static void Line(SheetWriter writer, params ReadOnlySpan<string> cells)
    {
        writer.StartRow();
        foreach (var cell in cells) writer.Cell(CellLook.Hidden, cell);
        writer.EndRow();
    }
}

/// <summary>An article as a workbook remembers it.</summary>
/// <param name="Id">Its part of the keys.</param>
/// <param name="Path">Path relative to the run's root.</param>
/// <param name="Sha256">Hash of the input's bytes.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Format">What it was read from.</param>
/// <param name="Encoding">What it was decoded from.</param>
public sealed record MetaArticle(string Id, string Path, string Sha256, LanguagePair Pair, string Format, string Encoding)
{
    /// <summary>What a workbook remembers of an article.</summary>
    public static MetaArticle From(TranslatedArticle article) => new(
        RowKey.ArticleId(article.Article), article.Article.Path, article.Article.Sha256, article.Pair,
        article.Article.Format.ToString(), article.Article.Encoding);
}
