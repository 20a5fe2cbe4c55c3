using System.Runtime.InteropServices;
using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>One search through one text; its buffers serve the thread's next search too.</summary>
sealed class TermScan
{
    readonly record struct Place(int Start, int End, int Entry, bool IsInflected, bool IsProposed, int Form, Quantity? Number) : IComparable<Place>
    {
        public int CompareTo(Place other) =>
            Start != other.Start ? Start.CompareTo(other.Start) : End != other.End ? other.End.CompareTo(End)
            : IsInflected != other.IsInflected ? IsInflected.CompareTo(other.IsInflected) : Entry.CompareTo(other.Entry);
    }

    readonly TermText _text = new();
    readonly List<Place> _places = [];
    readonly List<TermHit> _hits = [];
    readonly Dictionary<int, bool> _when = [];
    // What inflection adds to a stem at most.
    const int LongestEnding = 5;

    TermFinder _finder = null!;
    int _startOfLast;
    int _endOfLast;
    string? _original;
    List<TermCandidate>? _candidates;

    /// <summary>The terms of a text, in order.</summary>
    public ReadOnlySpan<TermHit> Find(TermFinder finder, ReadOnlySpan<char> source)
    {
        (_finder, _original) = (finder, null);
        if (_places.Count > 0) _places.Clear();
        if (_hits.Count > 0) _hits.Clear();
        if (_when.Count > 0) _when.Clear();
        (_startOfLast, _endOfLast) = (-1, -1);
        _text.Set(source);
        Scan(source);
        Resolve();
        return CollectionsMarshal.AsSpan(_hits);
    }

    /// <summary>Tells of every form that stands in a text what became of it.</summary>
    public void Explain(TermFinder finder, string source, List<TermCandidate> candidates)
    {
        _candidates = candidates;
        try
        {
            Find(finder, source);
        }
        finally
        {
            _candidates = null;
        }
    }

    void Scan(ReadOnlySpan<char> source)
    {
        var units = _text.Units;
        var index = _finder.Index;
        var filter = index.PairFilter;
        var (shift, singles) = (index.PairShift, index.HasSingles);
        // A slot's match may start before its literal; then nothing may be passed over.
        var skips = !index.HasSlots && _candidates is null;
        for (var at = 0; at < units.Length; at++)
        {
            var unit = units[at];
            // No letter of a script with words stands at or above U+2000 once full-width ones are folded.
            if (unit < '\u2000' && Letters.IsToken(unit))
            {
                if (at > 0 && Letters.IsLetter(units[at - 1]))
                {
                    while (at + 1 < units.Length && Letters.IsToken(units[at + 1])) at++;
                    continue;
                }

                if (at == 0 || !Letters.IsDigit(unit) || !Letters.IsDigit(units[at - 1])) TryWord(source, at);
            }
            else
            {
                if (at + 1 < units.Length)
                {
                    var hash = FormIndex.HashOf(unit, units[at + 1]) >> shift;
                    if ((filter[(int)(hash >> 6)] >> (int)hash & 1) != 0) TryPair(source, at);
                }

                if (singles && index.MayBeSingle(unit) && !IsTakenAt(at) && index.TryGet(unit, out var from, out var to)) TryAll(source, at, from, to);
            }

            if (skips && IsTakenAt(at)) at = _endOfLast - 1;
        }
    }

    void TryWord(ReadOnlySpan<char> source, int at)
    {
        var units = _text.Units;
        Span<ulong> keys = stackalloc ulong[4];
        var (key, most) = (0ul, Math.Min(4, units.Length - at));
        for (var i = 0; i < most; i++) keys[i] = key = key << 16 | units[at + i];
        // Long forms first, so that shorter ones need not be looked at.
        for (var i = most - 1; i >= 0; i--)
            if (_finder.Index.TryGet(keys[i], out var start, out var end)) TryAll(source, at, start, end);
    }

