using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>
/// Characters of which both bytes are lost: the first one stands as a question mark, the second swallowed the ASCII character behind
/// it. Where that was the bracket of a pinyin note, the note tells which character; elsewhere nothing does.
/// </summary>
static class LostCharacters
{
    const float SureOdds = 2;

    /// <summary>Finds two question marks in Chinese text, where nobody asks.</summary>
    public static IEnumerable<Fix> Find(string text, ChineseModel model)
    {
        for (var at = text.IndexOf("??", StringComparison.Ordinal); at >= 0; at = at + 2 < text.Length ? text.IndexOf("??", at + 2, StringComparison.Ordinal) : -1)
        {
            if (OpenNote(text, at) is { } note)
            {
                yield return note;
                continue;
            }

            if (!text.Any(Han.Is) || (at > 0 && IsAsking(text, text[at - 1])) || (at + 2 < text.Length && text[at + 2] is '?' or '!')) continue;
            var range = TextRange.At(at, 2);
            if (Noted(text, range, model) is { } fix) yield return fix;
            else if (at + 2 == text.Length) yield return new(range, "。", RepairState.Proposed, "a character was lost here; a full stop is the likeliest at the end of a paragraph");
            else yield return new(range, "", RepairState.Unrecoverable, "a character and the one behind it may have been lost here");
        }
    }

    /// <summary>Whether somebody may ask with two question marks behind a character: where marks are half-width.</summary>
    static bool IsAsking(string text, char before) =>
        before is '?' or '!' || ("吗嗎呢么麼吧啊嘛".Contains(before, StringComparison.Ordinal) && !text.Any(Marks.IsFoldable));

    static Fix? Noted(string text, TextRange range, ChineseModel model)
    {
        var rest = text.AsSpan(range.End);
        if (rest.IndexOf(')') is not (var close and > 0 and <= PinyinReadings.MaxLength) || !PinyinNotes.IsSyllable(rest[..close].ToString())) return null;
        var before = text[Math.Max(0, range.Start - 8)..range.Start];
        var after = rest[(close + 1)..Math.Min(rest.Length, close + 9)].ToString();
        var (simplified, traditional) = Scripts(text);
        var ranked = PinyinReadings.Of(rest[..close].ToString()).Where(character => Gbk.Pair(character) != 0 && ChineseModel.Single(character) > -16.5f)
            .Select(character => (character, score: model.Score(before + character + after) - Strangeness(character))).OrderByDescending(guess => guess.score).ToList();
        if (ranked.Count == 0) return null;
        var odds = -MathF.Log(Math.Max(1e-9f, ranked.Skip(1).Sum(other => MathF.Exp(other.score - ranked[0].score))));
        return new(range, ranked[0].character + "(", odds >= SureOdds ? RepairState.Applied : RepairState.Proposed,
            FormattableString.Invariant($"a character was lost here; by its note, this one is {Math.Exp(odds):0.#} times as likely as all others"));

        float Strangeness(char character)
        {
            if (text.Contains(character, StringComparison.Ordinal)) return 0;
            var (_, isSimplified, isTraditional) = ScriptDetector.Count([character]);
            if (simplified >= traditional) return isTraditional * 6;
            return isSimplified > 0 ? 6 : ScriptConverter.Get("s2t").Convert(Folding.Fold(character).ToString())[0] == character ? 0 : 1;
        }
    }

    /// <summary>A note of which the last letter and the closing bracket are lost: 個(g??.</summary>
    static Fix? OpenNote(string text, int at)
    {
        if (ShiftedNote.At(text, at) is not { } note) return null;
        var vowels = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ".Where(vowel => note.Fits(vowel + ")")).ToList();
        return vowels.Count == 0 ? null : new(TextRange.At(at, 2), vowels[0] + ")", vowels.Count == 1 ? RepairState.Applied : RepairState.Proposed, "the only end that makes this note a reading of its character");
    }

    static (int Simplified, int Traditional) Scripts(string text)
    {
        var (_, simplified, traditional) = ScriptDetector.Count(text);
        return (simplified, traditional);
    }
}
