using System.Diagnostics;
using Translate.Review;

namespace Translate.Tests.Review;

/// <summary>Real saves by LibreOffice; in the long run only, because each takes a second or more.</summary>
public class LibreOfficeTests
{
    static readonly bool s_long = Environment.GetEnvironmentVariable("TRANSLATE_LONG") == "1";

    [Fact]
    public async Task A_workbook_that_LibreOffice_saved_reads_the_same()
    {
        if (!s_long) Assert.Skip("set TRANSLATE_LONG=1 to run LibreOffice");
        using TemporaryFolder folder = new();
        var awkward = ReviewSamples.Make("awkward.md", [(Translate.Articles.BlockKind.Paragraph, 0, [
            ("=1+1", "_x0041_ stays"), ("a\u0001b", "  spaces  "), ("line\nbreak", "line\r\nbreak\ttab"), ("𠮷野家 é e\u0301", "👩‍👩‍👧 -5%"), ("2026", "007")])]);
        ReviewWorkbook.Write(folder.File("a.xlsx"), [ReviewSamples.Article(), awkward], ReviewSamples.Facts, WorkbookOptions.Default);

        await Save(folder);

        var result = ReviewImport.Merge([ReviewWorkbook.Read(folder.File("saved/a.xlsx"), out _)!], new());
        Assert.False(ReviewWorkbook.IsUntouched(folder.File("saved/a.xlsx")));
        Assert.Equal(14, result.Rows.Count);
        Assert.Equal(14, result.Count(RowOutcome.Unchanged));
    }

    [Fact]
    public async Task Edit_histories_survive_a_save_by_LibreOffice()
    {
        if (!s_long) Assert.Skip("set TRANSLATE_LONG=1 to run LibreOffice");
        using TemporaryFolder folder = new();
        var original = folder.File("original.xlsx");
        ReviewWorkbook.Write(original, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        for (var seed = 0; seed < 24; seed++)
        {
            var history = EditHistory.Of(original, seed);
            history.Edit(seed);
            File.Delete(folder.File("a.xlsx"));
            history.Save(folder.File("a.xlsx"), original);
            var before = Outcomes(folder.File("a.xlsx"));

            await Save(folder);

            Assert.True(before == Outcomes(folder.File("saved/a.xlsx")), $"seed {seed}\n{before}\n{Outcomes(folder.File("saved/a.xlsx"))}");
        }
    }

    static string Outcomes(string path)
    {
        var result = ReviewImport.Merge([ReviewWorkbook.Read(path, out _)!], new());
        return string.Join('\n', result.Segments.Select(row => $"{row.Name} {row.Status} {row.Target}"))
            + string.Join(' ', Enum.GetValues<RowOutcome>().Select(outcome => $"{outcome} {result.Count(outcome)}"));
    }

    static async Task Save(TemporaryFolder folder)
    {
        using var office = Process.Start(new ProcessStartInfo("soffice",
        [
            "--headless", $"-env:UserInstallation=file://{folder.Path}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
            "--outdir", folder.File("saved"), folder.File("a.xlsx"),
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await office.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(folder.File("saved/a.xlsx")), "LibreOffice wrote nothing; is libreoffice-calc-nogui installed?");
    }
}
