namespace Translate;

/// <summary>Where a segment stands in the review; the words of the workbook's Status column, in lower case.</summary>
public enum SegmentStatus
{
    /// <summary>No target yet.</summary>
    Todo,

    /// <summary>A target that nobody has looked at.</summary>
    Draft,

    /// <summary>A translator changed the target.</summary>
    Edited,

    /// <summary>A translator accepts the target.</summary>
    Approved,

    /// <summary>A translator refuses the target.</summary>
    Rejected,

    /// <summary>A translator asks something in Comment.</summary>
    Question,

    /// <summary>Translated in the row above.</summary>
    Joined,
}
