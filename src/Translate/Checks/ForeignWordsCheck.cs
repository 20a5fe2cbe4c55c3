using Translate.Numbers;

namespace Translate.Checks;

/// <summary>CMP-004 and KEEP-008: Latin words and names in a Chinese target that the source does not have.</summary>
static class ForeignWordsCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (!pair.TargetIsHan || !pair.Target.AsSpan().ContainsAnyInRange('A', 'z')) return;
        string? source = null;
        foreach (var range in LatinTokens.In(pair.Target))
        {
            var token = pair.Target.AsSpan(range.Start, range.Length);
            if (token.Length < 2 || token.Contains('_') || char.IsAsciiDigit(token[0]) || Units.After(token, 0, out var end) is not null && end == token.Length) continue;
            source ??= LatinTokens.Squeeze(pair.Source);
            var squeezed = LatinTokens.Squeeze(token.ToString());
            if (IsIn(source, squeezed) || Abbreviations.IsOf(token, pair.Source) || IsTerm(pair, token) || KeptThings.Covers(pair.Target, range)) continue;
            findings.Add(LatinTokens.IsName(token)
                ? new("KEEP-008", Severity.Warning, $"“{token}” is not in the source; write the name as it stands there", null, range)
                : new("CMP-004", Severity.Warning, $"“{token}” is not in the source and not Chinese; translate it or write it as in the source", null, range));
        }
    }

    static bool IsIn(string source, string token) =>
        source.Contains(token, StringComparison.Ordinal) || (token.Length > 2 && token[^1] == 's' && source.Contains(token[..^1], StringComparison.Ordinal)) || IsInflected(source, token);

    /// <summary>属性 (property) for "properties", renice for "renicing": a word of small letters may lose its ending.</summary>
    static bool IsInflected(string source, string token) => token.Length >= 6 && !token.AsSpan().ContainsAnyInRange('0', '9') && source.Contains(token[..^1], StringComparison.Ordinal);

    static bool IsTerm(CheckedPair pair, ReadOnlySpan<char> token)
    {
        foreach (var term in pair.Input.Terms)
        {
            if (term.Required.AsSpan().Contains(token, StringComparison.OrdinalIgnoreCase)) return true;
            foreach (var form in term.Admitted)
                if (form.AsSpan().Contains(token, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
