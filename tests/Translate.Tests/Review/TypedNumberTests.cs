using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>What somebody types into a cell of another writer's workbook may become a number with a format; it reads as it was seen.</summary>
public class TypedNumberTests
{
    [Theory]
    [InlineData("0.25", "9", "25%")]
    [InlineData("0.125", "10", "12.50%")]
    [InlineData("0.125", "9", "13%")]
    [InlineData("2.675", "2", "2.68")]
    [InlineData("-1234.5", "4", "-1,234.50")]
    [InlineData("1234567", "3", "1,234,567")]
    [InlineData("-5", "37", "(5)")]
    [InlineData("0.5", "12", "1/2")]
    [InlineData("1.5", "12", "1 1/2")]
    [InlineData("0.3125", "13", "5/16")]
    [InlineData("0.5208333333333334", "20", "12:30")]
    // Some programs write fifteen digits, which lie just before half past twelve.
    [InlineData("0.520833333333333", "20", "12:30")]
    [InlineData("46024.520833333", "yyyy-mm-dd h:mm", "2026-01-02 12:30")]
    [InlineData("0.5208333333333334", "18", "12:30 PM")]
    [InlineData("1.5", "46", "36:00:00")]
    [InlineData("46024", "yyyy-mm-dd", "2026-01-02")]
    [InlineData("46024", "yyyy\\-mm\\-dd", "2026-01-02")]
    [InlineData("46024.5", "yyyy/m/d h:mm", "2026/1/2 12:00")]
    [InlineData("46024", "yyyy\"年\"m\"月\"d\"日\"", "2026年1月2日")]
    [InlineData("46024", "[$-409]d\\-mmm\\-yy", "2-Jan-26")]
    [InlineData("1234.5", "[$¥-804]#,##0.00", "¥1,234.50")]
    [InlineData("-0.25", "0.0%;[Red]-0.0%", "-25.0%")]
    [InlineData("42", "00000", "00042")]
    [InlineData("1", "[=1]\"yes\";[=0]\"no\";General", "yes")]
    [InlineData("123456", "0\\.0,\"万\"", "12.3万")]
    [InlineData("-1.5", "# ?/?", "-1 1/2")]
    // Without a format of its own a number stands as it is.
    [InlineData("1.0000000000000001E-5", "0", "0.00001", true)]
    [InlineData("0.25", "General", "0.25")]
    [InlineData("1.1000000000000001", "0", "1.1", true)]
    [InlineData("1.1000000000000001", "0.0_ ", "1.1")]
    public void A_number_reads_as_its_cell_shows_it(string value, string format, string shown, bool isPlain = false)
    {
        var (row, remarks) = Read(new(value, ForeignCellKind.Number, isPlain ? null : format));

        Assert.Equal(shown, row.Target);
        Assert.Empty(remarks);
    }

    [Theory]
    // The short form of a date follows the computer's region, a month's name its language, an era the calendar.
    [InlineData("46024", "14", "2026-01-02")]
    [InlineData("46024.75", "22", "2026-01-02 18:00:00")]
    [InlineData("46024", "16", "2026-01-02")]
    [InlineData("46024", "58", "2026-01-02")]
    [InlineData("46024", "d mmmm yyyy", "2026-01-02")]
    [InlineData("46024", "[$-F800]dddd, mmmm dd, yyyy", "2026-01-02")]
    [InlineData("46024", "[$-411]ge.m.d", "2026-01-02")]
    [InlineData("1234.5", "7", "1234.5")]
    [InlineData("123", "[DBNum1][$-804]General", "123")]
    [InlineData("123", "[$-D000000]0", "123")]
    [InlineData("46024", "[$-D07041E]yyyy\\-mm\\-dd", "2026-01-02")]
    [InlineData("123456", "0!.0,\"万\"", "123456")]
    [InlineData("1.2345678901234567E+19", "0", "1.2345678901234567E+19")]
    [InlineData("-1", "yyyy-mm-dd", "-1")]
    [InlineData("1E+300", "0%", "1E+300")]
    [InlineData("0.25", "junk[", "0.25")]
    public void A_look_that_differs_from_computer_to_computer_is_said(string value, string format, string read)
    {
        var (row, remarks) = Read(new(value, ForeignCellKind.Number, format));

        Assert.Equal(read, row.Target);
        var remark = Assert.Single(remarks);
        Assert.Equal(("WB011", 2), (remark.Code, remark.Row));
        Assert.Contains("Target of row 2", remark.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-02T12:30:00", "yyyy/m/d h:mm", "2026/1/2 12:30")]
    [InlineData("2026-01-02", "yyyy\"年\"m\"月\"d\"日\"", "2026年1月2日")]
    [InlineData("no date", "yyyy-mm-dd", "no date")]
    public void A_date_that_the_file_spells_out_reads_as_its_cell_shows_it(string value, string format, string shown)
    {
        var (row, remarks) = Read(new(value, ForeignCellKind.SpelledDate, format));

        Assert.Equal(shown, row.Target);
        Assert.Empty(remarks);
    }

    [Fact]
    public void A_comment_that_is_a_formula_without_result_is_said_and_is_no_comment()
    {
        var (row, remarks) = Read(new("words"), new("", ForeignCellKind.FormulaWithoutResult));

        Assert.Equal("", row.Comment);
        Assert.Equal(("WB012", 2), (Assert.Single(remarks).Code, remarks[0].Row));
    }

    [Fact]
    public void Many_such_cells_are_one_line_that_names_the_first_rows()
    {
        using TemporaryFolder folder = new();
        ForeignWorkbook.Write(folder.File("a.xlsx"), [("Review", [
            [new("Key"), new("Target")],
            .. Enumerable.Range(1, 12).Select(i => (IReadOnlyList<ForeignCell>)[new($"k{i}"), new("46024", ForeignCellKind.Date)])])], new());

        var remarks = ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Remarks.Where(remark => remark.Code == "WB011");

        Assert.Contains("rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more", Assert.Single(remarks).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_format_and_no_number_is_too_odd_to_be_read()
    {
        Random random = new(1);
        const string letters = "0#?.,%/ymdhsaAgeEbP+-*_\\\"[]$;@:() 年月<>=1";
        double[] numbers = [0, -0.5, 1e-300, 46024.75, 2958465, 2958466, 1e15, -1e300, double.MaxValue];
        for (var i = 0; i < 10_000; i++)
        {
            var code = new string([.. Enumerable.Range(0, random.Next(1, i % 10 == 0 ? 300 : 20)).Select(_ => letters[random.Next(letters.Length)])]);
            var look = NumberLook.Of(code);

            Assert.All(numbers, number => Assert.NotEqual("", look?.Show(number, from1904: i % 2 == 0) ?? "none"));
        }
    }

    static (ReviewedRow Row, IReadOnlyList<Problem> Remarks) Read(ForeignCell target, ForeignCell? comment = null)
    {
        using TemporaryFolder folder = new();
        ForeignWorkbook.Write(folder.File("a.xlsx"), [("Review", [
            [new("Key"), new("Source"), new("Target"), new("Status"), new("Comment")],
            [new("k"), new("字"), target, new("draft"), comment ?? new("")]])], new());
        var workbook = ReviewWorkbook.Read(folder.File("a.xlsx"), out var problem);
        Assert.Null(problem);
        return (Assert.Single(workbook!.Rows), workbook.Remarks);
    }
}
