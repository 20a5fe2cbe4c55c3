namespace Translate.Checks;

/// <summary>Runs of Latin letters and digits in a text, with what joins them inside a name.</summary>
static class LatinTokens
{
    /// <summary>Every token that starts with a letter or holds one.</summary>
    public static List<TextRange> In(string text)
    {
        List<TextRange> tokens = [];
        for (var at = 0; at < text.Length;)
        {
            if (!IsLetter(text[at]) && !char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var letters = false;
            while (at < text.Length && (IsLetter(text[at]) || char.IsAsciiDigit(text[at]) || IsJoint(text, at)))
            {
                letters |= IsLetter(text[at]);
                at++;
            }

            if (letters) tokens.Add(new(start, at));
        }

        return tokens;
    }

    /// <summary>The text in lower case without white space, hyphens and dots, for finding a name however it is spaced.</summary>
    public static string Squeeze(string text)
    {
        var length = 0;
        var kept = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c is not ('-' or '.' or '\u2011' or '·' or '’' or '\'')) kept[length++] = char.ToLowerInvariant(c);
        return new(kept[..length]);
    }

    /// <summary>A name rather than a word: capitals inside (DeepSeek), capitals only (RLHF), or letters with digits (GPT-4).</summary>
    public static bool IsName(ReadOnlySpan<char> token) =>
        token.Length > 1 && !char.IsAsciiDigit(token[0]) && !token.Contains('_') && (token[1..].ContainsAnyInRange('A', 'Z') || token.ContainsAnyInRange('0', '9'));

    public static bool IsLetter(char c) => char.IsAsciiLetter(c) || (c is >= 'À' and <= 'ɏ' && c is not ('×' or '÷'));

    static bool IsJoint(string text, int at) =>
        text[at] is '-' or '.' or '_' or '\'' or '’' or '+' or '\u2011' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1])
        && (IsLetter(text[at + 1]) || char.IsAsciiDigit(text[at + 1]));
}
