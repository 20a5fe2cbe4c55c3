using System.CommandLine;

/// <summary>Takes one import back.</summary>
static class MemoryUndoCommand
{
    public static Command Create()
    {
        Argument<long> import = new("import") { Description = "The import's number, as translate memory stats shows it." };
        var memory = MemoryCommand.CreateFile();
        Command command = new("undo", "Take back what one import brought; what another import brought too stays. Example: translate memory undo 7 --memory translate.db") { import, memory };
        command.SetAction(parsed =>
        {
            var streams = parsed.InvocationConfiguration;
            var number = parsed.GetRequiredValue(import);
            if (MemoryCommand.OpenExisting(parsed.GetRequiredValue(memory), streams.Error) is not { } opened) return 2;
            using (opened)
            {
                if (opened.Undo(number) is { } undo)
                {
                    streams.Output.WriteLine($"import {number} undone: {undo.Gone} pairs taken out{(undo.Kept > 0 ? $"; kept because other imports brought them too: {undo.Kept}" : "")}");
                    return 0;
                }

                streams.Error.WriteLine($"{parsed.GetRequiredValue(memory)}: error TM027: there is no import {number}, or it was undone before; translate memory stats lists them");
                return 2;
            }
        });
        return command;
    }
}
