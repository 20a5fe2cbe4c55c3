using System.Diagnostics;
using Translate.Articles;
using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>Workbooks edited and saved by openpyxl (Debian's python3-openpyxl); in the long run only.</summary>
public class OpenpyxlTests
{
    const string Script =
        """
        import datetime, sys
        from openpyxl import load_workbook
        from openpyxl.comments import Comment
        book = load_workbook(sys.argv[1])
        sheet = book["Review"]
        column = {cell.value: cell.column for cell in sheet[1]}
        def put(row, value): sheet.cell(row, column["Target"]).value = value
        put(2, "A bold title\nof two lines")
        put(3, datetime.date(2026, 11, 23))
        sheet.cell(3, column["Target"]).number_format = "yyyy-mm-dd"
        put(4, True)
        put(5, 0.125)
        sheet.cell(5, column["Target"]).number_format = "0.0%"
        put(6, "=1/0")
        sheet.cell(7, column["Target"]).data_type = "e"
        sheet.cell(7, column["Target"])._value = "#N/A"
        sheet.cell(8, column["Status"]).value = "approved"
        sheet.cell(8, column["Target"]).comment = Comment("a note", "reviewer")
        book.save(sys.argv[2])
        """;

    [Fact]
    public async Task A_workbook_that_openpyxl_saved_reads_as_it_was_edited()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1", "only in the long run: TRANSLATE_LONG=1");
        using TemporaryFolder folder = new();
        var awkward = ReviewSamples.Make("awkward.md", [(BlockKind.Paragraph, 0, [("=1+1", "_x0041_ stays"), ("  spaces  ", "line\nbreak\ttab"), ("𠮷野家 é", "-5%")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article(), awkward], ReviewSamples.Facts, WorkbookOptions.Default);

        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, folder.File("a.xlsx"), folder.File("b.xlsx")]) { RedirectStandardError = true })!;
        var error = await python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, error);

        var read = ReviewWorkbook.Read(folder.File("b.xlsx"), out var problem);
        Assert.Null(problem);
        Assert.Equal(["A bold title\nof two lines", "2026-11-23", "TRUE", "12.5%"], read!.Rows.Take(4).Select(row => row.Target));
        Assert.Equal([CellFault.Formula, CellFault.Error], read.Rows.Skip(4).Take(2).Select(row => row.Fault));
        var result = ReviewImport.Merge([read], new());
        Assert.Equal(
            (5, 2, 5, 12),
            (result.Count(RowOutcome.Applied), result.Count(RowOutcome.Invalid), result.Count(RowOutcome.Unchanged), result.Rows.Count));
    }
}
