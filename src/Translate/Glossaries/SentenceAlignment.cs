using System.Text.RegularExpressions;
using Translate.Segments;

namespace Translate.Glossaries;

/// <summary>Which stretch of a target of several sentences translates which stretch of its source.</summary>
/// <remarks>
/// By the lengths of sentences, as Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19,
/// 1993), and by the terms that both sides share: of two likely alignments the one in which more terms came out right is believed. Time
/// is linear in the number of sentences, since an alignment strays only so far from the diagonal.
/// </remarks>
sealed partial class SentenceAlignment
{
    // Sentences on either side and how often that occurs: table 5 of the paper.
    static readonly (int Sources, int Targets, double Cost)[] s_beads =
        [(1, 1, -Math.Log(0.89)), (1, 0, -Math.Log(0.00495)), (0, 1, -Math.Log(0.00495)), (2, 1, -Math.Log(0.0445)), (1, 2, -Math.Log(0.0445)), (2, 2, -Math.Log(0.011))];

    // Variance of the length of a translation by units of its source, as the paper estimates it.
    const double Variance = 6.8;

    // A shared term is worth as much as a length that is seven times as likely; more would excuse terms that were lost.
    const double TermWeight = 2;

    const int MostAstray = 12;

    readonly List<(int SourceEnd, TextRange Target)> _stretches;

    SentenceAlignment(List<(int, TextRange)> stretches) => _stretches = stretches;

    /// <summary>Aligns a target with its source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="target">Its translation.</param>
    /// <param name="pair">From which language to which.</param>
    /// <param name="terms">For each concept where it starts in the source and where its forms start in the target.</param>
    /// <returns><c>null</c> when one of them is a single sentence: then everything is in one place.</returns>
    public static SentenceAlignment? Of(
        string source, string target, LanguagePair pair, IEnumerable<(IEnumerable<int> Sources, IEnumerable<int> Targets)> terms)
    {
        var (from, to) = (Sentences(source, pair.Source), Sentences(target, pair.Target));
        if (from.Length < 2 || to.Length < 2) return null;
        var shared = new SharedTerms(from, to, terms);
        var ratio = (double)target.Length / source.Length;
        List<(int, TextRange)> stretches = [];
        var via = Cheapest(from.Length, to.Length, (bead, i, j) => bead.Cost
            + Surprise(LengthOf(from, i - bead.Sources, i), LengthOf(to, j - bead.Targets, j), ratio)
            - TermWeight * shared.Count(i - bead.Sources, i, j - bead.Targets, j));
        for (int i = from.Length, j = to.Length; i + j > 0;)
        {
            var bead = s_beads[via(i, j)];
            stretches.Add((StartOf(from, i, source), new(StartOf(to, j - bead.Targets, target), StartOf(to, j, target))));
            (i, j) = (i - bead.Sources, j - bead.Targets);
        }

        stretches.Reverse();
        return new(stretches);
    }

    /// <summary>The stretch of the target that translates the sentence in which a place of the source lies.</summary>
    public TextRange TargetOf(int at)
    {
        foreach (var (sourceEnd, target) in _stretches)
            if (at < sourceEnd) return target;
        return _stretches[^1].Target;
    }

