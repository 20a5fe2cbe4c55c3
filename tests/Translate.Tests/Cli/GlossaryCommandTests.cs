using System.Text.Json;
using Translate.Articles;
using Translate.Memory;

namespace Translate.Tests.Cli;

public class GlossaryCommandTests
{
    const string Header = "id,en,zh\n";

    [Fact]
    public void Statistics_of_a_page_do_not_count_its_markup()
    {
        using TemporaryFolder folder = new();
        var terms = folder.Write("terms.csv", Header + "model,model,模型\nscript,script,脚本\n");
        var article = folder.Write("a.md", "# 模型\n\n[模型](https://example.com/脚本)很大。\n\n```\n脚本\n```\n");

        var (exitCode, output, _) = Run("stats", article, "--no-curated", "-g", terms, "--json");

        var stats = JsonElement.Parse(output);
        Assert.Equal(0, exitCode);
        Assert.Equal(2, stats.GetProperty("terms")[0].GetProperty("occurrences").GetInt32());
        Assert.Equal("script", stats.GetProperty("unseen")[0].GetString());
    }

    [Fact]
    public void The_page_of_statistics_needs_nothing_from_elsewhere()
    {
        using TemporaryFolder folder = new();
        var terms = folder.Write("terms.csv", Header + "model,model,模型\n");

        var (exitCode, _, _) = Run("stats", folder.Write("a.txt", "模型<b>&。"), "--no-curated", "-g", terms, "--html", folder.File("stats.html"));

        var page = File.ReadAllText(folder.File("stats.html"));
        Assert.Equal(0, exitCode);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memory.db")]
    [InlineData("memory.tmx")]
    public void Diff_judges_what_a_memory_or_a_tmx_holds(string memory)
    {
        using TemporaryFolder folder = new();
        MemoryEntry pair = new(new("zh-Hans", "en"), TaggedText.Plain("模型很大。"), TaggedText.Plain("The model is large."));
        if (memory.EndsWith(".tmx", StringComparison.Ordinal)) Tmx.Write(folder.File(memory), [pair], "zh-Hans");
        else
            using (var opened = TranslationMemory.Open(folder.File(memory))) opened.Add([pair], new(MemorySourceKind.Tmx, "test"));

        var (exitCode, output, _) = Run("diff", folder.Write("old.csv", Header + "model,model,模型\n"), folder.Write("new.csv", Header + "model,mannequin,模型\n"), "--memory", folder.File(memory));

        Assert.Equal(0, exitCode);
        Assert.Contains("model = 模型  >  mannequin = 模型", output, StringComparison.Ordinal);
        Assert.Contains("Preferred > Missing: 模型很大。 | The model is large.", output, StringComparison.Ordinal);
        Assert.Contains("1 concepts differ; 1 verdicts", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_without_its_memory_says_so()
    {
        using TemporaryFolder folder = new();
        var terms = folder.Write("terms.csv", Header + "model,model,模型\n");

        var (exitCode, _, error) = Run("diff", terms, terms, "--memory", folder.File("none.db"));

        Assert.Equal(2, exitCode);
        Assert.Contains("TM026", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terms.xlsx")]
    [InlineData("terms.tmx")]
    [InlineData("terms.tbx")]
    public void What_is_exported_comes_back_the_same(string file)
    {
        using TemporaryFolder folder = new();
        const string Csv = Header + "large-model,large model,大模型\ntraining,training,训练\n";
        var terms = folder.Write("terms.csv", Csv);

        var exported = Run("export", folder.File(file), "-g", terms, "--no-curated");
        var imported = Run("import", folder.File(file), "-o", folder.File("back.csv"));

        Assert.Equal((0, 0), (exported.ExitCode, imported.ExitCode));
        Assert.Contains("0 concepts differ", Run("diff", terms, folder.File("back.csv")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Candidates_are_proposed_and_never_merged_into_a_file()
    {
        using TemporaryFolder folder = new();
        var article = folder.Write("a.txt", "具身智能很热。\n做具身智能的人多了。\n他看好具身智能。\n具身智能公司拿到了钱。\n谁懂具身智能？\n");

        var (exitCode, output, _) = Run("extract", article, "--no-curated");

        Assert.Equal(0, exitCode);
        Assert.Contains("具身智能,proposed", output, StringComparison.Ordinal);
        Assert.Equal(2, Run("extract", article, "-o", folder.Write("there.csv", "mine")).ExitCode);
        Assert.Equal("mine", File.ReadAllText(folder.File("there.csv")));
    }

    [Fact]
    public void Find_says_what_was_passed_over_and_why()
    {
        using TemporaryFolder folder = new();
        var terms = folder.Write("terms.csv", "id,en,zh,zh.unless\nmodel,model,模型,模型机\nlarge,large model,大模型,\n");

        var (exitCode, output, _) = Run("find", "大模型与模型机", "--no-curated", "-g", terms);

        Assert.Equal(0, exitCode);
        Assert.Contains("= large model", output, StringComparison.Ordinal);
        Assert.Contains("- part of 模型机 (unless)", output, StringComparison.Ordinal);
        Assert.Contains("- a longer or earlier term takes its place", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id;en;zh\na;b;c\n", "GL")]
    [InlineData("id,en,zh\na,\"b,c\n", "GL")]
    public void A_faulty_file_is_one_line_and_no_trace(string csv, string code)
    {
        using TemporaryFolder folder = new();

        var (exitCode, _, error) = Run("find", "模型", "--no-curated", "-g", folder.Write("bad.csv", csv));

        Assert.Equal(1, exitCode);
        Assert.Contains("bad.csv", error, StringComparison.Ordinal);
        Assert.Contains(code, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    static (int ExitCode, string Output, string Error) Run(params string[] line)
    {
        using StringWriter output = new(), error = new();
        var exitCode = GlossaryCommand.Create().Parse(line).Invoke(new() { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}
