using Translate.Scripts;

namespace Translate.Checks;

/// <summary>CMP-002: the target is the source, though the source holds words to translate.</summary>
static class SameAsSourceCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        if (LanguagePair.Language(pair.Input.Pair.Source) == LanguagePair.Language(pair.Input.Pair.Target)) return;
        if (!pair.Target.AsSpan().Trim().SequenceEqual(pair.Source.AsSpan().Trim()) || !HasWords(pair)) return;
        findings.Add(new("CMP-002", Severity.Error, "the target is the source unchanged; translate it", null, new(0, pair.Target.Length)));
    }

    /// <summary>Names, codes and numbers stay as they are; Han does not, and neither do several words in lower case.</summary>
    static bool HasWords(CheckedPair pair)
    {
        if (pair.SourceIsHan) return Han.Contains(pair.Source);
        var words = 0;
        foreach (var word in pair.Source.Split(' '))
        {
            var bare = word.AsSpan().Trim(".,;:!?\"“”()");
            if (bare.Length > 1 && bare.IndexOfAnyExceptInRange('a', 'z') < 0) words++;
        }

        return words >= 2;
    }
}
