namespace Translate.Checks;

/// <summary>CMP-001: there is no translation.</summary>
static class EmptyTargetCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(pair.Target) && !string.IsNullOrWhiteSpace(pair.Source))
            findings.Add(new("CMP-001", Severity.Error, "the target is empty; translate the segment", new(0, pair.Source.Length), new(0, pair.Target.Length)));
    }
}
