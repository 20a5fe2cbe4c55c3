using Spectre.Console;

namespace Translate.Cli;

/// <summary>Where people are spoken to. Results go to standard output, everything else here.</summary>
static class Terminal
{
    /// <summary>Standard error; never wraps a line that is no table, so that editors can jump from it.</summary>
    /// <param name="error">Standard error, or what stands in for it.</param>
    public static IAnsiConsole On(TextWriter error)
    {
        var plain = Console.IsErrorRedirected || error != Console.Error;
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(error), Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect });
        if (plain) console.Profile.Width = 160;
        return console;
    }

    /// <summary>One line, as it is.</summary>
    public static void WriteLine(this IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);
}
