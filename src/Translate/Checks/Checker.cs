namespace Translate.Checks;

/// <summary>Runs all checks on translations.</summary>
/// <param name="options">What is reported.</param>
/// <remarks>Keeps nothing between calls; one checker may serve several threads.</remarks>
public sealed class Checker(CheckOptions options)
{
    delegate void Rule(CheckedPair pair, List<Finding> findings);

    // In the order in which a reviewer wants to read them.
    static readonly Rule[] s_onFilled =
    [
        SameAsSourceCheck.Run, LeftOverScriptCheck.Run, UntranslatedWordsCheck.Run, NumberCheck.Run, TermCheck.Run,
        KeptThingsCheck.Run, TagCheck.Run, LostNamesCheck.Run, ForeignWordsCheck.Run,
        LengthCheck.Run, SentenceCountCheck.Run, RepeatedWordsCheck.Run,
        WidthCheck.Run, PairedMarksCheck.Run, QuoteKindCheck.Run, DotsAndDashesCheck.Run, ScriptMixtureCheck.Run,
        InvisibleCheck.Run, SpaceCheck.Run, EndMarkCheck.Run,
    ];

    /// <summary>What is wrong, or may be, with one translation; worst first.</summary>
    public IReadOnlyList<Finding> Check(CheckInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Reported(Look(new(input, options)), input);
    }

    /// <summary>Findings on every segment of an article, those included that only show across segments.</summary>
    /// <param name="inputs">The article's segments in order.</param>
    public IReadOnlyList<IReadOnlyList<Finding>> CheckArticle(IReadOnlyList<CheckInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        BatchConsistency consistency = new(inputs.Count);
        TermUse terms = new();
        ArticleNames names = new(inputs);
        List<IReadOnlyList<Finding>> all = new(inputs.Count);
        for (var i = 0; i < inputs.Count; i++)
        {
            CheckedPair pair = new(inputs[i], options);
            var place = FormattableString.Invariant($"segment {(inputs[i].Id.Length > 0 ? inputs[i].Id : i + 1)}");
            all.Add(Reported([.. Look(pair).Where(finding => !names.Explain(finding, inputs[i])), .. terms.Add(pair, place), .. consistency.Add(inputs[i], place)], inputs[i]));
        }

        return all;
    }

    static List<Finding> Look(CheckedPair pair)
    {
        List<Finding> findings = [];
        EmptyTargetCheck.Run(pair, findings);
        SourceFaultCheck.Run(pair, findings);
        SourceNumberCheck.Run(pair, findings);
        if (string.IsNullOrWhiteSpace(pair.Target)) return findings;
        foreach (var rule in s_onFilled) rule(pair, findings);
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
