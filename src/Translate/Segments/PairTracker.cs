namespace Translate.Segments;

/// <summary>Which brackets and quotation marks are open at a place.</summary>
sealed class PairTracker(SentenceRules rules, string text)
{
    // Text with a thousand open brackets is no text; the innermost ones decide.
    const int Deepest = 64;

    readonly int[] _open = new int[Deepest];
    int _depth;

    /// <summary>Positions of the open marks, the outermost first.</summary>
    public ReadOnlySpan<int> Open => _open.AsSpan(0, _depth);

    /// <summary>Whether a mark of a kind is open.</summary>
    public bool IsOpen(char opener)
    {
        foreach (var open in Open)
            if (text[open] == opener) return true;
        return false;
    }

    /// <summary>Takes note of the pairs that open and close in a range; what precedes it was read before.</summary>
    public void Read(int start, int end)
    {
        for (var at = start; at < end; at++) Read(at);
    }

    /// <summary>Takes note of a unit that may open or close a pair.</summary>
    public void Read(int at)
    {
        if (Units.IsPair(text[at])) Take(at);
    }

    /// <summary>Forgets what is open: marks do not reach across paragraphs.</summary>
    public void Reset() => _depth = 0;

    void Take(int at)
    {
        var unit = text[at];
        if (unit == '"')
        {
            if (!Close('"')) Push(at);
        }
        else if (Units.IsCloser(unit)) Close(rules.Pairs[unit]);
        else Push(at);
    }

    /// <summary>Closes the innermost open mark of a kind, and what was left open inside it.</summary>
    bool Close(char opener)
    {
        var opened = _depth - 1;
        while (opened >= 0 && text[_open[opened]] != opener) opened--;
        if (opened < 0) return false;
        _depth = opened;
        return true;
    }

    void Push(int at)
    {
        if (_depth == Deepest) _open.AsSpan(1).CopyTo(_open.AsSpan(0, --_depth));
        _open[_depth++] = at;
    }
}
