using System.Buffers;
using System.Runtime.InteropServices;

namespace Translate.Segments;

/// <summary>Which brackets and quotation marks are open at a place; reads each unit of the text once.</summary>
sealed class PairTracker(SentenceRules rules, string text)
{
    static readonly SearchValues<char> s_closers = SearchValues.Create(string.Concat(SentenceRules.Shipped.Pairs.Keys) + '"');
    static readonly SearchValues<char> s_pairs =
        SearchValues.Create(string.Concat(SentenceRules.Shipped.Pairs.Keys) + string.Concat(SentenceRules.Shipped.Pairs.Values) + '"');

    // Text with a thousand open brackets is no text; the innermost ones decide.
    const int Deepest = 64;

    readonly List<int> _open = [];
    int _at;

    /// <summary>Whether a unit closes a pair (a straight quotation mark may).</summary>
    public static bool IsCloser(char unit) => s_closers.Contains(unit);

    /// <summary>Positions of the open marks, the outermost first.</summary>
    public ReadOnlySpan<int> Open => CollectionsMarshal.AsSpan(_open);

    /// <summary>Reads on, up to a place.</summary>
    public void ReadTo(int end)
    {
        while (_at < end)
        {
            var found = text.AsSpan(_at, end - _at).IndexOfAny(s_pairs);
            if (found < 0)
            {
                _at = end;
                return;
            }

            _at += found;
            Take(_at++);
        }
    }

    /// <summary>Forgets what is open: marks do not reach across paragraphs.</summary>
    public void Reset() => _open.Clear();

    void Take(int at)
    {
        var unit = text[at];
        if (unit == '"')
        {
            if (!Close('"')) Push(at);
        }
        else if (rules.Pairs.TryGetValue(unit, out var opener)) Close(opener);
        else Push(at);
    }

    /// <summary>Closes the innermost open mark of a kind, and what was left open inside it.</summary>
    bool Close(char opener)
    {
        var opened = _open.Count - 1;
        while (opened >= 0 && text[_open[opened]] != opener) opened--;
        if (opened < 0) return false;
        _open.RemoveRange(opened, _open.Count - opened);
        return true;
    }

    void Push(int at)
    {
        if (_open.Count == Deepest) _open.RemoveAt(0);
        _open.Add(at);
    }
}
