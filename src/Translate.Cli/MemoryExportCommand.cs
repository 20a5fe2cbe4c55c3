using System.CommandLine;
using Translate.Memory;

/// <summary>Writes the memory as TMX.</summary>
static class MemoryExportCommand
{
    public static Command Create()
    {
        Argument<string> file = new("file") { Description = "TMX file to write, or - for standard output." };
        var memory = MemoryCommand.CreateFile();
        Option<string?> from = new("--from") { Description = "Only this source language." };
        Option<string?> to = new("--to") { Description = "Only this target language." };
        Option<MemoryState> state = new("--state") { Description = "Only pairs at least this far: imported, edited, approved.", DefaultValueFactory = _ => MemoryState.Imported };
        Command command = new("export", "Write the memory as TMX 1.4b for other tools. Example: translate memory export house.tmx --state approved") { file, memory, from, to, state };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            if (MemoryCommand.OpenExisting(parsed.GetRequiredValue(memory), streams.Error) is not { } opened) return 2;
            using (opened)
            {
                var entries = opened.Entries(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(state));
                // The header names the most frequent source language; others say theirs in the unit.
                var language = opened.Counts().GroupBy(count => count.Pair.Source).OrderByDescending(group => group.Sum(count => count.Pairs)).FirstOrDefault()?.Key ?? "*all*";
                var written = parsed.GetRequiredValue(file) == "-" ? Tmx.Write(streams.Output, entries, language) : ToFile(parsed.GetRequiredValue(file), entries, language, streams.Error);
                if (written is null) return 1;
                streams.Error.WriteLine($"{written} pairs written");
                return 0;
            }
        });
        return command;
    }

    /// <summary>How many were written; <c>null</c> when the file cannot be, which is told.</summary>
    static int? ToFile(string path, IEnumerable<MemoryEntry> entries, string language, TextWriter error)
    {
        try
        {
            return Tmx.Write(path, entries, language);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{path}: error TM028: cannot be written; check that its folder exists, who may write there, and the disk's free space");
            return null;
        }
    }
}
