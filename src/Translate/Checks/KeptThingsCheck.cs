namespace Translate.Checks;

/// <summary>KEEP-001, KEEP-002, KEEP-003, KEEP-007: addresses, code, placeholders, hashtags that are not the same on both sides.</summary>
static class KeptThingsCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var sources = KeptThings.In(pair.Source);
        var targets = KeptThings.In(pair.Target);
        if (sources.Count + targets.Count == 0) return;
        foreach (var thing in sources)
        {
            var text = thing.Range.In(pair.Source);
            if (Count(sources, pair.Source, text) <= CountText(pair.Target, Inner(text)) || thing.What == "file name" && pair.Target.Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
            findings.Add(new(thing.Code, Severity.Error, $"the {thing.What} “{text}” is not in the target as it stands in the source", thing.Range));
        }

        foreach (var thing in targets)
        {
            var text = thing.Range.In(pair.Target);
            if (!pair.Source.Contains(Inner(text), thing.What == "file name" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                findings.Add(new(thing.Code, Severity.Error, $"the {thing.What} “{text}” is not in the source", null, thing.Range));
        }
    }

    /// <summary>Backquotes may become quotation marks; what stands between them may not change.</summary>
    static string Inner(string text) => text.Trim('`');

    static int Count(List<KeptThings.Thing> things, string text, string what) => things.Count(thing => thing.Range.In(text) == what);

    static int CountText(string text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.Ordinal); at >= 0; at = text.IndexOf(what, at + what.Length, StringComparison.Ordinal))
            if (at + what.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + what.Length]) || !char.IsAsciiLetterOrDigit(what[^1])) count++;
        return count;
    }
}
