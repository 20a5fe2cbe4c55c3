namespace Translate.Checks;

/// <summary>White space between Han characters and Latin letters or digits.</summary>
public enum HanLatinSpacing
{
    /// <summary>Either way, as long as one target keeps to one way.</summary>
    Any,

    /// <summary>Always a space: 使用 GPU 训练.</summary>
    Space,

    /// <summary>Never a space: 使用GPU训练.</summary>
    None,
}

/// <summary>How strict the checks are and what they keep to themselves.</summary>
public sealed record CheckOptions
{
    /// <summary>Every check, no suppressions.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>Codes that are not reported: whole codes (<c>TYP-004</c>) or groups (<c>TYP</c>).</summary>
    public IReadOnlyCollection<string> Off { get; init; } = [];

    /// <summary>Findings below this severity are not reported.</summary>
    public Severity Least { get; init; } = Severity.Information;

    /// <summary>What Chinese targets do between Han and Latin.</summary>
    public HanLatinSpacing Spacing { get; init; } = HanLatinSpacing.Any;

    /// <summary>What is not to be reported where, and why.</summary>
    public Suppressions Suppressions { get; init; } = Suppressions.None;

    /// <summary>Most findings of one code on one segment; what is beyond is counted in the last one's message.</summary>
    public int MostPerCode { get; init; } = 5;
}
