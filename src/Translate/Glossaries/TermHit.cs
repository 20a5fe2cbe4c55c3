namespace Translate.Glossaries;

/// <summary>Why a form that stands in a text is no term there, or that it is one.</summary>
public enum MatchOutcome
{
    /// <summary>It is a term here.</summary>
    Matched,

    /// <summary>A longer or earlier term takes its place.</summary>
    Nested,

    /// <summary>It is a part of a word from the concept's <c>unless</c> list.</summary>
    Unless,

    /// <summary>None of the concept's <c>when</c> words stands in the segment.</summary>
    When,

    /// <summary>Its letters are in another case.</summary>
    Case,

    /// <summary>It stands inside a longer word, file name or address.</summary>
    Boundary,

    /// <summary>Its slot has no number here, or one that is part of something else.</summary>
    Slot,

    /// <summary>The same form of another concept stands here as it is written, this one only inflected.</summary>
    Inflected,

    /// <summary>The concept is only proposed and an approved one stands here.</summary>
    Proposed,
}

/// <summary>A place where a form of a concept stands, and what became of it.</summary>
/// <param name="Entry">The concept.</param>
/// <param name="Form">The form as the glossary has it.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Outcome">Whether it is a term there, or why not.</param>
/// <param name="Reason">The word or term that decided; empty when none did.</param>
public sealed record TermCandidate(TermEntry Entry, string Form, TextRange Range, MatchOutcome Outcome, string Reason);
