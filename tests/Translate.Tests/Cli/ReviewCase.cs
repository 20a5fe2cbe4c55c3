using System.Text.Json;
using Translate.Review;
using Translate.Tests.Review;

namespace Translate.Tests.Cli;

/// <summary>Articles that were run, reviewers who edit their workbooks, and <c>translate review</c> in this process.</summary>
sealed class ReviewCase : IDisposable
{
    readonly RunCase _run = new();
    int _copies;

    public string Memory => _run.File("memory.db");

    public string File(string name) => _run.File(name);

    public string Workbook(string article) => Path.Combine(_run.Output, article + ".xlsx");

    public string Write(string name, string text) => _run.Write(name, text);

    /// <summary>Runs articles that were put into <c>in/</c>.</summary>
    public async Task<ReviewCase> RunAsync(params string[] arguments)
    {
        var result = await _run.RunAsync([.. arguments, "--engine", "memory"]);
        Assert.Equal(0, result.ExitCode);
        return this;
    }

    /// <summary>A reviewer's copy of a workbook, saved as some office program would.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="edit">What happens to each row; the row's number from 1 and its cells by column.</param>
    public string Edited(string workbook, Action<int, Dictionary<string, ForeignCell>> edit)
    {
        var history = EditHistory.Of(workbook, ++_copies);
        for (var i = 0; i < history.Rows.Count; i++) edit(i + 1, history.Rows[i]);
        var copy = File($"reviewed{_copies}/{Path.GetFileName(workbook)}");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        history.Save(copy, workbook);
        return copy;
    }

    /// <summary>A copy with one target changed.</summary>
    public string Edited(string workbook, int number, string target) => Edited(workbook, (row, cells) =>
    {
        if (row == number) cells[ReviewColumns.Target] = new(target);
    });

    /// <summary>A copy in which every source stands as approved target.</summary>
    public string SourceAsTarget(string workbook) => Edited(workbook, (_, cells) =>
    {
        cells[ReviewColumns.Target] = cells[ReviewColumns.Source];
        cells[ReviewColumns.Status] = new("approved");
    });

    public async Task<RunResult> ReviewAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var parsed = ReviewCommand.Create().Parse([.. arguments, "--memory", Memory]);
        Assert.Empty(parsed.Errors);
        var exitCode = await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString(), error.ToString());
    }

    public async Task<JsonElement> ReviewJsonAsync(params string[] arguments) => JsonElement.Parse((await ReviewAsync([.. arguments, "--json"])).Output);

    public void Dispose() => _run.Dispose();
}
