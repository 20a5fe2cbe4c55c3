namespace Translate.Glossaries;

/// <summary>How a term of the source came out in the target.</summary>
public enum TermStatus
{
    /// <summary>In its preferred form.</summary>
    Preferred,

    /// <summary>In another admitted form.</summary>
    Admitted,

    /// <summary>In a form that must not stand.</summary>
    Forbidden,

    /// <summary>In no form that the glossary knows.</summary>
    Missing,

    /// <summary>In the word that another concept of the segment needs as well, so that the two cannot be told apart.</summary>
    Collapsed,
}

/// <summary>The verdict on one occurrence of a term.</summary>
/// <param name="Match">The occurrence; of homographs the one that was satisfied, else the first.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Target">Where it stands in the target; <c>null</c> when it does not.</param>
/// <param name="Found">What stands there; empty when nothing does.</param>
/// <param name="IsRepeated">
/// Of a missing occurrence: whether the concept does stand in the target for another occurrence, so that a pronoun or an
/// ellipsis may have taken its place.
/// </param>
public sealed record TermVerdict(TermMatch Match, TermStatus Status, TextRange? Target, string Found, bool IsRepeated = false);
