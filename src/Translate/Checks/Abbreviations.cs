namespace Translate.Checks;

/// <summary>Whether letters abbreviate words of a text.</summary>
static class Abbreviations
{
    /// <summary>LLM for "large language model", MPD for "Music Player Daemon", BT for "bittorrent".</summary>
    /// <param name="token">The letters.</param>
    /// <param name="text">Text in a language with spaces between words.</param>
    public static bool IsOf(ReadOnlySpan<char> token, string text)
    {
        if (token.Length is < 2 or > 6 || !token.ContainsAnyInRange('A', 'Z') || token.ContainsAnyInRange('0', '9')) return false;
        var words = text.Split([' ', '-', '/', '(', '“', '"'], StringSplitOptions.RemoveEmptyEntries);
        return AreInitials(token, words) || token.Length <= 3 && token.IndexOfAnyExceptInRange('A', 'Z') < 0 && IsInsideOne(token, words);
    }

    static bool AreInitials(ReadOnlySpan<char> token, string[] words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var fits = char.ToUpperInvariant(word[0]) == char.ToUpperInvariant(token[at]);
            at = fits ? at + 1 : char.ToUpperInvariant(word[0]) == char.ToUpperInvariant(token[0]) ? 1 : word is "of" or "and" or "for" or "the" or "to" or "in" ? at : 0;
            if (at == token.Length) return true;
        }

        return false;
    }

    /// <summary>A long word's first letter and others of it in order: TV, BT, ID.</summary>
    static bool IsInsideOne(ReadOnlySpan<char> token, string[] words)
    {
        foreach (var word in words)
        {
            if (word.Length < 6 || char.ToUpperInvariant(word[0]) != token[0]) continue;
            var at = 0;
            foreach (var c in word)
                if (at < token.Length && char.ToUpperInvariant(c) == token[at]) at++;
            if (at == token.Length) return true;
        }

        return false;
    }
}
