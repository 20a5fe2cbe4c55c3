using Translate.Articles;

namespace Translate.Memory;

/// <summary>How far a stored pair can be trusted; of several targets for one source the most trusted comes first.</summary>
public enum MemoryState
{
    /// <summary>Came in from elsewhere; nobody here has judged it.</summary>
    Imported,

    /// <summary>A translator wrote or changed it.</summary>
    Edited,

    /// <summary>A translator approved it.</summary>
    Approved,
}

/// <summary>From what a pair came.</summary>
public enum MemorySourceKind
{
    /// <summary>A reviewed workbook.</summary>
    Workbook,

    /// <summary>A TMX file.</summary>
    Tmx,

    /// <summary>An XLIFF file.</summary>
    Xliff,

    /// <summary>An engine's answer that a reviewer let stand.</summary>
    Engine,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>What one import brings in and who does it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The workbook's or file's name, as people know it.</param>
/// <param name="Person">Who imports it; may be empty.</param>
public sealed record MemorySource(MemorySourceKind Kind, string Name, string Person = "");

/// <summary>A source and its translation, to be stored or as stored.</summary>
/// <param name="Pair">From which language to which.</param>
/// <param name="Source">The source; never blank.</param>
/// <param name="Target">The target; never blank.</param>
public sealed record MemoryEntry(LanguagePair Pair, TaggedText Source, TaggedText Target)
{
    /// <summary>Source of the segment before it; empty when it was the first of its article, <c>null</c> when unknown.</summary>
    public string? Before { get; init; }

    /// <summary>Source of the segment after it; empty when it was the last of its article, <c>null</c> when unknown.</summary>
    public string? After { get; init; }

    /// <summary>How far it can be trusted.</summary>
    public MemoryState State { get; init; } = MemoryState.Imported;

    /// <summary>Who wrote it; may be empty.</summary>
    public string Person { get; init; } = "";

    /// <summary>When it was last changed, to the second; <c>null</c> when unknown: then the import's own time counts.</summary>
    public DateTimeOffset? Changed { get; init; }

    /// <summary>Line of the file it was read from, from 1; 0 when it came from no file.</summary>
    public int Row { get; init; }
}

/// <summary>One import into a memory.</summary>
/// <param name="Id">Its number, for undoing it; 0 when there was nothing to bring in.</param>
/// <param name="Source">What was imported.</param>
/// <param name="Imported">When.</param>
/// <param name="Added">Pairs that were new.</param>
/// <param name="Known">Pairs that were there already, equal in source, target and context.</param>
/// <param name="Undone">When it was undone; <c>null</c> while it counts.</param>
public sealed record MemoryImport(
    long Id, MemorySource Source, DateTimeOffset Imported, int Added, int Known, DateTimeOffset? Undone = null);
