using System.Runtime.InteropServices;
using Translate.Scripts;

namespace Translate.Glossaries;

/// <summary>How a glossary meets a corpus.</summary>
/// <param name="Texts">Segments or lines looked at.</param>
/// <param name="Units">UTF-16 units in them.</param>
/// <param name="Covered">Units that stand in a term.</param>
/// <param name="TextsWithTerms">Texts with at least one term.</param>
/// <param name="Terms">Concepts with how often and in how many texts each stands, the most frequent first; unseen ones last.</param>
public sealed record GlossaryStats(int Texts, long Units, long Covered, int TextsWithTerms, IReadOnlyList<TermCount> Terms)
{
    /// <summary>Concepts that the corpus does not hold.</summary>
    public IEnumerable<TermEntry> Unseen => Terms.Where(term => term.Occurrences == 0).Select(term => term.Entry);

    /// <summary>Counts a glossary's terms in a corpus.</summary>
    /// <param name="glossary">The glossary.</param>
    /// <param name="texts">Segments or lines.</param>
    public static GlossaryStats Of(Glossary glossary, IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(glossary);
        ArgumentNullException.ThrowIfNull(texts);
        Dictionary<string, (int Occurrences, int Texts)> counts = new(StringComparer.Ordinal);
        int number = 0, withTerms = 0;
        long units = 0, covered = 0;
        foreach (var text in texts)
        {
            number++;
            units += text.Length;
            var source = LanguageDetector.Detect(text);
            var matches = glossary.For(new(source, LanguagePair.Language(source) == "zh" ? "en" : "zh-Hans")).Find(text);
            if (matches.Count > 0) withTerms++;
            covered += matches.Select(match => match.Range).Distinct().Sum(range => range.Length);
            HashSet<string> seen = new(StringComparer.Ordinal);
            foreach (var match in matches)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, match.Entry.Id, out _);
                count = (count.Occurrences + 1, count.Texts + (seen.Add(match.Entry.Id) ? 1 : 0));
            }
        }

        var terms = glossary.Entries.Select(entry => counts.TryGetValue(entry.Id, out var count) ? new TermCount(entry, count.Occurrences, count.Texts) : new(entry, 0, 0))
            .OrderByDescending(term => term.Occurrences).ThenBy(term => term.Entry.Id, StringComparer.Ordinal);
        return new(number, units, covered, withTerms, [.. terms]);
    }
}

/// <summary>How often a concept stands in a corpus.</summary>
/// <param name="Entry">The concept.</param>
/// <param name="Occurrences">Places.</param>
/// <param name="Texts">Texts that hold it.</param>
public sealed record TermCount(TermEntry Entry, int Occurrences, int Texts);
