using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Translate.Articles;
using Translate.Glossaries;

namespace Translate.Cli;

/// <summary><c>translate text clean</c>: an article read and repaired, with everything that was done to it.</summary>
static class TextCleanCommand
{
    static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "Articles: .txt, .md, .html; - for standard input (default).", DefaultValueFactory = _ => ["-"] };
        Option<bool> keepAll = new("--keep-all") { Description = "Keep navigation, bylines and disclaimers in the text." };
        Option<bool> json = new("--json") { Description = "Print repairs and left-out parts with their places in the decoded input, in UTF-16 units." };
        Command command = new("clean", "Read articles and repair what was damaged. Example: translate text clean page.html --json") { files, keepAll, json };
        command.SetAction(parsed => Clean(parsed.InvocationConfiguration, parsed.GetRequiredValue(files), new(KeepAll: parsed.GetValue(keepAll)), parsed.GetValue(json)));
        return command;
    }

    static int Clean(InvocationConfiguration streams, string[] files, ReadingOptions options, bool json)
    {
        Cleaner cleaner = new(
            CleaningOptions.Default,
            Glossary.Curated.Entries.SelectMany(entry => entry.In("zh") is { } forms ? [forms.Preferred, .. forms.Variants] : Array.Empty<string>()));
        List<Result> results = [];
        var exitCode = 0;
        foreach (var file in files)
        {
            if (Read(file, options, out var problem) is { } article) results.Add(Result.From(cleaner.Clean(article)));
            else
            {
                streams.Error.WriteLine(problem);
                exitCode = 1;
            }
        }

        streams.Output.Write(json ? JsonSerializer.Serialize(results, s_json) + '\n' : string.Concat(results.Select(result => result.Text)));
        return exitCode;
    }

    static Article? Read(string file, ReadingOptions options, out Problem? problem)
    {
        if (file != "-") return ArticleReader.Read(file, file, options, out problem);
        using var input = Console.OpenStandardInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return ArticleReader.Read(bytes.ToArray(), "-", options, out problem);
    }

    sealed record Change(string Kind, RepairState State, int Block, int Start, int End, string Original, string Replacement, string Note);

    sealed record Part(string Reason, int Start, int End, string Text);

    sealed record Result(string File, string Language, string Encoding, string Text, IReadOnlyList<Change> Repairs, IReadOnlyList<Part> LeftOut)
    {
        public static Result From(Article article) => new(
            article.Path, article.Language, article.Encoding, string.Concat(article.Blocks.Select(block => block.Text + '\n')),
            [.. article.Repairs.Select(repair => new Change(
                repair.Kind, repair.State, repair.Block, repair.Range.Start, repair.Range.End, repair.Original, repair.Replacement, repair.Note))],
            [.. article.LeftOut.Select(part => new Part(part.Reason, part.Range.Start, part.Range.End, part.Text))]);
    }
}
