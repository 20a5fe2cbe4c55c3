using System.Text.RegularExpressions;
using Translate.Review;
using Translate.Tests.Cli;

namespace Translate.Tests;

/// <summary>What the README tells a newcomer to type, typed.</summary>
public partial class ReadmeTests
{
    static readonly string s_readme = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public async Task The_first_command_writes_three_workbooks_from_the_starter_memory()
    {
        using var folder = Samples();

        using var run = RunProcess.Start(folder.Path, null, Arguments("run"));

        Assert.Equal(0, await run.ExitAsync());
        var workbooks = run.Output.Where(line => line.Length > 0).ToList();
        Assert.Equal(3, workbooks.Count);
        var rows = workbooks.SelectMany(workbook => ReviewWorkbook.Read(folder.File(workbook), out _)!.Rows).ToList();
        Assert.InRange(rows.Count(row => row.Target is { Length: > 0 }), rows.Count * 3 / 4, rows.Count - 1);
        Assert.All(rows.Where(row => row.Target is not { Length: > 0 }), row => Assert.Equal("todo", row.Status));
        Assert.Contains("AZURE_TRANSLATOR_KEY", run.Errors.Last(line => line.Length > 0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_comes_back_as_a_finished_article()
    {
        using var folder = Samples();
        using (var run = RunProcess.Start(folder.Path, null, Arguments("run"))) await run.ExitAsync();

        var command = Arguments("review");
        using var refused = RunProcess.Start(folder.Path, null, [.. command.Where(word => word is not ("--unapproved" or "mark"))]);
        using var marked = RunProcess.Start(folder.Path, null, command);

        // Nobody has reviewed it, so nothing is published unless that is said.
        Assert.Equal(1, await refused.ExitAsync());
        Assert.Contains(refused.Errors, line => line.Contains("WB021", StringComparison.Ordinal));
        Assert.Equal(0, await marked.ExitAsync());
        Assert.True(File.Exists(folder.File("published/funding.md")), string.Join('\n', marked.Errors));
    }

    [Fact]
    public void The_second_command_runs_the_tests() => Assert.Contains("\ndotnet test\n", s_readme, StringComparison.Ordinal);

    [Fact]
    public void Every_path_that_it_names_is_there() => Assert.All(
        Links().Matches(s_readme).Select(link => link.Groups["path"].Value), path => Assert.True(File.Exists(Repository.File(path)), path));

    static string[] Arguments(string command) =>
        Regex.Match(s_readme, $"^dotnet run --project src/Translate.Cli -- (?<line>{command} .*)$", RegexOptions.Multiline)
            .Groups["line"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static TemporaryFolder Samples()
    {
        TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("samples"));
        foreach (var file in Directory.GetFiles(Repository.File("samples"))) File.Copy(file, folder.File("samples/" + Path.GetFileName(file)));
        return folder;
    }

    [GeneratedRegex(@"\]\((?<path>[^):#]+)(#[^)]*)?\)")]
    private static partial Regex Links();
}
