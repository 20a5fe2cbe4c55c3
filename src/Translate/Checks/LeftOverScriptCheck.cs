using Translate.Scripts;

namespace Translate.Checks;

/// <summary>CMP-003: Han characters left in a target that is not Chinese.</summary>
static class LeftOverScriptCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (pair.Source == pair.Target) return;
        if (pair.TargetIsHan || !pair.SourceIsHan && LanguagePair.Language(pair.Input.Pair.Target) is "ja" or "ko") return;
        for (var at = 0; at < pair.Target.Length; at++)
        {
            if (!Han.Is(pair.Target[at])) continue;
            var start = at;
            while (at < pair.Target.Length && (Han.Is(pair.Target[at]) || char.IsLowSurrogate(pair.Target[at]))) at++;
            if (IsGloss(pair.Target, start, at) || IsExplained(pair.Target, at)) continue;
            var words = pair.Target[start..at];
            findings.Add(new("CMP-003", Severity.Error, $"“{words}” is left untranslated; translate it", Find(pair.Source, words), new(start, at)));
        }
    }

    /// <summary>A name given once in the original beside its translation, in brackets, is meant: Zhipu (智谱).</summary>
    static bool IsGloss(string target, int start, int end)
    {
        var before = target.AsSpan(0, start).TrimEnd();
        var after = target.AsSpan(end).TrimStart();
        return before.Length > 1 && before[^1] is '(' or '（' && after.Length > 0 && after[0] is ')' or '）' or ',' or '，' or ';';
    }

    /// <summary>The other way round: 智谱 (Zhipu).</summary>
    static bool IsExplained(string target, int end)
    {
        var after = target.AsSpan(end).TrimStart("”\"’」 ");
        return after.Length > 1 && after[0] is '(' or '（' && char.IsAsciiLetter(after[1]);
    }

    static TextRange? Find(string source, string words)
    {
        var at = source.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : TextRange.At(at, words.Length);
    }
}
