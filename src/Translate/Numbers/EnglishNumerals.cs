namespace Translate.Numbers;

/// <summary>Reads English numerals: twenty-one, 2.4 billion, two thirds, half a million, a dozen, tens of thousands of, 21st.</summary>
static class EnglishNumerals
{
    const decimal NoLimit = decimal.MaxValue;

    /// <summary>Reads the numeral that starts at <paramref name="at"/>.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        if (at >= text.Length || (char.IsAsciiLetter(text[at]) && !MayStart(text[at..EnglishWords.WordEnd(text, at)]))) return false;
        if (TryReadFractionOfScale(text, at, out numeral) || TryReadArticle(text, at, out numeral)) return true;
        if (TryReadOrdinal(text, at, out numeral)) return true;
        if (!TryReadCardinal(text, at, NoLimit, out var value, out var end, out var scale, out var words)) return TryReadMany(text, at, out numeral);

        var digits = char.IsAsciiDigit(text[at]) || text[at] == '.' || DigitNumerals.Fraction(text[at]) is not null;
        var shape = digits ? NumeralShape.Digits : words > 1 ? NumeralShape.Composed : NumeralShape.Single;
        if (TryReadDenominator(text, at, ref value, ref end, words) || TryReadRatio(text, ref value, ref end)) shape = NumeralShape.Fraction;
        else TryReadAndFraction(text, ref value, ref end, scale);
        numeral = new(value, null, Exactness.Exact, at, end, shape, scale);
        return true;
    }

    /// <summary>Most words are no numerals, and one look tells.</summary>
    static bool MayStart(ReadOnlySpan<char> word) =>
        EnglishWords.Find(word, out _) is var kind && kind != WordKind.None && !(kind == WordKind.Scale && word.Length <= 3) || word.Equals("a", StringComparison.OrdinalIgnoreCase)
        || word.Equals("an", StringComparison.OrdinalIgnoreCase) || word.Equals("tens", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a cardinal below a limit: pieces of falling scale, joined by spaces, hyphens or "and".</summary>
    internal static bool TryReadCardinal(
        ReadOnlySpan<char> text, int at, decimal limit, out decimal value, out int end, out decimal scale, out int words)
    {
        (value, end, scale, words) = (0, at, 1, 0);
        decimal lowest = 0;
        for (var start = at; TryReadPiece(text, start, out var piece, out var pieceEnd, out var pieceScale, out var pieceWords);)
        {
            // Every piece is worth less than the scale before it, and digits join only what began with digits.
            var first = words == 0;
            if (first ? piece >= limit : piece >= lowest || pieceScale >= lowest || (char.IsAsciiDigit(text[start]) && !char.IsAsciiDigit(text[at]))) break;
            (value, end, words, lowest) = (value + piece, pieceEnd, words + pieceWords, pieceScale);
            if (first) scale = pieceScale;
            if (pieceScale == 1) break;
            start = SkipJoint(text, end);
            if (start < 0 || StartsFraction(text, end, start)) break;
        }

        return words > 0 && TryReadPoint(text, ref value, ref end, ref words);
    }

    /// <summary>Up to 999, or digits, with the scales that follow: two hundred and six, 4.5 thousand, three lakh crore.</summary>
    static bool TryReadPiece(ReadOnlySpan<char> text, int at, out decimal value, out int end, out decimal scale, out int words)
    {
        (scale, words) = (1, 1);
        var hundred = false;
        if (DigitNumerals.TryRead(text, at, out value, out end))
        {
            if (end < text.Length && char.IsAsciiLetter(text[end]) && EnglishWords.Find(text[end..EnglishWords.WordEnd(text, end)], out _) is not (WordKind.Scale or WordKind.Hundred))
                return true;
        }
        else if (!TryReadSmall(text, at, out value, out end, out words))
            return false;

        while (true)
        {
            var next = SkipSpaces(text, end, hyphen: true);
            var wordEnd = EnglishWords.WordEnd(text, next);
            var kind = EnglishWords.Find(text[next..wordEnd], out var factor);
            if (kind == WordKind.Hundred && !hundred && scale == 1 && value < 1000 && text[wordEnd - 1] != 's')
            {
                (value, end, words, scale, hundred) = (value * 100, wordEnd, words + 1, 100, true);
                if (SkipJoint(text, end) is var rest and >= 0 && TryReadSmall(text, rest, out var below, out var belowEnd, out var belowWords) && below < 100
                    && !StartsHigher(text, belowEnd) && !StartsFraction(text, end, rest))
                    (value, end, words, scale) = (value + below, belowEnd, words + belowWords, 1);
                continue;
            }

            if (kind != WordKind.Scale || !Exact.TryMultiply(value, factor, out var product)) return true;
            (value, end, words) = (product, wordEnd, words + 1);
            scale = scale is 1 or 100 ? factor : scale * factor;
        }
    }

    /// <summary>"five hundred and six hundred" is two numerals.</summary>
    static bool StartsHigher(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at, hyphen: false);
        return EnglishWords.Find(text[next..EnglishWords.WordEnd(text, next)], out _) == WordKind.Hundred;
    }

    /// <summary>"and three quarters" is a fraction of its own; "hundred thirty fifths" divides by thirty-five, "hundred and thirty fifths" by five.</summary>
    static bool StartsFraction(ReadOnlySpan<char> text, int joint, int at)
    {
        var joined = text[joint..at].Contains("and", StringComparison.OrdinalIgnoreCase);
        if (!joined) return EnglishWords.Find(text[at..EnglishWords.WordEnd(text, at)], out _) == WordKind.Ten && TryReadDivisor(text, at, out _, out _, out var many) && many;
        var wordEnd = EnglishWords.WordEnd(text, at);
        if (EnglishWords.Find(text[at..wordEnd], out _) != WordKind.One) return false;
        var next = SkipSpaces(text, wordEnd, hyphen: true);
        return next > wordEnd && TryReadDivisor(text, next, out _, out _, out var plural) && plural;
    }

    static bool TryReadSmall(ReadOnlySpan<char> text, int at, out decimal value, out int end, out int words)
    {
        (end, words) = (EnglishWords.WordEnd(text, at), 1);
        var kind = EnglishWords.Find(text[at..end], out value);
        if (kind is WordKind.One or WordKind.Teen) return true;
        if (kind != WordKind.Ten) return false;
        var next = SkipSpaces(text, end, hyphen: true);
        var nextEnd = EnglishWords.WordEnd(text, next);
        if (next > end && EnglishWords.Find(text[next..nextEnd], out var one) == WordKind.One && one > 0)
            (value, end, words) = (value + one, nextEnd, 2);
        return true;
    }

    static bool TryReadPoint(ReadOnlySpan<char> text, ref decimal value, ref int end, ref int words)
    {
        var at = SkipSpaces(text, end, hyphen: false);
        if (at == end || !IsWord(text, at, "point", out var after)) return true;
        var place = 0.1m;
        for (at = SkipSpaces(text, after, hyphen: false); ; at = SkipSpaces(text, after, hyphen: true))
        {
            after = EnglishWords.WordEnd(text, at);
            var kind = EnglishWords.Find(text[at..after], out var digit);
            if (kind is not (WordKind.One or WordKind.Ten or WordKind.Teen) || place < 1e-20m) break;
            (value, end, words, place) = (value + digit * (kind == WordKind.One ? place : place / 10), after, words + 1, kind == WordKind.One ? place / 10 : place);
        }

        return true;
    }

    /// <summary>two thirds, three-quarters, twenty-three fifths, one twenty-fifth.</summary>
    static bool TryReadDenominator(ReadOnlySpan<char> text, int start, ref decimal value, ref int end, int words)
    {
        if (char.IsAsciiDigit(text[start])) return false;
        var at = SkipSpaces(text, end, hyphen: true);
        if (at == end || !TryReadDivisor(text, at, out var divisor, out var after, out var plural)) return false;
        if (!plural && value != 1) return false;
        if (plural && divisor == 1 || divisor == 2 && text[after - 1] == 'd') return false;
        (value, end) = (value / divisor, after);
        return true;
    }

    /// <summary>A denominator: half, quarters, fifth, twenty-firsts, hundredths.</summary>
    static bool TryReadDivisor(ReadOnlySpan<char> text, int at, out decimal divisor, out int end, out bool plural)
    {
        end = EnglishWords.WordEnd(text, at);
        plural = end > at && text[end - 1] == 's';
        var kind = EnglishWords.Find(text[at..end], out divisor);
        if (kind is WordKind.Fraction) return true;
        if (kind is WordKind.Ordinal) return divisor > 2;
        if (kind is not (WordKind.Ten or WordKind.One) || !TryReadOrdinal(text, at, out var ordinal, out plural)) return false;
        (divisor, end) = (ordinal.Value, ordinal.End);
        return true;
    }

    /// <summary>1 over 3, one out of three, one in five, one of every 35,000.</summary>
    static bool TryReadRatio(ReadOnlySpan<char> text, ref decimal value, ref int end)
    {
        var at = SkipSpaces(text, end, hyphen: false);
        if (at == end) return false;
        var sure = true;
        var isOver = IsWord(text, at, "over", out var after);
        if (isOver) { }
        else if (IsWord(text, at, "out", out after) && IsWord(text, SkipSpaces(text, after, false), "of", out after)) SkipEvery(text, ref after);
        else if (IsWord(text, at, "in", out after) || IsWord(text, at, "of", out after)) sure = SkipEvery(text, ref after) || text[at] is 'i' or 'I';
        else return false;
        at = SkipSpaces(text, after, hyphen: false);
        if (!sure || at >= text.Length || !TryReadCardinal(text, at, NoLimit, out var divisor, out var divisorEnd, out _, out _)) return false;
        var isIn = text[end..after].Trim().Equals("in", StringComparison.OrdinalIgnoreCase);
        if (divisor == 0 || (divisor <= value && !isOver) || divisor != decimal.Truncate(divisor) || (isIn && (value != 1 || divisor is >= 1000 and < 2100))) return false;
        (value, end) = (value / divisor, divisorEnd);
        return true;

        static bool SkipEvery(ReadOnlySpan<char> text, ref int after)
        {
            if (!IsWord(text, SkipSpaces(text, after, false), "every", out var end)) return false;
            after = end;
            return true;
        }
    }

    /// <summary>one and a half, two million and three fifths: after a scale the fraction is of that scale.</summary>
    static bool TryReadAndFraction(ReadOnlySpan<char> text, ref decimal value, ref int end, decimal scale)
    {
        var at = SkipSpaces(text, end, hyphen: false);
        if (at == end || !IsWord(text, at, "and", out var after)) return false;
        at = SkipSpaces(text, after, hyphen: false);
        decimal numerator = 1;
        var wordEnd = EnglishWords.WordEnd(text, at);
        if (IsWord(text, at, "a", out var one)) at = SkipSpaces(text, one, hyphen: false);
        else if (TryReadSmall(text, at, out numerator, out wordEnd, out _))
            at = SkipSpaces(text, wordEnd, hyphen: true);
        else return false;

        if (!TryReadDivisor(text, at, out var divisor, out var divisorEnd, out _)) return false;
        var part = numerator / divisor;
        var own = SkipSpaces(text, divisorEnd, hyphen: false);
        var ownEnd = EnglishWords.WordEnd(text, own);
        var hasOwnScale = EnglishWords.Find(text[own..ownEnd], out var ownScale) == WordKind.Scale;
        if (hasOwnScale && ownScale < scale) (value, end) = (value + part * ownScale, ownEnd);
        else (value, end) = (value + part * (scale >= 1000 ? scale : 1), divisorEnd);
        return true;
    }

    /// <summary>half a million, quarter million, three quarters billion.</summary>
    static bool TryReadFractionOfScale(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        decimal numerator = 1;
        var start = at;
        var wordEnd = EnglishWords.WordEnd(text, at);
        var kind = EnglishWords.Find(text[at..wordEnd], out var divisor);
        if (kind is WordKind.One)
        {
            numerator = divisor;
            at = SkipSpaces(text, wordEnd, hyphen: true);
            wordEnd = EnglishWords.WordEnd(text, at);
            kind = EnglishWords.Find(text[at..wordEnd], out divisor);
        }

        if (kind != WordKind.Fraction) return false;
        var next = SkipSpaces(text, wordEnd, hyphen: true);
        if (IsWord(text, next, "of", out var of)) next = SkipSpaces(text, of, hyphen: false);
        if (IsWord(text, next, "a", out var article)) next = SkipSpaces(text, article, hyphen: false);
        var scaleEnd = EnglishWords.WordEnd(text, next);
        if (EnglishWords.Find(text[next..scaleEnd], out var scale) is not (WordKind.Scale or WordKind.Hundred) || text[scaleEnd - 1] == 's') return false;
        numeral = new(numerator / divisor * scale, null, Exactness.Exact, start, scaleEnd, NumeralShape.Composed, scale);
        return true;
    }

    /// <summary>a hundred, a dozen, a third, a half; hundred thousand without an article; half.</summary>
    static bool TryReadArticle(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var next = at;
        var article = IsWord(text, at, "a", out var after) || IsWord(text, at, "an", out after);
        if (article) next = SkipSpaces(text, after, hyphen: false);
        if (next >= text.Length || !char.IsAsciiLetter(text[next])) return false;
        var wordEnd = EnglishWords.WordEnd(text, next);
        var kind = EnglishWords.Find(text[next..wordEnd], out var found);
        if (kind is WordKind.Fraction or WordKind.Ordinal)
        {
            var share = kind is WordKind.Fraction ? text[wordEnd - 1] != 's' : article && found > 2 && text[wordEnd - 1] != 's' && IsShare(text, wordEnd);
            if (!share || (!article && found != 2)) return false;
            numeral = new(1 / found, null, Exactness.Exact, at, wordEnd, NumeralShape.Fraction, 1);
            return true;
        }

        if (kind is not (WordKind.Scale or WordKind.Hundred) || text[wordEnd - 1] == 's') return false;
        decimal value = found, scale = found;
        var end = wordEnd;
        next = SkipSpaces(text, end, hyphen: true);
        wordEnd = EnglishWords.WordEnd(text, next);
        if (EnglishWords.Find(text[next..wordEnd], out var more) == WordKind.Scale && text[wordEnd - 1] != 's') (value, scale, end) = (value * more, more, wordEnd);
        var rest = SkipJoint(text, end);
        if (rest >= 0 && TryReadCardinal(text, rest, value, out var below, out var belowEnd, out var belowScale, out _) && belowScale < scale && !char.IsAsciiDigit(text[rest]))
            (value, end) = (value + below, belowEnd);
        TryReadAndFraction(text, ref value, ref end, scale);
        numeral = new(value, null, Exactness.Exact, at, end, NumeralShape.Composed, scale);
        return true;
    }

    /// <summary>"a third of" is a share, "a third party" and "a fifth man" are places in an order.</summary>
    static bool IsShare(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at, hyphen: false);
        return next >= text.Length || !char.IsAsciiLetter(text[next]) && text[next] != '-' || IsWord(text, next, "of", out _)
            || IsWord(text, next, "in", out _) || IsWord(text, next, "from", out _) || IsWord(text, next, "since", out _) || IsWord(text, next, "to", out _);
    }

    /// <summary>hundreds of, tens of thousands of, dozens.</summary>
    static bool TryReadMany(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        var end = EnglishWords.WordEnd(text, at);
        if (end - at < 4 || text[end - 1] is not ('s' or 'S')) return false;
        decimal value;
        if (text[at..end].Equals("tens", StringComparison.OrdinalIgnoreCase)) value = 10;
        else if (EnglishWords.Find(text[at..end], out value) is not (WordKind.Scale or WordKind.Hundred)) return false;
        var product = value;
        while (true)
        {
            var next = SkipSpaces(text, end, hyphen: false);
            if (!IsWord(text, next, "of", out var after)) break;
            next = SkipSpaces(text, after, hyphen: false);
            var wordEnd = EnglishWords.WordEnd(text, next);
            if (EnglishWords.Find(text[next..wordEnd], out var factor) is not (WordKind.Scale or WordKind.Hundred)) break;
            if (!Exact.TryMultiply(product, factor, out product)) return false;
            end = wordEnd;
        }

        if (product == 10) return false;
        numeral = new(product, null, Exactness.Several, at, end, NumeralShape.Composed, product);
        return true;
    }

    /// <summary>third, twenty-first, one hundred twenty fifth, 21st, three trillionth.</summary>
    public static bool TryReadOrdinal(ReadOnlySpan<char> text, int at, out Numeral numeral) =>
        TryReadOrdinal(text, at, out numeral, out var plural) && !plural;

    static bool TryReadOrdinal(ReadOnlySpan<char> text, int at, out Numeral numeral, out bool plural)
    {
        plural = false;
        numeral = default;
        var run = DigitNumerals.Run(text, at);
        if (run is > 0 and < 7)
        {
            var end = at + run + 2;
            if (end > text.Length || (end < text.Length && char.IsAsciiLetter(text[end]))) return false;
            var suffix = text.Slice(at + run, 2);
            var isOrdinal = suffix.Equals("st", StringComparison.OrdinalIgnoreCase) || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
                || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("th", StringComparison.OrdinalIgnoreCase);
            if (!isOrdinal) return false;
            numeral = new(DigitNumerals.Integer(text.Slice(at, run)), null, Exactness.Exact, at, end, NumeralShape.Ordinal, 1);
            return true;
        }

        decimal value = 0, group = 0, lowest = NoLimit;
        for (var next = at; ;)
        {
            var wordEnd = EnglishWords.WordEnd(text, next);
            var kind = EnglishWords.Find(text[next..wordEnd], out var found);
            if (wordEnd < text.Length && char.IsAsciiDigit(text[wordEnd])) return false;
            switch (kind)
            {
                case WordKind.One or WordKind.Teen or WordKind.Ten:
                    if (group % 100 != 0 && !(kind == WordKind.One && group % 10 == 0 && group % 100 >= 20)) return false;
                    group += found;
                    break;
                case WordKind.Hundred or WordKind.Scale when text[wordEnd - 1] != 's' && (group != 0 || wordEnd - next > 3) && (kind == WordKind.Hundred ? group < 100 : found < lowest):
                    if (kind == WordKind.Scale) lowest = found;
                    if (!Exact.TryMultiply(group == 0 ? 1 : group, found, out group)) return false;
                    if (kind == WordKind.Scale) (value, group) = (value + group, 0);
                    break;
                case WordKind.Ordinal:
                    plural = text[wordEnd - 1] == 's';
                    if (found >= 100 && !Exact.TryMultiply(group == 0 ? 1 : group, found, out group)) return false;
                    if (found < 100)
                    {
                        // "two thirds" is a share; "hundred fifth", "twenty-fifth" go together.
                        if (next > at && group % 100 != 0 && !(group % 100 >= 20 && group % 10 == 0 && found < 10)) return false;
                        group += found;
                    }

                    numeral = new(value + group, null, Exactness.Exact, at, wordEnd, NumeralShape.Ordinal, 1);
                    return true;
                default:
                    return false;
            }

            next = SkipJoint(text, wordEnd);
            if (next < 0) return false;
        }
    }

    internal static int SkipSpaces(ReadOnlySpan<char> text, int at, bool hyphen)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0' or '\t' or '\n' or '\r') at++;
        if (!hyphen || at >= text.Length || text[at] is not ('-' or '\u2010' or '\u2011')) return at;
        at++;
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }

    /// <summary>Past a space, a hyphen or "and"; -1 when something else stands there.</summary>
    static int SkipJoint(ReadOnlySpan<char> text, int at)
    {
        var next = SkipSpaces(text, at, hyphen: true);
        if (next == at || next >= text.Length) return -1;
        return IsWord(text, next, "and", out var after) ? SkipSpaces(text, after, hyphen: false) : next;
    }

    internal static bool IsWord(ReadOnlySpan<char> text, int at, string word, out int end)
    {
        end = at + word.Length;
        return end <= text.Length && text[at..end].Equals(word, StringComparison.OrdinalIgnoreCase)
            && (end == text.Length || !char.IsAsciiLetter(text[end]));
    }
}
