namespace Translate.Glossaries;

/// <summary>A target in which forms are looked for, with the tolerance that a reader has.</summary>
/// <remarks>
/// Case, hyphen or blank or neither (pre-training, pretraining), American or British, and, where the form may be inflected,
/// any form of each of its words. Chinese stands as it is written, in either script.
/// </remarks>
sealed class TargetText
{
    readonly TermText _text = new();

    public TargetText(string target, string language)
    {
        (Original, Language) = (target, language);
        _text.Set(target);
    }

    /// <summary>The target as it stands.</summary>
    public string Original { get; }

    /// <summary>Its language.</summary>
    public string Language { get; }

    /// <summary>Every place where a form stands, in order.</summary>
    /// <param name="form">The form as the glossary has it, without slot.</param>
    /// <param name="inflected">Whether its words may stand in other forms.</param>
    /// <param name="afterNumber">Whether a number may stand right before it.</param>
    public IEnumerable<TextRange> Find(string form, bool inflected, bool afterNumber = false)
    {
        var folded = TermText.Fold(form).Trim();
        if (folded.Length == 0) yield break;
        var latin = Letters.IsToken(folded[0]);
        for (var at = 0; at < _text.Length; at++)
        {
            if (latin)
            {
                if (!IsWordStart(at, folded[0], afterNumber)) continue;
            }
            else
            {
                var next = _text.Units[at..].IndexOf(folded[0]);
                if (next < 0) yield break;
                at += next;
            }

            if (Match(folded, at, inflected) is var end && end > at) yield return _text.ToOriginal(at, end);
        }
    }

    bool IsWordStart(int at, char first, bool afterNumber)
    {
        var units = _text.Units;
        if (!Letters.IsToken(units[at])) return false;
        if (at == 0) return true;
        var before = units[at - 1];
        if (Letters.IsLetter(before)) return false;
        if (!Letters.IsDigit(before)) return true;
        // 8GPU holds GPU; A100cards holds no cards, unless a number is what is looked for before it.
        return Letters.IsLetter(first) && (afterNumber || at < 2 || !Letters.IsLetter(units[at - 2]));
    }

    /// <summary>Where the form ends that starts here; -1 when it does not stand here.</summary>
    int Match(string form, int start, bool inflected)
    {
        var units = _text.Units;
        var at = start;
        for (var i = 0; i < form.Length;)
        {
            if (form[i] == ' ')
            {
                i++;
                if (at < units.Length && units[at] == ' ') at++;
                continue;
            }

            if (at < units.Length && units[at] == ' ' && i > 0 && (Letters.IsToken(form[i]) != Letters.IsToken(form[i - 1]) || Letters.IsDigit(form[i]) != Letters.IsDigit(form[i - 1])))
                at++;
            if (at >= units.Length) return -1;
            if (!Letters.IsLetter(form[i]))
            {
                if (units[at++] != form[i++]) return -1;
                continue;
            }

            var wordEnd = i;
            while (wordEnd < form.Length && Letters.IsLetter(form[wordEnd])) wordEnd++;
            at = MatchWord(form.AsSpan(i, wordEnd - i), at, inflected, wordEnd < form.Length);
            if (at < 0) return -1;
            i = wordEnd;
        }

        return EndsHere(form[^1], at) ? WithPlural(form[^1], at) : -1;
    }

    /// <summary>A word of the form against a word of the text, or against its first part (joined), or against two words (apart).</summary>
    int MatchWord(ReadOnlySpan<char> word, int at, bool inflected, bool goesOn)
    {
        var units = _text.Units;
        var end = WordEnd(at);
        if (end == at) return -1;
        if (IsForm(units[at..end], word, inflected)) return end;
        if (goesOn && end - at > word.Length && units[at..end].StartsWith(word)) return at + word.Length;
        // pre-training for pretraining; the first piece is as written.
        if (end < units.Length && units[end] == ' ' && word.StartsWith(units[at..end]))
        {
            var second = WordEnd(end + 1);
            Span<char> joined = stackalloc char[Math.Min(second - at, 64)];
            if (second - at <= 64 && second > end + 1)
            {
                units[at..end].CopyTo(joined);
                units[(end + 1)..second].CopyTo(joined[(end - at)..]);
                if (IsForm(joined[..(second - at - 1)], word, inflected)) return second;
            }
        }

        return -1;
    }

    static bool IsForm(ReadOnlySpan<char> found, ReadOnlySpan<char> word, bool inflected) =>
        inflected ? WordForms.AreSame(found, word)
        : WordForms.AreRespelled(found, word) || found.Length == word.Length + 1 && found[^1] == 's' && found.StartsWith(word);

    bool EndsHere(char last, int at)
    {
        if (!Letters.IsToken(last) || at == _text.Length || !Letters.IsToken(_text.Units[at])) return true;
        return Letters.IsDigit(last) && WithPlural(last, at) > at;
    }

    int WithPlural(char last, int at) =>
        Letters.IsDigit(last) && at < _text.Length && _text.Units[at] == 's' && (at + 1 == _text.Length || !Letters.IsToken(_text.Units[at + 1])) ? at + 1 : at;

    int WordEnd(int at)
    {
        while (at < _text.Length && Letters.IsLetter(_text.Units[at])) at++;
        return at;
    }
}
