using System.Text.Json;
using Spectre.Console;
using Translate.Scripts;

/// <summary>OpenCC's own test cases, by configuration.</summary>
static class OpenCCEvaluation
{
    public static void Print()
    {
        using var json = JsonDocument.Parse(OpenCCPackage.Get("test-data/testcases.json"), new() { AllowTrailingCommas = true });
        var cases = (from test in json.RootElement.GetProperty("cases").EnumerateArray()
                     from expected in test.GetProperty("expected").EnumerateObject()
                     let converted = ScriptConverter.Get(expected.Name).Convert(test.GetProperty("input").GetString()!)
                     group converted == expected.Value.GetString() by expected.Name into configuration
                     orderby configuration.Key
                     select configuration).ToList();
        var table = new Table().Title("OpenCC: cases that ship with the data").AddColumns("Configuration", "Cases", "Right");
        foreach (var configuration in cases)
            table.AddRow(configuration.Key, $"{configuration.Count()}", $"{configuration.Count(right => right)}");
        table.AddRow("all", $"{cases.Sum(configuration => configuration.Count())}", $"{cases.Sum(configuration => configuration.Count(right => right))}");
        AnsiConsole.Write(table);
    }
}
