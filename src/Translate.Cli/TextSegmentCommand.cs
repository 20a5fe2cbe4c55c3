using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Translate;
using Translate.Articles;
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
        Argument<string[]> files = new("files") { Description = "UTF-8 text files, or .md, .html, .docx, .xlsx, read as run reads them; - for standard input (default).", DefaultValueFactory = _ => ["-"] };
        Option<string?> column = new("--column") { Description = "The column of an .xlsx: its header or its letter." };
        Option<bool> keepAll = new("--keep-all") { Description = "Segment navigation, bylines and disclaimers of articles too." };
        Option<string?> from = new("--from") { Description = "Language of the text (default: detected)." };
        Option<FileInfo?> srx = new("--segmentation") { Description = "SRX 2.0 file with your own rules." };
        Option<bool> semicolons = new("--split-at-semicolons") { Description = "Let ； end a segment." };
        Option<bool> json = new("--json") { Description = "Print segments with their places in UTF-16 units: in the text; of an article in its decoded input, of .docx and .xlsx in the part that is named." };
        Command command = new("segment", "Cut text into segments, one a line. Example: translate text segment article.txt") { files, from, srx, semicolons, column, keepAll, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            try
            {
                if (Choose(parsed.GetValue(srx), parsed.GetValue(semicolons), streams.Error) is { } segmenter)
                    return Segment(streams, segmenter, parsed.GetRequiredValue(files), parsed.GetValue(from),
                        new(KeepAll: parsed.GetValue(keepAll), Column: parsed.GetValue(column)), parsed.GetValue(json));
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

    static int Segment(InvocationConfiguration streams, Segmenter segmenter, string[] files, string? language, ReadingOptions options, bool json)
    {
        List<Result> results = [];
        var exitCode = 0;
        foreach (var file in files)
        {
            if (IsArticle(file))
            {
                if (ArticleReader.Read(file, file, options, out var problem) is { } article) results.Add(Segment(segmenter, article, language));
                else exitCode = Say(problem);
            }
            else
            {
                var (inputs, code) = TextInput.ReadAll([file], streams.Error);
                results.AddRange(inputs.Select(input => Segment(segmenter, input, language)));
                exitCode = Math.Max(exitCode, code);
            }
        }

        streams.Output.Write(json
            ? JsonSerializer.Serialize(results, s_json) + '\n'
            : string.Concat(results.SelectMany(result => result.Segments).Select(segment => OnOneLine(segment.Text) + '\n')));
        return exitCode;

        int Say(Problem? problem)
        {
            streams.Error.WriteLine(problem);
            return 1;
        }
    }

    /// <summary>A plain text is cut as it stands, so that its places are those of the file; everything else is read first.</summary>
    static bool IsArticle(string file) =>
        ArticleFinder.Extensions.TryGetValue(Path.GetExtension(file), out var format) && format != ArticleFormat.Text;

    static Result Segment(Segmenter segmenter, TextInput input, string? language)
    {
        language ??= LanguageDetector.Detect(input.Text);
        var segments = segmenter.Split(input.Text, language).Select(range => new Piece(range.Start, range.End, range.In(input.Text), null));
        return new(input.Name, language, [.. segments]);
    }

    static Result Segment(Segmenter segmenter, Article article, string? language)
    {
        language ??= article.Language;
        var segments =
            from block in article.Blocks
            from segment in segmenter.Split(block, language)
            let place = block.Map.ToInput(segment.Range)
            select new Piece(place.Start, place.End, segment.Source, block.Part.Length > 0 ? block.Part : null);
        return new(article.Path, language, [.. segments]);
    }

    static string OnOneLine(string text) => string.Join(' ', text.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    sealed record Piece(int Start, int End, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Part);

    sealed record Result(string File, string Language, IReadOnlyList<Piece> Segments);
}
