using System.Globalization;
using Translate.Scripts;

namespace Translate.Checks;

/// <summary>CMP-005: a target much shorter or longer than translations of such a source are.</summary>
/// <remarks>
/// Weighed length: a Han character is 3.1 letters, the median of 500 human English-Chinese pairs (PUD); 99 in 100 of them lie between 0.54 and 2.2
/// times that, and 181 human translations of a technical book between 0.65 and 2.0.
/// </remarks>
static class LengthCheck
{
    const double LettersOfHan = 3.1;
    const double Shortest = 0.42;

    /// <summary>Where the target also lacks the mark that ends the source's sentence.</summary>
    const double ShortestCutOff = 0.62;
    const double Longest = 2.3;

    /// <summary>Slack in letters, so that short segments do not fail for a word.</summary>
    const double Slack = 14;

    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        var source = Weigh(pair.Source);
        var target = Weigh(pair.Target);
        if (source < 8 && target < 30) return;
        var ratio = target / Math.Max(1, source);
        var isShort = target + Slack / 2 < source * (EndMarkCheck.IsCutOff(pair) ? ShortestCutOff : Shortest);
        var isLong = target - Slack > source * Longest;
        if (!isShort && !isLong) return;
        var times = ratio.ToString(ratio < 1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
        findings.Add(new("CMP-005", Severity.Warning, isShort
            ? $"the target has {times} of the length to be expected; something may be missing" : $"the target has {times} times the length to be expected; something may be there twice or too much",
            new(0, pair.Source.Length), new(0, pair.Target.Length)));
    }

    /// <summary>The target's weighed length for one of the source; 1 is to be expected.</summary>
    public static double Ratio(CheckedPair pair) => Weigh(pair.Target) / Math.Max(1, Weigh(pair.Source));

    static double Weigh(string text)
    {
        double weight = 0;
        foreach (var c in text)
        {
            if (Han.Is(c)) weight += LettersOfHan;
            else if (c is not (' ' or '\t')) weight += c < 0x2e80 ? 1.18 : 1.5;
        }

        return weight;
    }
}
