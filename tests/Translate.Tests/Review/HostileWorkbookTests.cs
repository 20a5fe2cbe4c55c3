using System.IO.Compression;
using System.Text;
using Translate.Review;

namespace Translate.Tests.Review;

public class HostileWorkbookTests
{
    const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unpacks()
    {
        using TemporaryFolder folder = new();
        var path = Package(folder, ("xl/sharedStrings.xml", $"<sst {Main}><si><t>", 60_000_000));

        var before = GC.GetTotalAllocatedBytes();
        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal("WB003", problem!.Code);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>", "WB003")]
    [InlineData("<worksheet><sheetData><row r=\"2000000\"/></sheetData></worksheet>", "WB003")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>", "WB003")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>", "WB002")]
    [InlineData("<worksheet><sheetData><row", "WB002")]
    [InlineData("<worksheet><sheetData/></worksheet>", "WB004")]
    public void A_hostile_or_broken_sheet_is_one_line(string sheet, string code)
    {
        using TemporaryFolder folder = new();
        var path = Package(folder, ("xl/worksheets/sheet1.xml", sheet, 0));

        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal(code, problem!.Code);
        Assert.DoesNotContain('\n', problem.ToString());
    }

    [Fact]
    public void A_tag_with_very_many_attributes_is_refused()
    {
        using TemporaryFolder folder = new();
        var attributes = string.Concat(Enumerable.Range(0, 200_000).Select(number => $" a{number}=\"\""));
        var path = Package(folder, ("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData><row{attributes}/></sheetData></worksheet>", 0));

        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal("WB003", problem!.Code);
    }

    [Fact]
    public void Rows_of_16384_cells_are_passed_over()
    {
        using TemporaryFolder folder = new();
        StringBuilder sheet = new($"<worksheet {Main}><sheetData>");
        for (var row = 0; row < 40; row++) sheet.Append("<row>").Insert(sheet.Length, "<c s=\"1\"/>", 16_384).Append("</row>");
        var path = Package(folder, ("xl/worksheets/sheet1.xml", sheet.Append("</sheetData></worksheet>").ToString(), 0));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal("WB004", problem!.Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Theory]
    [InlineData("https://example.invalid/sheet1.xml", "TargetMode=\"External\"")]
    [InlineData("file:///etc/passwd", "TargetMode=\"External\"")]
    [InlineData("../../../../../etc/passwd", "")]
    public void What_lies_outside_the_package_is_never_looked_up(string target, string mode)
    {
        using TemporaryFolder folder = new();
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var path = Package(folder, ("xl/_rels/workbook.xml.rels",
            $"<Relationships><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"{target}\" {mode}/></Relationships>", 0));

        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal("WB004", problem!.Code);
        Assert.DoesNotContain('\n', problem.ToString());
    }

    [Fact]
    public void What_is_no_workbook_is_one_line()
    {
        using TemporaryFolder folder = new();
        ReviewWorkbook.Write(folder.File("good.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        var whole = File.ReadAllBytes(folder.File("good.xlsx"));
        File.WriteAllBytes(folder.File("cut.xlsx"), whole[..(whole.Length / 2)]);
        File.WriteAllBytes(folder.File("empty.xlsx"), []);
        File.WriteAllBytes(folder.File("old.xlsx"), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        using (var zip = ZipFile.Open(folder.File("zip.xlsx"), ZipArchiveMode.Create)) zip.CreateEntry("readme.txt");

        foreach (var name in (string[])["cut.xlsx", "empty.xlsx", "old.xlsx", "zip.xlsx"])
        {
            Assert.Null(ReviewWorkbook.Read(folder.File(name), out var problem));
            Assert.Equal("WB001", problem!.Code);
        }

        ReviewWorkbook.Read(folder.File("old.xlsx"), out var old);
        Assert.Contains("(.xls) or has a password", old!.Message, StringComparison.Ordinal);
        Assert.Null(ReviewWorkbook.Read(folder.File("absent.xlsx"), out var absent));
        Assert.Equal("WB005", absent!.Code);
    }

    [Fact]
    public void A_binary_workbook_is_one_line_that_says_how_to_save_it()
    {
        using TemporaryFolder folder = new();
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var path = Package(folder, ("_rels/.rels", $"<Relationships><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>", 0));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update)) zip.CreateEntry("xl/workbook.bin");

        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal(("WB001", "is a binary workbook (.xlsb); save it as .xlsx"), (problem!.Code, problem.Message));
    }

    [Fact]
    public void Two_hundred_thousand_sheets_are_refused_at_once()
    {
        using TemporaryFolder folder = new();
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var sheets = string.Concat(Enumerable.Range(1, 200_000).Select(number => $"<sheet name=\"{number}\" r:id=\"r1\"/>"));
        var path = Package(folder, ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{office}\"><sheets>{sheets}</sheets></workbook>", 0));

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(ReviewWorkbook.Read(path, out var problem));

        Assert.Equal("WB003", problem!.Code);
        Assert.Contains("more sheets", problem.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void Any_flipped_byte_ends_in_a_workbook_or_a_line()
    {
        using TemporaryFolder folder = new();
        ReviewWorkbook.Write(folder.File("good.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        var whole = File.ReadAllBytes(folder.File("good.xlsx"));
        Random random = new(7);

        for (var i = 0; i < 150; i++)
        {
            var broken = (byte[])whole.Clone();
            for (var j = 0; j < 3; j++) broken[random.Next(broken.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(folder.File("broken.xlsx"), broken);

            var read = ReviewWorkbook.Read(folder.File("broken.xlsx"), out var problem);

            Assert.True(read is null != problem is null);
            if (read is not null) ReviewImport.Merge([read], new());
        }
    }

    // One part is given; what else a workbook needs is sound. A filler of so many letters follows the part's text.
    static string Package(TemporaryFolder folder, (string Name, string Text, int Filler) part)
    {
        var path = folder.File("hostile.xlsx");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        Dictionary<string, string> parts = new(StringComparer.Ordinal)
        {
            ["_rels/.rels"] = $"<Relationships><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook {Main} xmlns:r=\"{office}\"><sheets><sheet name=\"Review\" r:id=\"r1\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + $"<Relationship Id=\"r2\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            ["xl/worksheets/sheet1.xml"] = $"<worksheet {Main}/>",
        };
        parts[part.Name] = part.Text;
        foreach (var (name, text) in parts)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
            var filler = Encoding.UTF8.GetBytes(new string('a', 100_000));
            for (var i = 0; name == part.Name && i < part.Filler; i += filler.Length) stream.Write(filler);
        }

        return path;
    }
}
