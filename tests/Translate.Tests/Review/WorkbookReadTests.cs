using Translate.Articles;
using Translate.Review;

namespace Translate.Tests.Review;

public class WorkbookReadTests
{
    [Fact]
    public void What_was_written_comes_back()
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Article();
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var read = ReviewWorkbook.Read(folder.File("a.xlsx"), out var problem);

        Assert.Null(problem);
        Assert.Equal(article.Segments.Select(segment => segment.Segment.Tagged.ToString()), read!.Rows.Select(row => row.Source));
        Assert.Equal(article.Segments.Select(segment => segment.Target.ToString()), read.Rows.Select(row => row.Target));
        Assert.Equal(article.Segments.Select(segment => segment.Segment.Id), read.Base.Select(row => row.Key.Segment));
        Assert.Equal(article.Pair, Assert.Single(read.Articles).Pair);
        Assert.Equal(article.Segments.Select(segment => segment.Terms.Count), read.Base.Select(row => row.Terms.Count));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+49 30")]
    [InlineData("-x")]
    [InlineData("@name")]
    [InlineData("_x0041_ and _x000D_ and _x005F_x0041_")]
    [InlineData("a\u0001b\u001Fc")]
    [InlineData("lone \uD800 and \uDC00 surrogates")]
    [InlineData("line\r\nbreaks\nand\rreturns")]
    [InlineData("  spaces and\ttabs  ")]
    [InlineData("𠮷野家 👩‍👩‍👧 \u200F bidi \u00A0")]
    [InlineData("\uFFFE\uFFFF")]
    [InlineData("<b>&amp;</b> ]]>")]
    public void Text_is_data(string text)
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Make("a.txt", [(BlockKind.Paragraph, 0, [(text, text + "x")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var row = Assert.Single(ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Rows);

        Assert.Equal(TaggedText.Plain(text).ToString(), row.Source);
        Assert.Equal(TaggedText.Plain(text + "x").ToString(), row.Target);
    }

    [Fact]
    public void A_text_too_long_for_a_cell_is_cut_with_a_word()
    {
        using TemporaryFolder folder = new();
        var article = ReviewSamples.Make("a.txt", [(BlockKind.Paragraph, 0, [(new string('长', 40_000), "long")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [article], ReviewSamples.Facts, WorkbookOptions.Default);

        var row = Assert.Single(ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Rows);

        Assert.Equal(32767, row.Source!.Length);
        Assert.Contains("40000 characters", row.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Status", "State", "WB007")]
    [InlineData("Comment", "Notes", "WB007")]
    [InlineData("Source", "Original", "WB007")]
    [InlineData("Target", "Translation", "WB004")]
    [InlineData("Key", "Id", "WB004")]
    [InlineData("Machine", "target", "WB008")]
    public void A_header_that_somebody_changed_is_one_line_that_names_it(string header, string written, string code)
    {
        using TemporaryFolder folder = new();

        var read = ReadForeign(folder, ("Review", [[.. s_header.Select(name => name == header ? written : name)], s_row]));

        var problem = read.Problem ?? Assert.Single(read.Workbook!.Remarks);
        Assert.Equal(code, problem.Code);
        Assert.Contains(code == "WB008" ? "Target" : header, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_of_the_sheet_is_not_passed_over_in_silence()
    {
        using TemporaryFolder folder = new();

        var (workbook, _) = ReadForeign(folder, ("Review", [s_header, s_row]), ("Review (2)", [s_header, s_row]), ("Notes", [["Key", "to the colours"]]));

        Assert.Equal("words", Assert.Single(workbook!.Rows).Target);
        Assert.Contains("“Review (2)”", Assert.Single(workbook.Remarks).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_that_is_a_formula_without_result_is_not_taken_for_an_empty_one()
    {
        using TemporaryFolder folder = new();
        ForeignWorkbook.Write(folder.File("a.xlsx"),
            [("Review", [[.. s_header.Select(name => new ForeignCell(name))], [new("k"), new("words"), new("x", ForeignCellKind.FormulaWithoutResult)]])], new(Dimension: false));

        Assert.NotEqual("", Assert.Single(ReviewWorkbook.Read(folder.File("a.xlsx"), out _)!.Rows).Status);
    }

    [Fact]
    public void Merged_cells_are_named()
    {
        using TemporaryFolder folder = new();
        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        using (ClosedXML.Excel.XLWorkbook book = new(folder.File("a.xlsx")))
        {
            book.Worksheet("Review").Range("D4:D5").Merge();
            book.Worksheet("Review").Range("N4:N5").Merge();
            book.SaveAs(folder.File("b.xlsx"));
        }

        var remark = Assert.Single(ReviewWorkbook.Read(folder.File("b.xlsx"), out _)!.Remarks);

        Assert.Equal(("WB009", 4), (remark.Code, remark.Row));
        Assert.Contains("D4:D5", remark.Message, StringComparison.Ordinal);
    }

    static readonly string[] s_header = ["Key", "Target", "Status", "Source", "Comment", "Machine"];
    static readonly string[] s_row = ["k", "words", "draft", "字", "why?", ""];

    static (ReviewedWorkbook? Workbook, Problem? Problem) ReadForeign(TemporaryFolder folder, params (string Name, string[][] Rows)[] sheets)
    {
        ForeignWorkbook.Write(folder.File("a.xlsx"),
            [.. sheets.Select(sheet => (sheet.Name, (IReadOnlyList<IReadOnlyList<ForeignCell>>)[.. sheet.Rows.Select(row => row.Select(text => new ForeignCell(text)).ToList())]))], new());
        return (ReviewWorkbook.Read(folder.File("a.xlsx"), out var problem), problem);
    }
}
