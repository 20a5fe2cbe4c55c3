using System.CommandLine;
using Translate;
using Translate.Glossaries;

/// <summary>Glossaries from other programs, or back from Excel.</summary>
static class GlossaryImportCommand
{
    public static Command Create()
    {
        Argument<FileInfo> file = new("file") { Description = ".csv, .xlsx, .tbx, .tmx, .tsv (Azure), or DeepL's CSV with --format deeplcsv." };
        Option<FileInfo> output = new("--output", "-o") { Description = "Glossary file to write (.csv); absent: standard output." };
        Option<FileInfo> @base = new("--base") { Description = "The glossary that the file was exported from; every change against it is reported." };
        Option<ExchangeFormat?> format = new("--format") { Description = "Format, when the name does not say it." };
        Option<string> from = new("--from") { Description = "Source language of a file of pairs.", DefaultValueFactory = _ => "zh" };
        Option<string> to = new("--to") { Description = "Target language of a file of pairs.", DefaultValueFactory = _ => "en" };
        Option<bool> skip = new("--skip-bad-terms") { Description = "Take what can be read although something cannot." };
        Command command = new("import", "Make a glossary CSV of another program's file. Example: translate glossary import terms.tbx -o glossary/terms.csv") { file, output, @base, format, from, to, skip };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var path = parsed.GetRequiredValue(file).FullName;
            if ((parsed.GetValue(format) ?? GlossaryExchange.FormatOf(path)) is not { } kind)
            {
                streams.Error.WriteLine($"{path}: the name does not say the format; add --format csv, xlsx, tbx, tmx, azuretsv or deeplcsv");
                return 2;
            }

            List<Problem> problems = [];
            List<string> losses = [];
            var table = Read(path, kind, new(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to)), problems, losses);
            if (table is not null) table = GlossaryFixer.WithIds(table);
            var entries = table is null ? [] : GlossaryFile.ToEntries(table, problems);
            foreach (var problem in problems) streams.Error.WriteLine(problem);
            foreach (var loss in losses) streams.Error.WriteLine($"{path}: {loss}");
            if (table is null || problems.Count > 0 && !parsed.GetValue(skip)) return 1;
            if (parsed.GetValue(@base) is { } before)
            {
                List<Problem> inBase = [];
                var old = GlossaryFile.ReadTable(before.FullName, inBase);
                foreach (var problem in inBase) streams.Error.WriteLine(problem);
                if (old is null) return 1;
                foreach (var change in TableDifference.Between(old, table)) streams.Error.WriteLine(Say(change));
            }

            if (parsed.GetValue(output) is { } target) GlossaryFile.Write(target.FullName, table with { File = target.FullName });
            else GlossaryFile.Write(streams.Output, table);
            streams.Error.WriteLine($"{entries.Count:N0} concepts{(problems.Count > 0 ? $", {problems.Count:N0} problems passed over" : "")}");
            return 0;
        });
        return command;
    }

    static GlossaryTable? Read(string path, ExchangeFormat format, LanguagePair pair, List<Problem> problems, List<string> losses)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return GlossaryExchange.Read(stream, path, format, pair, problems, losses);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new("GL001", path, 0, "cannot be read; check the name and who may read it"));
            return null;
        }
    }

    static string Say(TableDifference change) =>
        change.Column.Length > 0 ? $"{change.Id}: {change.Column}: '{change.Before}' > '{change.After}'"
        : change.Before.Length == 0 ? $"{change.Id}: new: {change.After}" : $"{change.Id}: gone: {change.Before}";
}
