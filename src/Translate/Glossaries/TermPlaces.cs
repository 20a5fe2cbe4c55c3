namespace Translate.Glossaries;

/// <summary>A place where a form counts, as long as no other one takes its place.</summary>
/// <param name="Start">First unit in the original.</param>
/// <param name="End">First unit after it.</param>
/// <param name="Entry">Index of the concept in its finder.</param>
/// <param name="Form">Index of the form.</param>
/// <param name="Number">Index of what fills its slot; -1 when there is none.</param>
/// <param name="IsInflected">Whether it stands in another form than the glossary's.</param>
/// <param name="IsProposed">Whether the concept is only proposed.</param>
readonly record struct TermPlace(int Start, int End, int Entry, int Form, int Number, bool IsInflected, bool IsProposed) : IComparable<TermPlace>
{
    public int CompareTo(TermPlace other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : End != other.End ? other.End.CompareTo(End)
        : IsInflected != other.IsInflected ? IsInflected.CompareTo(other.IsInflected) : Entry.CompareTo(other.Entry);
}

/// <summary>The places of one text where forms count, and which of them are its terms: leftmost-longest.</summary>
sealed class TermPlaces
{
    TermPlace[] _places = new TermPlace[64];
    TermPlace[] _terms = new TermPlace[64];
    int _count;
    int _taken;
    int _start;
    bool _isSorted;
    bool _hasProposed;
    TextRange _last;
    bool _lastIsExact;

    /// <summary>Forgets the places of the text before.</summary>
    public void Clear() => (_count, _taken, _start, _isSorted, _hasProposed) = (0, 0, -1, true, false);

    /// <summary>Adds a place.</summary>
    public void Add(in TermPlace place)
    {
        if (_count == _places.Length) Array.Resize(ref _places, _count * 2);
        if (place.Start <= _start) _isSorted = _isSorted && _places[_count - 1].CompareTo(place) <= 0;
        _start = place.Start;
        _hasProposed |= place.IsProposed;
        _places[_count++] = place;
    }

    /// <summary>The places that are terms, in order: approved and deprecated concepts first, proposed ones where room is left.</summary>
    /// <param name="report">Hears what became of each place; <c>null</c> when nobody wants to know.</param>
    /// <returns>Overwritten by the next text.</returns>
    public ReadOnlySpan<TermPlace> Resolve(Action<TermPlace, MatchOutcome>? report)
    {
        if (_count == 0) return [];
        if (_terms.Length < _count) _terms = new TermPlace[_places.Length];
        var places = _places.AsSpan(0, _count);
        if (!_isSorted) places.Sort();
        _last = new(-1, -1);
        foreach (ref readonly var place in places)
            if (!place.IsProposed) Take(place, report);
        if (_hasProposed) TakeProposed(places, report);
        return _terms.AsSpan(0, _taken);
    }

    void TakeProposed(ReadOnlySpan<TermPlace> places, Action<TermPlace, MatchOutcome>? report)
    {
        var approved = _taken;
        _last = new(-1, -1);
        foreach (ref readonly var place in places)
        {
            if (!place.IsProposed) continue;
            if (IsTaken(place, approved)) report?.Invoke(place, MatchOutcome.Proposed);
            else Take(place, report);
        }

        _terms.AsSpan(0, _taken).Sort();
    }

    void Take(in TermPlace place, Action<TermPlace, MatchOutcome>? report)
    {
        TextRange range = new(place.Start, place.End);
        var outcome = MatchOutcome.Matched;
        if (range == _last)
        {
            if (place.IsInflected && _lastIsExact) outcome = MatchOutcome.Inflected;
            else if (_terms[_taken - 1].Entry == place.Entry) return;
        }
        else if (place.Start < _last.End) outcome = MatchOutcome.Nested;
        else (_last, _lastIsExact) = (range, !place.IsInflected);
        report?.Invoke(place, outcome);
        if (outcome == MatchOutcome.Matched) _terms[_taken++] = place;
    }

    /// <summary>Whether one of the first so many terms, which stand in order and overlap only where they are equal, stands in a place.</summary>
    bool IsTaken(in TermPlace place, int approved)
    {
        int low = 0, high = approved;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_terms[middle].Start < place.End) low = middle + 1;
            else high = middle;
        }

        return low > 0 && _terms[low - 1].End > place.Start;
    }
}
