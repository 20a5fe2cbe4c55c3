using System.CommandLine;
using System.Globalization;
using Translate.Memory;

/// <summary>What a memory holds and where it came from.</summary>
static class MemoryStatsCommand
{
    public static Command Create()
    {
        var memory = MemoryCommand.CreateFile();
        var json = MemoryCommand.CreateJson();
        Command command = new("stats", "Show how many pairs a memory has, by language and state, and its imports. Example: translate memory stats --memory translate.db") { memory, json };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (MemoryCommand.OpenExisting(parsed.GetRequiredValue(memory), parsed.InvocationConfiguration.Error) is not { } opened) return 2;
            using (opened)
            {
                using AnswerStore answers = new(opened.Database);
                if (parsed.GetValue(json)) MemoryCommand.Print(output, new { Pairs = opened.Counts().Select(Count), Imports = opened.Imports(), Answers = answers.Count });
                else Print(output, opened, answers.Count);
                return 0;
            }
        });
        return command;
    }

    static object Count(MemoryCount count) => new { From = count.Pair.Source, To = count.Pair.Target, count.State, count.Pairs };

    static void Print(TextWriter output, TranslationMemory memory, long answers)
    {
        foreach (var count in memory.Counts())
            output.WriteLine($"{count.Pair}\t{count.State.ToString().ToLowerInvariant()}\t{count.Pairs.ToString("N0", CultureInfo.InvariantCulture)} pairs");
        output.WriteLine($"engine answers kept, never offered as matches\t\t{answers.ToString("N0", CultureInfo.InvariantCulture)}");
        foreach (var import in memory.Imports())
            output.WriteLine($"import {import.Id}\t{Day(import.Imported)}\t{import.Source.Name}\t{import.Source.Person}\t{import.Added} pairs{(import.Undone is { } undone ? $", undone {Day(undone)}" : "")}");
    }

    static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
