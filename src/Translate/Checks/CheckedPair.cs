using Translate.Glossaries;
using Translate.Numbers;

namespace Translate.Checks;

/// <summary>One input with what several checks need to know of it, worked out once.</summary>
sealed class CheckedPair(CheckInput input, CheckOptions options)
{
    IReadOnlyList<Quantity>? _sourceNumbers;
    IReadOnlyList<Quantity>? _targetNumbers;
    IReadOnlyList<TermVerdict>? _verdicts;

    public CheckInput Input => input;

    public CheckOptions Options => options;

    public string Source { get; } = input.Source.Text;

    public string Target { get; } = input.Target.Text;

    public bool SourceIsHan { get; } = LanguagePair.Language(input.Pair.Source) == "zh";

    public bool TargetIsHan { get; } = LanguagePair.Language(input.Pair.Target) == "zh";

    public IReadOnlyList<Quantity> SourceNumbers => _sourceNumbers ??= NumberParser.Find(Source, input.Pair.Source);

    public IReadOnlyList<Quantity> TargetNumbers => _targetNumbers ??= NumberParser.Find(Target, input.Pair.Target);

    /// <summary>How each enforced term of the source came out.</summary>
    public IReadOnlyList<TermVerdict> Verdicts =>
        _verdicts ??= input.Terms.Count == 0 ? [] : TermVerifier.Verify(input.Terms, Source, Target, input.Pair);
}
