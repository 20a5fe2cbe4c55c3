using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
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
    public async Task Workbooks_of_other_programs_survive_a_save_by_LibreOffice()
    {
        if (!s_long) Assert.Skip("set TRANSLATE_LONG=1 to run LibreOffice");
        using TemporaryFolder folder = new();
        var original = folder.File("original.xlsx");
        ReviewWorkbook.Write(original, [ReviewSamples.Article()], ReviewSamples.Facts, WorkbookOptions.Default);
        for (var seed = 0; seed < 12; seed++)
        {
            var history = EditHistory.Of(original, seed);
            history.Edit(2 * seed);
            File.Delete(folder.File("a.xlsx"));
            history.Save(folder.File("a.xlsx"), original);
            var before = Outcomes(folder.File("a.xlsx"));

            await Save(folder);

            Assert.True(before == Outcomes(folder.File("saved/a.xlsx")), $"seed {seed}\n{before}\n{Outcomes(folder.File("saved/a.xlsx"))}");
        }
    }

    /// <summary>What LibreOffice shows after the edits is the judge: it is read from its own cells, not from the file that it saves.</summary>
    [Fact]
    public async Task No_edit_made_in_LibreOffice_is_lost()
    {
        if (!s_long) Assert.Skip("set TRANSLATE_LONG=1 to run LibreOffice");
        using TemporaryFolder folder = new();
        var original = folder.File("original.xlsx");
        ReviewWorkbook.Write(original, [ReviewSamples.Article(), ReviewSamples.Article("other/b.md")], ReviewSamples.Facts, WorkbookOptions.Default);
        var first = Environment.GetEnvironmentVariable("TRANSLATE_SEED") is { } seed ? int.Parse(seed, CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000);

        var shown = await Edit(original, folder, first, histories: 30);

        Assert.Equal(30, shown.Count);
        for (var i = 0; i < shown.Count; i++)
            try
            {
                Check(folder.File($"h{first + i}.xlsx"), shown[i]);
            }
            catch (Exception fault)
            {
                Assert.Fail($"history TRANSLATE_SEED={first + i}: {fault}");
            }
    }

    static void Check(string path, List<JsonElement[]> shown)
    {
        var read = ReviewWorkbook.Read(path, out var problem);
        Assert.Null(problem);
        var cells = shown.Select(row => (
            Row: row[0].GetInt32(), Key: row[1].GetString()!, Source: row[2].GetString()!, Target: row[3].GetString()!, Status: row[4].GetString()!,
            IsError: row[5].GetString() == "error")).ToList();

        Assert.Equal(
            cells.Select(row => (row.Row, row.Key, row.Source, row.IsError ? "" : row.Target, row.Status)),
            read!.Rows.Select(row => (row.Row, row.Key, row.Source!, row.Fault == CellFault.Error ? "" : row.Target!, row.Status!)));
        Assert.Equal(cells.Select(row => row.IsError), read.Rows.Select(row => row.Fault == CellFault.Error));
        var result = ReviewImport.Merge([read], new());
        Assert.Equal(Enum.GetValues<RowOutcome>().Sum(result.Count), result.Rows.Count);
        Assert.Equal(cells.Select(row => row.Row), result.Rows.Where(row => row.Outcome != RowOutcome.Missing).Select(row => row.Row).Order());
        List<Dictionary<string, ForeignCell>> rows = [.. cells.Select(row => new Dictionary<string, ForeignCell>(StringComparer.Ordinal)
        {
            [ReviewColumns.Key] = new(row.Key),
            [ReviewColumns.Source] = new(row.Source),
            [ReviewColumns.Target] = new(row.Target, row.IsError ? ForeignCellKind.Error : ForeignCellKind.Text),
            [ReviewColumns.Status] = new(row.Status),
        })];
        foreach (var segment in result.Segments) EditHistoryTests.CheckSegment(segment, rows, result);
    }

    static async Task<List<List<JsonElement[]>>> Edit(string original, TemporaryFolder folder, int first, int histories)
    {
        var script = Repository.File("tests", "Translate.Tests", "Review", "edit_in_libreoffice.py");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [script, original, folder.Path, $"{first}", $"{histories}"])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(python.ExitCode == 0, await error);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<List<JsonElement[]>>(line)!)];
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
