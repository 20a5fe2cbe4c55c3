using System.Globalization;
using System.Text;
using Translate.Articles;

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
        new("kind", 10), new("key", 40), new("source", 40), new("target", 40), new("more", 40)]);

    /// <summary>The rows for some articles.</summary>
    public static SheetRows Rows(IReadOnlyList<MetaArticle> articles, IEnumerable<ReviewRow> rows, int count, RunFacts facts) => new(
        2 + articles.Count + count,
        writer =>
        {
            Line(writer, Mark, "1", facts.Version);
            Line(writer, "run", facts.Engine, facts.EngineSettings, facts.GlossaryHash, facts.Choices.ToString());
            foreach (var article in articles)
                Line(writer, "article", article.Id, article.Path, article.Sha256,
                    $"{article.Pair.Source}\t{article.Pair.Target}\t{article.Format}\t{article.Encoding}\t{(article.IsPartial ? "partial" : "whole")}\t{(article.Reading.KeepAll ? "all" : "body")}\t{Gap(article.Reading.Column ?? "")}");
            foreach (var row in rows) WriteRow(writer, row);
        });

    // Type, status, origin, its name, findings, gap and comment, then a line for each term; few cells, because every cell costs time to read.
    static string More(ReviewRow row)
    {
        var codes = row.Findings.Count == 0 ? "" : string.Join(' ', row.Findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal));
        var first = $"{row.Type}\t{ReviewColumns.Word(row.Status)}\t{row.Origin}\t{Plain(row.OriginName)}\t{codes}\t{(row.Gap is null ? "-" : "+" + Gap(row.Gap))}\t{Gap(row.Comment)}";
        return row.Terms.Count == 0 ? first : first + "\n" + string.Join('\n', row.Terms.Select(term => string.Create(CultureInfo.InvariantCulture,
            $"{Plain(term.Id)}\t{term.Range.Start}\t{term.Range.End}\t{Plain(term.Required)}\t{string.Join('\t', term.Admitted.Select(Plain))}")));
    }

    /// <summary>A row as it was exported.</summary>
    public static BaseRow Read(RowKey key, string source, string target, string more)
    {
        var lines = more.Split('\n');
        var first = lines[0].Split('\t');
        var status = Enum.TryParse<SegmentStatus>(Field(first, 1), ignoreCase: true, out var known) ? known : SegmentStatus.Draft;
        var origin = Enum.TryParse<Origin>(Field(first, 2), out var from) ? from : Origin.Empty;
        var gap = Field(first, 5).StartsWith('+') ? Field(first, 5)[1..] : null;
        return new(key, Field(first, 0), source, target, status, origin, Field(first, 3),
            Field(first, 4).Split(' ', StringSplitOptions.RemoveEmptyEntries), gap is null ? null : Ungap(gap), Ungap(Field(first, 6)), [.. lines.Skip(1).Select(Term).OfType<RowTerm>()]);
    }

    static RowTerm? Term(string line) =>
        line.Split('\t') is [var id, var start, var end, var required, .. var admitted]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to
            ? new(id, new(from, to), required, [.. admitted.Where(form => form.Length > 0)]) : null;

    static string Field(string[] fields, int index) => index < fields.Length ? fields[index] : "";

    static string Plain(string text) => text.AsSpan().ContainsAny('\t', '\n', '\r') ? text.ReplaceLineEndings(" ").Replace('\t', ' ') : text;

    static string Gap(string gap) => gap.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    internal static string Ungap(string gap)
    {
        if (!gap.Contains('\\', StringComparison.Ordinal)) return gap;
        StringBuilder text = new();
        for (var at = 0; at < gap.Length; at++)
            text.Append(gap[at] != '\\' || at + 1 == gap.Length ? gap[at] : gap[++at] switch { 't' => '\t', 'r' => '\r', 'n' => '\n', var other => other });
        return text.ToString();
    }

    static void WriteRow(SheetWriter writer, ReviewRow row)
    {
        Line(writer, "row", row.Key, row.SourceText, row.TargetText, More(row));
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
/// <param name="IsPartial">Whether the workbook holds only some of its segments.</param>
public sealed record MetaArticle(string Id, string Path, string Sha256, LanguagePair Pair, string Format, string Encoding, bool IsPartial = false)
{
    /// <summary>How it was read; publishing reads it again in the same way.</summary>
    public ReadingOptions Reading { get; init; } = new();

    /// <summary>What a workbook remembers of an article.</summary>
    public static MetaArticle From(TranslatedArticle article) => new(
        RowKey.ArticleId(article.Article), article.Article.Path, article.Article.Sha256, article.Pair,
        article.Article.Format.ToString(), article.Article.Encoding)
    {
        Reading = article.Article.Reading,
    };

    /// <summary>The options in two fields of the hidden sheet; workbooks of earlier versions lack them.</summary>
    internal static ReadingOptions ReadingOf(string scope, string column) => new(scope == "all", column.Length > 0 ? MetaSheet.Ungap(column) : null);
}
