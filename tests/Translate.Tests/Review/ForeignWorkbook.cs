using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Translate.Tests.Review;

/// <summary>A cell as some office program writes it.</summary>
/// <param name="Text">Its text or value.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Format">How a number is shown: a code, or the number of a built-in format.</param>
readonly record struct ForeignCell(string Text, ForeignCellKind Kind = ForeignCellKind.Text, string? Format = null);

enum ForeignCellKind { Text, Number, Boolean, Error, Formula, FormulaWithoutResult, Date, SpelledDate }

/// <summary>How a program writes a workbook.</summary>
sealed record ForeignHabits(
    bool SharedStrings = true, bool RichText = false, bool CellNames = true, bool Dimension = true, bool Strict = false, bool Prefix = false,
    bool AlternateContent = false, bool Comments = false);

/// <summary>Writes workbooks as openpyxl, LibreOffice, Excel, WPS and Google Sheets do: each has its habits.</summary>
static class ForeignWorkbook
{
    public static void Write(string path, IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<ForeignCell>> Rows)> sheets, ForeignHabits habits)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        var main = habits.Strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var office = habits.Strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var p = habits.Prefix ? "x:" : "";
        var open = habits.Prefix ? $"xmlns:x=\"{main}\"" : $"xmlns=\"{main}\"";
        List<string> shared = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        Add("[Content_Types].xml", ContentTypes(sheets.Count));
        Add("_rels/.rels", Relations(("rId1", office + "/officeDocument", "xl/workbook.xml")));
        Add("xl/workbook.xml",
            $"<{p}workbook {open} xmlns:r=\"{office}\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + (habits.AlternateContent ? $"<mc:AlternateContent><mc:Choice Requires=\"x15\"><{p}sheets><{p}sheet name=\"wrong\" r:id=\"rId1\"/></{p}sheets></mc:Choice></mc:AlternateContent>" : "")
            + $"<{p}sheets>{string.Concat(sheets.Select((sheet, i) => $"<{p}sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 10}\"/>"))}</{p}sheets></{p}workbook>");
        Add("xl/_rels/workbook.xml.rels", Relations([
            ("rId1", office + "/styles", "styles.xml"), ("rId2", office + "/sharedStrings", "/xl/sharedStrings.xml"),
            .. sheets.Select((_, i) => ($"rId{i + 10}", office + "/worksheet", $"worksheets/other{i}.xml"))]));
        List<string> formats = ["0", "14", .. sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).Select(cell => cell.Format).OfType<string>().Distinct()];
        var ids = formats.Select((format, i) => format.Length <= 2 && int.TryParse(format, out var builtIn) ? builtIn : 164 + i).ToList();
        Add("xl/styles.xml", $"<{p}styleSheet {open}><{p}numFmts>{string.Concat(formats.Zip(ids).Where(one => one.Second >= 164).Select(one => $"<{p}numFmt numFmtId=\"{one.Second}\" formatCode=\"{SecurityElement.Escape(one.First)}\"/>"))}</{p}numFmts>"
            + $"<{p}cellXfs>{string.Concat(ids.Select(id => $"<{p}xf numFmtId=\"{id}\"/>"))}</{p}cellXfs></{p}styleSheet>");
        for (var i = 0; i < sheets.Count; i++) Add($"xl/worksheets/other{i}.xml", Sheet(sheets[i].Rows));
        Add("xl/sharedStrings.xml", $"<{p}sst {open}>{string.Concat(shared.Select(text => $"<{p}si>{Runs(text)}</{p}si>"))}</{p}sst>");
        if (habits.Comments) Add("xl/comments1.xml", $"<{p}comments {open}><{p}authors><{p}author/></{p}authors><{p}commentList/></{p}comments>");

        void Add(string name, string text)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
        }

        string Sheet(IReadOnlyList<IReadOnlyList<ForeignCell>> rows)
        {
            StringBuilder text = new($"<{p}worksheet {open}>{(habits.Dimension ? $"<{p}dimension ref=\"A1\"/>" : "")}<{p}sheetData>");
            for (var i = 0; i < rows.Count; i++)
            {
                text.Append(habits.CellNames ? $"<{p}row r=\"{i + 1}\">" : $"<{p}row>");
                for (var j = 0; j < rows[i].Count; j++) text.Append(Cell(rows[i][j], habits.CellNames ? $" r=\"{(char)('A' + j)}{i + 1}\"" : ""));
                text.Append("</" + p + "row>");
            }

            return text.Append("</" + p + "sheetData></" + p + "worksheet>").ToString();
        }

        string Cell(ForeignCell cell, string name) => cell.Kind switch
        {
            ForeignCellKind.SpelledDate => $"<{p}c{name} t=\"d\" s=\"{formats.IndexOf(cell.Format!)}\"><{p}v>{cell.Text}</{p}v></{p}c>",
            ForeignCellKind.Number => $"<{p}c{name}{(cell.Format is null ? "" : $" s=\"{formats.IndexOf(cell.Format)}\"")}><{p}v>{cell.Text}</{p}v></{p}c>",
            ForeignCellKind.Date => $"<{p}c{name} s=\"1\"><{p}v>{cell.Text}</{p}v></{p}c>",
            ForeignCellKind.Boolean => $"<{p}c{name} t=\"b\"><{p}v>{(cell.Text == "TRUE" ? 1 : 0)}</{p}v></{p}c>",
            ForeignCellKind.Error => $"<{p}c{name} t=\"e\"><{p}v>{cell.Text}</{p}v></{p}c>",
            ForeignCellKind.Formula => $"<{p}c{name} t=\"str\"><{p}f>\"{Escape(cell.Text)}\"&amp;\"\"</{p}f><{p}v>{Escape(cell.Text)}</{p}v></{p}c>",
            ForeignCellKind.FormulaWithoutResult => $"<{p}c{name}><{p}f>WEBSERVICE(\"http://x\")</{p}f>{(habits.Comments ? $"<{p}v></{p}v>" : "")}</{p}c>",
            _ when cell.Text.Length == 0 => habits.CellNames ? "" : $"<{p}c{name}/>",
            _ when habits.SharedStrings => $"<{p}c{name} t=\"s\"><{p}v>{Share(cell.Text).ToString(CultureInfo.InvariantCulture)}</{p}v></{p}c>",
            _ => $"<{p}c{name} t=\"inlineStr\"><{p}is>{Runs(cell.Text)}</{p}is></{p}c>",
        };

        int Share(string text)
        {
            if (places.TryGetValue(text, out var place)) return place;
            shared.Add(text);
            return places[text] = shared.Count - 1;
        }

        string Runs(string text)
        {
            var half = text.Length / 2;
            if (half > 0 && char.IsLowSurrogate(text[half])) half--;
            return habits.RichText && half > 0
                ? $"<{p}r><{p}rPr><{p}b/></{p}rPr><{p}t xml:space=\"preserve\">{Escape(text[..half])}</{p}t></{p}r><{p}r><{p}t xml:space=\"preserve\">{Escape(text[half..])}</{p}t></{p}r><{p}rPh sb=\"0\" eb=\"1\"><{p}t>reading</{p}t></{p}rPh>"
                : $"<{p}t xml:space=\"preserve\">{Escape(text)}</{p}t>";
        }
    }

    // LibreOffice opens only what names its parts' types.
    static string ContentTypes(int sheets)
    {
        const string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = Enumerable.Range(0, sheets).Select(i => ($"worksheets/other{i}", "worksheet"))
            .Concat([("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")]);
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + string.Concat(parts.Select(part => $"<Override PartName=\"/xl/{part.Item1}.xml\" ContentType=\"{kind}{part.Item2}+xml\"/>")) + "</Types>";
    }

    static string Relations(params IReadOnlyList<(string Id, string Type, string Target)> relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{relation.Type}\" Target=\"{relation.Target}\"/>")) + "</Relationships>";

    static string Escape(string text) => SecurityElement.Escape(text)!.Replace("\r", "_x000D_", StringComparison.Ordinal);
}
