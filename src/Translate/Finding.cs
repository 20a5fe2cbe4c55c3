namespace Translate;

/// <summary>How much a <see cref="Finding"/> matters to a reviewer.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing needs to change.</summary>
    Information,

    /// <summary>Probably wrong; look.</summary>
    Warning,

    /// <summary>Wrong unless the reviewer knows better.</summary>
    Error,
}

/// <summary>What a check reports on one segment.</summary>
/// <param name="Code">Stable code such as <c>NUM-001</c>; its entry stands in <c>docs/checks.md</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">What is wrong and what would be right, for a translator; one line.</param>
/// <param name="Source">Where in the source text it shows, if it shows there.</param>
/// <param name="Target">Where in the target text it shows, if it shows there.</param>
public sealed record Finding(string Code, Severity Severity, string Message, TextRange? Source = null, TextRange? Target = null);
