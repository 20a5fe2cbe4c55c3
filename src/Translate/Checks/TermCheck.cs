using Translate.Glossaries;

namespace Translate.Checks;

/// <summary>TRM-001, TRM-002, TRM-003: terms that are missing, forbidden, or two concepts in one word, per occurrence.</summary>
static class TermCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        foreach (var verdict in pair.Verdicts)
        {
            var (match, term) = (verdict.Match, verdict.Match.Range.In(pair.Source));
            switch (verdict.Status)
            {
                case TermStatus.Missing when TakenBy(pair, verdict) is { } other:
                    findings.Add(new("TRM-003", Severity.Warning, $"“{other.Found}” stands for two terms of the source; for “{term}” write “{match.Required}”", match.Range, other.Target));
                    break;
                case TermStatus.Missing when verdict.IsRepeated:
                    findings.Add(new("TRM-001", Severity.Information, $"“{term}” stands here once more, but “{match.Required}” does not; see whether it was lost", match.Range));
                    break;
                case TermStatus.Missing:
                    findings.Add(new("TRM-001", Severity.Warning, $"“{term}” has none of its forms in the target; write “{match.Required}”{Others(match)}", match.Range));
                    break;
                case TermStatus.Forbidden:
                    findings.Add(new("TRM-002", Severity.Error, $"“{verdict.Found}” must not stand for “{term}”; write “{match.Required}”", match.Range, verdict.Target));
                    break;
                case TermStatus.Collapsed:
                    findings.Add(new("TRM-003", Severity.Warning, $"“{verdict.Found}” stands for two terms of the source; for “{term}” write “{match.Required}”", match.Range, verdict.Target));
                    break;
            }
        }
    }

    /// <summary>Another concept's word that stands in the target more often than that concept in the source: it was written for this one too.</summary>
    static TermVerdict? TakenBy(CheckedPair pair, TermVerdict missing)
    {
        foreach (var other in pair.Verdicts)
        {
            if (other.Found.Length < 2 || other.Target is null || other.Match.Entry.Id == missing.Match.Entry.Id || other.Match.Range == missing.Match.Range) continue;
            var wanted = pair.Verdicts.Count(verdict => verdict.Found.Equals(other.Found, StringComparison.OrdinalIgnoreCase));
            if (Count(pair.Target, other.Found) > wanted) return other;
        }

        return null;
    }

    static int Count(string text, string words)
    {
        var count = 0;
        for (var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase)) count++;
        return count;
    }

    static string Others(TermMatch match) => match.Admitted.Count == 0 ? "" : $" (or {string.Join(", ", match.Admitted.Take(3).Select(form => $"“{form}”"))})";
}
