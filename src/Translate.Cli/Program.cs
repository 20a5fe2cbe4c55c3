using System.CommandLine;

RootCommand root = new("Translates articles into bilingual workbooks, checks them, and takes reviewed workbooks back.")
{
    CheckCommand.Create(),
    ReviewCommand.Create(),
    GlossaryCommand.Create(),
    TextCommand.Create(),
};

var parsed = root.Parse(args);
var exitCode = await parsed.InvokeAsync();

// The parser answers bad usage with 1, which here means "files need mending".
return parsed.Errors.Count > 0 ? 2 : exitCode;
