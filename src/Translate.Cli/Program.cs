using System.CommandLine;
using Translate.Cli;

RootCommand root = new("Translates articles into bilingual workbooks, checks them, and takes reviewed workbooks back.")
{
    RunCommand.Create(),
    CheckCommand.Create(),
    ReviewCommand.Create(),
    GlossaryCommand.Create(),
    MemoryCommand.Create(),
    TextCommand.Create(),
    DoctorCommand.Create(),
};

using Interruption interruption = new();
var parsed = root.Parse(args);
try
{
    var exitCode = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interruption.Token);
    // The parser answers bad usage with 1, which here means "files need mending".
    return parsed.Errors.Count > 0 ? 2 : exitCode;
}
catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
{
    return 130;
}
catch (Exception fault) when (ExitCodes.For(fault) is { } code)
{
    Console.Error.WriteLine(fault.Message);
    return code;
}
