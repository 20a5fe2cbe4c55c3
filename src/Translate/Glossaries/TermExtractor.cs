using Translate.Articles.Repairs;
using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>A word or phrase that may be a term.</summary>
/// <param name="Text">As it stands most often.</param>
/// <param name="IsChinese">Whether it is Chinese.</param>
/// <param name="Occurrences">How often it stands in the corpus.</param>
/// <param name="Texts">In how many texts.</param>
/// <param name="Score">C-value; of two candidates with equal frequency the longer and the more independent one has more.</param>
/// <param name="Cohesion">Normalised pointwise mutual information of its two least attached parts, -1 to 1.</param>
/// <param name="Examples">Places in context, at most three.</param>
public sealed record ExtractedTerm(string Text, bool IsChinese, int Occurrences, int Texts, double Score, double Cohesion, IReadOnlyList<string> Examples);

/// <summary>Proposes terms that a corpus uses and a glossary does not know.</summary>
/// <remarks>
/// Ranking is C-value (Frantzi, Ananiadou, Mima 2000, "Automatic recognition of multi-word terms: the C-value/NC-value method",
/// with log2(length + 1) so that single words count); candidates whose parts stand together by chance are left out by
/// normalised PMI (Bouma 2009, "Normalized (pointwise) mutual information in collocation extraction"). Chinese candidates also
/// need varied neighbours on both sides, else they are pieces of longer words. Everyday words are those of a general word list that
/// the corpus does not use many times as often as other Chinese does (weirdness: Ahmad, Gillam, Tostevin 1999, "University of
/// Surrey participation in TREC8").
/// </remarks>
public static class TermExtractor
{
    const int LongestChinese = 8, LongestLatin = 4;

    /// <summary>How many times as often as elsewhere a word of daily use must stand. In AI news 公司 and 产品 have 5 to 20, 数据 40, 芯片 over 100.</summary>
    const double LeastWeirdness = 30;

    // What a Chinese word has on average in running text.
    const double CharactersPerWord = 1.6;

    static readonly HashSet<string> s_stopWords = new(
        ("a an the and or but nor of in on at to for from by with as is are was were be been being it its this that these those they them their there here he she his her we our you your i not no so than then "
        + "can could will would may might must should do does did has have had having if when while where which who whom whose what how why all any both each few more most other some such only own same too very just also "
        + "into over under about after before between through during without within against up down out off again once because until since per via new said says one two three first s t").Split(' '), StringComparer.Ordinal);

    // Characters that seldom begin or end a term.
    const string Weak = "的了在是和与及或而但也都就还又被把将从对向为以于其这那此该每各某我你他她它们着过地得之者吗呢吧啊不没有可要让使给到上下中里外前后个名种款项次年月日秒等一二三四五六七八九十百千万亿几多很更最已正再只则因所";

