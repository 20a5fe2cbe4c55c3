namespace Translate.Checks;

/// <summary>Names in Latin letters that the sources of an article hold: a translator may name again what a sentence only means.</summary>
sealed class ArticleNames(IReadOnlyList<CheckInput> inputs)
{
    HashSet<string>? _names;

    /// <summary>Whether a finding is about a word that stands in the source of another segment.</summary>
    public bool Explain(Finding finding, CheckInput input)
    {
        if (finding.Code is not ("CMP-004" or "KEEP-008") || finding.Target is not { } range || inputs.Count < 2) return false;
        _names ??= [.. inputs.SelectMany(other => LatinTokens.In(other.Source.Text).Select(token => LatinTokens.Squeeze(token.In(other.Source.Text))))];
        return _names.Contains(LatinTokens.Squeeze(range.In(input.Target.Text)));
    }
}
