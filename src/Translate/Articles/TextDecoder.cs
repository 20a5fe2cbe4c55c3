using System.Text;
using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>Bytes to text: by byte order mark, by what the text itself shows, and only then by what the file says of itself.</summary>
/// <remarks>
/// A page that declares gb2312 and is valid UTF-8 is UTF-8: text of another encoding is hardly ever valid UTF-8 by chance.
/// GB18030 and Big5 are told apart by which reading has more of the characters that are in daily use, also where a page declares
/// one of them, or a Western encoding, and its text is plainly the other.
/// </remarks>
public static partial class TextDecoder
{
    static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    static readonly string[] s_candidates = ["gb18030", "big5", "windows-1252"];

    const int Big5 = 950;

    // More than one character in twenty that no text has: a picture, a program, a truncated archive.
    const double MostFaults = 0.05;

    // A third of its letters being rare, and three times as many as another reading has, no declaration is believed.
    const double OddityOfLies = 0.3;
    const double TimesAsOdd = 3;
    const int SampleBytes = 64 * 1024;

    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A text and the encoding it was decoded from.</summary>
    /// <param name="Text">The decoded text, without byte order mark.</param>
    /// <param name="Encoding">Name for people: <c>utf-8</c>, <c>utf-16le</c>, <c>gb18030</c>, <c>big5</c>.</param>
    /// <param name="Mark">Bytes of the byte order mark; 0 when there is none.</param>
    public readonly record struct Decoded(string Text, string Encoding, int Mark);

