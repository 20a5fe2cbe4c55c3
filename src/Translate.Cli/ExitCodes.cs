using Microsoft.Data.Sqlite;
using Translate.Engines;
using Translate.Memory;
using Translate.Segments;

namespace Translate.Cli;

/// <summary>Which exit code a fault ends with; faults of our own have none and crash.</summary>
static class ExitCodes
{
    public static int? For(Exception fault) => fault switch
    {
        GlossaryException or MemoryFileException => 1,
        UsageException or EngineSettingException or SegmentationException => 2,
        EngineException or SqliteException => 3,
        _ => null,
    };

    /// <summary>The one line that people are told.</summary>
    public static string Says(Exception fault) =>
        fault is SqliteException database ? MemoryDatabase.Explain("the memory", database) : fault.Message;
}
