using System.Text;
using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>Text that was decoded with a wrong encoding, or escaped, and can be decoded again.</summary>
/// <remarks>
/// A way back is taken only when every character has a place in the wrong encoding, the bytes are valid in the right one, and
/// the result reads as Chinese where what stands there does not. Text with U+FFFD or 锟斤拷 is never touched.
/// </remarks>
static class Mixups
{
    const int LeastHan = 2;

    /// <summary>Natural logarithms: how much better the right reading must be.</summary>
    const float LeastUtf8Gain = 4, LeastGain = 10;

    static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);
    static readonly Encoding s_gbk = Strict(936), s_gb18030 = Strict(54936), s_big5 = Strict(950);
    static readonly Dictionary<char, byte> s_windows = BuildWindows();

    /// <summary>Finds damage in a block: the whole text, or stretches of it.</summary>
    public static IEnumerable<Fix> Find(string text, ChineseModel model)
    {
        if (LostText.IsIn(text)) yield break;
        if (Han.Contains(text) && Undo(text, model) is var (whole, wholeWay))
        {
            yield return new(new(0, text.Length), whole, RepairState.Applied, wholeWay);
            yield break;
        }

        foreach (var range in Stretches(text))
            if (Undo(range.In(text), model) is var (fixedText, way))
                yield return new(range, fixedText, RepairState.Applied, way);
    }

    /// <summary>Whether a text has what such damage leaves: several Latin-1 characters, or more rare Han characters than people use.</summary>
    public static bool IsSuspect(string text)
    {
        int latin = 0, han = 0, rare = 0, odd = 0;
        foreach (var unit in text)
        {
            if (unit is >= '\u0080' and <= '\u00FF') latin++;
            else if (unit is >= '\uE000' and <= '\uF8FF' or >= '\u0100' and <= '\u04FF' or >= '\u2200' and <= '\u33FF' and not (>= '\u3001' and <= '\u3015') or >= '\uFE30' and <= '\uFE6F') odd++;
            else if (unit > '\u00FF' && Han.Is(unit))
            {
                han++;
                // The first level of GB 2312 holds the 3,755 characters that make up 99.7% of running text.
                if (Gbk.Pair(Folding.Fold(unit)) is < 0xB0A1 or > 0xD7FE) rare++;
            }
        }

        return latin >= 4 || (odd >= 2 && han > 0) || (rare >= 2 && rare * 8 > han);
    }

    static (string Text, string Way)? Undo(string text, ChineseModel model)
    {
        if (text.All(unit => unit <= '\u00FF' || s_windows.ContainsKey(unit)))
        {
            var bytes = text.Select(unit => s_windows.TryGetValue(unit, out var known) ? known : (byte)unit).ToArray();
            if (Decode(s_utf8, bytes) is { } once && once != text)
            {
                if (Han.Count(once) == 0 && Undo(once, model) is { } twice) return (twice.Text, "UTF-8 read as Windows-1252, twice");
                if (ReadsWell(once, model)) return (once, "UTF-8 read as Windows-1252 or Latin-1");
            }

            var (gbk, big5) = (Decode(s_gbk, bytes), Decode(s_big5, bytes));
            if (big5 is not null && ReadsWell(big5, model) && (gbk is null || !IsText(gbk) || model.Score(big5) > model.Score(gbk) + LeastGain))
                return (big5, "Big5 read as Windows-1252 or Latin-1");
            return gbk is not null && ReadsWell(gbk, model) && (big5 is null || !IsText(big5) || model.Score(gbk) > model.Score(big5) + LeastGain) ? (gbk, "GBK read as Windows-1252 or Latin-1") : null;
        }

        // Half of what Big5 becomes in GBK is kana and private use.
        if (text.Count(unit => unit > '\u2E7F') < LeastHan) return null;
        var best = model.Score(text);
        (string, string)? found = null;
        foreach (var (bytes, right, way) in Ways(text))
        {
            if (bytes is null || Decode(right, bytes) is not { } decoded || !IsText(decoded)) continue;
            // Valid UTF-8 is seldom chance; between GBK and Big5 nearly everything is valid, so the reading decides.
            var score = model.Score(decoded);
            if (score > best + (found is not null ? 0 : right == s_utf8 ? LeastUtf8Gain : LeastGain) && (right == s_utf8 || ReadsWell(decoded, model))) (best, found) = (score, (decoded, way));
        }

        return found;
    }

    static IEnumerable<(byte[]? Bytes, Encoding Right, string Way)> Ways(string text)
    {
        yield return (Encode(s_gb18030, text), s_utf8, "UTF-8 read as GB18030");
        yield return (Gbk.Encode(text), s_utf8, "UTF-8 read as GBK");
        yield return (Big5.Encode(text), s_gbk, "GBK read as Big5");
        yield return (Big5.EncodeUnicode(text), s_gbk, "GBK read as Big5");
        yield return (Gbk.Encode(text), s_big5, "Big5 read as GBK");
    }

    /// <summary>No private-use or control characters, and enough Han characters.</summary>
    static bool IsText(string text) =>
        Han.Count(text) is var han && han >= LeastHan && han * 3 >= text.Count(unit => unit > '\u007F')
        && !text.Any(unit => unit is >= '\uE000' and <= '\uF8FF' || (char.IsControl(unit) && unit is not ('\t' or '\n' or '\r')));

    static bool ReadsWell(string text, ChineseModel model) => IsText(text) && model.Score(text) / text.Length > -9.5f;

    /// <summary>The whole text; and in a text that is not damaged as a whole, runs that have no ordinary character.</summary>
    static List<TextRange> Stretches(string text)
    {
        int start = -1, last = -1, odd = 0;
        var hasHan = Han.Contains(text);
        if (hasHan && !text.Any(unit => unit is >= '\u0080' and <= '\u00FF')) return [];
        List<TextRange> ranges = [];
        for (var at = 0; at <= text.Length; at++)
        {
            var foreign = at < text.Length && (text[at] is >= '\u0080' and <= '\u00FF' || s_windows.ContainsKey(text[at]));
            if (foreign)
            {
                if (start < 0) (start, odd) = (at, 0);
                last = at;
                odd++;
            }
            else if (start >= 0 && (at == text.Length || text[at] > '\u007F'))
            {
                if (odd >= 4) ranges.Add(new(start, last + 1));
                start = -1;
            }
        }

        // ASCII at both ends of a text that is damaged as a whole belongs to it, and second bytes of GBK may be ASCII.
        return hasHan || ranges.Count != 1 ? ranges : [new(0, text.Length)];
    }

    static string? Decode(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    static byte[]? Encode(Encoding encoding, string text)
    {
        try
        {
            return encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderExceptionFallback(), new DecoderExceptionFallback())!;

    static Dictionary<char, byte> BuildWindows()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        return Enumerable.Range(0x80, 0x20).Select(value => (byte)value).ToDictionary(value => encoding.GetString([value])[0]);
    }
}
