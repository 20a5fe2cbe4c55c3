namespace Translate.Articles.Repairs;

/// <summary>How the bytes behind a lost one come to stand right again.</summary>
enum ShiftEnd
{
    /// <summary>The last pair swallowed an ASCII character from @ upwards; everything but the lost byte is known.</summary>
    Swallowed,

    /// <summary>The second byte of the last pair is itself ASCII and stands alone; everything but the lost byte is known.</summary>
    Aligned,

    /// <summary>The last pair could not be decoded: its first byte and the character it swallowed, if any, are lost as well.</summary>
    Broken,
}

/// <summary>One way to read a shifted stretch.</summary>
/// <param name="Bytes">The known bytes between the lost first byte and the end, as read: the second byte of the first character first.</param>
/// <param name="Range">What the damage covers, with the mark for the lost byte.</param>
/// <param name="End">How it ends.</param>
/// <param name="Converted">Whether the page was converted to Traditional after it was damaged.</param>
readonly record struct ShiftReading(byte[] Bytes, TextRange Range, ShiftEnd End, bool Converted)
{
    /// <summary>The characters whose bytes are all known, without the first and, after a broken end, the last.</summary>
    public string Middle => Gbk.Decode(Bytes.AsSpan(1, Bytes.Length - (End == ShiftEnd.Broken ? 2 : 1)));
}
