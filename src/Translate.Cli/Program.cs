using System.CommandLine;
using Translate.Cli;

var run = RunCommand.Create();
RootCommand root = new("Translates articles into bilingual workbooks, checks them, and takes reviewed workbooks back.")
{
    run,
    CheckCommand.Create(),
    ReviewCommand.Create(),
    GlossaryCommand.Create(),
    MemoryCommand.Create(),
    TextCommand.Create(),
    DoctorCommand.Create(),
};

var parsed = root.Parse(args);
// Only a run has something on its way that is worth finishing; every other command ends at once, as usual.
using var interruption = parsed.CommandResult.Command == run ? new Interruption() : null;
var stop = interruption?.Token ?? CancellationToken.None;
try
{
    var exitCode = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop);
    // The parser answers bad usage with 1, which here means "files need mending".
    return parsed.Errors.Count > 0 ? 2 : exitCode;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (Exception fault) when (ExitCodes.For(fault) is { } code)
{
    Console.Error.WriteLine(ExitCodes.Says(fault));
    return code;
}
