namespace Translate.Articles.Repairs;

/// <summary>Does to a text what losing the first byte of a GBK pair did.</summary>
static class ShiftBreaker
{
    /// <summary>Loses the first byte of the text's first character and reads the rest with code page 936.</summary>
    /// <param name="text">Starts with a character of two bytes; ends where the shift ends.</param>
    /// <param name="mark">What stands for the lost byte: a question mark, or nothing.</param>
    /// <returns><see langword="null"/> when the text has no place in GBK.</returns>
    public static string? Break(string text, string mark) =>
        Gbk.Encode(text) is { Length: > 1 } bytes && bytes[0] >= 0x81 ? mark + Gbk.Decode(bytes.AsSpan(1)) : null;
}
