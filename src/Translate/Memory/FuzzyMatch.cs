namespace Translate.Memory;

/// <summary>Makes a match of a stored pair whose source resembles a segment's, and names what differs.</summary>
static class FuzzyMatch
{
    public static MemoryMatch Score(StoredPair stored, MemoryQuery query, int similarity)
    {
        List<string> differences = [];
        var target = ExactMatch.Target(stored, query, differences);
        var languages = stored.Entry.Pair;
        if (NumberAdaptation.Adapt(stored.Source.Text, query.Source.Text, target, languages, query.Pair) is { } adapted)
        {
            target = adapted.Target;
            differences.InsertRange(0, adapted.Changes);
        }
        else
            differences.InsertRange(0, Differences.Name(stored.Source.Text, query.Source.Text, languages.Source, query.Pair.Source));

        return new(similarity, stored.Source, target, stored.Provenance, differences);
    }
}
