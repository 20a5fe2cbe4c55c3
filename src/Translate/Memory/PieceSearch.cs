using System.Numerics;
using System.Runtime.CompilerServices;

namespace Translate.Memory;

/// <summary>Finds the texts of an index that are most like a text: always the same scores as comparing it with every one.</summary>
/// <remarks>
/// Of k + 1 pieces of a text that do not overlap, k edits leave one whole; so a text within k edits holds at least one of them, and
/// of k + r pieces at least r. The texts that do are compared; those too short or too long are never looked at. One object serves
/// one thread.
/// </remarks>
sealed class PieceSearch
{
    // With more list entries than this, counting how many pieces a text holds is cheaper than looking at each text.
    const int CheapEnough = 300;

    // With no more list entries than this, one look for all lengths and scores is cheaper than several for fewer.
    const int ShortEnough = 40;

    // More pieces make lists longer, and comparisons hardly rarer.
    const int MostNeeded = 4;

    // First only what is very like it: short lists, and most questions that have an answer are done.
    const int FirstScore = 88;

    readonly EditDistance _distance = new();
    readonly PieceChoice _choice = new();
    readonly List<int> _places = [];
    readonly SimilarTexts _found = new();
    // The texts compared last, by the lower bits of their numbers: a text that holds several pieces is compared once.
    readonly int[] _compared = new int[128];
    byte[] _held = [];
    ulong _letters;
    int _length;

    /// <summary>Starts a search.</summary>
    public void Start(ReadOnlySpan<char> folded, int minScore, int most)
    {
        _distance.Set(folded);
        _letters = PieceIndex.LettersOf(folded);
        _length = folded.Length;
        _found.Start(minScore, most);
    }

    /// <summary>What was found since <see cref="Start"/>, best first.</summary>
    public IReadOnlyList<SimilarText> Found => _found.Best;

    /// <summary>Compares one text.</summary>
    public void Compare(ReadOnlySpan<char> text)
    {
        var longer = Math.Max(_length, text.Length);
        var most = Similarity.MostEdits(_found.Bar, longer);
        if (Math.Abs(_length - text.Length) > most) return;
        var edits = _distance.To(text, most);
        if (edits <= most) _found.Add(text, Similarity.ScoreOf(edits, longer));
    }

    /// <summary>Looks through an index.</summary>
    public void Search(PieceIndex index, ReadOnlySpan<char> folded)
    {
        if (index.Count == 0) return;
        _choice.Set(index, folded);
        Array.Fill(_compared, -1);
        if (_found.Bar < FirstScore && !HasShortLists(_found.Bar))
        {
            SearchFrom(index, folded, FirstScore);
            if (_found.IsFullAt(FirstScore)) return;
        }

        SearchFrom(index, folded, _found.Bar);
    }

    /// <summary>Finds every text from a score on.</summary>
    void SearchFrom(PieceIndex index, ReadOnlySpan<char> folded, int score)
    {
        var (shortest, longest) = Similarity.Lengths(score, _length);
        var reachable = LongestWithPieces(score, longest);
        if (HasShortLists(score))
            SearchLengths(index, folded, score, shortest, reachable);
        else
        {
            // Longer texts may have more edits and so need more pieces; half the way they get a choice of their own.
            var middle = _length + (longest - _length) / 2;
            SearchLengths(index, folded, score, shortest, Math.Min(_length, reachable));
            SearchLengths(index, folded, score, _length + 1, Math.Min(middle, reachable));
            SearchLengths(index, folded, score, Math.Max(_length, middle) + 1, reachable);
        }

        for (int text = index.FirstOfLength(Math.Max(shortest, reachable + 1)), end = index.FirstOfLength(longest + 1); text < end; text++)
            CompareIfAlike(index, text);
    }

    /// <summary>Whether the pieces that the longest texts need have short lists.</summary>
    bool HasShortLists(int score)
    {
        var reachable = LongestWithPieces(score, Similarity.Lengths(score, _length).Longest);
        _choice.Choose(Math.Min(_choice.Most, Similarity.MostEdits(score, Math.Max(_length, reachable)) + 1), _places);
        return _choice.CostOf(_places) <= ShortEnough;
    }

    /// <summary>The longest length for which there are enough pieces; all that are longer have to be compared.</summary>
    int LongestWithPieces(int score, int longest)
    {
        while (longest > 0 && Similarity.MostEdits(score, Math.Max(longest, _length)) + 1 > _choice.Most)
        {
            if (longest <= _length) return 0;
            longest--;
        }

        return longest;
    }

    void SearchLengths(PieceIndex index, ReadOnlySpan<char> folded, int score, int shortest, int longest)
    {
        if (longest < shortest) return;
        var (first, end) = (index.FirstOfLength(shortest), index.FirstOfLength(longest + 1));
        if (first == end) return;
        var edits = Similarity.MostEdits(score, Math.Max(_length, longest));
        _choice.Choose(edits + 1, _places);
        if (_choice.CostOf(_places) <= CheapEnough || _choice.Most < edits + 3)
            foreach (var place in _places)
                foreach (var text in From(first, index.TextsWith(folded[place..])))
                {
                    if (text >= end) break;
                    CompareIfAlike(index, text);
                }
        else
            SearchByCount(index, folded, edits, first, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void SearchByCount(PieceIndex index, ReadOnlySpan<char> folded, int edits, int first, int end)
    {
        var needed = Math.Min(_choice.Most - edits, MostNeeded);
        _choice.Choose(edits + needed, _places);
        if (_held.Length < end - first) _held = new byte[Math.Max(end - first, 4096)];
        Array.Clear(_held, 0, end - first);
        foreach (var place in _places)
            foreach (var text in From(first, index.TextsWith(folded[place..])))
            {
                if (text >= end) break;
                if (++_held[text - first] == needed) CompareIfAlike(index, text);
            }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void CompareIfAlike(PieceIndex index, int text)
    {
        ref var last = ref _compared[text % _compared.Length];
        if (last == text) return;
        last = text;
        var letters = index.LettersOf(text);
        var length = index.LengthOf(text);
        var most = Similarity.MostEdits(_found.Bar, Math.Max(_length, length));
        if (BitOperations.PopCount(letters & ~_letters) > most || BitOperations.PopCount(_letters & ~letters) > most) return;
        Compare(index[text]);
    }

    /// <summary>The part of a list that starts with the first text not before another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static ReadOnlySpan<int> From(int first, ReadOnlySpan<int> texts)
    {
        int low = 0, high = texts.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (texts[middle] < first) low = middle + 1;
            else high = middle;
        }

        return texts[low..];
    }
}
