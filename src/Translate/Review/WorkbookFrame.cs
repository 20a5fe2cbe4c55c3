using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using SaveOptions = System.Xml.Linq.SaveOptions;

namespace Translate.Review;

/// <summary>
/// A workbook without rows, made by ClosedXML: its sheets, styles, drop-downs, colours and print set-up as XML into which our
/// own writer puts the rows. Made once per kind of workbook and process.
/// </summary>
sealed class WorkbookFrame
{
    /// <summary>The row that stands for "the last one" in the frame's ranges, and is replaced when the rows are known.</summary>
    const int LastRow = 987654;

    static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly XNamespace s_relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static readonly ConcurrentDictionary<string, Lazy<WorkbookFrame>> s_frames = new(StringComparer.Ordinal);

    readonly Dictionary<string, string> _parts = new(StringComparer.Ordinal);

    WorkbookFrame(IReadOnlyList<SheetSpec> sheets, WorkbookFonts fonts, bool protect)
    {
        Sheets = sheets;
        using MemoryStream stream = new();
        lock (ClosedXmlGate.Gate)
        {
            using var workbook = FrameDesign.Make(sheets, fonts, protect, LastRow);
            workbook.SaveAs(stream);
        }

        using ZipArchive archive = new(stream, ZipArchiveMode.Read);
        _parts["xl/styles.xml"] = StylesPart(archive).ToString(SaveOptions.DisableFormatting);
        _parts["xl/theme/theme1.xml"] = Clean(archive, "xl/theme/theme1.xml").ToString(SaveOptions.DisableFormatting);
        _parts["xl/workbook.xml"] = Workbook(archive, sheets.Count);
        var paths = SheetPaths(archive);
        for (var i = 0; i < sheets.Count; i++)
            _parts[SheetPath(i)] = Sheet(archive, paths[i]).ToString(SaveOptions.DisableFormatting);
        var looks = Clean(archive, paths[sheets.Count]).Descendants(s_main + "c");
        Styles = new([.. looks.Select(cell => (int)cell.Attribute("s")!)], fonts);
    }

    /// <summary>The sheets, in order.</summary>
    public IReadOnlyList<SheetSpec> Sheets { get; }

    /// <summary>Style numbers of the looks.</summary>
    public CellStyles Styles { get; }

    /// <summary>Styles and theme, ready to be written.</summary>
    public IEnumerable<KeyValuePair<string, string>> FixedParts =>
        _parts.Where(part => part.Key is "xl/styles.xml" or "xl/theme/theme1.xml").OrderBy(part => part.Key, StringComparer.Ordinal);

    /// <summary>The frame for some sheets; the same one for the same sheets, fonts and protection.</summary>
    public static WorkbookFrame Get(IReadOnlyList<SheetSpec> sheets, WorkbookFonts fonts, bool protect)
    {
        var key = string.Join('|', sheets.Select(sheet =>
            $"{sheet.Name}/{sheet.Kind}/{sheet.HeaderRows}/{string.Join(',', sheet.Columns)}")) + $"|{fonts}|{protect}";
        return s_frames.GetOrAdd(key, _ => new(() => new(sheets, fonts, protect))).Value;
    }

    /// <summary>Where a sheet stands in the package.</summary>
    /// <param name="index">Its place from 0.</param>
    public static string SheetPath(int index) => FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml");

    /// <summary>The workbook part, once the last rows of all sheets are known.</summary>
    public string WorkbookPart(IReadOnlyList<int> lastRows)
    {
        var workbook = XElement.Parse(_parts["xl/workbook.xml"]);
        foreach (var name in workbook.Descendants(s_main + "definedName"))
            name.Value = WithLastRow(name.Value, lastRows[(int)name.Attribute("localSheetId")!]);
        return Declaration + workbook.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A sheet in three pieces: before its rows, between its rows and its print set-up (where links go), and the rest.</summary>
    /// <param name="index">Its place from 0.</param>
    /// <param name="lastRow">Its last row.</param>
    public (string Before, string After, string End) Sheet(int index, int lastRow)
    {
        var part = WithLastRow(_parts[SheetPath(index)], lastRow);
        const string rows = "<sheetData />";
        var at = part.IndexOf(rows, StringComparison.Ordinal);
        var tail = part.AsSpan(at + rows.Length);
        var print = at + rows.Length + Math.Min(Find(tail, "<printOptions"), Find(tail, "<pageMargins"));
        return (Declaration + part[..at] + "<sheetData>", "</sheetData>" + part[(at + rows.Length)..print], part[print..]);

        static int Find(ReadOnlySpan<char> text, string what) => text.IndexOf(what) is >= 0 and var found ? found : text.Length;
    }

    /// <summary>How every part starts.</summary>
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    static string WithLastRow(string text, int lastRow) =>
        text.Replace(LastRow.ToString(CultureInfo.InvariantCulture), Math.Max(2, lastRow).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    static string Workbook(ZipArchive archive, int sheets)
    {
        var workbook = Clean(archive, "xl/workbook.xml");
        var list = workbook.Element(s_main + "sheets")!;
        list.Elements().Skip(sheets).Remove();
        var number = 0;
        foreach (var sheet in list.Elements())
            sheet.SetAttributeValue(s_relations + "id", FormattableString.Invariant($"rId{++number}"));
        return workbook.ToString(SaveOptions.DisableFormatting);
    }

    static List<string> SheetPaths(ZipArchive archive)
    {
        var targets = Load(archive, "xl/_rels/workbook.xml.rels").Elements()
            .ToDictionary(relation => (string)relation.Attribute("Id")!, relation => (string)relation.Attribute("Target")!, StringComparer.Ordinal);
        return [.. Load(archive, "xl/workbook.xml").Element(s_main + "sheets")!.Elements()
            .Select(sheet => targets[(string)sheet.Attribute(s_relations + "id")!])
            .Select(target => target.StartsWith('/') ? target[1..] : "xl/" + target)];
    }

    // Columns are measured by the digits of the first font, which ClosedXML leaves at Calibri; where that is missing, columns come out wider
    // than the row heights were estimated for. Arial has digits as wide, and what stands in for it stands in for the text as well.
    static XElement StylesPart(ZipArchive archive)
    {
        var styles = Clean(archive, "xl/styles.xml");
        var first = styles.Element(s_main + "fonts")!.Elements().First();
        first.Element(s_main + "name")!.SetAttributeValue("val", FrameDesign.Font);
        first.Element(s_main + "sz")!.SetAttributeValue("val", FrameDesign.FontSize);
        return styles;
    }

    // Its dimension is that of the frame, and some readers believe it rather than the rows; a sheet may do without.
    static XElement Sheet(ZipArchive archive, string path)
    {
        var sheet = Clean(archive, path);
        sheet.Element(s_main + "dimension")?.Remove();
        return sheet;
    }

    // ClosedXML writes a prefix before every name; readers that look at names alone understand the parts without it.
    static XElement Clean(ZipArchive archive, string path)
    {
        var root = Load(archive, path);
        root.DescendantsAndSelf().Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Value == s_main.NamespaceName).Remove();
        if (root.Name.Namespace == s_main) root.SetAttributeValue("xmlns", s_main.NamespaceName);
        return root;
    }

    static XElement Load(ZipArchive archive, string path)
    {
        using var stream = archive.GetEntry(path)!.Open();
        return XElement.Load(stream);
    }
}
