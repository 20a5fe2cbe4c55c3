using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Completes a reading: guesses the lost first byte and, after a broken end, what was lost there.</summary>
sealed class ShiftGuesses(string text, PageHabits habits, ChineseModel model)
{
    const char SentenceEnd = '。';
    const int Context = 14, WithNotes = 60, MostFirst = 30, MostLast = 16, MostSwallowing = 24;

    /// <summary>How much the words count, and pairs of characters beside words: where the neighbour is a Han character, and where it is not, of which words know less; and a character's own share. Fitted on the tuning half (docs/quality.md), as are the figures below but for those of rules.</summary>
    const float WordWeight = 1, HanWeight = 0.24f, OtherWeight = 0.38f, ShareWeight = 0.16f, MarkBonus = 0.13f;

    /// <summary>How much it counts that a pair, or a character, stands elsewhere on the page oftener than is to be expected; times the logarithm of how many times as often.</summary>
    const float SeenPair = 4, SeenCharacter = 1.5f;

    /// <summary>Natural logarithms: a mark without its partner, a character or mark of the other script, half a mark, a date that is one, a syllable that fits its character.</summary>
    const float QuoteFault = 7, BracketFault = 6, Stranger = 9, Variant = 4, HalfMark = 6, Conversion = 4, Date = 2.5f, FittingNote = 25;

    /// <summary>Natural logarithms: a Han character, and another, that is rarer is no guess, or none to rely on.</summary>
    const float LeastShare = -16.5f, LeastOther = -14;

    /// <summary>The likeliest ways to complete a reading.</summary>
    public IEnumerable<ShiftCandidate> Complete(ShiftReading reading)
    {
        var middle = reading.Middle;
        if (middle.Contains('\0', StringComparison.Ordinal)) yield break;
        var (before, after) = (Before(reading.Range), After(reading.Range));
        var lasts = Lasts(reading, middle, after);
        if (lasts.Count == 0) yield break;
        var note = ShiftedNote.At(text, reading.Range.Start);
        var next = middle.Length > 0 ? middle[0] : reading.End == ShiftEnd.Broken ? lasts[0].Text[0] : (char)reading.Bytes[^1];
        var head = Head(middle) + (middle.Length < Context ? lasts[0].Text + after : "");
        var firsts = Best(MostFirst, FirstCharacters(reading, note is not null).Select(first => (first, score: WordWeight * model.Score(before + first + head) + Nearby(first, before, next, middle))), first => first.score);
        if (firsts.Count == 0) yield break;
        // What all guesses have in common is scored once: the whole of the likeliest.
        var common = (WordWeight * model.Score(before + firsts[0].first + middle + lasts[0].Text + after)) - (firsts[0].score - Nearby(firsts[0].first, before, next, middle)) - lasts[0].Words;
        foreach (var (first, firstScore) in firsts)
        {
            foreach (var last in lasts)
            {
                var original = first + middle + last.Text;
                if ((note is not null && !note.Value.Fits(original + after)) || !FitsNoteBehind(reading, original)) continue;
                var score = common + firstScore + last.Words + last.Rule - Faults(reading, original, first + last.Text) + (note is null ? 0 : FittingNote);
                yield return new(reading, original, score, last.Known);
            }
        }
    }

    /// <summary>Whether the note behind the damage, if there is one, is a reading of the character before it.</summary>
    bool FitsNoteBehind(ShiftReading reading, string original)
    {
        var behind = text.AsSpan(reading.Range.End);
        return reading.End != ShiftEnd.Aligned || behind.Length == 0 || behind[0] != '(' || behind.IndexOf(')') is not (var close and > 1 and <= PinyinReadings.MaxLength + 1)
               || behind[1..close].ToString() is var syllable && (!PinyinNotes.IsSyllable(syllable) || PinyinNotes.IsReading(original[^1], syllable, seenElsewhere: false));
    }

    /// <summary>Likelihood of what stands there, on the same stretch as <see cref="Complete"/> judges.</summary>
    public float Observed(TextRange range) => (WordWeight * model.Score(Before(range) + range.In(text) + After(range))) - Quotes(range, range.In(text));

    /// <summary>What the page would have made of a candidate, and whether breaking it gives exactly what stands there.</summary>
    public bool TryBreak(ShiftCandidate candidate, out string replacement)
    {
        var (range, converted) = (candidate.Reading.Range, candidate.Reading.Converted);
        replacement = converted ? InContext(candidate) : habits.Apply(candidate.Original, converted);
        var mark = text[range.Start] is Gbk.Lost or '\uFFFD' ? text[range.Start].ToString() : "";
        return ShiftBreaker.Break(candidate.Original, mark) is { } broken
               && habits.Apply(broken, converted).Replace('\uFFFD', '?') == range.In(text).Replace('\uFFFD', '?');
    }

