namespace Translate.Review;

/// <summary>How workbooks are laid out.</summary>
public sealed record WorkbookOptions
{
    /// <summary>The defaults.</summary>
    public static WorkbookOptions Default { get; } = new();

    /// <summary>Locks every cell but Target, Status and Comment. Off by default: sorting, spelling and notes must work.</summary>
    public bool Protect { get; init; }

    /// <summary>Most segments in one workbook when many articles share it; an article is never cut in two.</summary>
    public int SegmentsPerWorkbook { get; init; } = 2000;
}
