using System.Text.RegularExpressions;

namespace Translate.Articles.Repairs;

/// <summary>
/// A full stop and a closing quotation mark that lost their first byte before the tag that ends the paragraph: of
/// <c>。”&lt;/p&gt;</c> there stands <c>?！?/p&gt;</c>, the tag's bracket swallowed with the last byte.
/// </summary>
/// <remarks>
/// The bytes are A1 A3 A1 B1 3C. Without the first they read A3 A1 (！) and B1 3C, which is no character. The tag without its
/// bracket shows the damage, and a quotation that is still open shows which mark closed it. Pages whose marks were folded hold
/// <c>?!?/p&gt;</c>.
/// </remarks>
static partial class ParagraphEnds
{
    /// <summary>Finds such an end; it is proposed where no quotation is open.</summary>
    public static Fix? Find(string text)
    {
        if (Damaged().Match(text) is not { Success: true } end) return null;
        var before = text.AsSpan(0, end.Index);
        var open = before.Count('“') > before.Count('”');
        return new(TextRange.At(end.Index, 3), "。”<", open ? RepairState.Applied : RepairState.Proposed,
            open ? "a full stop and the mark that closes the quotation lost a byte before the end of the paragraph"
                : "a byte was lost before the end of the paragraph; no quotation is open, so this is a guess");
    }

    [GeneratedRegex(@"\?[！!]\?(?=/(?:p|div|li|td|span|strong|section)>\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Damaged();
}
