namespace Translate.Glossaries;

/// <summary>A concept's <c>when</c> and <c>unless</c> words, folded.</summary>
/// <param name="Number">Index of the <c>when</c> list in its finder, for remembering the answer during one text; -1 when there is none.</param>
/// <param name="When">Words one of which must stand in the segment.</param>
/// <param name="Unless">Longer words in which the term is not meant.</param>
sealed record TermContext(int Number, string[] When, string[] Unless)
{
    /// <summary>Whether one of the context words stands in a folded text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        foreach (var word in When)
            if (Holds(text, word)) return true;
        return false;
    }

    /// <summary>The first longer word that covers a range of a folded text; <c>null</c> when there is none.</summary>
    public string? Covering(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var word in Unless)
        {
            for (var before = Math.Min(start, word.Length - (end - start)); before >= 0; before--)
            {
                var from = start - before;
                if (!text[from..].StartsWith(word)) continue;
                if (Letters.IsToken(word[0]) && from > 0 && Letters.IsToken(text[from - 1])) continue;
                return word;
            }
        }

        return null;
    }

    /// <summary>A Latin word must start a word and may go on (quant, quantization) unless it is short or an acronym.</summary>
    static bool Holds(ReadOnlySpan<char> text, string word)
    {
        for (var at = 0; at <= text.Length - word.Length; at++)
        {
            var next = text[at..].IndexOf(word);
            if (next < 0) return false;
            at += next;
            if (Letters.IsLetter(word[0]) && at > 0 && Letters.IsLetter(text[at - 1])) continue;
            var end = at + word.Length;
            if (word.Length >= 4 || !Letters.IsLetter(word[^1]) || end == text.Length || !Letters.IsLetter(text[end])) return true;
            if (text[end] == 's' && (end + 1 == text.Length || !Letters.IsLetter(text[end + 1]))) return true;
        }

        return false;
    }
}
