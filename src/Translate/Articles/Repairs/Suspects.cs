using System.Buffers;

namespace Translate.Articles.Repairs;

/// <summary>Kinds of characters that any repair starts from.</summary>
[Flags]
enum Suspect
{
    None = 0,

    /// <summary>ASCII that plays a part in some damage: question marks, brackets, ampersands, asterisks, punctuation.</summary>
    Marks = 1,

    /// <summary>Characters that clean Chinese and English text seldom has.</summary>
    Rare = 2,
}

/// <summary>One scan that tells whether a text can need any repair at all.</summary>
static class Suspects
{
    static readonly SearchValues<char> s_marks = SearchValues.Create("?!(（<&*,.:;%\\…。锟烫屯葺");

    // Everything up to the tilde, the Han characters and the punctuation of clean text; the rest is looked at.
    static readonly SearchValues<char> s_plain = SearchValues.Create(
        [.. Range('\t', '\n'), '\r', .. Range(' ', '~'), .. Range('\u4E00', '\u9FFF'), .. "、。〈〉《》「」『』【】〔〕—‘’“”…·！（），：；？"]);

    public static Suspect In(ReadOnlySpan<char> text) =>
        (text.ContainsAny(s_marks) ? Suspect.Marks : Suspect.None) | (text.ContainsAnyExcept(s_plain) ? Suspect.Rare : Suspect.None);

    static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(unit => (char)unit);
}
