using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>A pinyin note whose toned vowel lost its first byte: 進(j?琻) was 進(jìn).</summary>
/// <param name="Character">The character that the note belongs to.</param>
/// <param name="Start">The letters before the vowel.</param>
readonly record struct ShiftedNote(char Character, string Start)
{
    /// <summary>The note that is open before a place, if there is one.</summary>
    public static ShiftedNote? At(string text, int place)
    {
        var open = place - 1;
        while (open >= 0 && place - open <= PinyinReadings.MaxLength && char.IsAsciiLetterLower(text[open])) open--;
        return open > 0 && text[open] == '(' && Han.Is(text[open - 1]) ? new(text[open - 1], text[(open + 1)..place]) : null;
    }

    /// <summary>Whether a text behind that place completes it to a reading of its character.</summary>
    public bool Fits(string rest) =>
        rest.IndexOf(')', StringComparison.Ordinal) is var close and > 0 and <= PinyinReadings.MaxLength && PinyinNotes.IsReading(Character, Start + rest[..close], seenElsewhere: false);
}
