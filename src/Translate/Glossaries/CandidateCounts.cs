using System.Runtime.InteropServices;

namespace Translate.Glossaries;

/// <summary>What is counted of one candidate.</summary>
sealed class CandidateCount(bool isChinese)
{
    readonly Dictionary<string, int> _forms = new(StringComparer.Ordinal);
    readonly HashSet<char> _left = [];
    readonly HashSet<char> _right = [];
    int _lastText = -1;

    public bool IsChinese { get; } = isChinese;

    public int Occurrences { get; private set; }

    public int Texts { get; private set; }

    public int LeftNeighbours => _left.Count;

    public int RightNeighbours => _right.Count;

    public List<(int Text, int At)> Places { get; } = new(1);

    public string MostFrequentForm => _forms.MaxBy(form => form.Value).Key;

    public void Add(string form, int text, int at, char left, char right)
    {
        Occurrences++;
        if (text != _lastText) Texts++;
        if (text != _lastText && Places.Count < 3) Places.Add((text, at));
        _lastText = text;
        CollectionsMarshal.GetValueRefOrAddDefault(_forms, form, out _)++;
        if (_left.Count < 4) _left.Add(left);
        if (_right.Count < 4) _right.Add(right);
    }
}

/// <summary>Counts of candidates and of the parts they are made of.</summary>
sealed class CandidateCounts
{
    readonly Dictionary<string, CandidateCount> _counts = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);
    int _total;

    public IEnumerable<KeyValuePair<string, CandidateCount>> All => _counts;

    public void Add(string folded, string form, bool isChinese, int text, int at, char left, char right)
    {
        if (!_counts.TryGetValue(folded, out var count)) _counts[folded] = count = new(isChinese);
        count.Add(form, text, at, left, right);
    }

    public void AddPart(string part)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_parts, part, out _)++;
        _total++;
    }

    /// <summary>For each candidate, how many longer candidates hold it and how often those stand.</summary>
    public Dictionary<string, (int Longer, int Occurrences)> NestedIn(IEnumerable<string> candidates)
    {
        Dictionary<string, (int Longer, int Occurrences)> nested = new(StringComparer.Ordinal);
        var lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var longer in candidates)
        {
            HashSet<string> inside = new(StringComparer.Ordinal);
            for (var start = 0; start < longer.Length; start++)
                for (var length = 2; start + length <= longer.Length; length++)
                    if (length < longer.Length && lookup.TryGetValue(longer.AsSpan(start, length), out var key, out _)) inside.Add(key);
            foreach (var part in inside)
            {
                ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(nested, part, out _);
                count = (count.Longer + 1, count.Occurrences + _counts[longer].Occurrences);
            }
        }

        return nested;
    }

    /// <summary>NPMI at the weakest joint; 1 for a single Latin word, which has no joint.</summary>
    public double Cohesion(string term, CandidateCount count)
    {
        var least = 1.0;
        var probability = Math.Max(1, count.Occurrences) / (double)_total;
        for (var cut = 1; cut < term.Length; cut++)
        {
            if (!count.IsChinese && term[cut] != ' ') continue;
            var (left, right) = (Occurrences(term[..cut]), Occurrences(term[cut..].TrimStart()));
            if (left == 0 || right == 0) continue;
            var pmi = Math.Log(probability / ((double)left / _total * right / _total));
            least = Math.Min(least, pmi / -Math.Log(probability));
        }

        return least;
    }

    int Occurrences(string part) => _counts.TryGetValue(part, out var count) ? count.Occurrences : _parts.GetValueOrDefault(part);
}
