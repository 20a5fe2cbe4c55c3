using Translate.Glossaries;

namespace Translate.Checks;

/// <summary>TRM-004 and TRM-005: one article's way with each term, from its first segment to its last.</summary>
sealed class TermUse
{
    sealed class Use
    {
        public string Form = "";
        public string Written = "";
        public string Place = "";
        public bool IsIntroduced;
        public bool IsShortFirst;
    }

    readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);

    /// <summary>Looks at the next segment.</summary>
    /// <param name="pair">The segment.</param>
    /// <param name="place">How messages name it.</param>
    public List<Finding> Add(CheckedPair pair, string place)
    {
        List<Finding> findings = [];
        foreach (var verdict in pair.Verdicts)
        {
            if (verdict.Target is not { } range || verdict.Status is not (TermStatus.Preferred or TermStatus.Admitted) || verdict.Match.Number is not null || verdict.Match.Entry.Keep) continue;
            if (!_uses.TryGetValue(verdict.Match.Entry.Id, out var use)) _uses[verdict.Match.Entry.Id] = use = new();
            if (IsShort(verdict.Found)) AddShort(pair, verdict, use, findings);
            else AddFull(pair, verdict, range, use, place, findings);
        }

        return findings;
    }

    static void AddFull(CheckedPair pair, TermVerdict verdict, TextRange range, Use use, string place, List<Finding> findings)
    {
        var form = Normal(verdict.Found, pair.TargetIsHan);
        if (use.Form.Length == 0) (use.Form, use.Written, use.Place) = (form, verdict.Found, place);
        else if (use.Form != form)
            findings.Add(new("TRM-004", Severity.Information, $"“{verdict.Match.Range.In(pair.Source)}” is “{verdict.Found}” here and “{use.Written}” in {use.Place}; keep to one", verdict.Match.Range, range));
        if (!IsFollowedByShort(pair.Target, range.End)) return;
        if (use.IsIntroduced)
            findings.Add(new("TRM-005", Severity.Information, $"the abbreviation of “{verdict.Found}” is introduced again; write the abbreviation alone", verdict.Match.Range, range));
        use.IsIntroduced = true;
    }

    /// <summary>An abbreviation for what the source writes out wants its full form once before it.</summary>
    static void AddShort(CheckedPair pair, TermVerdict verdict, Use use, List<Finding> findings)
    {
        var full = verdict.Match.Admitted.Prepend(verdict.Match.Required).FirstOrDefault(form => form.Length > 0 && !IsShort(form));
        if (full is null || use.Form.Length > 0 || use.IsShortFirst || IsShort(verdict.Match.Range.In(pair.Source)) || pair.Target.Contains(full, StringComparison.OrdinalIgnoreCase)) return;
        use.IsShortFirst = true;
        findings.Add(new("TRM-005", Severity.Information, $"“{verdict.Found}” is used before it is introduced; write “{full} ({verdict.Found})” here", verdict.Match.Range, verdict.Target));
    }

    static bool IsShort(string form) => form.Length is >= 2 and <= 6 && form.AsSpan().TrimEnd('s').IndexOfAnyExceptInRange('A', 'Z') < 0;

    static bool IsFollowedByShort(string text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not ('(' or '（')) return false;
        var end = text.AsSpan(at).IndexOfAny(")）");
        return end > 1 && IsShort(text.Substring(at + 1, end - 1));
    }

    /// <summary>Letter case and the plural do not make another form.</summary>
    static string Normal(string form, bool han)
    {
        if (han) return form.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var words = form.ToLowerInvariant().Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select(word => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word));
    }
}
