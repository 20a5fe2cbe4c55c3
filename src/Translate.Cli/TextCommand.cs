using System.CommandLine;
using Translate.Cli;

/// <summary>Each text stage by itself.</summary>
static class TextCommand
{
    public static Command Create() => new("text", "Run one text stage by itself: the text on stdout, --json for what was done.")
    {
        TextCleanCommand.Create(),
        TextConvertCommand.Create(),
        TextSegmentCommand.Create(),
    };
}