    /// <summary>Converts with the words around, which decide between characters: 松 is 鬆 behind 放.</summary>
    string InContext(ShiftCandidate candidate)
    {
        const int Around = 4;
        var range = candidate.Reading.Range;
        var before = text[Math.Max(0, range.Start - Around)..range.Start];
        var whole = Simplified(before) + candidate.Original + Simplified(text.Substring(range.End, Math.Min(Around, text.Length - range.End)));
        var converted = habits.Apply(whole, converted: true);
        return converted.Length == whole.Length ? converted.Substring(before.Length, candidate.Original.Length) : habits.Apply(candidate.Original, converted: true);

        static string Simplified(string text) => string.Concat(text.Select(unit => Han.Is(unit) ? Folding.Fold(unit) : unit));
    }

    /// <summary>What the characters beside a guess tell, here and elsewhere on the page.</summary>
    float Nearby(char first, string before, char next, string middle)
    {
        var previous = before.Length > 0 ? before[^1] : '^';
        var share = ChineseModel.Share(first);
        return (Weight(previous) * (ChineseModel.Follows(previous, first) - share)) + (Weight(next) * ChineseModel.Follows(first, next))
               + (ShareWeight * share) + (Han.Is(first) ? 0 : MarkBonus) + Dates(first, before)
               + (SeenCharacter * Seen(first, middle)) + (SeenPair * (Seen(previous, first, middle) + Seen(first, next, middle)));

        static float Weight(char neighbour) => Han.Is(neighbour) ? HanWeight : OtherWeight;
    }

    /// <summary>How much more often a character stands on the page than is to be expected.</summary>
    float Seen(char unit, string middle) =>
        Han.Is(unit) ? Surprise(habits.Count(unit) + middle.AsSpan().Count(unit), (habits.Characters + middle.Length) * MathF.Exp(ChineseModel.Share(unit))) : 0;

    /// <summary>How much more often a character follows another on the page than is to be expected.</summary>
    float Seen(char one, char two, string middle) =>
        Han.Is(one) && Han.Is(two) ? Surprise(habits.Count(one, two) + middle.AsSpan().Count([one, two]), habits.Count(one) * MathF.Exp(ChineseModel.Follows(one, two))) : 0;

    static float Surprise(int seen, float expected) => MathF.Max(0, MathF.Log((1 + seen) / (1 + expected)));

    /// <summary>2026年, 5月18日.</summary>
    static float Dates(char first, string before)
    {
        var digits = 0;
        while (digits < before.Length && char.IsAsciiDigit(before[^(digits + 1)])) digits++;
        return (first == '年' && digits == 4 && before[^4] is '1' or '2') || (first is '日' or '号' or '號' && digits is 1 or 2 && before.Length > digits && before[^(digits + 1)] == '月') ? Date : 0;
    }

    /// <summary>What speaks against a guess: characters of the other script, marks without a partner, a line that ends oddly.</summary>
    float Faults(ShiftReading reading, string original, string guessed)
    {
        var (_, simplifiedOnly, traditionalOnly) = ScriptDetector.Count(reading.Middle);
        var strangers = reading.Converted ? traditionalOnly : habits.Strangers(simplifiedOnly, traditionalOnly);
        var simplified = reading.Converted || (habits.Simplified != habits.Traditional ? habits.Simplified > habits.Traditional : simplifiedOnly > traditionalOnly);
        var faults = guessed.Sum(unit => !Han.Is(unit) ? 0 : simplified ? (Folding.Fold(unit) == unit ? 0 : Stranger) : Unusual(unit));
        return (Stranger * Math.Min(strangers, 4)) + faults + (reading.Converted && habits.Traditional == 0 ? Conversion : 0)
            + OddMark(reading, original, simplified) + Quotes(reading.Range, original) + AtLineEnd(reading, original);
    }

    /// <summary>A quotation mark of the other script, half a dash or half an ellipsis, a closing mark where nothing stands before it.</summary>
    float OddMark(ShiftReading reading, string original, bool simplified)
    {
        var (first, start) = (original[0], reading.Range.Start);
        if (first is '「' or '」' or '『' or '』') return simplified || text.AsSpan().ContainsAny('“', '”') ? Stranger : 0;
        var before = start > 0 ? text[start - 1] : '\0';
        if (first is '—' or '…') return before == first || (original.Length > 1 && original[1] == first) ? 0 : HalfMark;
        return start == 0 && "，。、；：？！”’）》】".Contains(first, StringComparison.Ordinal) ? Stranger : 0;
    }

    /// <summary>In Traditional text: no character that only Simplified text has, and rather not a rare variant of another.</summary>
    float Unusual(char unit)
    {
        if (habits.Traditional == 0) return 0;
        var (_, simplified, _) = ScriptDetector.Count([unit]);
        return simplified > 0 ? Stranger : ScriptConverter.Get("s2t").Convert(Folding.Fold(unit).ToString())[0] == unit ? 0 : Variant;
    }

