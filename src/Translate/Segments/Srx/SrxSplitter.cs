using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Translate.Segments.Srx;

/// <summary>Cuts texts by an SRX file: at each place the first rule that holds decides.</summary>
sealed class SrxSplitter(SrxFile file, string path)
{
    readonly ConcurrentDictionary<string, IReadOnlyList<SrxRule>> _rules = new(StringComparer.Ordinal);

    /// <summary>The segments of a text, without white space at their edges.</summary>
    /// <exception cref="SegmentationException">A rule took too long; the message names it.</exception>
    public IReadOnlyList<TextRange> Split(string text, string language)
    {
        var rules = _rules.GetOrAdd(language, file.For);
        SortedSet<int> places = [];
        foreach (var rule in rules)
            if (rule.Breaks) places.UnionWith(Places(rule, text));

        List<TextRange> segments = [];
        var start = 0;
        foreach (var place in places)
        {
            if (!Breaks(rules, text, place)) continue;
            Add(start, place);
            start = place;
        }

        Add(start, text.Length);
        return segments;

        void Add(int from, int to)
        {
            while (from < to && Units.IsSpace(text[from])) from++;
            while (to > from && Units.IsSpace(text[to - 1])) to--;
            if (from < to) segments.Add(new(from, to));
        }
    }

    /// <summary>The places at which a rule holds; of those inside one longer match only the last, as other tools have it: <c>[。！]+</c> breaks once after 。！</summary>
    IEnumerable<int> Places(SrxRule rule, string text)
    {
        var last = 0;
        for (var match = Guard(rule, () => rule.Anywhere.Match(text)); match.Success; match = Guard(rule, match.NextMatch))
        {
            if (last > 0 && SrxRule.StartOf(match) >= last) yield return last;
            last = match.Index < text.Length && !char.IsLowSurrogate(text[match.Index]) ? match.Index : 0;
        }

        if (last > 0) yield return last;
    }

    bool Breaks(IReadOnlyList<SrxRule> rules, string text, int place)
    {
        foreach (var rule in rules)
            if (Guard(rule, () => rule.Here.Match(text, place)).Success) return rule.Breaks;
        return false;
    }

    Match Guard(SrxRule rule, Func<Match> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw new SegmentationException($"{path}({rule.Row}): error SG006: this rule needs too long for one text; make its expression simpler", fault);
        }
    }
}