    /// <summary>Decodes a file; <c>null</c> when it is no text.</summary>
    /// <param name="bytes">The file's bytes.</param>
    /// <param name="html">Whether a <c>meta</c> element may name the encoding.</param>
    public static Decoded? Decode(ReadOnlySpan<byte> bytes, bool html)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return new(Encoding.UTF8.GetString(bytes[3..]), "utf-8", 3);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return new(Encoding.Unicode.GetString(bytes[2..]), "utf-16le", 2);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return new(Encoding.BigEndianUnicode.GetString(bytes[2..]), "utf-16be", 2);
        if (Utf16WithoutMark(bytes) is { } utf16) return utf16;
        if (bytes.Contains((byte)0)) return null;
        if (TryUtf8(bytes) is { } utf8) return new(utf8, "utf-8", 0);
        if (Declared(bytes, html) is { } declared && Reads(bytes, declared) is { } text && Faults(text) == 0 && !IsLie(bytes, Name(declared)))
            return new(text, Name(declared), 0);
        return Likeliest(bytes);
    }

    /// <summary>The encoding of a name that <see cref="Decoded.Encoding"/> may have.</summary>
    public static Encoding Get(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-16le" => new UnicodeEncoding(false, false),
        "utf-16be" => new UnicodeEncoding(true, false),
        _ => Encoding.GetEncoding(name),
    };

    /// <summary>Where in a page's text a <c>meta</c> element names the encoding; <c>null</c> when none does.</summary>
    internal static TextRange? DeclaredCharset(string page) =>
        Charset().Match(page) is { Success: true } match ? TextRange.At(match.Groups[1].Index, match.Groups[1].Length) : null;

    static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Without a mark, UTF-16 shows by the zero bytes of its spaces and line ends, and by reading as text in one byte order.</summary>
    static Decoded? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0 || !bytes[..Math.Min(bytes.Length, 4096)].Contains((byte)0)) return null;
        var (little, big) = (Encoding.Unicode.GetString(bytes), Encoding.BigEndianUnicode.GetString(bytes));
        var isLittle = AsciiCount(little) >= AsciiCount(big);
        var text = isLittle ? little : big;
        return IsWritten(text) ? new(text, isLittle ? "utf-16le" : "utf-16be", 0) : null;
    }

    static int AsciiCount(string text) => text.Count(c => c is (>= ' ' and <= '~') or '\n' or '\r' or '\t');

    // A few bytes of anything read as rare characters; text has ASCII and everyday ranges, and none of what no text has.
    static bool IsWritten(string text) => AsciiCount(text) > 0 && Faults(text) == 0
        && !text.AsSpan().ContainsAnyInRange('\0', '\u0008')
        && text.Count(c => c is < '\u0530' or (>= '\u2000' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF') || char.IsSurrogate(c)) * 10 > text.Length * 9;

    static string? Declared(ReadOnlySpan<byte> bytes, bool html)
    {
        if (!html) return null;
        // HTML 13.2.3.2: an encoding declaration stands in the first 1024 bytes; Chinese portals often put it later.
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)]);
        return Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    static string? Reads(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            return Encoding.GetEncoding(Name(name)).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static string Name(string declared) => declared.ToLowerInvariant() switch
    {
        "gb2312" or "gbk" or "gb18030" or "x-gbk" or "chinese" => "gb18030",
        "big5" or "big5-hkscs" or "x-x-big5" => "big5",
        // As browsers read them (Encoding Standard, 4.2).
        "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
        var other => other,
    };

    /// <summary>Whether a file that declares one of the encodings told apart here reads far better in another.</summary>
    static bool IsLie(ReadOnlySpan<byte> bytes, string declared)
    {
        if (!s_candidates.Contains(declared)) return false;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var own = OddityOf(sample, declared, out _);
        if (own < OddityOfLies) return false;
        foreach (var other in s_candidates)
            if (OddityOf(sample, other, out var faults) * TimesAsOdd < own && faults <= MostFaults) return true;
        return false;
    }

    static double OddityOf(ReadOnlySpan<byte> sample, string name, out double faults) =>
        Oddity(Encoding.GetEncoding(name).GetString(sample), Encoding.GetEncoding(name), out faults);

    static Decoded? Likeliest(ReadOnlySpan<byte> bytes)
    {
        // Enough to judge by; a character cut in two at the end counts as one fault.
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        string? likeliest = null;
        var least = double.MaxValue;
        foreach (var name in s_candidates)
        {
            var oddity = OddityOf(sample, name, out var faults);
            if (oddity < least && faults <= MostFaults) (least, likeliest) = (oddity, name);
        }

        if (likeliest is not null) return new(Encoding.GetEncoding(likeliest).GetString(bytes), likeliest, 0);
        // UTF-8 with a few damaged bytes; what is damaged shows as U+FFFD and is reported by cleaning.
        var damaged = Encoding.UTF8.GetString(bytes);
        return Faults(damaged) < MostFaults * damaged.Length ? new(damaged, "utf-8", 0) : null;
    }

    /// <summary>Share of the letters beyond ASCII that running text in this encoding seldom holds.</summary>
    /// <param name="text">The text as read in this encoding.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="faults">Share of characters that no text holds: undecodable, control, private use.</param>
    static double Oddity(string text, Encoding encoding, out double faults)
    {
        int odd = 0, broken = 0, letters = 0;
        var western = encoding.IsSingleByte;
        foreach (var c in text)
        {
            if (c is '\uFFFD' or (< ' ' and not ('\t' or '\n' or '\r' or '\f')) or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F')) broken++;
            else if (western ? c is >= '\u00A1' and <= '\u00BF' : c is >= '\u4E00' and <= '\u9FFF' && !IsDaily(c, encoding)) odd++;
            if (c > '\u007F') letters++;
        }

        faults = broken / (double)Math.Max(1, text.Length);
        // In Western text a letter beyond ASCII stands alone among ASCII letters; in Chinese read as Western they crowd.
        if (western && letters * 3 > text.Length) odd += letters;
        return (odd + broken) / (double)Math.Max(1, letters);
    }

    /// <summary>
    /// Whether a character lies in the part of its standard that is ordered by use: GB 2312 level 1 (rows 16-55), Big5 level 1
    /// (lead bytes A4-C6).
    /// </summary>
    static bool IsDaily(char c, Encoding encoding)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = encoding.GetBytes([c], bytes);
        return length == 2
            && (encoding.CodePage == Big5 ? bytes[0] is >= 0xA4 and <= 0xC6 : bytes[0] is >= 0xB0 and <= 0xD7 && bytes[1] >= 0xA1);
    }

    static int Faults(string text)
    {
        var faults = 0;
        foreach (var c in text)
            if (c == '\uFFFD') faults++;
        return faults;
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?\s*([A-Za-z0-9_-]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
