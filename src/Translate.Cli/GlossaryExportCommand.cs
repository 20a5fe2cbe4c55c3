using System.CommandLine;
using Translate.Glossaries;

/// <summary>A glossary for Excel, for other tools and for engines.</summary>
static class GlossaryExportCommand
{
    public static Command Create()
    {
        Argument<FileInfo> output = new("output") { Description = "File to write: .csv, .xlsx, .tbx, .tmx, .tsv (Azure), or any name with --format." };
        var glossary = GlossaryInput.CreateOption();
        var noCurated = GlossaryInput.CreateNoCurated();
        Option<ExchangeFormat?> format = new("--format") { Description = "Format, when the name does not say it." };
        Option<string> from = new("--from") { Description = "Source language of a file of pairs.", DefaultValueFactory = _ => "zh" };
        Option<string> to = new("--to") { Description = "Target language of a file of pairs.", DefaultValueFactory = _ => "en" };
        Command command = new("export", "Write a glossary in another format; what the format cannot say is reported. Example: translate glossary export terms.xlsx -g glossary/models.csv --no-curated") { output, glossary, noCurated, format, from, to };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var path = parsed.GetRequiredValue(output).FullName;
            if ((parsed.GetValue(format) ?? GlossaryExchange.FormatOf(path)) is not { } kind)
            {
                streams.Error.WriteLine($"{path}: the name does not say the format; add --format csv, xlsx, tbx, tmx, azuretsv or deeplcsv");
                return 2;
            }

            if (GlossaryInput.Read(parsed.GetValue(glossary), parsed.GetValue(noCurated), streams.Error) is not { } read) return 1;
            var table = GlossaryExchange.ToTable(read.Entries, Path.GetFileName(path));
            using (var stream = File.Create(path))
                foreach (var loss in GlossaryExchange.Write(table, stream, kind, new(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to)))) streams.Error.WriteLine(loss);
            streams.Error.WriteLine($"{path}: {read.Entries.Count:N0} concepts");
            return 0;
        });
        return command;
    }
}
