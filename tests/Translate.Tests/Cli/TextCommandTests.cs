using System.Text.Json;

namespace Translate.Tests.Cli;

public class TextCommandTests
{
    [Theory]
    [InlineData("convert --to xx", "xx")]
    [InlineData("convert", "--to")]
    public void Wrong_usage_names_the_option(string line, string named) =>
        Assert.Contains(named, TextCommand.Create().Parse(line).Errors[0].Message, StringComparison.Ordinal);

    [Fact]
    public void Conversion_as_json_has_the_places_of_each_change()
    {
        using TemporaryFolder folder = new();

        var (exitCode, output) = Run("convert", folder.Write("a.txt", "用U盘。"), "--to", "zh-TW", "--json");

        var result = JsonElement.Parse(output)[0];
        Assert.Equal(0, exitCode);
        Assert.Equal("用隨身碟。", result.GetProperty("text").GetString());
        Assert.Equal("U盘", result.GetProperty("changes")[0].GetProperty("source").GetString());
        Assert.Equal((1, 3), (result.GetProperty("changes")[0].GetProperty("start").GetInt32(), result.GetProperty("changes")[0].GetProperty("end").GetInt32()));
    }

    [Fact]
    public void Segments_come_one_a_line_and_unreadable_files_are_named()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(folder.File("b.txt"), [0xB0, 0xA1]);

        var (exitCode, output) = Run("segment", folder.Write("a.txt", "One.\nTwo. 三。四。"), folder.File("b.txt"));

        Assert.Equal(1, exitCode);
        Assert.Equal("One.\nTwo.\n三。\n四。\n", output);
    }

    [Fact]
    public void Cleaning_as_json_has_repairs_and_left_out_parts_with_their_places()
    {
        using TemporaryFolder folder = new();
        var text = "大模型落地之年\n來源：某網\n當(dāng)前，大模型正在走進工廠。\n";

        var (exitCode, output) = Run("clean", folder.Write("a.txt", text), "--json");

        var result = JsonElement.Parse(output)[0];
        Assert.Equal(0, exitCode);
        Assert.Equal("大模型落地之年\n當前，大模型正在走進工廠。\n", result.GetProperty("text").GetString());
        Assert.Equal(text.IndexOf("來源", StringComparison.Ordinal), result.GetProperty("leftOut")[0].GetProperty("start").GetInt32());
        var repair = result.GetProperty("repairs")[0];
        Assert.Equal("(dāng)", text[repair.GetProperty("start").GetInt32()..repair.GetProperty("end").GetInt32()]);
    }

    static (int ExitCode, string Output) Run(params string[] arguments)
    {
        using StringWriter output = new();
        var exitCode = TextCommand.Create().Parse(arguments).Invoke(new() { Output = output });
        return (exitCode, output.ToString());
    }
}
