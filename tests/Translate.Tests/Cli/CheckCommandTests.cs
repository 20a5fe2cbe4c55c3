using System.Text.Json;

namespace Translate.Tests.Cli;

public class CheckCommandTests
{
    const string Pairs = "zh,en\n营收5000万元,Revenue was 50 million yuan\n营收5000万元。,Revenue was 500 million yuan\n";

    static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var exitCode = CheckCommand.Create().Parse(arguments).Invoke(new() { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }

    [Fact]
    public void Json_counts_rows_from_the_first_pair()
    {
        using TemporaryFolder folder = new();

        var (exitCode, output, _) = Run(folder.Write("a.csv", Pairs), "--from", "zh", "--to", "en", "--json");

        var finding = JsonElement.Parse(output).GetProperty("findings").EnumerateArray().First(each => each.GetProperty("code").GetString() == "NUM-001");
        Assert.Equal((1, 2, "error"), (exitCode, finding.GetProperty("row").GetInt32(), finding.GetProperty("severity").GetString()));
    }

    [Fact]
    public void Sarif_names_version_rules_and_rows()
    {
        using TemporaryFolder folder = new();

        var sarif = JsonElement.Parse(Run(folder.Write("a.csv", Pairs), "--sarif").Output);

        var run = sarif.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal("2.1.0", sarif.GetProperty("version").GetString());
        Assert.Equal(result.GetProperty("ruleId").GetString(), run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal("row 2", result.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Clean_files_exit_with_0_and_fail_on_decides_for_the_others()
    {
        using TemporaryFolder folder = new();
        var clean = folder.Write("b.csv", "zh,en\n营收5000万元,Revenue was 50 million yuan\n");

        Assert.Equal(0, Run(clean).ExitCode);
        Assert.Equal(0, Run(folder.Write("a.csv", Pairs), "--fail-on", "never").ExitCode);
        Assert.Equal(1, Run(folder.Write("c.csv", "zh,en\n公司有300名员工,The company is large\n"), "--fail-on", "warning").ExitCode);
        Assert.Equal(0, Run(folder.File("c.csv"), "--fail-on", "error").ExitCode);
    }

    [Fact]
    public void A_bad_file_is_one_line_and_the_others_are_still_checked()
    {
        using TemporaryFolder folder = new();

        var (exitCode, output, error) = Run(folder.File("none.csv"), folder.Write("a.csv", Pairs), folder.Write("x.doc", ""));

        Assert.Equal(1, exitCode);
        Assert.Contains("NUM-001", output, StringComparison.Ordinal);
        Assert.Contains("CK001", error, StringComparison.Ordinal);
        Assert.Contains("CK002", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Xliff_is_checked_with_its_tags()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("a.xlf", """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="zh-Hans" target-language="en" datatype="plaintext"><body>
            <trans-unit id="1"><source>营收5000万元</source><target>Revenue was 500 million yuan</target></trans-unit></body></file></xliff>
            """);

        var (exitCode, output, _) = Run(file, "--json");

        Assert.Equal(1, exitCode);
        Assert.Equal("NUM-001", JsonElement.Parse(output).GetProperty("findings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public void Json_and_sarif_exclude_each_other() => Assert.NotEmpty(CheckCommand.Create().Parse(["a.csv", "--json", "--sarif"]).Errors);
}
