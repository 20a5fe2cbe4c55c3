using System.Numerics;
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
    int _endOfSlots;
    bool _onlySlots;
    ulong _touched;
    string? _original;
    List<TermCandidate>? _candidates;

    /// <summary>The terms of a text, in order.</summary>
    public ReadOnlySpan<TermHit> Find(TermFinder finder, ReadOnlySpan<char> source)
    {
        (_finder, _original) = (finder, null);
        if (_places.Count > 0) _places.Clear();
        if (_hits.Count > 0) _hits.Clear();
        if (_when.Count > 0) _when.Clear();
        (_startOfLast, _endOfLast, _endOfSlots) = (-1, -1, -1);
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
        var index = _finder.Index;
        var marks = _text.Mark(index.Starts);
        for (var word = 0; word < marks.Length; word++)
        {
            var (few, many) = marks[word];
            if (index.IsLarge) _touched = Touch(index, few, word << 6, 2) + Touch(index, many, word << 6, 3);
            for (var left = few | many; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var at = (word << 6) + bit;
                // Inside a term that certainly counts only the literal of a slot form matters, whose match may start before it.
                _onlySlots = at > _startOfLast && at < _endOfLast && _candidates is null;
                if (_onlySlots && !index.HasSlots) continue;
                if (Letters.IsToken(_text.Units[at])) TryWord(source, at);
                else TryUnits(source, at, (few >> bit & 1) != 0, (many >> bit & 1) != 0);
            }
        }
    }

    ulong Touch(FormIndex index, ulong marks, int start, int length)
    {
        var touched = 0ul;
        var units = _text.Units;
        for (; marks != 0; marks &= marks - 1)
        {
            var at = start + BitOperations.TrailingZeroCount(marks);
            if (at + length <= units.Length) touched += index.Touch(FormIndex.Key(units.Slice(at, length)));
        }

        return touched;
    }

    void TryWord(ReadOnlySpan<char> source, int at)
    {
        var units = _text.Units;
        // Inside a word or a number nothing starts.
        if (at > 0 && (Letters.IsLetter(units[at - 1]) || Letters.IsDigit(units[at - 1]) && Letters.IsDigit(units[at]))) return;
        Span<ulong> keys = stackalloc ulong[4];
        var (key, most) = (0ul, Math.Min(4, units.Length - at));
        for (var i = 0; i < most; i++) keys[i] = key = key << 16 | units[at + i];
        // Long forms first, so that shorter ones need not be looked at.
        for (var i = most - 1; i >= 0; i--) TryAll(source, at, keys[i]);
    }

    void TryUnits(ReadOnlySpan<char> source, int at, bool few, bool many)
    {
        var units = _text.Units;
        if (many && at + 2 < units.Length) TryAll(source, at, FormIndex.Key(units.Slice(at, 3)));
        if (!few || IsTakenAt(at) && !_finder.Index.HasSlots) return;
        if (at + 1 < units.Length) TryAll(source, at, FormIndex.Key(units.Slice(at, 2)));
        if (_finder.Index.Starts.IsSingle(units[at])) TryAll(source, at, units[at]);
    }

    /// <summary>Whether a term that certainly counts starts here; shorter ones without a slot need no look then.</summary>
    bool IsTakenAt(int at) => _startOfLast == at && _candidates is null;

    /// <summary>Tries the forms with one key, the longest first.</summary>
    void TryAll(ReadOnlySpan<char> source, int at, ulong key)
    {
        var start = _finder.Index.First(key);
        if (start < 0) return;
        var rest = _text.Units[at..];
        var heads = _finder.Index.Heads;
        var next = rest.Length >= 7 ? MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest[3..])) : 0;
        for (var i = start; heads[i].Key == key; i++)
        {
            ref readonly var head = ref heads[i];
            if (rest.Length >= 7 ? ((next ^ head.Next) & head.Mask) != 0 : rest.Length < head.Length) continue;
            if (_onlySlots && !head.HasSlot) continue;
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
        Take(at, end);
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
            // 元 alone says nothing of 每百万token{n}元, 卡 alone much of {n}卡.
            if (form.Before.Length == 0) Report(form, literal, MatchOutcome.Slot, "");
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
        if (proposed) return;
        if (form.Slot == SlotPlace.None) Take(at, end);
        else TakeSlot(at, end);
    }

    /// <summary>Remembers a term that certainly counts, so that what starts in it can be passed over.</summary>
    void Take(int at, int end)
    {
        if (at < _endOfSlots || _startOfLast == at && end <= _endOfLast) return;
        (_startOfLast, _endOfLast) = (at, end);
    }

    /// <summary>A slot's match may take the place of a term around its literal; then what starts after it counts again.</summary>
    void TakeSlot(int at, int end)
    {
        _endOfSlots = Math.Max(_endOfSlots, end);
        if (at < _endOfLast) (_startOfLast, _endOfLast) = (-1, -1);
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

        if (context.Number < 0 || form.IsForeign) return true;
        ref var stands = ref CollectionsMarshal.GetValueRefOrAddDefault(_when, context.Number, out var known);
        if (!known) stands = context.StandsIn(_text.Units);
        if (stands || context.OverlapsOwn(_text.Units, at, end)) return true;
        Report(form, range, MatchOutcome.When, "");
        return false;
    }

    bool TryFill(ReadOnlySpan<char> source, TermForm form, TextRange literal, out TextRange range, out Quantity? number)
    {
        (range, number) = (literal, null);
        if (form.Slot == SlotPlace.Before ? !SlotReader.MayStandBefore(source, literal.Start) : !SlotReader.MayStandAfter(source, literal.End)) return false;
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
