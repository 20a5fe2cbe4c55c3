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
            if (IsIn(source, squeezed) || IsInitials(pair.Source, token) || IsTerm(pair, token) || KeptThings.Covers(pair.Target, range)) continue;
            findings.Add(LatinTokens.IsName(token)
                ? new("KEEP-008", Severity.Warning, $"“{token}” is not in the source; write the name as it stands there", null, range)
                : new("CMP-004", Severity.Warning, $"“{token}” is not in the source and not Chinese; translate it or write it as in the source", null, range));
        }
    }

    static bool IsIn(string source, string token) =>
        source.Contains(token, StringComparison.Ordinal) || (token.Length > 2 && token[^1] == 's' && source.Contains(token[..^1], StringComparison.Ordinal));

    /// <summary>LLM for "large language model": an abbreviation of words that stand in a row.</summary>
    static bool IsInitials(string source, ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > 6 || !token.ContainsAnyInRange('A', 'Z') || token.ContainsAnyInRange('0', '9')) return false;
        var at = 0;
        foreach (var word in source.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fits = char.ToUpperInvariant(word[0]) == char.ToUpperInvariant(token[at]);
            at = fits ? at + 1 : char.ToUpperInvariant(word[0]) == char.ToUpperInvariant(token[0]) ? 1 : word is "of" or "and" or "for" or "the" or "to" or "in" ? at : 0;
            if (at == token.Length) return true;
        }

        return false;
    }

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
