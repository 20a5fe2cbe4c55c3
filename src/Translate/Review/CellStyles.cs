using System.Security;
using System.Text;

namespace Translate.Review;

/// <summary>Style numbers of the looks in one frame, and the font marks of stretches inside cells.</summary>
/// <param name="indexes">Number of the cell style of each look.</param>
/// <param name="fonts">The workbook's fonts.</param>
sealed class CellStyles(int[] indexes, WorkbookFonts fonts)
{
    readonly byte[][] _source = Runs(fonts.Source, 11);
    readonly byte[][] _target = Runs(fonts.Target, 11);
    readonly byte[][] _mixed = Runs(fonts.Mixed, 10);

    readonly byte[][] _attributes = [.. indexes.Select(index => Encoding.UTF8.GetBytes(FormattableString.Invariant($"\" s=\"{index}")))];

    /// <summary>The end of a cell's name and the attribute with its look's style, ready to be written.</summary>
    public ReadOnlySpan<byte> Attribute(CellLook look) => _attributes[(int)look];

    /// <summary>Run properties of a look inside a cell.</summary>
    public ReadOnlySpan<byte> Run(CellLook cell, RunLook look) =>
        (cell switch { CellLook.Source => _source, CellLook.Target => _target, _ => _mixed })[(int)look];

    static byte[][] Runs(WorkbookFont font, int size) =>
        [.. Enum.GetValues<RunLook>().Select(look => Encoding.UTF8.GetBytes(Run(font, size, look)))];

    static string Run(WorkbookFont font, int size, RunLook look)
    {
        var (weight, color) = look switch
        {
            RunLook.Term => ("<b/>", "FF0B5CAD"),
            RunLook.Suspicious => ("<b/>", "FFC00000"),
            RunLook.Tag => ("", "FF8A8A8A"),
            RunLook.Error => ("<b/>", "FFB00020"),
            RunLook.Warning => ("<b/>", "FF9A5B00"),
            RunLook.Information => ("<b/>", "FF33628F"),
            RunLook.Quiet => ("", "FF707070"),
            RunLook.Removed => ("<strike/>", "FFB00020"),
            RunLook.Added => ("<b/>", "FF1B6B32"),
            _ => ("<b/>", "FF202020"),
        };
        var underline = look == RunLook.Suspicious ? "<u/>" : "";
        return FormattableString.Invariant(
            $"<rPr>{weight}<sz val=\"{size}\"/><color rgb=\"{color}\"/><rFont val=\"{SecurityElement.Escape(font.Name)}\"/><family val=\"2\"/><charset val=\"{(int)font.CharSet}\"/>{underline}</rPr>");
    }
}
