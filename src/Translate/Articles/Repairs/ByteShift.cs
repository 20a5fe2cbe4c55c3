namespace Translate.Articles.Repairs;

/// <summary>
/// Undoes the loss of one byte of a GBK pair. A question mark stands for the byte, and every pair behind it was read one byte
/// off, up to where an ASCII character was swallowed.
/// </summary>
/// <param name="habits">What the page is like.</param>
/// <param name="model">Judges how well a text reads.</param>
/// <remarks>
/// The bytes between are known; the lost one is guessed. A guess is applied only when breaking it again gives exactly what
/// stands there, it reads far better than that, and it is many times as likely as all other guesses together. What is damaged but does not
/// reach that is proposed.
/// </remarks>
sealed class ByteShift(PageHabits habits, ChineseModel model)
{
    /// <summary>Natural logarithms: how much better a guess must read than what stands there to be proposed, and to be applied.</summary>
    const float LeastGain = 4, SureGain = 12;

    /// <summary>Natural logarithms of the odds against all other guesses; from there on about one line in two hundred of the tuning half was wrong (docs/quality.md). Folded marks take away what tells readings apart.</summary>
    const float LeastOdds = 5, FoldedOdds = 1;

    const int MostBroken = 60;

    /// <summary>Finds shifts; one that cannot be undone with confidence is proposed.</summary>
    public IEnumerable<Fix> Find(string text)
    {
        List<Fix> found = ParagraphEnds.Find(text) is { } end ? [end] : [];
        found.AddRange(Shifts(text).Where(IsFree).ToList());
        found.AddRange(LostCharacters.Find(text, model).Where(IsFree).ToList());
        return found.OrderBy(fix => fix.Range.Start);

        bool IsFree(Fix fix) => !found.Exists(other => other.Range.Start < fix.Range.End && fix.Range.Start < other.Range.End);
    }

    IEnumerable<Fix> Shifts(string text)
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
        Dictionary<TextRange, float> observed = [];
        List<(ShiftCandidate Candidate, string Replacement, float Gain)> ranked = [];
        foreach (var (candidate, gain) in Readings(text, start).SelectMany(guesses.Complete)
                     .Select(candidate => (candidate, gain: candidate.Score - Observed(candidate.Reading.Range))).OrderByDescending(entry => entry.gain).Take(MostBroken))
            if (guesses.TryBreak(candidate, out var replacement) && !ranked.Exists(other => other.Replacement == replacement && other.Candidate.Reading.Range == candidate.Reading.Range))
                ranked.Add((candidate, replacement, gain));
        if (ranked.Count == 0 || ranked[0].Gain < LeastGain) return null;
        var (best, fixedText, most) = ranked[0];
        var odds = -MathF.Log(Math.Max(1e-9f, ranked.Skip(1).Sum(other => MathF.Exp(other.Gain - most))));
        var sure = best.Known && (habits.KnownMarks || !best.Original.Any(unit => Marks.IsFoldable(unit))) && most >= SureGain && odds >= LeastOdds + (habits.FoldedMarks ? FoldedOdds : 0);
        return new(best.Reading.Range, fixedText, sure ? RepairState.Applied : RepairState.Proposed,
            FormattableString.Invariant($"a byte was lost here; this reading is {Math.Exp(odds):0.#} times as likely as all others"));

        float Observed(TextRange range) => observed.TryGetValue(range, out var score) ? score : observed[range] = guesses.Observed(range);
    }

    IEnumerable<ShiftReading> Readings(string text, int start)
    {
        foreach (var reading in ShiftReader.Read(text, start, 1, habits, converted: false)) yield return reading;
        if (!habits.MayBeConverted) yield break;
        foreach (var reading in ShiftReader.Read(text, start, 1, habits, converted: true)) yield return reading;
    }

    /// <summary>Whether there may be anything to find.</summary>
    public static bool IsSuspect(string text) => NextMark(text, 0) >= 0 || text.Contains("??", StringComparison.Ordinal) || ParagraphEnds.Find(text) is not null;

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
