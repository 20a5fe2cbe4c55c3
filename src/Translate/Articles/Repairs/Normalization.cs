using System.Globalization;
using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>Brings text to normal form C, piece by piece, so that each change can be shown.</summary>
static class Normalization
{
    /// <summary>Finds the pieces that are not in normal form; text with lone surrogates is left as it is there.</summary>
    public static IEnumerable<Fix> Find(string text)
    {
        if (Ascii.IsValid(text) || IsNormal(text)) yield break;
        for (int at = 0, end; at < text.Length; at = end)
        {
            for (end = at + 1; end < text.Length && !StartsPiece(text, end);) end++;
            if (text[at] < '\u0300' && end == at + 1) continue;
            var piece = text[at..end];
            if (piece.Any(char.IsSurrogate) && !IsValid(piece)) continue;
            var normal = piece.Normalize(NormalizationForm.FormC);
            if (normal != piece) yield return new(new(at, end), normal);
        }
    }

    static bool IsNormal(string text) => IsValid(text) && text.IsNormalized(NormalizationForm.FormC);

    static bool IsValid(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[++at])))
                return false;
        return true;
    }

    /// <summary>Marks, the second half of a pair and Hangul vowels and finals belong to what stands before them.</summary>
    static bool StartsPiece(string text, int at) =>
        text[at] < '\u0300'
        || !(char.IsLowSurrogate(text[at]) || text[at] is >= '\u1160' and <= '\u11FF'
            || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);
}
