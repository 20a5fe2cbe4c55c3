using Spectre.Console;

namespace Translate.Cli;

/// <summary>Where people are spoken to. Results go to standard output, everything else here.</summary>
static class Terminal
{
    /// <summary>Standard error; never wraps a line that is no table, so that editors can jump from it.</summary>
    public static IAnsiConsole Errors { get; } = Create();

    static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error), Interactive = Console.IsErrorRedirected ? InteractionSupport.No : InteractionSupport.Detect });
        if (Console.IsErrorRedirected) console.Profile.Width = 160;
        return console;
    }

    /// <summary>One line, as it is.</summary>
    public static void WriteLine(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);
}
