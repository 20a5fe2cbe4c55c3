using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Translate.Scripts;
using Translate.Segments;

/// <summary>Text cut into segments.</summary>
static class TextSegmentCommand
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "UTF-8 text files; - for standard input (default).", DefaultValueFactory = _ => ["-"] };
        Option<string?> from = new("--from") { Description = "Language of the text (default: detected)." };
        Option<FileInfo?> srx = new("--segmentation") { Description = "SRX 2.0 file with your own rules." };
        Option<bool> semicolons = new("--split-at-semicolons") { Description = "Let ； end a segment." };
        Option<bool> json = new("--json") { Description = "Print segments with their places in UTF-16 units." };
        Command command = new("segment", "Cut text into segments, one a line. Example: translate text segment article.txt") { files, from, srx, semicolons, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            try
            {
                if (Choose(parsed.GetValue(srx), parsed.GetValue(semicolons), streams.Error) is { } segmenter)
                    return Segment(streams, segmenter, parsed.GetRequiredValue(files), parsed.GetValue(from), parsed.GetValue(json));
            }
            catch (SegmentationException fault)
            {
                streams.Error.WriteLine(fault.Message);
            }

            return 2;
        });
        return command;
    }

    static Segmenter? Choose(FileInfo? srx, bool atSemicolons, TextWriter error)
    {
        if (srx is null) return Segmenter.WithSemicolons(atSemicolons ? Semicolons.End : Semicolons.Inside);
        var segmenter = Segmenter.FromSrx(srx.ToString(), out var problem);
        if (segmenter is null) error.WriteLine(problem);
        return segmenter;
    }

    static int Segment(InvocationConfiguration streams, Segmenter segmenter, string[] files, string? language, bool json)
    {
        var (inputs, exitCode) = TextInput.ReadAll(files, streams.Error);
        var results = inputs.Select(input => Segment(segmenter, input, language)).ToList();
        streams.Output.Write(json
            ? JsonSerializer.Serialize(results, s_json) + '\n'
            : string.Concat(results.SelectMany(result => result.Segments).Select(segment => OnOneLine(segment.Text) + '\n')));
        return exitCode;
    }

    static Result Segment(Segmenter segmenter, TextInput input, string? language)
    {
        language ??= LanguageDetector.Detect(input.Text);
        var segments = segmenter.Split(input.Text, language).Select(range => new Piece(range.Start, range.End, range.In(input.Text)));
        return new(input.Name, language, [.. segments]);
    }

    static string OnOneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    sealed record Piece(int Start, int End, string Text);

    sealed record Result(string File, string Language, IReadOnlyList<Piece> Segments);
}
