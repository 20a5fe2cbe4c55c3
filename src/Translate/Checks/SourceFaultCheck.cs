using Translate.Articles;

namespace Translate.Checks;

/// <summary>SRC-001 and SRC-002: damage of the source that cleaning saw and did not mend, and words masked by whoever published it.</summary>
static class SourceFaultCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        foreach (var repair in pair.Input.Damage)
        {
            if (repair.State == RepairState.Applied) continue;
            var at = repair.Original.Length == 0 ? -1 : pair.Source.IndexOf(repair.Original, StringComparison.Ordinal);
            TextRange? range = at < 0 ? null : TextRange.At(at, repair.Original.Length);
            var masked = repair.Kind.Contains("mask", StringComparison.OrdinalIgnoreCase);
            var meant = repair.Replacement.Length > 0 ? $"; it may have been “{repair.Replacement}”" : "";
            var why = repair.Note.Length > 0 ? $" ({repair.Note})" : "";
            findings.Add(masked
                ? new("SRC-002", Severity.Information, $"the source masks a word: “{repair.Original}”{meant}; translate what is meant{why}", range)
                : new("SRC-001", Severity.Warning, $"the source is damaged at “{repair.Original}”{meant}; find out what stood there{why}", range));
        }

        if (pair.Input.Damage.Count > 0) return;
        var lost = pair.Source.IndexOf('\ufffd', StringComparison.Ordinal);
        if (lost >= 0 && !InvisibleCheck.IsMentioned(pair.Source, lost)) findings.Add(new("SRC-001", Severity.Warning, "the source has lost a character here (U+FFFD); find out what stood there", TextRange.At(lost, 1)));
    }
}
