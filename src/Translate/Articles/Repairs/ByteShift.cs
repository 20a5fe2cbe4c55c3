namespace Translate.Articles.Repairs;

/// <summary>
/// Undoes the loss of one byte of a GBK pair. A question mark stands for the byte, and every pair behind it was read one byte
/// off, up to where an ASCII character was swallowed.
/// </summary>
/// <param name="habits">What the page is like.</param>
/// <param name="model">Judges how well a text reads.</param>
/// <remarks>
/// The bytes between are known; the lost one is guessed. A guess is applied only when breaking it again gives exactly what
/// stands there, it reads far better than that, and better than the next guess by a margin. What is damaged but does not
/// reach that is proposed.
/// </remarks>
sealed class ByteShift(PageHabits habits, ChineseModel model)
{
    /// <summary>Natural logarithms: how much better the best guess must read than what stands there, and than the next guess.</summary>
    const float LeastGain = 12, LeastMargin = 5, BrokenMargin = 8;

    /// <summary>Finds shifts; one that cannot be undone with confidence is proposed.</summary>
    public IEnumerable<Fix> Find(string text)
    {
        for (var at = NextMark(text, 0); at >= 0;)
        {
            var end = at + 1;
            if (Undo(text, at) is { } fix)
            {
                yield return fix;
                end = fix.Range.End;
            }

            at = NextMark(text, end);
        }
    }

    Fix? Undo(string text, int start)
    {
        ShiftGuesses guesses = new(text, habits, model);
        var candidates = Readings(text, start).SelectMany(guesses.Complete).ToList();
        if (candidates.Count == 0) return null;
        Dictionary<TextRange, float> observed = [];
        var ranked = candidates.Where(candidate => candidate.Faithful)
            .Select(candidate => (candidate, gain: candidate.Score - Observed(candidate.Range)))
            .OrderByDescending(entry => entry.gain).DistinctBy(entry => (entry.candidate.Range, entry.candidate.Replacement)).ToList();
        if (ranked.Count == 0 || ranked[0].gain < LeastGain) return null;
        var (best, gain) = ranked[0];
        var margin = ranked.Count == 1 ? gain : gain - ranked[1].gain;
        var broken = text[best.Range.End - 1] is Gbk.Lost or '\uFFFD';
        // A digit or a blank that was swallowed cannot be known; the start of a tag or a note can. Folding has taken what tells
        // readings apart: more than one guess in a hundred was wrong there (docs/quality.md), so on such pages all is proposed.
        var known = (!broken || best.Replacement[^1] is '<' or '(') && !habits.FoldedMarks;
        var sure = known && margin >= (broken ? BrokenMargin : LeastMargin);
        return new(best.Range, best.Replacement, sure ? RepairState.Applied : RepairState.Proposed,
            sure ? "" : FormattableString.Invariant($"a byte was lost here; this is the likeliest reading, {Math.Exp(margin):0.#} times as likely as the next"));

        float Observed(TextRange range) => observed.TryGetValue(range, out var score) ? score : observed[range] = guesses.Observed(range);
    }

    IEnumerable<ShiftReading> Readings(string text, int start)
    {
        foreach (var reading in ShiftReader.Read(text, start, 1, habits, converted: false)) yield return reading;
        if (!habits.Traditional) yield break;
        foreach (var reading in ShiftReader.Read(text, start, 1, habits, converted: true)) yield return reading;
    }

    /// <summary>The next place where a byte may have been lost; -1 when there is none.</summary>
    public static int NextMark(string text, int from)
    {
        while (from < text.Length && text.AsSpan(from).IndexOfAny(Gbk.Lost, '\uFFFD') is var next and >= 0)
        {
            var at = from + next;
            if (at + 1 < text.Length && (text[at + 1] > '\u007F' || text[at + 1] is >= '@' and <= '~' && at > 0 && text[at - 1] > '\u007F')) return at;
            from = at + 1;
        }

        return -1;
    }
}
