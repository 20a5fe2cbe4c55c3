namespace Translate.Memory;

/// <summary>A folded text and its score.</summary>
readonly record struct SimilarText(string Text, int Score);

/// <summary>The best texts found so far: by score, equal scores by text, so that the order never depends on who was asked first.</summary>
sealed class SimilarTexts
{
    readonly List<SimilarText> _best = [];
    int _minScore, _most;

    /// <summary>Lowest score that could still come in.</summary>
    public int Bar => _best.Count < _most ? _minScore : _best[^1].Score;

    public IReadOnlyList<SimilarText> Best => _best;

    public void Start(int minScore, int most)
    {
        _best.Clear();
        (_minScore, _most) = (minScore, most);
    }

    /// <summary>Whether a further search below a score could change nothing.</summary>
    public bool IsFullAt(int score) => _best.Count == _most && _best[^1].Score >= score;

    public void Add(ReadOnlySpan<char> text, int score)
    {
        if (score < Bar) return;
        var place = _best.Count;
        while (place > 0 && IsBetter(text, score, _best[place - 1])) place--;
        if (place > 0 && _best[place - 1].Score == score && text.SequenceEqual(_best[place - 1].Text)) return;
        if (place == _most) return;
        if (_best.Count == _most) _best.RemoveAt(_most - 1);
        _best.Insert(place, new(text.ToString(), score));
    }

    static bool IsBetter(ReadOnlySpan<char> text, int score, SimilarText other) =>
        score != other.Score ? score > other.Score : text.SequenceCompareTo(other.Text) < 0;
}
