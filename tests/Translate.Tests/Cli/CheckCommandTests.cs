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

    [Fact]
    public void Sarif_tells_the_line_on_which_a_pair_of_several_lines_starts()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("a.csv", "zh,en\n\"第一行\n第二行\",\"Line one\nline two\"\n\"营收\n5000万元\",\"Revenue:\n500 million yuan\"\n");
        var tmx = folder.Write("a.tmx", """
            <tmx version="1.4"><header srclang="zh-CN"/><body>
            <tu><tuv xml:lang="zh-CN"><seg>好的，没问题。</seg></tuv><tuv xml:lang="en"><seg>All right, no problem.</seg></tuv></tu>
            <tu>
              <tuv xml:lang="zh-CN"><seg>营收5000万元。</seg></tuv><tuv xml:lang="en"><seg>Revenue was 500 million yuan.</seg></tuv></tu>
            </body></tmx>
            """);

        Assert.Equal([5], Lines(Run(file, "--sarif").Output, "NUM-001"));
        Assert.All(Lines(Run(tmx, "--sarif").Output, "NUM-001"), line => Assert.InRange(line, 3, 4));
    }

    [Fact]
    public void Sarif_holds_only_what_its_schema_knows_and_all_that_it_requires()
    {
        using TemporaryFolder folder = new();

        var sarif = JsonElement.Parse(Run(folder.Write("a b.csv", Pairs + "营收5000万元,Revenue was 500 million yuan\n"), "--sarif").Output);

        SarifRules.Check(sarif);
        var result = sarif.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(each => each.GetProperty("ruleId").GetString() == "NUM-001");
        Assert.Equal((2, 1, 1), (result.GetProperty("occurrenceCount").GetInt32(), result.GetProperty("locations").GetArrayLength(), result.GetProperty("relatedLocations").GetArrayLength()));
    }

    [Fact]
    public void Json_holds_every_finding_and_counts_them_while_the_table_groups_them()
    {
        using TemporaryFolder folder = new();
        var file = folder.Write("a.csv", "en,zh\n\"One, two, three, four, five, six, seven and eight.\",\"甲,乙,丙,丁,戊,己,庚和辛。\"\n");

        var json = JsonElement.Parse(Run(file, "--from", "en", "--to", "zh-Hans", "--json").Output);
        var table = Run(file, "--from", "en", "--to", "zh-Hans").Output;

        Assert.Equal(6, json.GetProperty("counts").GetProperty("TYP-001").GetInt32());
        Assert.Equal(6, json.GetProperty("findings").EnumerateArray().Count(each => each.GetProperty("code").GetString() == "TYP-001"));
        Assert.Single(table.Split('\n'), line => line.Contains("TYP-001", StringComparison.Ordinal));
    }

    [Fact]
    public void A_suppression_silences_its_finding_and_one_without_a_reason_is_refused()
    {
        using TemporaryFolder folder = new();
        var pairs = folder.Write("a.csv", Pairs);
        var good = folder.Write("good.csv", "code,source,target,reason\nNUM,营收5000万元。,,the author was asked\n");
        var bad = folder.Write("bad.csv", "code,source,target,reason\nNUM-001,,,\n");

        Assert.DoesNotContain("NUM-001", Run(pairs, "--suppress", good).Output, StringComparison.Ordinal);
        Assert.Contains("CK011", Run(pairs, "--suppress", bad).Error, StringComparison.Ordinal);
        Assert.Equal(2, Run(pairs, "--suppress", bad).ExitCode);
    }

    [Fact]
    public async Task Workbooks_are_checked_by_row_and_a_comment_silences_a_code_for_its_row()
    {
        using ReviewCase review = new();
        review.Write("in/a.txt", "营收5000万元。\n");
        await review.RunAsync(review.File("in"));
        string Reviewed(string comment) => review.Edited(review.Workbook("a.txt"), (_, cells) =>
        {
            cells["Target"] = new("Revenue was 500 million yuan.");
            cells["Comment"] = new(comment);
        });

        var (exitCode, output, _) = Run(Reviewed(""), "--json");
        var silenced = Run(Reviewed("!ignore NUM-001 the author has it so"), "--json");

        var finding = JsonElement.Parse(output).GetProperty("findings").EnumerateArray().Single(each => each.GetProperty("code").GetString() == "NUM-001");
        Assert.Equal((1, 1), (exitCode, finding.GetProperty("row").GetInt32()));
        Assert.DoesNotContain("NUM-001", silenced.Output, StringComparison.Ordinal);
    }

    static List<int> Lines(string sarif, string code) =>
        [.. JsonElement.Parse(sarif).GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(result => result.GetProperty("ruleId").GetString() == code)
            .Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32())];
}
