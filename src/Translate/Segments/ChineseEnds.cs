using System.Buffers;

namespace Translate.Segments;

/// <summary>Decides whether a mark in Chinese text ends a sentence.</summary>
readonly ref struct ChineseEnds(string text, SentenceRules rules, PairTracker pairs)
{
    // A longer quotation is cut into its sentences even when the sentence around it goes on.
    const int ShortQuotation = 60;
    const int LongestAside = 200;
    const int LongestAttribution = 24;

    static readonly SearchValues<char> s_clauseEnds = SearchValues.Create("。！？；\n“”「」");

    public bool Ends(EndMark mark)
    {
        if (IsInsideToken(mark) || IsListNumber(mark) || IsName(mark)) return false;
        if (Enclosing(mark) is var open and >= 0 && StaysWhole(mark, open)) return false;
        if (mark.Tail == text.Length) return true;
        if (StartsWithAny(mark.Tail, "，、；：,;）】》」』")) return false;
        if (IsEllipsis(mark) && !EllipsisEnds(mark)) return false;
        return !mark.Closed || EndsAfterPair(mark, Opener(mark));
    }

    /// <summary>Whether a Latin mark stands in a quotation that Chinese text holds and that stays whole: 标题是“Dogs? A Survey”。</summary>
    public bool IsInsideQuotation(EndMark mark) =>
        Enclosing(mark) is var open and > 0 && IsQuote(text[open]) && Units.IsFullWidth(text[open - 1]) && StaysWhole(mark, open);

    bool EndsAfterPair(EndMark mark, int opener)
    {
        if (opener < 0) return !(IsClosingQuote(text[mark.Close - 1]) && SpeechFollows(mark.Tail));
        if (rules.Titles.Contains(text[opener], StringComparison.Ordinal)) return false;
        if (IsQuote(text[opener])) return !Continues(opener, mark.Tail, text[mark.End - 1], mark.Segment);
        return opener <= mark.Segment || mark.Spaced && text[mark.End - 1] == '。';
    }

    bool IsClosingQuote(char closer) => rules.Pairs.TryGetValue(closer, out var opener) && IsQuote(opener);

    bool IsQuote(char opener) => opener == '"' || rules.Quotes.Contains(opener, StringComparison.Ordinal);

    /// <summary>1．打开电源, A．打开: a full-width stop after a number or a single letter.</summary>
    bool IsListNumber(EndMark mark)
    {
        if (text[mark.Start] != '．' || mark.Start == mark.Segment) return false;
        var label = mark.Start - 1;
        return char.IsDigit(text[label]) || char.IsAsciiLetter(text[label]) && (label == mark.Segment || Units.IsSpace(text[label - 1]));
    }

    /// <summary>Yahoo! before a Han character.</summary>
    bool IsName(EndMark mark)
    {
        if (text[mark.Start] is not ('!' or '！' or '?')) return false;
        var start = mark.Start;
        while (start > mark.Segment && char.IsAsciiLetter(text[start - 1])) start--;
        return start < mark.Start && rules.IsName($"{text.AsSpan(start, mark.Start - start)}!");
    }

    /// <summary>A half-width mark with letters or digits on both sides: a link, a version, a file name.</summary>
    bool IsInsideToken(EndMark mark) =>
        text[mark.Start] < 128 && !mark.Closed && mark.Tail < text.Length && char.IsAsciiLetterOrDigit(text[mark.Tail])
        && (text[mark.Start] != '?' && text[mark.Start] != '!' || mark.Start > 0 && char.IsAsciiLetterOrDigit(text[mark.Start - 1]));

    /// <summary>The outermost mark of this segment that is still open behind the closing marks; -1 when there is none.</summary>
    int Enclosing(EndMark mark)
    {
        var closed = 0;
        for (var at = mark.Start; at < mark.Close; at++)
            if (Units.IsCloser(text[at])) closed++;
        for (var i = 0; i < pairs.Open.Length - closed; i++)
            if (pairs.Open[i] >= mark.Segment) return pairs.Open[i];
        return -1;
    }

    /// <summary>The mark that the last closing mark closes; -1 when none is open.</summary>
    int Opener(EndMark mark)
    {
        var closer = text[mark.Close - 1];
        var opener = closer == '"' ? '"' : rules.Pairs.GetValueOrDefault(closer);
        for (var i = 0; i < pairs.Open.Length; i++)
            if (text[pairs.Open[i]] == opener) return pairs.Open[i];
        return -1;
    }

    bool StaysWhole(EndMark mark, int open)
    {
        var opener = text[open];
        var rest = text.AsSpan(mark.Start, Math.Min(LongestAside, text.Length - mark.Start));
        var close = opener == '"' ? rest.IndexOf('"') : IndexOfCloser(rest, opener);
        var line = rest.IndexOf('\n');
        if (close < 0 || line >= 0 && line < close) return false;
        close += mark.Start + 1;
        if (rules.Titles.Contains(opener, StringComparison.Ordinal)) return true;
        if (IsQuote(opener))
            return close - open <= ShortQuotation && Continues(open, close, text[close - 2], mark.Segment);
        return open > mark.Segment;
    }

    int IndexOfCloser(ReadOnlySpan<char> span, char opener)
    {
        for (var i = 0; i < span.Length; i++)
            if (rules.Pairs.TryGetValue(span[i], out var opens) && opens == opener) return i;
        return -1;
    }

    /// <summary>Whether the sentence goes on after a quotation.</summary>
    /// <param name="open">Its opening mark.</param>
    /// <param name="close">After its closing mark.</param>
    /// <param name="last">The mark before the closing one.</param>
    /// <param name="segment">Start of the segment.</param>
    bool Continues(int open, int close, char last, int segment)
    {
        if (close >= text.Length || Units.IsSpace(text[close])) return false;
        if (StartsWithAny(close, "，、；：,;。！？")) return true;
        var introduced = open > 0 && (text[open - 1] is '：' or ':' || text[open - 1] is '，' or ',' && EndsInSpeech(open - 1, Math.Min(open - 1, segment)));
        if (introduced) return rules.ContinuesSpeech.StandsAt(text, close);
        if (rules.Continues.StandsAt(text, close) && !rules.BeginsAnew.StandsAt(text, close)) return true;
        if (open <= segment) return SpeechFollows(close);
        return last is '！' or '？' or '!' or '?' or '…' or '.';
    }

    /// <summary>Whether the next few words tell who said it.</summary>
    bool SpeechFollows(int at)
    {
        var clause = text.AsSpan(at, Math.Min(LongestAttribution, text.Length - at));
        var end = clause.IndexOfAny(s_clauseEnds);
        if (end >= 0) clause = clause[..end];
        return HoldsSpeech(clause);
    }

    bool EndsInSpeech(int at, int segment)
    {
        var start = Math.Max(segment, at - 6);
        return HoldsSpeech(text.AsSpan(start, at - start));
    }

    /// <summary>Whether there is a verb of saying that is no part of another word (道 in 一道).</summary>
    bool HoldsSpeech(ReadOnlySpan<char> clause)
    {
        for (var from = 0; clause[from..].IndexOfAny(rules.HanSpeech) is var found and >= 0; from += found + 1)
            if (!rules.IsOtherWord(clause, from + found)) return true;
        return false;
    }

    bool IsEllipsis(EndMark mark) => text[mark.End - 1] == '…' || text[mark.End - 1] == '.' && mark.End - mark.Start > 1;

    /// <summary>…… ends a sentence unless it breaks off a word (我……我不知道) or a list that goes on.</summary>
    bool EllipsisEnds(EndMark mark)
    {
        if (text[mark.End - 1] == '.' && !mark.Spaced) return false;
        if (char.IsAsciiLetterLower(text[mark.Next < text.Length ? mark.Next : mark.Close - 1])) return false;
        if (rules.AfterEllipsis.StandsAt(text, mark.Tail)) return false;
        if (mark.Closed && IsClosingQuote(text[mark.Close - 1])) return true;
        if (mark.Start > mark.Segment && mark.Tail < text.Length && text[mark.Start - 1] == text[mark.Tail]) return false;
        var spoken = 0;
        for (var at = mark.Start - 1; at >= mark.Segment && spoken < 3 && Scripts.Han.Is(text[at]); at--) spoken++;
        return spoken > 2;
    }

    bool StartsWithAny(int at, ReadOnlySpan<char> marks) => at < text.Length && marks.Contains(text[at]);
}