    void TryPair(ReadOnlySpan<char> source, int at)
    {
        var units = _text.Units;
        var index = _finder.Index;
        if (at + 2 < units.Length && index.TryGet(FormIndex.Key(units.Slice(at, 3)), out var start, out var end)) TryAll(source, at, start, end);
        if ((!IsTakenAt(at) || index.HasSlots) && index.TryGet(FormIndex.Key(units.Slice(at, 2)), out start, out end)) TryAll(source, at, start, end);
    }

    /// <summary>Whether a term that certainly counts starts here; shorter ones without a slot need no look then.</summary>
    bool IsTakenAt(int at) => _startOfLast == at && _candidates is null;

    /// <summary>Tries the forms with one key, the longest first.</summary>
    void TryAll(ReadOnlySpan<char> source, int at, int start, int end)
    {
        var rest = _text.Units[at..];
        var heads = _finder.Index.Heads;
        var next = rest.Length >= 7 ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest[3..])) : 0;
        for (var i = start; i < end; i++)
        {
            var head = heads[i];
            if (rest.Length >= 7 ? ((next ^ head.Next) & head.Mask) != 0 : rest.Length < head.Length) continue;
            if (head.IsPlain && _candidates is null && rest.Length >= 7)
            {
                if (!IsTakenAt(at) || at + head.Length >= _endOfLast) AddPlain(at, head, i);
                continue;
            }

            var form = _finder.Index.Forms[i];
            if (IsTakenAt(at) && form.Slot == SlotPlace.None && at + head.Length + LongestEnding < _endOfLast) continue;
            if (rest.StartsWith(form.Literal)) Try(source, at, form, i);
        }
    }

    /// <summary>The key holds the first three units and the head the others: nothing is left to look at.</summary>
    void AddPlain(int at, FormHead head, int form)
    {
        var end = at + head.Length;
        _places.Add(new(_text.ToOriginal(at), _text.ToOriginal(end - 1) + 1, head.Entry, false, false, form, null));
        (_startOfLast, _endOfLast) = (at, Math.Max(end, _startOfLast == at ? _endOfLast : 0));
    }

    void Try(ReadOnlySpan<char> source, int at, TermForm form, int number)
    {
        var units = _text.Units;
        var end = at + form.Literal.Length;
        var inflected = false;
        if (form.Ending != Ending.Free)
        {
            var word = end;
            while (word < units.Length && Letters.IsLetter(units[word])) word++;
            if (!Inflection.Allows(units[end..word], form.Literal, form.Tail, form.Ending, out inflected)) return;
            end = word;
        }

        var literal = _text.ToOriginal(at, end);
        var (range, filling) = (literal, default(Quantity));
        if (form.Slot != SlotPlace.None && !TryFill(source, form, literal, out range, out filling))
        {
            Report(form, literal, MatchOutcome.Slot, "");
            return;
        }

        if (!IsApart(source, form, literal))
        {
            Report(form, range, MatchOutcome.Boundary, "");
            return;
        }

        if (form.Cased is not null && !HasCase(source, at, form, end))
        {
            Report(form, range, MatchOutcome.Case, "");
            return;
        }

        if (_finder.ContextOf(form.Entry) is { } context && !Fits(context, form, range, at, end)) return;
        var proposed = _finder.Entries[form.Entry].Status == ConceptStatus.Proposed;
        _places.Add(new(range.Start, range.End, form.Entry, inflected, proposed, number, filling));
        if (proposed || form.Slot != SlotPlace.None || _startOfLast == at && end <= _endOfLast) return;
        (_startOfLast, _endOfLast) = (at, end);
    }

    static bool IsApart(ReadOnlySpan<char> source, TermForm form, TextRange literal) =>
        (!form.StartsWord || form.Slot == SlotPlace.Before || TermBoundary.IsStart(source, literal.Start, literal.End))
        && (form.Ending == Ending.Free || TermBoundary.IsEnd(source, literal.Start, literal.End));

    bool Fits(TermContext context, TermForm form, TextRange range, int at, int end)
    {
        if (context.Unless.Length > 0 && context.Covering(_text.Units, at, end) is { } word)
        {
            Report(form, range, MatchOutcome.Unless, word);
            return false;
        }

        if (context.Number < 0) return true;
        ref var stands = ref CollectionsMarshal.GetValueRefOrAddDefault(_when, context.Number, out var known);
        if (!known) stands = context.StandsIn(_text.Units);
        if (!stands) Report(form, range, MatchOutcome.When, "");
        return stands;
    }

    bool TryFill(ReadOnlySpan<char> source, TermForm form, TextRange literal, out TextRange range, out Quantity? number)
    {
        range = literal;
        _original ??= source.ToString();
        number = form.Slot == SlotPlace.Before
            ? SlotReader.Before(_original, literal.Start, _finder.Pair.Source)
            : SlotReader.After(_original, literal.End, _finder.Pair.Source);
        if (number is null) return false;
        range = form.Slot == SlotPlace.Before ? new(number.Range.Start, literal.End) : new(literal.Start, number.Range.End);
        if (form.Before.Length == 0) return true;
        var start = SlotReader.StartOf(_original, number.Range.Start, form.Before);
        range = new(start, range.End);
        return start >= 0;
    }

    /// <summary>Compares letters with the original; a plural s of an acronym must be small.</summary>
    bool HasCase(ReadOnlySpan<char> source, int at, TermForm form, int end)
    {
        var cased = form.Cased!;
        for (var i = 0; i < cased.Length; i++)
        {
            var here = Letters.Narrow(source[_text.ToOriginal(at + i)]);
            if (char.IsAsciiLetter(cased[i]) && here != cased[i]) return false;
        }

        return form.Ending != Ending.Acronym || end == at + cased.Length || Letters.Narrow(source[_text.ToOriginal(end - 1)]) == 's';
    }

    /// <summary>Leftmost-longest: approved and deprecated concepts first, proposed ones where room is left.</summary>
    void Resolve()
    {
        if (_places.Count == 0) return;
        var places = CollectionsMarshal.AsSpan(_places);
        if (!IsSorted(places)) places.Sort();
        var proposed = false;
        var last = new TextRange(-1, -1);
        var exact = false;
        foreach (ref readonly var place in places)
        {
            proposed |= place.IsProposed;
            if (!place.IsProposed) Take(place, ref last, ref exact);
        }

        if (!proposed) return;
        var approved = _hits.Count;
        (last, exact) = (new(-1, -1), false);
        foreach (ref readonly var place in places)
        {
            if (!place.IsProposed) continue;
            if (IsTaken(place, approved)) Report(_finder.Index.Forms[place.Form], new(place.Start, place.End), MatchOutcome.Proposed, "");
            else Take(place, ref last, ref exact);
        }

        _hits.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : one.Entry.CompareTo(other.Entry));
    }

    static bool IsSorted(ReadOnlySpan<Place> places)
    {
        for (var i = 1; i < places.Length; i++)
            if (places[i - 1].CompareTo(places[i]) > 0) return false;
        return true;
    }

    void Take(in Place place, ref TextRange last, ref bool exact)
    {
        TextRange range = new(place.Start, place.End);
        var outcome = MatchOutcome.Matched;
        if (range == last)
        {
            if (place.IsInflected && exact) outcome = MatchOutcome.Inflected;
            else if (_hits[^1].Entry == place.Entry) return;
        }
        else if (place.Start < last.End) outcome = MatchOutcome.Nested;
        else (last, exact) = (range, !place.IsInflected);
        if (_candidates is not null) Report(_finder.Index.Forms[place.Form], range, outcome, "");
        if (outcome == MatchOutcome.Matched) _hits.Add(new(place.Entry, place.Start, place.End, place.IsInflected, place.Number));
    }

    bool IsTaken(in Place place, int approved)
    {
        for (var i = 0; i < approved; i++)
            if (_hits[i].Start < place.End && place.Start < _hits[i].End) return true;
        return false;
    }

    void Report(TermForm form, TextRange range, MatchOutcome outcome, string reason) =>
        _candidates?.Add(new(_finder.Entries[form.Entry], form.Written, range, outcome, reason));
}
