namespace Translate.Memory;

/// <summary>Makes matches of stored pairs whose source resembles a segment's, and names what differs.</summary>
sealed class FuzzyMatch(MemoryQuery query)
{
    List<Numeral>? _numerals;

    public MemoryMatch Score(StoredPair stored, int similarity)
    {
        List<string> differences = [];
        var target = ExactMatch.Target(stored, query, differences);
        var (was, now) = (stored.Source.Text, query.Source.Text);
        // Reading numbers costs more than finding the match does, so it is done only where they can differ.
        if (!Numerals.MayDiffer(was, now, query.Pair.Source))
            differences.InsertRange(0, Differences.Name(was, now, [], []));
        else
        {
            _numerals ??= Numerals.Find(now, query.Pair.Source);
            var numerals = Numerals.Find(was, stored.Entry.Pair.Source);
            if (NumberAdaptation.Adapt(was, numerals, now, _numerals, target, query.Pair.Target) is { } adapted)
            {
                target = adapted.Target;
                differences.InsertRange(0, adapted.Changes);
            }
            else
                differences.InsertRange(0, Differences.Name(was, now, numerals, _numerals));
        }

        return new(similarity, stored.Source, target, stored.Provenance, differences);
    }
}