    /// <summary>Candidates, best first, without those that the glossary knows.</summary>
    /// <param name="texts">Segments or paragraphs.</param>
    /// <param name="known">The glossary whose terms are left out.</param>
    /// <param name="leastOccurrences">How often a candidate must stand, 2 or more.</param>
    /// <param name="most">How many are wanted.</param>
    public static IReadOnlyList<ExtractedTerm> Extract(IReadOnlyList<string> texts, Glossary known, int leastOccurrences = 3, int most = 200)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(known);
        CandidateCounts counts = new();
        for (var i = 0; i < texts.Count; i++) Count(texts[i], i, counts);
        HashSet<string> terms = new(known.Entries.SelectMany(entry => entry.Forms).SelectMany(forms => forms.Variants.Concat(forms.Forbidden).Prepend(forms.Preferred)).Select(TermText.Fold), StringComparer.Ordinal);
        var words = texts.Sum(text => Han.Count(text)) / CharactersPerWord;
        var candidates = counts.All.Where(candidate => candidate.Value.Occurrences >= Math.Max(2, leastOccurrences) && !terms.Contains(candidate.Key)
            && !IsEveryday(candidate.Key, candidate.Value, words)).ToList();
        var nested = counts.NestedIn(candidates.Select(candidate => candidate.Key));
        return [.. candidates.Select(candidate => Rate(candidate.Key, candidate.Value, nested, counts, texts))
            .Where(term => term is { Score: > 0.5, Cohesion: >= 0.2 })
            .OrderByDescending(term => term.Score).ThenBy(term => term.Text, StringComparer.Ordinal).Take(most)];
    }

    static bool IsEveryday(string term, CandidateCount count, double words) =>
        count.IsChinese && WordData.Instance.Find(term) is var number and not WordData.None
        && count.Occurrences / words < LeastWeirdness * Math.Exp(WordData.Instance.Share(number));

    static void Count(string text, int number, CandidateCounts counts)
    {
        var folded = Folding.Fold(text);
        for (int at = 0, end; at < folded.Length; at = end)
        {
            end = at + 1;
            if (Han.Is(folded[at]))
            {
                while (end < folded.Length && Han.Is(folded[end])) end++;
                CountChinese(text, folded, at, end, number, counts);
            }
            else if (Letters.IsLetter(folded[at]))
            {
                while (end < folded.Length && (Letters.IsToken(folded[end]) || folded[end] is ' ' or '-' or '\'' && end + 1 < folded.Length && Letters.IsToken(folded[end + 1]))) end++;
                CountLatin(text, folded, at, end, number, counts);
            }
        }
    }

    static void CountChinese(string text, string folded, int start, int end, int number, CandidateCounts counts)
    {
        for (var at = start; at < end; at++)
        {
            counts.AddPart(folded[at..(at + 1)]);
            for (var length = 2; length <= LongestChinese && at + length <= end; length++)
            {
                if (Weak.Contains(folded[at], StringComparison.Ordinal) || Weak.Contains(folded[at + length - 1], StringComparison.Ordinal))
                {
                    if (length == 2) counts.AddPart(folded.Substring(at, 2));
                    continue;
                }

                counts.Add(folded.Substring(at, length), text.Substring(at, length), true, number, at,
                    at > 0 ? folded[at - 1] : '\0', at + length < folded.Length ? folded[at + length] : '\0');
            }
        }
    }

    static void CountLatin(string text, string folded, int start, int end, int number, CandidateCounts counts)
    {
        List<TextRange> words = [];
        for (var at = start; at < end;)
        {
            var stop = at;
            while (stop < end && folded[stop] != ' ') stop++;
            if (stop > at) words.Add(new(at, stop));
            at = stop + 1;
        }

        for (var first = 0; first < words.Count; first++)
        {
            counts.AddPart(words[first].In(folded));
            for (var last = first; last < words.Count && last - first < LongestLatin; last++)
            {
                var (from, to) = (words[first].In(folded), words[last].In(folded));
                if (s_stopWords.Contains(from)) break;
                if (s_stopWords.Contains(to) || to.Length < 2) continue;
                // One common word is no candidate; a name or an acronym is.
                var range = new TextRange(words[first].Start, words[last].End);
                if (first == last && !range.In(text).Skip(1).Any(char.IsUpper) && !(range.Start > 0 && char.IsUpper(text[range.Start]) && text[range.Start - 1] is not ('.' or '\n') && first > 0)) continue;
                counts.Add(range.In(folded), range.In(text), false, number, range.Start, '\0', '\0');
            }
        }
    }

    static ExtractedTerm Rate(string term, CandidateCount count, Dictionary<string, (int Longer, int Occurrences)> nested, CandidateCounts counts, IReadOnlyList<string> texts)
    {
        var length = count.IsChinese ? term.Length / 2.0 : term.Count(unit => unit is ' ' or '-') + 1;
        var within = nested.GetValueOrDefault(term);
        var free = within.Longer == 0 ? count.Occurrences : count.Occurrences - (double)within.Occurrences / within.Longer;
        var score = Math.Log2(length + 1) * free;
        if (count.IsChinese && Math.Min(count.LeftNeighbours, count.RightNeighbours) < Math.Min(3, count.Occurrences)) score = 0;
        return new(count.MostFrequentForm, count.IsChinese, count.Occurrences, count.Texts, Math.Round(score, 2), Math.Round(counts.Cohesion(term, count), 3),
            [.. count.Places.Select(place => Context(texts[place.Text], place.At, term.Length))]);
    }

    static string Context(string text, int at, int length)
    {
        var (start, end) = (Math.Max(0, at - 20), Math.Min(text.Length, at + length + 20));
        return (start > 0 ? "…" : "") + text[start..end].ReplaceLineEndings(" ") + (end < text.Length ? "…" : "");
    }
}
