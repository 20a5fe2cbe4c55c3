namespace Translate.Review;

/// <summary>The columns of the Review sheet. They are found by these names when a workbook is read back, never by place.</summary>
public static class ReviewColumns
{
    /// <summary>Number of the row in its workbook, from 1.</summary>
    public const string Number = "#";

    /// <summary>What the segment is: title, heading, paragraph, ...</summary>
    public const string Type = "Type";

    /// <summary>The text before, tags shown, terms coloured.</summary>
    public const string Source = "Source";

    /// <summary>The text after; the translator writes here.</summary>
    public const string Target = "Target";

    /// <summary>One of the words of <see cref="SegmentStatus"/>.</summary>
    public const string Status = "Status";

    /// <summary>The translator's remarks and questions.</summary>
    public const string Comment = "Comment";

    /// <summary>What the checks say.</summary>
    public const string Findings = "Findings";

    /// <summary>The glossary's terms in this segment.</summary>
    public const string Terms = "Terms";

    /// <summary>The best match of the memory.</summary>
    public const string Match = "Match";

    /// <summary>Who wrote the target.</summary>
    public const string Origin = "Origin";

    /// <summary>The engine's own words; hidden.</summary>
    public const string Machine = "Machine";

    /// <summary>Which segment of which export the row is; hidden.</summary>
    public const string Key = "Key";

    /// <summary>The article's path; only where several articles share a workbook.</summary>
    public const string Article = "Article";

    /// <summary>What stands in Status for a status.</summary>
    public static string Word(SegmentStatus status) => status switch
    {
        SegmentStatus.Todo => "todo",
        SegmentStatus.Draft => "draft",
        SegmentStatus.Edited => "edited",
        SegmentStatus.Approved => "approved",
        SegmentStatus.Rejected => "rejected",
        SegmentStatus.Question => "question",
        _ => "joined",
    };

    /// <summary>Every word that Status knows, in the order of the drop-down.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<SegmentStatus>().Select(Word)];
}
