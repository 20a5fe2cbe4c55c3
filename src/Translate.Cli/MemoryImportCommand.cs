using System.CommandLine;
using Translate;
using Translate.Memory;

/// <summary>Brings TMX and XLIFF files into the memory.</summary>
static class MemoryImportCommand
{
    public static Command Create()
    {
        Argument<string[]> files = new("files") { Description = "TMX files (.tmx) or reviewed XLIFF files (.xlf, .xliff).", Arity = ArgumentArity.OneOrMore };
        var memory = MemoryCommand.CreateFile();
        Option<string> person = new("--person") { Description = "Who imports them; kept with the import.", DefaultValueFactory = _ => "" };
        var json = MemoryCommand.CreateJson();
        Command command = new("import", "Add the pairs of files to the memory; each file can be undone by its number. Example: translate memory import house.tmx --memory translate.db") { files, memory, person, json };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            List<Problem> problems = [];
            List<MemoryImport> imports = [];
            using var opened = TranslationMemory.Open(parsed.GetRequiredValue(memory));
            foreach (var file in parsed.GetRequiredValue(files))
            {
                if (Import(opened, file, parsed.GetRequiredValue(person), problems) is not { } import) continue;
                imports.Add(import);
                // Said at once: should a later file end the command, this one is in the memory all the same.
                if (!parsed.GetValue(json)) streams.Output.WriteLine(Line(import));
            }

            if (parsed.GetValue(json)) MemoryCommand.Print(streams.Output, imports);
            foreach (var problem in problems) streams.Error.WriteLine(problem);
            return problems.Count > 0 ? 1 : 0;
        });
        return command;
    }

    static string Line(MemoryImport import) => import.Id == 0
        ? $"{import.Source.Name}: no pairs in it"
        : $"{import.Source.Name}: {import.Added} added, {import.Known} there already; import {import.Id}, to undo it: translate memory undo {import.Id}";

    static MemoryImport? Import(TranslationMemory memory, string file, string person, List<Problem> problems)
    {
        var kind = Path.GetExtension(file).ToLowerInvariant() switch
        {
            ".tmx" => MemorySourceKind.Tmx,
            ".xlf" or ".xliff" => MemorySourceKind.Xliff,
            _ => MemorySourceKind.Other,
        };
        if (kind == MemorySourceKind.Other) problems.Add(new("TM004", file, 0, "cannot be imported; give .tmx, .xlf or .xliff"));
        else if (!File.Exists(file)) problems.Add(new("TM001", file, 0, "cannot be opened; check its name and permissions"));
        else
            return memory.Add(kind == MemorySourceKind.Tmx ? Tmx.Read(file, problems) : Xliff.ReadPairs(file, problems), new(kind, Path.GetFileName(file), person));
        return null;
    }
}
