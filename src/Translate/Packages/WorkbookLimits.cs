namespace Translate.Packages;

/// <summary>A workbook that cannot be read; the message is one line without the file's name.</summary>
sealed class WorkbookException(string code, string message) : Exception(message)
{
    /// <summary>As in <c>docs/problems.md</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>What a reader accepts before it calls a file hostile.</summary>
static class WorkbookLimits
{
    /// <summary>Most bytes of one unpacked part.</summary>
    public const long PartBytes = 1L << 30;

    /// <summary>Most times a part may be larger than its packed form, above <see cref="FreeBytes"/>.</summary>
    public const int Ratio = 150;

    /// <summary>Unpacked bytes for which the ratio does not count: small parts pack well by chance.</summary>
    public const long FreeBytes = 8L << 20;

    /// <summary>Most bytes of one tag; the longest are lists of ranges.</summary>
    public const long TagBytes = 1L << 20;

    /// <summary>Most rows of a sheet, as in Excel.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Most columns of a sheet, as in Excel.</summary>
    public const int Columns = 16_384;

    /// <summary>Most cells of one sheet that are looked at.</summary>
    public const int Cells = 24_000_000;

    /// <summary>Most shared strings, and most UTF-16 units in all of them.</summary>
    public const int Strings = 4_000_000, StringUnits = 400_000_000;
}
