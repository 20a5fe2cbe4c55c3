namespace Translate.Glossaries;

/// <summary>A concept's <c>when</c> and <c>unless</c> words, folded.</summary>
/// <param name="Number">Index of the <c>when</c> list in its finder, for remembering the answer during one text; -1 when there is none.</param>
/// <param name="When">Words of the context: one of them anywhere in the segment lets the term count at every place.</param>
/// <param name="Own">Words that hold a form of the concept itself: they speak for the place where they stand only.</param>
/// <param name="Unless">Longer words in which the term is not meant.</param>
sealed record TermContext(int Number, string[] When, string[] Own, string[] Unless)
{
    /// <summary>The context of a concept; <c>null</c> when it counts everywhere.</summary>
    /// <param name="forms">Its terms in the source language.</param>
    /// <param name="unless">Longer words of that language, and of others that may stand in its texts.</param>
    /// <param name="number">Index of its <c>when</c> list.</param>
    public static TermContext? Of(TermForms forms, IReadOnlyList<string> unless, int number)
    {
        if (forms.When.Count == 0 && unless.Count == 0) return null;
        string[] own = [.. forms.Variants.Prepend(forms.Preferred).Select(TermText.Fold)];
        var words = forms.When.Select(TermText.Fold).ToLookup(word => Array.Exists(own, form => Stands(word, form, 0, word.Length)));
        return new(forms.When.Count > 0 ? number : -1, [.. words[false]], [.. words[true]], [.. unless.Select(TermText.Fold)]);
    }

    /// <summary>Whether one of the words of the context stands in a folded text.</summary>
    public bool StandsIn(ReadOnlySpan<char> text)
    {
        foreach (var word in When)
            if (Stands(text, word, 0, text.Length)) return true;
        return false;
    }

    /// <summary>Whether a word that holds the term itself overlaps a range of a folded text.</summary>
    public bool OverlapsOwn(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (var word in Own)
            if (Stands(text, word, Math.Max(0, start - word.Length + 1), Math.Min(text.Length, end + word.Length - 1))) return true;
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
    static bool Stands(ReadOnlySpan<char> text, string word, int from, int to)
    {
        for (var at = from; at <= to - word.Length; at++)
        {
            var next = text[at..to].IndexOf(word);
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
