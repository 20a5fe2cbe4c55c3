namespace Translate.Segments;

/// <summary>What a full-width semicolon does.</summary>
public enum Semicolons
{
    /// <summary>It stands inside a segment (the default).</summary>
    Inside,

    /// <summary>It ends a segment.</summary>
    End,
}
