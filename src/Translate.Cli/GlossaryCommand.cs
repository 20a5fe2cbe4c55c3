using System.CommandLine;

/// <summary>Everything for those who tend a glossary.</summary>
static class GlossaryCommand
{
    public static Command Create() => new("glossary", "Check, search, compare and exchange glossaries.")
    {
        GlossaryLintCommand.Create(),
        GlossaryFindCommand.Create(),
        GlossaryStatsCommand.Create(),
        GlossaryDiffCommand.Create(),
        GlossaryImportCommand.Create(),
        GlossaryExportCommand.Create(),
        GlossaryExtractCommand.Create(),
    };
}
