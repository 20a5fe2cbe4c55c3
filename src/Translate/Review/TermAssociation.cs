using Translate.Glossaries;
using Translate.Scripts;

namespace Translate.Review;

/// <summary>Finds the source words that go with a rendering, over the segments of an import as they were exported.</summary>
/// <param name="segments">The segments.</param>
sealed class TermAssociation(IReadOnlyList<MergedRow> segments)
{
    // Enough to tell a term from chance; more would only take longer.
    const int MostSegments = 5000, MostWords = 12, MostTried = 200;

    readonly List<(string Source, string Target)> _segments =
        [.. segments.Take(MostSegments).Select(row => (Folded(row.Base.Source), Folded(row.Base.Target)))];

    /// <summary>The stretch that all these sources share and that stands most often just where the rendering stands; of equals the longest.</summary>
    /// <returns>The stretch as it is written in one of the sources, and Dice's coefficient; an empty stretch when they share none.</returns>
    public (string Source, double Share) Best(IReadOnlyList<MergedRow> rows, string rendering)
    {
        var texts = rows.Select(row => ImportResult.ReadTags(row.Base.Source).Text).ToList();
        var folded = RenderingChange.Fold(rendering);
        var withRendering = _segments.Select(segment => HasWords(segment.Target, folded)).ToList();
        var rendered = withRendering.Count(has => has);
        return Shared(texts)
            .Select(stretch => (Source: stretch, Share: Math.Round(Dice(RenderingChange.Fold(stretch), withRendering, rendered), 6)))
            .OrderByDescending(found => found.Share).ThenByDescending(found => found.Source.Length).FirstOrDefault(("", 0));
    }

    double Dice(string source, List<bool> withRendering, int rendered)
    {
        int both = 0, sources = 0;
        for (var i = 0; i < _segments.Count; i++)
        {
            if (!HasWords(_segments[i].Source, source)) continue;
            sources++;
            if (withRendering[i]) both++;
        }

        return sources + rendered == 0 ? 0 : 2.0 * both / (sources + rendered);
    }

    static string Folded(string notation) => RenderingChange.Fold(ImportResult.ReadTags(notation).Text);

    static List<string> Shared(List<string> texts)
    {
        var words = WordDiff.Words(texts.MinBy(text => text.Length)!);
        var folded = texts.ConvertAll(RenderingChange.Fold);
        HashSet<string> shared = new(StringComparer.OrdinalIgnoreCase);
        for (var from = 0; from < words.Count; from++)
        {
            var stretch = "";
            for (var to = from; to < words.Count && to - from < 2 * MostWords; to++)
            {
                stretch += words[to];
                if (!IsPlain(words[to]) || !folded.TrueForAll(text => HasWords(text, RenderingChange.Fold(stretch)))) break;
                if (stretch.Trim() is { Length: >= 2 } trimmed) shared.Add(AsWritten(trimmed, texts));
            }
        }

        return [.. shared.OrderByDescending(stretch => stretch.Length).Take(MostTried)];
    }

    // In the singular, if any of the sources has it so.
    static string AsWritten(string stretch, List<string> texts) =>
        EnglishForms.Singular(stretch) is { } singular && texts.Exists(text => HasWords(text, singular)) ? singular : stretch;

    static bool IsPlain(string word) => word.All(unit => char.IsLetterOrDigit(unit) || unit is ' ' or '-' or '.');

    // As whole words where the words are Latin: "art" is not in "start".
    static bool HasWords(string text, string stretch)
    {
        for (var at = text.IndexOf(stretch, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(stretch, at + 1, StringComparison.OrdinalIgnoreCase))
            if (!Joins(text, at - 1, at) && !Joins(text, at + stretch.Length - 1, at + stretch.Length)) return true;
        return false;
    }

    static bool Joins(string text, int left, int right) =>
        left >= 0 && right < text.Length && IsLatin(text[left]) && IsLatin(text[right]);

    static bool IsLatin(char unit) => char.IsLetterOrDigit(unit) && !Han.Is(unit);
}