    float Quotes(TextRange range, string inside)
    {
        var from = Math.Max(0, range.Start - 300);
        var around = string.Concat(text.AsSpan(from, range.Start - from), inside, text.AsSpan(range.End, Math.Min(300, text.Length - range.End)));
        return (QuoteFault * (Marks.Faults(around, '“', '”') + Marks.Faults(around, '「', '」') + Marks.Faults(around, '『', '』')))
               + (BracketFault * (Marks.Faults(around, '《', '》') + Marks.Faults(around.Replace('(', '（').Replace(')', '）'), '（', '）')));
    }

    /// <summary>A paragraph that has punctuation inside ends with some; nothing ends with a comma or an opening mark.</summary>
    float AtLineEnd(ShiftReading reading, string original)
    {
        if (reading.End != ShiftEnd.Broken || reading.Range.End < text.Length) return 0;
        return original[^1] switch
        {
            '。' or '！' or '？' => 0,
            '”' or '）' or '」' => 1.5f,
            '…' => 4,
            '，' or '、' or '：' or '；' or '“' or '‘' or '（' or '《' or '「' or '『' or '—' or '·' => 8,
            _ => text.Length > 20 ? 4 : 2,
        };
    }

    string Before(TextRange range)
    {
        var plain = PinyinNotes.Without(text[Math.Max(0, range.Start - WithNotes)..range.Start]);
        return plain.Length > Context || range.Start > WithNotes ? plain[Math.Max(0, plain.Length - Context)..] : SentenceEnd + plain;
    }

    string After(TextRange range) => Head(PinyinNotes.Without(text.Substring(range.End, Math.Min(WithNotes, text.Length - range.End))));

    static string Head(string middle) => middle[..Math.Min(middle.Length, Context)];

    static List<T> Best<T>(int most, IEnumerable<T> guesses, Func<T, float> score) => [.. guesses.OrderByDescending(score).Take(most)];

    static IEnumerable<char> FirstCharacters(ShiftReading reading, bool inNote)
    {
        for (var lead = inNote ? 0xA8 : 0x81; lead <= (inNote ? 0xA8 : 0xFE); lead++)
            if (Gbk.Decode((byte)lead, reading.Bytes[0]) is var character && character != '\0' && (inNote || IsLikely(character))) yield return character;
    }

    /// <summary>What may have been lost at a broken end: the likelihood of the words around it, and what the rules for swallowed characters say.</summary>
    readonly record struct Last(string Text, float Words, float Rule, bool Known);

    /// <summary>The likeliest for what was lost at a broken end; nothing, where nothing was.</summary>
    List<Last> Lasts(ShiftReading reading, string middle, string after)
    {
        var tail = middle[Math.Max(0, middle.Length - Context)..];
        if (reading.End != ShiftEnd.Broken) return [new("", 0, 0, true)];
        return Best(MostLast, Guesses(), last => last.Words + last.Rule);

        IEnumerable<Last> Guesses() =>
            from character in Characters()
            from guess in SwallowedAscii.Guess(text.AsSpan(0, reading.Range.Start), character, after, habits.Spaced)
            select new Last(character + guess.Text, WordWeight * model.Score(tail + character + Behind(guess.Text)), guess.Score, guess.Known);

        // What was swallowed multiplies the guesses; only the likelier characters are worth it.
        IEnumerable<char> Characters()
        {
            var all = Enumerable.Range(0x40, 0xBF).Select(trail => Gbk.Decode(reading.Bytes[^1], (byte)trail)).Where(IsLikely);
            return after.Length == 0 || NoteLength(after) > 0 ? all : Best(MostSwallowing, all, character => model.Score(tail + character));
        }

        // A note between two characters of a word does not part them.
        string Behind(string swallowed) => swallowed == "(" && NoteLength(after) is var note and > 0 ? after[note..] : swallowed + after;
    }

    /// <summary>Length of a pinyin syllable and its closing bracket at the start of a text; 0 when there is none.</summary>
    static int NoteLength(string text) =>
        text.IndexOf(')', StringComparison.Ordinal) is var close and > 0 && PinyinNotes.IsSyllable(text[..close]) ? close + 1 : 0;

    /// <summary>Whether a character may be part of what somebody wrote: a Han character that is not among the rarest, a mark, a letter of notes; no full-width Latin, which is what remains where private-use characters were stripped.</summary>
    public static bool IsWritten(char character) => character < '\u2E80' || ChineseModel.Single(character) > (Han.Is(character) ? LeastShare : LeastOther);

    static bool IsLikely(char character) => character != '\0' && ChineseModel.Single(character) > LeastShare;
}
