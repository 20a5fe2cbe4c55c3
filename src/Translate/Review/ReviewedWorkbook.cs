using Translate.Articles;

namespace Translate.Review;

/// <summary>A row of a workbook as it was exported: the base of every merge.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Type">What the segment is, for people.</param>
/// <param name="Source">Source in the notation of <see cref="TaggedText"/>.</param>
/// <param name="Target">Target as exported, likewise.</param>
/// <param name="Status">Status as exported.</param>
/// <param name="Origin">Who wrote the target.</param>
/// <param name="OriginName">Who exactly; may be empty.</param>
/// <param name="Codes">Codes of its findings.</param>
/// <param name="Gap">White space between it and the row before it in its block; <c>null</c> for the first of a block.</param>
/// <param name="Comment">Comment as exported.</param>
/// <param name="Terms">Glossary terms in its source.</param>
public sealed record BaseRow(
    RowKey Key, string Type, string Source, string Target, SegmentStatus Status, Origin Origin, string OriginName,
    IReadOnlyList<string> Codes, string? Gap, string Comment, IReadOnlyList<RowTerm> Terms);

/// <summary>What is wrong with a cell that should hold text.</summary>
public enum CellFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It holds an error such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>It holds a formula without a saved result.</summary>
    Formula,
}

/// <summary>A row of a Review sheet as it came back.</summary>
/// <param name="Row">Its number in the sheet, from 1.</param>
/// <param name="Key">What stands in Key.</param>
/// <param name="Source">What stands in Source; <c>null</c> when the column is gone.</param>
/// <param name="Target">What stands in Target; <c>null</c> when the column is gone.</param>
/// <param name="Status">What stands in Status; <c>null</c> when the column is gone.</param>
/// <param name="Comment">What stands in Comment; empty when the column is gone.</param>
/// <param name="Machine">What stands in Machine; empty when the column is gone.</param>
/// <param name="Fault">What is wrong with the cell in Target.</param>
public sealed record ReviewedRow(
    int Row, string Key, string? Source, string? Target, string? Status, string Comment, string Machine, CellFault Fault);

/// <summary>A workbook that came back.</summary>
/// <param name="Path">The file.</param>
/// <param name="Modified">When it was saved last: by its own words, else by the file's time.</param>
/// <param name="Engine">The engine of the run that exported it; may be empty.</param>
/// <param name="Articles">The articles in it.</param>
/// <param name="Base">Every row as exported, in order; empty when the hidden sheet is gone.</param>
/// <param name="Rows">The rows of its Review sheet, in the order in which they stand there; blank ones are left out.</param>
public sealed record ReviewedWorkbook(
    string Path, DateTimeOffset Modified, string Engine, IReadOnlyList<MetaArticle> Articles, IReadOnlyList<BaseRow> Base,
    IReadOnlyList<ReviewedRow> Rows)
{
    /// <summary>What the run that exported it chose.</summary>
    public RunChoices Choices { get; init; } = RunChoices.Default;

    /// <summary>What in it was not read although a reviewer may have written there.</summary>
    public IReadOnlyList<Problem> Remarks { get; init; } = [];

    /// <summary>The pairs that its rows hold, in their order; what is joined to a row is one pair with it, a row that cannot be read is none.</summary>
    public IEnumerable<(ReviewedRow Row, TaggedText Source, TaggedText Target)> Pairs()
    {
        var joined = Joined();
        foreach (var row in Rows.Where(row => row is { Source: not null, Target: not null, Fault: CellFault.None } && !IsJoined(row)))
        {
            var (source, target) = JoinedText.Join([(TaggedText.Parse(row.Source!, []), ""), .. joined.GetValueOrDefault(row.Key, [])], row.Target!);
            yield return (row, source, target);
        }
    }

    // By the key of the row that holds the target: the sources that were translated in it too, with the white space before each.
    Dictionary<string, List<(TaggedText, string)>> Joined()
    {
        var keys = Rows.Where(IsJoined).Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, List<(TaggedText, string)>> joined = new(StringComparer.Ordinal);
        if (keys.Count == 0) return joined;
        var first = "";
        foreach (var row in Base)
        {
            var key = row.Key.ToString();
            if (row.Gap is null || first.Length == 0 || !keys.Contains(key)) joined[first = key] = [];
            else joined[first].Add((TaggedText.Parse(row.Source, []), row.Gap));
        }

        return joined;
    }

    static bool IsJoined(ReviewedRow row) => row.Status?.Trim().Equals(ReviewColumns.Word(SegmentStatus.Joined), StringComparison.OrdinalIgnoreCase) == true;
}
