namespace Translate.Checks;

/// <summary>Runs all checks on translations.</summary>
/// <param name="options">What is reported.</param>
/// <remarks>Keeps nothing between calls; one checker may serve several threads.</remarks>
public sealed class Checker(CheckOptions options)
{
    delegate void Look(CheckedPair pair, List<Finding> findings);

    // In the order in which a reviewer wants to read them.
    static readonly Look[] s_onFilled =
    [
        SameAsSourceCheck.Run, LeftOverScriptCheck.Run, UntranslatedWordsCheck.Run, NumberCheck.Run,
        KeptThingsCheck.Run, TagCheck.Run, LostNamesCheck.Run, ForeignWordsCheck.Run,
        LengthCheck.Run, RepeatedWordsCheck.Run,
        WidthCheck.Run, PairedMarksCheck.Run, QuoteKindCheck.Run, DotsAndDashesCheck.Run, ScriptMixtureCheck.Run,
        InvisibleCheck.Run, SpaceCheck.Run, EndMarkCheck.Run,
    ];

    /// <summary>What is wrong, or may be, with one translation; worst first.</summary>
    public IReadOnlyList<Finding> Check(CheckInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        List<Finding> findings = [];
        CheckedPair pair = new(input, options);
        EmptyTargetCheck.Run(pair, findings);
        SourceFaultCheck.Run(pair, findings);
        SourceNumberCheck.Run(pair, findings);
        if (!string.IsNullOrWhiteSpace(pair.Target))
            foreach (var check in s_onFilled) check(pair, findings);
        return Reported(findings, input);
    }

    /// <summary>Findings on every segment of an article, those included that only show across segments.</summary>
    /// <param name="inputs">The article's segments in order.</param>
    public IReadOnlyList<IReadOnlyList<Finding>> CheckArticle(IReadOnlyList<CheckInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var findings = inputs.Select(input => Check(input).ToList()).ToList();
        BatchConsistency consistency = new(inputs.Count);
        for (var i = 0; i < inputs.Count; i++)
            findings[i].AddRange(Keep(consistency.Add(inputs[i], FormattableString.Invariant($"segment {(inputs[i].Id.Length > 0 ? inputs[i].Id : i + 1)}")), inputs[i]));
        return findings;
    }

    /// <summary>Those of some findings that are to be reported, worst first: for findings from elsewhere, such as <see cref="BatchConsistency"/>.</summary>
    public IReadOnlyList<Finding> Keep(IReadOnlyList<Finding> findings, CheckInput input) => findings.Count == 0 ? findings : Reported([.. findings], input);

    List<Finding> Reported(List<Finding> findings, CheckInput input)
    {
        if (findings.Count == 0) return findings;
        findings.RemoveAll(finding => finding.Severity < options.Least
            || options.Off.Any(off => Suppressions.Covers(off, finding.Code)) || options.Suppressions.Silence(finding, input));
        Cap(findings);
        return findings.Count < 2 ? findings : [.. findings.OrderByDescending(finding => finding.Severity)];
    }

    /// <summary>Leaves the first few findings of a code; the last of them says how many more there are.</summary>
    void Cap(List<Finding> findings)
    {
        if (findings.Count <= options.MostPerCode) return;
        foreach (var group in findings.GroupBy(finding => finding.Code).Where(group => group.Count() > options.MostPerCode).ToList())
        {
            var last = group.ElementAt(options.MostPerCode - 1);
            var more = group.Count() - options.MostPerCode;
            foreach (var finding in group.Skip(options.MostPerCode).ToList()) findings.Remove(finding);
            findings[findings.LastIndexOf(last)] = last with { Message = FormattableString.Invariant($"{last.Message} (and {more} more of {last.Code} here)") };
        }
    }
}
