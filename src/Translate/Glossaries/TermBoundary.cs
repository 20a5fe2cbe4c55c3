namespace Translate.Glossaries;

/// <summary>Where a term may start and end in the original text.</summary>
/// <remarks>
/// Between Latin or digits and Han there is always a boundary, inside a Latin word never. A hyphen is one (LLM-based, AI-powered)
/// unless a side has under three letters and is no acronym, or the whole is a word of its own (add-on, e-mail, runner-up). Beside
/// <c>.</c>, <c>_</c>, <c>/</c>, <c>@</c> inside a token there is none (llms.txt).
/// </remarks>
static class TermBoundary
{
    // Compounds whose parts, though long enough, do not mean what they mean alone.
    static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "runner-up", "passer-by", "father-in-law", "mother-in-law", "know-how", "two-fold", "has-been", "merry-go-round", "mid-range",
        "open-ended", "well-being", "jack-of-all-trades", "forget-me-not", "hard-won", "clear-cut", "far-fetched", "self-made",
    };

    /// <summary>Whether a term that starts here starts a word.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="start">First unit of the term; one that is neither letter nor digit nor joins them (.NET) starts a word anywhere.</param>
    /// <param name="end">First unit after the term.</param>
    public static bool IsStart(ReadOnlySpan<char> text, int start, int end)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (!Letters.IsToken(text[start])) return !IsJoint(text[start]) || !Letters.IsToken(before);
        if (Letters.IsToken(before)) return false;
        if (start == 1 || !Letters.IsToken(text[start - 2])) return !(before is '_' or '@' || before == '.' && IsLatinDot(text, start));
        if (IsJoint(before)) return false;
        return !IsHyphen(before) || IsHyphenBoundary(text, start - 1, start, end, termIsAfter: true);
    }

    /// <summary>Whether a term that ends here ends a word.</summary>
    public static bool IsEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (end == text.Length) return true;
        var after = text[end];
        if (Letters.IsToken(after)) return false;
        if (after is '_' or '@' && end + 1 < text.Length && Letters.IsToken(text[end + 1])) return false;
        if (end + 1 == text.Length || !Letters.IsToken(text[end + 1])) return true;
        if (after is '.' or '/') return false;
        return !IsHyphen(after) || IsHyphenBoundary(text, end, start, end, termIsAfter: false);
    }

    /// <summary>What joins letters and digits to file names, addresses and identifiers.</summary>
    public static bool IsJoint(char unit) => unit is '.' or '_' or '/' or '@';

    /// <summary>Hyphens that join words.</summary>
    public static bool IsHyphen(char unit) => unit is '-' or '\u2010' or '\u2011' or '\uFF0D';

    // .NET is a name that starts with its dot; a dot after a blank is part of the token that follows.
    static bool IsLatinDot(ReadOnlySpan<char> text, int start) => start < text.Length && Letters.IsLetter(text[start]) && start > 1 && text[start - 2] == ' ';

    static bool IsHyphenBoundary(ReadOnlySpan<char> text, int hyphen, int start, int end, bool termIsAfter)
    {
        var left = hyphen;
        while (left > 0 && Letters.IsToken(text[left - 1])) left--;
        var right = hyphen + 1;
        while (right < text.Length && Letters.IsToken(text[right])) right++;
        var before = text[left..hyphen];
        var after = text[(hyphen + 1)..right];
        // 8-GPU counts, GPT-4 names: a number before the hyphen is apart from the term, one after it belongs to it.
        if (termIsAfter && IsNumber(before)) return true;
        if (!termIsAfter && Letters.IsDigit(after[0])) return false;
        // A term of several words has long been more than the short word beside the hyphen.
        var term = text[start..end];
        var own = termIsAfter ? after : before;
        var ownIsTerm = term.Length > own.Length;
        var other = termIsAfter ? before : after;
        if (IsShort(other) || !ownIsTerm && IsShort(own)) return false;
        return !s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text[left..right]);
    }

    static bool IsShort(ReadOnlySpan<char> word)
    {
        int letters = 0, small = 0, digits = 0;
        foreach (var unit in word)
        {
            if (Letters.IsDigit(unit)) digits++;
            else
            {
                letters++;
                if (!char.IsUpper(Letters.Narrow(unit))) small++;
            }
        }

        if (small == 0 && letters + digits >= 2) return false;
        return letters < 3;
    }

    static bool IsNumber(ReadOnlySpan<char> word)
    {
        foreach (var unit in word)
            if (!Letters.IsDigit(unit)) return false;
        return true;
    }
}
