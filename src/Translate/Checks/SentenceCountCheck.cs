namespace Translate.Checks;

/// <summary>CMP-010: far fewer or far more sentences than the source has.</summary>
static class SentenceCountCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var (source, target) = (Count(pair.Source), Count(pair.Target));
        if (Math.Abs(source - target) < 3 || Math.Max(source, target) < 2 * Math.Min(source, target)) return;

        // Good translators join and split sentences; something is lost or added only where the length says so too.
        var ratio = LengthCheck.Ratio(pair);
        if (target < source ? ratio > 0.85 : ratio < 1.2) return;
        findings.Add(new("CMP-010", Severity.Information, FormattableString.Invariant($"the source has {source} sentences, the target {target}; see whether some are missing or too many"),
            new(0, pair.Source.Length), new(0, pair.Target.Length)));
    }

    static int Count(string text)
    {
        var count = 0;
        var open = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsLetterOrDigit(text[at])) open = true;
            var ends = text[at] is '。' or '！' or '？' or '!' or '?' or '…' || text[at] is '.' && at > 1 && (char.IsLetter(text[at - 1]) && char.IsLetter(text[at - 2]) || text[at - 1] is '$' or ')' or '`' or '}' or '"' or '”')
                && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is '”' or '"' or ')');
            if (!ends || !open) continue;
            count++;
            open = false;
        }

        return count + (open ? 1 : 0);
    }
}
