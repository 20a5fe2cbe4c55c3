using Translate.Cli;
using Translate.FakeServices;
using Translate.Tests.Engines;

namespace Translate.Tests.Cli;

public class DoctorCommandTests
{
    [Fact]
    public async Task Without_an_engine_everything_is_fine_and_it_says_what_to_set()
    {
        using TemporaryFolder folder = new();

        var (exitCode, output) = await RunAsync(folder, []);

        Assert.Equal(0, exitCode);
        Assert.Contains("AZURE_TRANSLATOR_KEY", output, StringComparison.Ordinal);
        Assert.DoesNotContain("MEND", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_answers_is_fine_and_no_key_is_printed()
    {
        await using var azure = Ask.Azure(options => options.Keys[0] = new("planted-key-4711"));
        using TemporaryFolder folder = new();

        var (exitCode, output) = await RunAsync(folder, Azure(azure, "planted-key-4711"), "--ask");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"ok +service +answers", output);
        Assert.DoesNotContain("4711", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_key_is_said_with_what_to_check()
    {
        await using var azure = Ask.Azure();
        using TemporaryFolder folder = new();

        var (exitCode, output) = await RunAsync(folder, Azure(azure, "planted-key-4711"), "--ask", "--json");

        Assert.Equal(3, exitCode);
        Assert.Contains("check AZURE_TRANSLATOR_KEY", output, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("translate.json", "{ \"azureKey\": \"4711\" }", "settings")]
    [InlineData("translate.json", "{ \"engine\": \"bing\" }", "engine")]
    [InlineData("translate.db", "this is no memory, only a line of text of some length", "memory")]
    public async Task What_is_wrong_in_the_folder_is_named(string file, string content, string what)
    {
        using TemporaryFolder folder = new();
        folder.Write(file, content);

        var (exitCode, output) = await RunAsync(folder, []);

        Assert.Equal(2, exitCode);
        Assert.Contains(output.Split('\n'), line => line.StartsWith($"MEND  {what}", StringComparison.Ordinal));
        Assert.DoesNotContain("4711", output, StringComparison.Ordinal);
    }

    static Dictionary<string, string> Azure(FakeServer service, string key) =>
        new() { ["AZURE_TRANSLATOR_ENDPOINT"] = service.Url.ToString(), ["AZURE_TRANSLATOR_KEY"] = key };

    static async Task<(int ExitCode, string Output)> RunAsync(TemporaryFolder folder, Dictionary<string, string> environment, params string[] arguments)
    {
        using StringWriter output = new();
        var exitCode = await DoctorCommand.Create(folder.Path, environment.GetValueOrDefault).Parse(arguments)
            .InvokeAsync(new() { Output = output, Error = output }, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }
}
