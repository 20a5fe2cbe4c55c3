namespace Translate.Articles.Repairs;

/// <summary>Completes a reading: guesses the lost first byte and, after a broken end, what was lost there.</summary>
sealed class ShiftGuesses(string text, PageHabits habits, ChineseModel model)
{
    const int Context = 14, MostFirst = 8, MostLast = 8;

    /// <summary>The likeliest ways to complete a reading.</summary>
    public IEnumerable<ShiftCandidate> Complete(ShiftReading reading)
    {
        var middle = reading.Middle;
        if (middle.Contains('\0', StringComparison.Ordinal)) yield break;
        var (before, after) = (Before(reading), After(reading));
        var lasts = Lasts(reading, middle, after).ToList();
        if (lasts.Count == 0) yield break;
        var firsts = Best(MostFirst, FirstCharacters(reading), first => before + first + Head(middle) + (middle.Length < Context ? lasts[0] + after : ""));
        foreach (var first in firsts)
            foreach (var last in lasts)
                yield return Judge(reading, first + middle + last);
    }

    /// <summary>Likelihood of what stands there, on the same stretch as <see cref="Complete"/> judges.</summary>
    public float Observed(TextRange range)
    {
        var (start, end) = (Math.Max(0, range.Start - Context), Math.Min(text.Length, range.End + Context));
        return model.Score(text[start..end]) - 3 * Marks.QuoteFaults(text.AsSpan(Math.Max(0, range.Start - 300), Math.Min(text.Length, range.End + 300) - Math.Max(0, range.Start - 300)));
    }

    ShiftCandidate Judge(ShiftReading reading, string original)
    {
        var replacement = habits.Apply(original, reading.Converted);
        var mark = reading.Range.IsEmpty ? "" : text[reading.Range.Start] is Gbk.Lost or '\uFFFD' ? text[reading.Range.Start].ToString() : "";
        var broken = ShiftBreaker.Break(original, mark);
        var faithful = broken is not null && habits.Apply(broken, reading.Converted).Replace('\uFFFD', '?') == reading.Range.In(text).Replace('\uFFFD', '?');
        var quotesFrom = Math.Max(0, reading.Range.Start - 300);
        var quotes = Marks.QuoteFaults(string.Concat(text.AsSpan(quotesFrom, reading.Range.Start - quotesFrom), replacement, text.AsSpan(reading.Range.End, Math.Min(300, text.Length - reading.Range.End))));
        return new(reading.Range, replacement, model.Score(Before(reading) + original + After(reading)) - 3 * quotes + AtLineEnd(reading, original), faithful);
    }

    /// <summary>A paragraph that has punctuation inside ends with some; nothing ends with a comma or an opening mark.</summary>
    float AtLineEnd(ShiftReading reading, string original)
    {
        if (reading.End != ShiftEnd.Broken || reading.Range.End < text.Length) return 0;
        if ("。！？”…」）".Contains(original[^1], StringComparison.Ordinal)) return 0;
        return "，、：；“（《「".Contains(original[^1], StringComparison.Ordinal) ? -7 : text.Length > 20 ? -4 : -2;
    }

    string Before(ShiftReading reading) => text[Math.Max(0, reading.Range.Start - Context)..reading.Range.Start];

    string After(ShiftReading reading) => text.Substring(reading.Range.End, Math.Min(Context, text.Length - reading.Range.End));

    static string Head(string middle) => middle[..Math.Min(middle.Length, Context)];

    List<string> Best(int most, IEnumerable<string> guesses, Func<string, string> inContext) =>
        [.. guesses.Select(guess => (guess, score: model.Score(inContext(guess)))).OrderByDescending(guess => guess.score).Take(most).Select(guess => guess.guess)];

    static IEnumerable<string> FirstCharacters(ShiftReading reading)
    {
        for (var lead = 0x81; lead <= 0xFE; lead++)
            if (Gbk.Decode((byte)lead, reading.Bytes[0]) is var character && IsLikely(character)) yield return character.ToString();
    }

    List<string> Lasts(ShiftReading reading, string middle, string after)
    {
        if (reading.End != ShiftEnd.Broken) return [""];
        var tail = middle[Math.Max(0, middle.Length - Context)..];
        return Best(MostLast, Guesses(), last => tail + last + after);

        IEnumerable<string> Guesses()
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                var character = Gbk.Decode(reading.Bytes[^1], (byte)trail);
                if (!IsLikely(character)) continue;
                foreach (var swallowed in SwallowedCharacters(after, character)) yield return character + swallowed;
            }
        }
    }

    /// <summary>What a broken pair may have swallowed, judged by what stands behind it.</summary>
    static IEnumerable<string> SwallowedCharacters(string after, char character)
    {
        if (after.Length == 0) return [""];
        if (MarkupRemnants.TagLength("<" + after) > 0) return ["<"];
        if (after.AsSpan().IndexOf(')') is var close and > 0 and <= PinyinReadings.MaxLength && PinyinNotes.IsSyllable(after[..close]))
            return PinyinNotes.IsReading(character, after[..close], seenElsewhere: true) ? ["("] : [];
        return after[0] switch
        {
            ' ' => [",", ".", ";", ":", ")", "\"", "-", "!"],
            >= '0' and <= '9' => [" ", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "(", "-", "+", "$"],
            >= '!' and <= '~' => [" ", "(", "\"", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "'", "-", "/", "."],
            _ => [" ", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ",", ")", "(", ":", "\"", ".", "/", "-", "%", "!", ";"],
        };
    }

    static bool IsLikely(char character) => character != '\0' && ChineseModel.Single(character) > -16.5f;
}
