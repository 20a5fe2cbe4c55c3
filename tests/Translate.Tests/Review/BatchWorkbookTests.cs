using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Translate.Review;

namespace Translate.Tests.Review;

public class BatchWorkbookTests
{
    [Fact]
    public void Many_articles_are_split_between_articles_and_read_back_each_under_its_path()
    {
        using TemporaryFolder folder = new();
        var articles = Enumerable.Range(1, 5).Select(number => ReviewSamples.Article($"a{number}.md"));

        var written = SingleWorkbook.Write(folder.File("all.xlsx"), articles, ReviewSamples.Facts, new() { SegmentsPerWorkbook = 20 });

        Assert.Equal(["all-1.xlsx", "all-2.xlsx", "all-3.xlsx"], written.Select(one => Path.GetFileName(one.Workbook.Path)));
        var read = ReviewWorkbook.Read(written[1].Workbook.Path, out _)!;
        Assert.Equal(["a3.md", "a4.md"], read.Articles.Select(article => article.Path));
        Assert.Equal(18, ReviewImport.Merge([read], new()).Count(RowOutcome.Unchanged));
    }

    [Fact]
    public void Few_articles_stay_in_one_workbook()
    {
        using TemporaryFolder folder = new();

        var written = SingleWorkbook.Write(folder.File("all.xlsx"), [ReviewSamples.Article(), ReviewSamples.Article("b.md")], ReviewSamples.Facts, WorkbookOptions.Default);

        Assert.Equal("all.xlsx", Path.GetFileName(Assert.Single(written).Workbook.Path));
    }

    [Fact]
    public void The_index_is_valid_and_links_to_every_workbook_whatever_its_name()
    {
        using TemporaryFolder folder = new();

        IndexWorkbook.Write(folder.File("index.xlsx"), [
            IndexEntry.From(ReviewSamples.Article("新闻/a b#1.md"), "新闻/a b#1.md.xlsx"), IndexEntry.Failed("bad.md", "AR001: is empty")]);

        using (var document = SpreadsheetDocument.Open(folder.File("index.xlsx"), isEditable: false))
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => error.Description));
        using var archive = ZipFile.OpenRead(folder.File("index.xlsx"));
        using StreamReader relations = new(archive.GetEntry("xl/worksheets/_rels/sheet1.xml.rels")!.Open());
        Assert.Contains("%E6%96%B0%E9%97%BB/a%20b%231.md.xlsx", relations.ReadToEnd(), StringComparison.Ordinal);
    }
}
