using System.IO.Compression;
using System.Text;

namespace Translate.Tests.Cli;

/// <summary>Files, folders and settings that are not as they should be: a line each, and the rest goes on.</summary>
public class RunFilesTests
{
    [Fact]
    public async Task Every_bad_file_is_one_line_and_the_others_go_through()
    {
        using RunCase run = new();
        run.Article("good.txt", 1, 2);
        run.Write("in/empty.md", "");
        await File.WriteAllBytesAsync(run.File("in/binary.txt"), Noise(), TestContext.Current.CancellationToken);
        await using (var large = File.Create(run.File("in/long.txt"))) large.SetLength(50 << 20);
        run.Write("in/number.txt", "4711\n");
        Directory.CreateDirectory(run.File("in/folder.md"));

        var (exitCode, output, error) = await run.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.EndsWith("good.txt.xlsx", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        foreach (var name in new[] { "empty.md", "binary.txt", "long.txt", "number.txt" })
            Assert.Single(error.Split('\n'), line => line.StartsWith($"{name}: error AR", StringComparison.Ordinal));
        Assert.Contains("4 of 5 articles could not be read", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id;zh;en\nx;模型;model\n", "GL003")]
    [InlineData("id,zh,en\na,\"模型,model\nb,芯片,chip\n", "GL004")]
    [InlineData("id,zh,en\na,模型,model\na,芯片,chip\n", "GL006")]
    [InlineData("id,zh,en,en.forbiden\na,模型,model,x\n", "GL015")]
    public async Task A_run_does_not_start_with_half_a_glossary_and_names_what_is_wrong(string csv, string code)
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);

        var (exitCode, _, error) = await run.RunAsync("--glossary", run.Write("terms.csv", csv));

        Assert.Equal(1, exitCode);
        Assert.Contains($": error {code}: ", error, StringComparison.Ordinal);
        Assert.Contains("the glossary has 1 fault; mend it", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(run.Output));
    }

    [Fact]
    public async Task Bad_terms_are_passed_over_by_the_user_s_own_wish_and_counted()
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);
        var terms = run.Write("terms.csv", "id,zh,en\na,模型,model\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"b{i},,\n")));

        var (_, output, error) = await run.RunAsync("--glossary", terms, "--no-curated", "--skip-bad-terms");

        Assert.Contains("a.txt.xlsx", output, StringComparison.Ordinal);
        Assert.Contains("30 faults of the glossary passed over (--skip-bad-terms); 1 concepts are used.", error, StringComparison.Ordinal);
        Assert.Equal(20, error.Split('\n').Count(line => line.Contains("error GL005", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("日活超过３００万人。", false)]
    [InlineData("网页里写着&nbsp;and more，读者看见了。", false)]
    [InlineData("这是锟斤拷锟斤拷，读者看见了。", true)]
    public async Task Only_damage_is_reported_as_damage(string text, bool isDamaged)
    {
        using RunCase run = new();
        run.Write("in/a.txt", text + "\n");

        await run.RunAsync();

        Assert.Equal(isDamaged, WorkbookCells.Of(Path.Combine(run.Output, "a.txt.xlsx")).Values.Any(part => part.Contains("SRC-001", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("这家公司发布了新的产品，大家都很高兴。", "utf-16")]
    [InlineData("这家公司发布了新的产品，大家都很高兴。", "gb18030")]
    public async Task Other_encodings_are_read(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using RunCase run = new();
        run.Write("in/a.txt", "");
        var bytes = Encoding.GetEncoding(encoding) is var codes ? codes.GetPreamble().Concat(codes.GetBytes(text)).ToArray() : [];
        await File.WriteAllBytesAsync(run.File("in/a.txt"), bytes, TestContext.Current.CancellationToken);

        Assert.Equal(0, (await run.RunAsync()).ExitCode);
        Assert.Equal(text, Assert.Single(run.Rows("a.txt")).Source);
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_one_line()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read everything");
        if (OperatingSystem.IsWindows()) return;
        using RunCase run = new();
        run.Article("good.txt", 1, 2);
        File.SetUnixFileMode(run.Article("secret.txt", 1, 2), UnixFileMode.None);

        var (exitCode, _, error) = await run.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("secret.txt: error AR014", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_one_line_and_exit_1()
    {
        using RunCase run = new();
        run.Article("good.txt", 1, 2);

        var (exitCode, output, error) = await run.RunAsync(run.File("none.txt"));

        Assert.Equal(1, exitCode);
        Assert.Contains("AR001", error, StringComparison.Ordinal);
        Assert.Contains("good.txt.xlsx", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_a_translator_touched_is_left_alone()
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);
        await run.RunAsync();
        var workbook = Path.Combine(run.Output, "a.txt.xlsx");
        using (var zip = ZipFile.Open(workbook, ZipArchiveMode.Update)) zip.CreateEntry("xl/comments1.xml");
        var before = await File.ReadAllBytesAsync(workbook, TestContext.Current.CancellationToken);

        var (exitCode, output, error) = await run.RunAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("a.txt.2.xlsx", output, StringComparison.Ordinal);
        Assert.Contains("left alone", error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(workbook, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--to xx", 2, "--to xx")]
    [InlineData("--to english", 2, "--to english")]
    [InlineData("--from 4", 2, "--from 4")]
    [InlineData("--engine bing", 2, "--engine bing")]
    [InlineData("--engine azure", 2, "AZURE_TRANSLATOR_KEY")]
    [InlineData("--output a-file", 2, "--output")]
    [InlineData("--memory a-file", 1, "not a translation memory")]
    [InlineData("--segmentation a-file", 2, "SG00")]
    [InlineData("--glossary a-file", 1, "glossary")]
    public async Task A_wrong_option_or_file_ends_the_run_at_once_with_one_line(string option, int exitCode, string says)
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);
        var file = run.Write("a-file", "this is only text, of no use to anyone who runs it\n");
        var arguments = option.Replace("a-file", file, StringComparison.Ordinal).Split(' ');

        var result = await run.RunAsync(arguments);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("{ \"to\": ")]
    [InlineData("[]")]
    [InlineData("{ \"azureKey\": \"4711\" }")]
    [InlineData("{ \"minMatch\": \"many\" }")]
    public async Task Faulty_settings_are_named_with_their_file_or_name(string json)
    {
        using RunCase run = new();
        run.Article("a.txt", 1, 2);
        run.Write("translate.json", json);

        var (exitCode, _, error) = await run.RunAsync();

        Assert.Equal(2, exitCode);
        Assert.Matches("translate.json|minMatch", error);
        Assert.DoesNotContain("4711", error, StringComparison.Ordinal);
    }

    static byte[] Noise()
    {
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
