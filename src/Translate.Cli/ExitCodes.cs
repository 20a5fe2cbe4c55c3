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
        EngineException => 3,
        _ => null,
    };
}
