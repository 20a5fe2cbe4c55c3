namespace Translate;

/// <summary>
/// Where a segment's target came from. Every segment has exactly one, so the counts of a run add up to its segments.
/// </summary>
public enum Origin
{
    /// <summary>Nobody knows a translation; the target is empty.</summary>
    Empty,

    /// <summary>The engine was asked in this run.</summary>
    New,

    /// <summary>The engine answered it in an earlier run.</summary>
    AnsweredEarlier,

    /// <summary>The same text was asked once elsewhere in this run.</summary>
    Repeated,

    /// <summary>A memory match of 100 or 101 per cent.</summary>
    MemoryExact,

    /// <summary>A memory match below 100 per cent, filled in as a draft.</summary>
    MemoryFuzzy,

    /// <summary>Nothing to translate (a number, a URL, a name to keep); the source stands as it is.</summary>
    Kept,

    /// <summary>The engine failed on it for good.</summary>
    Failed,
}
