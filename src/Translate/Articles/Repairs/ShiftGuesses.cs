using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Completes a reading: guesses the lost first byte and, after a broken end, what was lost there.</summary>
sealed class ShiftGuesses(string text, PageHabits habits, ChineseModel model)
{
    const int Context = 14, MostFirst = 24, MostLast = 16;

    /// <summary>Natural logarithms: a quotation mark without its partner, a character of the other script, a syllable that fits its character.</summary>
    const float QuoteFault = 3, Stranger = 6, Variant = 2.5f, FittingNote = 25;

    /// <summary>How much pairs of characters count beside words; and two that stand side by side elsewhere on the page.</summary>
    const float PairWeight = 0.6f, SeenPair = 1.5f;

    /// <summary>The likeliest ways to complete a reading.</summary>
    public IEnumerable<ShiftCandidate> Complete(ShiftReading reading)
    {
        var middle = reading.Middle;
        if (middle.Contains('\0', StringComparison.Ordinal)) yield break;
        var (before, after) = (Before(reading.Range), After(reading.Range));
        var lasts = Lasts(reading, middle, after);
        if (lasts.Count == 0) yield break;
        var note = ShiftedNote.At(text, reading.Range.Start);
        var firsts = Best(MostFirst, FirstCharacters(reading, note is not null), first => model.Score(before + first + Head(middle) + (middle.Length < Context ? lasts[0].Text + after : "")));
        var (_, simplified, traditional) = ScriptDetector.Count(middle);
        var next = middle.Length > 0 ? middle[0] : reading.End == ShiftEnd.Broken ? lasts[0].Text[0] : (char)reading.Bytes[^1];
        var byPairs = firsts.Select(first => ByPairs(first[0], before.Length > 0 ? before[^1] : '^', next)).ToList();
        var sum = MathF.Log(byPairs.Sum(MathF.Exp));
        for (var at = 0; at < firsts.Count; at++)
        {
            var first = firsts[at];
            var pairs = byPairs[at] - sum;
            foreach (var (last, score, known) in lasts)
            {
                var original = first + middle + last;
                if (note is not null && !note.Value.Fits(original + after)) continue;
                yield return new(reading, original, Judge(reading, original, (simplified, traditional), first + last) + pairs + score + (note is null ? 0 : FittingNote), known);
            }
        }
    }

    float ByPairs(char first, char before, char after) =>
        PairWeight * (ChineseModel.Follows(before, first) + ChineseModel.Follows(first, after))
        + (SeenPair * ((habits.Has(before, first) ? 1 : 0) + (habits.Has(first, after) ? 1 : 0)));

    /// <summary>Likelihood of what stands there, on the same stretch as <see cref="Complete"/> judges.</summary>
    public float Observed(TextRange range) =>
        model.Score(Before(range) + range.In(text) + After(range)) - QuoteFault * Quotes(range, range.In(text));

    /// <summary>What the page would have made of a candidate, and whether breaking it gives exactly what stands there.</summary>
    public bool TryBreak(ShiftCandidate candidate, out string replacement)
    {
        var (range, converted) = (candidate.Reading.Range, candidate.Reading.Converted);
        replacement = habits.Apply(candidate.Original, converted);
        var mark = text[range.Start] is Gbk.Lost or '\uFFFD' ? text[range.Start].ToString() : "";
        return ShiftBreaker.Break(candidate.Original, mark) is { } broken
               && habits.Apply(broken, converted).Replace('\uFFFD', '?') == range.In(text).Replace('\uFFFD', '?');
    }

    float Judge(ShiftReading reading, string original, (int Simplified, int Traditional) middle, string guessed)
    {
        var strangers = reading.Converted ? middle.Traditional : habits.Strangers(middle.Simplified, middle.Traditional);
        var simplified = reading.Converted || habits.Simplified > habits.Traditional;
        var faults = guessed.Sum(unit => !Han.Is(unit) ? 0 : simplified ? (Simplify(unit) == unit ? 0 : Stranger) : Unusual(unit));
        return model.Score(Before(reading.Range) + original + After(reading.Range))
               - QuoteFault * Quotes(reading.Range, original) - Stranger * Math.Min(strangers, 4) - faults + AtLineEnd(reading, original);
    }

    /// <summary>In Traditional text: no character that only Simplified text has, and rather not a rare variant of another.</summary>
    float Unusual(char unit)
    {
        if (habits.Traditional == 0) return 0;
        var (_, simplified, _) = ScriptDetector.Count([unit]);
        return simplified > 0 ? Stranger : ScriptConverter.Get("s2t").Convert(Simplify(unit).ToString())[0] == unit ? 0 : Variant;
    }

    static char Simplify(char unit) => Folding.Fold(unit);

    float Quotes(TextRange range, string inside)
    {
        var from = Math.Max(0, range.Start - 300);
        return Marks.QuoteFaults(string.Concat(text.AsSpan(from, range.Start - from), inside, text.AsSpan(range.End, Math.Min(300, text.Length - range.End))));
    }

    /// <summary>A paragraph that has punctuation inside ends with some; nothing ends with a comma or an opening mark.</summary>
    float AtLineEnd(ShiftReading reading, string original)
    {
        if (reading.End != ShiftEnd.Broken || reading.Range.End < text.Length) return 0;
        if ("。！？”…」）".Contains(original[^1], StringComparison.Ordinal)) return 0;
        return "，、：；“（《「".Contains(original[^1], StringComparison.Ordinal) ? -7 : text.Length > 20 ? -4 : -2;
    }

    string Before(TextRange range) => text[Math.Max(0, range.Start - Context)..range.Start];

    string After(TextRange range) => text.Substring(range.End, Math.Min(Context, text.Length - range.End));

    static string Head(string middle) => middle[..Math.Min(middle.Length, Context)];

    static List<T> Best<T>(int most, IEnumerable<T> guesses, Func<T, float> score) =>
        [.. guesses.Select(guess => (guess, score: score(guess))).OrderByDescending(guess => guess.score).Take(most).Select(guess => guess.guess)];

    static IEnumerable<string> FirstCharacters(ShiftReading reading, bool inNote)
    {
        for (var lead = inNote ? 0xA8 : 0x81; lead <= (inNote ? 0xA8 : 0xFE); lead++)
            if (Gbk.Decode((byte)lead, reading.Bytes[0]) is var character && character != '\0' && (inNote || IsLikely(character))) yield return character.ToString();
    }

    List<(string Text, float Score, bool Known)> Lasts(ShiftReading reading, string middle, string after)
    {
        if (reading.End != ShiftEnd.Broken) return [("", 0, true)];
        var tail = middle[Math.Max(0, middle.Length - Context)..];
        return Best(MostLast, Guesses(), last => model.Score(tail + last.Text + after) + last.Score);

        IEnumerable<(string Text, float Score, bool Known)> Guesses()
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                var character = Gbk.Decode(reading.Bytes[^1], (byte)trail);
                if (!IsLikely(character)) continue;
                foreach (var (swallowed, score, known) in SwallowedAscii.Guess(text.AsSpan(0, reading.Range.Start), character, after, habits.Spaced))
                    yield return (character + swallowed, score, known);
            }
        }
    }

    static bool IsLikely(char character) => character != '\0' && ChineseModel.Single(character) > -16.5f;
}
