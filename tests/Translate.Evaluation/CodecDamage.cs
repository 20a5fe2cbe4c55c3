using System.Text;

/// <summary>Damages clean lines as wrong decoding and escaping do. Each way returns <see langword="null"/> for a line that it cannot damage without loss.</summary>
static class CodecDamage
{
    static readonly Encoding s_gbk = Strict(936), s_gb18030 = Strict(54936), s_big5 = Strict(950), s_latin = Strict(28591);
    static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    public static readonly (string Name, Func<string, string?> Damage)[] Ways =
    [
        ("UTF-8 read as GBK", line => Read(s_utf8, s_gbk, line)), ("UTF-8 read as GB18030", line => Read(s_utf8, s_gb18030, line)),
        ("GBK read as Latin-1", line => Read(s_gbk, s_latin, line)), ("GBK read as Windows-1252", line => Windows(Bytes(s_gbk, line))),
        ("UTF-8 read as Latin-1", line => Read(s_utf8, s_latin, line)), ("UTF-8 read as Windows-1252", line => Windows(Bytes(s_utf8, line))),
        ("UTF-8 read as Windows-1252, twice", line => Windows(Bytes(s_utf8, Windows(Bytes(s_utf8, line))))),
        ("GBK read as Big5", line => Read(s_gbk, s_big5, line)), ("Big5 read as GBK", line => Read(s_big5, s_gbk, line)),
        ("Big5 read as Latin-1", line => Read(s_big5, s_latin, line)),
        ("numeric entities", line => string.Concat(line.Select(unit => unit < '\u0080' ? unit.ToString() : $"&#{(int)unit};"))),
        ("percent-encoded", Uri.EscapeDataString), ("JSON escapes", line => string.Concat(line.Select(unit => unit < '\u0080' ? unit.ToString() : $"\\u{(int)unit:x4}"))),
    ];

    static string? Read(Encoding right, Encoding wrong, string line)
    {
        if (Bytes(right, line) is not { } bytes) return null;
        try
        {
            var read = wrong.GetString(bytes);
            return bytes.AsSpan().SequenceEqual(wrong.GetBytes(read)) ? read : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static byte[]? Bytes(Encoding encoding, string? line)
    {
        try
        {
            return line is null ? null : encoding.GetBytes(line);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Windows-1252 with the five bytes that it leaves free as control characters, as browsers read it.</summary>
    static string? Windows(byte[]? bytes) => bytes is null ? null : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    static Encoding Strict(int codePage) =>
        (CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderExceptionFallback(), new DecoderExceptionFallback())
         ?? Encoding.GetEncoding(codePage, new EncoderExceptionFallback(), new DecoderExceptionFallback()))!;
}