    /// <summary>For each pair of ends the bead by which the cheapest way comes there.</summary>
    static Func<int, int, int> Cheapest(int sources, int targets, Func<(int Sources, int Targets, double Cost), int, int, double> costOf)
    {
        // Each row holds only what lies near the diagonal, so that memory grows with the sentences and not with their square.
        var astray = MostAstray + (double)targets / sources;
        var costs = new double[sources + 1][];
        var via = new int[sources + 1][];
        for (var i = 0; i <= sources; i++)
        {
            var (first, last) = (First(i), Math.Min(targets, (int)Math.Floor((double)i * targets / sources + astray)));
            (costs[i], via[i]) = (new double[last - first + 1], new int[last - first + 1]);
            for (var j = first; j <= last; j++)
            {
                if (i + j == 0) continue;
                ref var least = ref costs[i][j - first];
                least = double.PositiveInfinity;
                for (var b = 0; b < s_beads.Length; b++)
                {
                    var (m, n, _) = s_beads[b];
                    if (m > i || double.IsPositiveInfinity(CostAt(i - m, j - n))) continue;
                    var cost = CostAt(i - m, j - n) + costOf(s_beads[b], i, j);
                    if (cost < least) (least, via[i][j - first]) = (cost, b);
                }
            }
        }

        return (i, j) => via[i][j - First(i)];

        int First(int i) => Math.Max(0, (int)Math.Ceiling((double)i * targets / sources - astray));

        double CostAt(int i, int j) => j - First(i) is var at && at >= 0 && at < costs[i].Length ? costs[i][at] : double.PositiveInfinity;
    }

    /// <summary>How unlikely it is that so long a text translates so long a one: minus the logarithm of the chance.</summary>
    static double Surprise(int source, int target, double ratio)
    {
        if (source == 0 || target == 0) return 0;
        var mean = (source * ratio + target) / 2;
        var deviation = Math.Abs(source * ratio - target) / Math.Sqrt(Variance * mean);
        return -Math.Log(Math.Max(1e-12, TwoTailed(deviation)));
    }

    /// <summary>Chance of a standard normal value at least so far from nought; Abramowitz and Stegun, 26.2.17.</summary>
    static double TwoTailed(double z)
    {
        var t = 1 / (1 + 0.2316419 * z);
        return 2 * 0.39894228 * Math.Exp(-z * z / 2) * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    }

    static TextRange[] Sentences(string text, string language) =>
        [.. Segmenter.Default.Split(WrappedLine().Replace(text, " "), language)];

    static int LengthOf(TextRange[] sentences, int start, int end) => start == end ? 0 : sentences[end - 1].End - sentences[start].Start;

    static int StartOf(TextRange[] sentences, int index, string text) =>
        index == 0 ? 0 : index < sentences.Length ? sentences[index].Start : text.Length;

    /// <summary>A line break inside running text: the other language breaks its lines elsewhere. Blank lines and items of lists stay apart.</summary>
    [GeneratedRegex(@"(?<!\n)\n(?!\s*(\n|[*+#-] |\d+\. ))")]
    private static partial Regex WrappedLine();

    /// <summary>How many terms of some source sentences have their forms in some target sentences.</summary>
    sealed class SharedTerms
    {
        readonly Dictionary<int, int>[] _sources;
        readonly Dictionary<int, int>[] _targets;

        public SharedTerms(TextRange[] from, TextRange[] to, IEnumerable<(IEnumerable<int> Sources, IEnumerable<int> Targets)> terms)
        {
            (_sources, _targets) = ([.. from.Select(_ => new Dictionary<int, int>())], [.. to.Select(_ => new Dictionary<int, int>())]);
            foreach (var (concept, (sources, targets)) in terms.Index())
            {
                Add(from, sources, concept, _sources);
                Add(to, targets, concept, _targets);
            }
        }

        public int Count(int sourceStart, int sourceEnd, int targetStart, int targetEnd)
        {
            var count = 0;
            for (var i = sourceStart; i < sourceEnd; i++)
                foreach (var (concept, wanted) in _sources[i])
                {
                    var found = 0;
                    for (var j = targetStart; j < targetEnd; j++) found += _targets[j].GetValueOrDefault(concept);
                    count += Math.Min(wanted, found);
                }

            return count;
        }

        static void Add(TextRange[] sentences, IEnumerable<int> places, int concept, Dictionary<int, int>[] counts)
        {
            foreach (var at in places)
            {
                var sentence = Array.FindLastIndex(sentences, range => range.Start <= at);
                if (sentence >= 0) counts[sentence][concept] = counts[sentence].GetValueOrDefault(concept) + 1;
            }
        }
    }
}
