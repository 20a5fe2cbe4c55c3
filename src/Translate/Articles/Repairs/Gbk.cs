using System.Text;

namespace Translate.Articles.Repairs;

/// <summary>Code page 936 as .NET decodes it: every pair is a character (private-use ones for what GBK leaves free).</summary>
static class Gbk
{
    /// <summary>What .NET puts for a pair that cannot be decoded.</summary>
    public const char Lost = '?';

    static readonly Encoding s_encoding = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    static readonly char[] s_characters = new char[0x10000];
    static readonly ushort[] s_pairs = new ushort[0x10000];

    static Gbk()
    {
        for (var lead = 0x81; lead <= 0xFE; lead++)
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                if (trail == 0x7F) continue;
                var character = s_encoding.GetString([(byte)lead, (byte)trail])[0];
                s_characters[(lead << 8) | trail] = character;
                if (s_pairs[character] == 0) s_pairs[character] = (ushort)((lead << 8) | trail);
            }
    }

    /// <summary>The character of a pair; U+0000 when the bytes are no pair.</summary>
    public static char Decode(byte lead, byte trail) => s_characters[(lead << 8) | trail];

    /// <summary>The pair of a character; 0 when it has none.</summary>
    public static ushort Pair(char character) => s_pairs[character];

    /// <summary>Decodes as .NET does: a broken lead byte swallows the ASCII character behind it.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => s_encoding.GetString(bytes);

    /// <summary>Encodes a text; <see langword="null"/> when a character has no place in code page 936.</summary>
    public static byte[]? Encode(string text)
    {
        var bytes = new List<byte>(text.Length * 2);
        foreach (var unit in text)
        {
            if (unit < '\u0080')
                bytes.Add((byte)unit);
            else if (s_pairs[unit] is var pair and not 0)
                bytes.AddRange([(byte)(pair >> 8), (byte)pair]);
            else if (unit == '€')
                bytes.Add(0x80);
            else
                return null;
        }

        return [.. bytes];
    }
}
