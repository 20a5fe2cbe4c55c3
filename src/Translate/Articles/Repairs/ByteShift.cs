using Translate.Scripts;

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
    const float LeastGain = 2, SureGain = 5;

    /// <summary>Natural logarithms of the odds against all other guesses; more where the end had to be guessed as well, marks were folded, the lost character is a mark, or a foreign name stands there, which goes by sound and not by what words are used. Above them, fewer than one line in a hundred of the tuning half was wrong (docs/quality.md).</summary>
    const float LeastOdds = 2.2f, EndOdds = 1.3f, FoldedOdds = 0.25f, MarkOdds = 0.5f, NameOdds = 0.7f;

    const int MostBroken = 60, LongestName = 10;

    /// <summary>A page with more question marks before Chinese characters than this writes them so; each takes some milliseconds to judge.</summary>
    const int MostMarks = 2000;

    int _marks;

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
        for (var at = NextMark(text, 0); at >= 0 && _marks < MostMarks; _marks++)
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
        if (ranked.Count == 0 || ranked[0].Gain < LeastGain) return Unknown(text, start);
        var (best, fixedText, most) = ranked[0];
        var odds = -MathF.Log(Math.Max(1e-9f, ranked.Skip(1).Sum(other => MathF.Exp(other.Gain - most))));
        var least = LeastOdds + (best.Reading.End == ShiftEnd.Broken ? EndOdds : 0) + (habits.FoldedMarks && best.Reading.End != ShiftEnd.Swallowed ? FoldedOdds : 0)
            + (!Han.Is(best.Original[0]) ? MarkOdds : IsForeignName(text[..start], best.Original + text[best.Reading.Range.End..]) ? NameOdds : 0);
        var sure = best.Known && !(start > 0 && text[start - 1] == Gbk.Lost) && best.Original.All(ShiftGuesses.IsWritten) && (habits.KnownMarks || !best.Original.Any(Marks.IsFoldable)) && most >= SureGain && odds >= least;
        return new(best.Reading.Range, fixedText, sure ? RepairState.Applied : RepairState.Proposed,
            FormattableString.Invariant($"a byte was lost here; this reading is {Math.Exp(odds):0.#} times as likely as all others"));

        float Observed(TextRange range) => observed.TryGetValue(range, out var score) ? score : observed[range] = guesses.Observed(range);
    }

    /// <summary>Whether the lost character stands in a name between middle dots or with its Latin spelling in brackets: 安娜（Anna）, 冈萨雷斯·安.</summary>
    static bool IsForeignName(string before, string after)
    {
        var name = 0;
        while (name < after.Length && name < LongestName && (Han.Is(after[name]) || after[name] is '·' or '・')) name++;
        if (after.AsSpan(0, name).IndexOfAny('·', '・') >= 0) return true;
        if (name + 1 < after.Length && after[name] is '（' or '(' && char.IsAsciiLetterUpper(after[name + 1])) return true;
        for (var at = before.Length - 1; at >= 0 && before.Length - at <= LongestName / 2 && (Han.Is(before[at]) || before[at] is '·' or '・'); at--)
            if (before[at] is '·' or '・') return true;
        return false;
    }

    /// <summary>Reports a loss that no guess undoes, where what follows is nothing that anybody writes: it ends in another lost byte, or holds characters that hardly anybody uses.</summary>
    static Fix? Unknown(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && text[end] > '\u007F') end++;
        var inside = text.AsSpan(start + 1, end - start - 1);
        var broken = end < text.Length && text[end] == Gbk.Lost && inside.Length < 4;
        if (!broken && !HoldsUnwritten(inside) && !(end < text.Length && end == start + 1 && text[end] >= '@')) return null;
        return new(new(start, broken ? end + 1 : end), "", RepairState.Unrecoverable, "a byte was lost here; no reading of what follows is likely");
    }

    static bool HoldsUnwritten(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
            if (unit is >= '\uE000' and <= '\uF8FF' || (Han.Is(unit) && !ShiftGuesses.IsWritten(unit))) return true;
        return false;
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
            if (at + 1 < text.Length && IsSuspicious(text, at)) return at;
            from = at + 1;
        }

        return -1;
    }

    /// <summary>Whether a mark stands where nobody writes one: before a character that is not ASCII, before what may be its second byte alone, or, on pages with folded marks, before one of these.</summary>
    static bool IsSuspicious(string text, int at)
    {
        var next = text[at + 1];
        if (next > '\u007F') return true;
        if (Marks.IsHalf(next)) return next != '?' && IsWide(at - 1) && IsWide(at + 2);
        return next is >= '@' and <= '~' && (IsWide(at - 1) || (!IsLetter(at - 1) && at + 2 < text.Length && (Han.Is(text[at + 2]) || text[at + 2] == '(')));

        bool IsWide(int place) => place >= 0 && place < text.Length && text[place] > '\u007F';

        bool IsLetter(int place) => place >= 0 && char.IsAsciiLetter(text[place]);
    }
}
