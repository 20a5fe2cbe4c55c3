using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Translate.Review;

namespace Translate.Tests.Review;

public class WorkbookWriteTests
{
    [Fact]
    public void A_workbook_is_valid_by_the_rules_of_its_format()
    {
        using TemporaryFolder folder = new();
        var path = folder.File("a.md.xlsx");

        ReviewWorkbook.Write(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        using var document = SpreadsheetDocument.Open(path, isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void No_sheet_says_that_it_is_smaller_than_it_is()
    {
        using TemporaryFolder folder = new();

        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        using var document = SpreadsheetDocument.Open(folder.File("a.xlsx"), isEditable: false);
        Assert.All(document.WorkbookPart!.WorksheetParts, part => Assert.Null(part.Worksheet!.SheetDimension));
    }

    [Fact]
    public void Columns_are_measured_by_the_font_of_the_texts()
    {
        using TemporaryFolder folder = new();

        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        using var document = SpreadsheetDocument.Open(folder.File("a.xlsx"), isEditable: false);
        var first = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.Fonts!.Elements<DocumentFormat.OpenXml.Spreadsheet.Font>().First();
        Assert.Equal(("Arial", 10), (first.FontName!.Val!.Value, first.FontSize!.Val!.Value));
    }

    [Fact]
    public void Equal_input_gives_equal_bytes()
    {
        using TemporaryFolder folder = new();

        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        ReviewWorkbook.Write(folder.File("b.xlsx"), [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        Assert.Equal(File.ReadAllBytes(folder.File("a.xlsx")), File.ReadAllBytes(folder.File("b.xlsx")));
    }

    [Fact]
    public void A_touched_workbook_is_never_replaced()
    {
        using TemporaryFolder folder = new();
        var path = folder.File("a.md.xlsx");
        Assert.Null(ReviewWorkbook.WriteSafely(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default).Note);
        Assert.Null(ReviewWorkbook.WriteSafely(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default).Note);
        using (var document = SpreadsheetDocument.Open(path, isEditable: true)) document.PackageProperties.Creator = "a translator";
        var touched = File.ReadAllBytes(path);

        var second = ReviewWorkbook.WriteSafely(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        Assert.False(ReviewWorkbook.IsUntouched(path));
        Assert.Equal(folder.File("a.md.2.xlsx"), second.Path);
        Assert.Contains("left alone", second.Note, StringComparison.Ordinal);
        Assert.Equal(touched, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_workbook_that_is_open_is_never_replaced()
    {
        using TemporaryFolder folder = new();
        var path = folder.File("a.md.xlsx");
        ReviewWorkbook.Write(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        folder.Write(".~lock.a.md.xlsx#", "someone");

        var written = ReviewWorkbook.WriteSafely(path, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);

        Assert.Equal("a.md.2.xlsx", Path.GetFileName(written.Path));
        Assert.Contains("open", written.Note, StringComparison.Ordinal);
    }
}
