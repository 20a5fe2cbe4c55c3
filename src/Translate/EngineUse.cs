namespace Translate;

/// <summary>What asking an engine cost.</summary>
/// <param name="Asked">Texts that were sent.</param>
/// <param name="Characters">Characters that were sent, markup included.</param>
/// <param name="PlainCharacters">Characters of the same texts without markup.</param>
/// <param name="AskedAgain">Texts that were sent a second time because a term was missing.</param>
/// <param name="CharactersAgain">Characters that the second questions sent, markup included.</param>
public sealed record EngineUse(int Asked, long Characters, long PlainCharacters, int AskedAgain, long CharactersAgain)
{
    /// <summary>Nothing was asked.</summary>
    public static EngineUse None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>Both together.</summary>
    public static EngineUse operator +(EngineUse left, EngineUse right) => new(
        left.Asked + right.Asked, left.Characters + right.Characters, left.PlainCharacters + right.PlainCharacters,
        left.AskedAgain + right.AskedAgain, left.CharactersAgain + right.CharactersAgain);
}
