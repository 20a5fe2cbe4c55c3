using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Translate;
using Translate.Scripts;

/// <summary>Chinese from one script or regional standard to another.</summary>
static class TextConvertCommand
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "UTF-8 text files; - for standard input (default).", DefaultValueFactory = _ => ["-"] };
        Option<string> to = new("--to")
        {
            Description = $"zh-Hans, zh-Hant, zh-TW or zh-HK, or one of OpenCC's configurations: {string.Join(", ", ScriptConverter.Names)}.",
            Required = true,
        };
        to.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } name && !ScriptConverter.IsTarget(name))
                result.AddError($"--to {name} is no Chinese to convert to; write zh-Hans, zh-Hant, zh-TW, zh-HK or one of {string.Join(", ", ScriptConverter.Names)}");
        });
        Option<bool> json = new("--json") { Description = "Print what was converted, with its places in both texts." };
        Command command = new("convert", "Convert Chinese text between scripts. Example: translate text convert article.txt --to zh-TW > article.tw.txt") { files, to, json };
        command.SetAction(parsed => Convert(parsed.InvocationConfiguration, parsed.GetRequiredValue(files), parsed.GetRequiredValue(to), parsed.GetValue(json)));
        return command;
    }

    static int Convert(InvocationConfiguration streams, string[] files, string to, bool json)
    {
        var (inputs, exitCode) = TextInput.ReadAll(files, streams.Error);
        var results = inputs.Select(input => Convert(input, to)).ToList();
        streams.Output.Write(json
            ? JsonSerializer.Serialize(results, s_json) + '\n'
            : string.Concat(results.Select(result => result.Text)));
        return exitCode;
    }

    static Result Convert(TextInput input, string to)
    {
        var converter = ScriptConverter.For(to, ScriptDetector.Detect(input.Text));
        var text = converter.Convert(input.Text, out var map);
        return new(input.Name, converter.Name, text, [.. Changes(input.Text, text, map)]);
    }

    static IEnumerable<Change> Changes(string before, string after, OffsetMap map)
    {
        for (int start = 0, end; start < after.Length; start = end)
        {
            for (end = start + 1; end < after.Length && map.ToInput(end) == map.ToInput(start);) end++;
            while (Differs(start, end) && end < after.Length && Differs(end, end + 1)) end++;
            if (Differs(start, end)) yield return Make(start, end);
        }

        Change Make(int start, int end)
        {
            var source = map.ToInput(new TextRange(start, end));
            return new(source.Start, source.End, source.In(before), start, end, after[start..end]);
        }

        bool Differs(int start, int end) => In(start, end) != after[start..end];
        string In(int start, int end) => map.ToInput(new TextRange(start, end)).In(before);
    }

    sealed record Change(int Start, int End, string Source, int TargetStart, int TargetEnd, string Target);

    sealed record Result(string File, string Configuration, string Text, IReadOnlyList<Change> Changes);
}
