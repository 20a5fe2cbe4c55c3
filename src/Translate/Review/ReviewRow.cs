using System.Globalization;
using Translate.Articles;
using Translate.Glossaries;

namespace Translate.Review;

/// <summary>A glossary term as a workbook remembers it.</summary>
/// <param name="Id">The concept.</param>
/// <param name="Range">Where it stands in the source.</param>
/// <param name="Required">The preferred target form; empty when there is none.</param>
/// <param name="Admitted">Other forms that satisfy.</param>
public sealed record RowTerm(string Id, TextRange Range, string Required, IReadOnlyList<string> Admitted)
{
    /// <summary>What a workbook remembers of a match.</summary>
    public static RowTerm From(TermMatch match) => new(match.Entry.Id, match.Range, match.Required, match.Admitted);
}

/// <summary>One row of a Review sheet, before it is written.</summary>
/// <param name="Number">From 1.</param>
/// <param name="ArticleId">The article's part of the key.</param>
/// <param name="ArticlePath">The article's path.</param>
/// <param name="Id">Segment id: <c>12.3</c>.</param>
/// <param name="Type">What the segment is, for people.</param>
/// <param name="Source">Source with tags.</param>
/// <param name="Target">Target with tags.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Comment">Remarks.</param>
/// <param name="Findings">What the checks say.</param>
/// <param name="Terms">Terms in the source, in order.</param>
/// <param name="Match">The best memory match, for people; may be empty.</param>
/// <param name="Origin">Who wrote the target.</param>
/// <param name="OriginName">Who exactly; may be empty.</param>
/// <param name="Machine">The engine's own words; may be empty.</param>
/// <param name="Gap">White space between this segment and the one before it in its block; <c>null</c> for the first of a block.</param>
sealed record ReviewRow(
    int Number, string ArticleId, string ArticlePath, string Id, string Type, TaggedText Source, TaggedText Target, SegmentStatus Status,
    string Comment, IReadOnlyList<Finding> Findings, IReadOnlyList<RowTerm> Terms, string Match, Origin Origin, string OriginName,
    string Machine, string? Gap)
{
    /// <summary>What the cell in Source shows.</summary>
    public string SourceText { get; } = Source.ToString();

    /// <summary>What the cell in Target shows.</summary>
    public string TargetText { get; } = Target.ToString();

    /// <summary>What the cell in Key holds.</summary>
    public string Key => _key ??= RowKey.TextFor(ArticleId, Id, SourceText, TargetText);

    string? _key;

    /// <summary>The rows of some articles, in order, numbered from 1.</summary>
    public static IEnumerable<ReviewRow> Of(IReadOnlyList<TranslatedArticle> articles)
    {
        var number = 0;
        foreach (var article in articles)
        {
            var id = RowKey.ArticleId(article.Article);
            var blocks = article.Article.Blocks.ToDictionary(block => block.Number);
            TranslatedSegment? before = null;
            foreach (var segment in article.Segments)
            {
                blocks.TryGetValue(segment.Segment.Block, out var block);
                var gap = before?.Segment.Block == segment.Segment.Block
                    ? GapBetween(block, before.Segment.Range.End, segment.Segment.Range.Start) : null;
                yield return new(
                    ++number, id, article.Article.Path, segment.Segment.Id, TypeOf(segment.Segment.Kind, block?.Level ?? 0),
                    segment.Segment.Tagged, segment.Target, segment.Status, "", segment.Findings,
                    segment.Terms.Count == 0 ? [] : [.. segment.Terms.Select(RowTerm.From)], MatchOf(segment), segment.Origin, segment.OriginName, segment.Machine ?? "", gap);
                before = segment;
            }
        }
    }

    /// <summary>What a block is, for people.</summary>
    public static string TypeOf(BlockKind kind, int level) => kind switch
    {
        BlockKind.Title => "Title",
        BlockKind.Heading => string.Create(CultureInfo.InvariantCulture, $"Heading {Math.Max(1, level)}"),
        BlockKind.Paragraph => "Text",
        BlockKind.ListItem => "List item",
        BlockKind.Quote => "Quote",
        BlockKind.TableCell => "Table cell",
        BlockKind.Caption => "Caption",
        _ => "Note",
    };

    /// <summary>Who wrote a target, for people.</summary>
    public static string OriginWord(Origin origin) => origin switch
    {
        Translate.Origin.Empty => "none yet",
        Translate.Origin.New => "engine",
        Translate.Origin.AnsweredEarlier => "engine, earlier",
        Translate.Origin.Repeated => "repetition",
        Translate.Origin.MemoryExact => "memory",
        Translate.Origin.MemoryFuzzy => "memory, similar",
        Translate.Origin.Kept => "kept as is",
        _ => "engine failed",
    };

    static string GapBetween(Block? block, int from, int to) =>
        block is not null && from <= to && to <= block.Text.Length ? block.Text[from..to] : "";

    static string MatchOf(TranslatedSegment segment)
    {
        if (segment.Match is not { } match) return "";
        var head = string.Create(CultureInfo.InvariantCulture, $"{match.Score}%");
        if (match.Provenance.Length > 0) head += " " + match.Provenance;
        if (match.Differences.Count > 0) head += "\n≠ " + string.Join("; ", match.Differences);
        return match.Score >= 100 || match.Target.SameAs(segment.Target) ? head : $"{head}\n→ {match.Target}";
    }
}
