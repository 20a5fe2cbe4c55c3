using System.Numerics;
using System.Runtime.InteropServices;
using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>One search through one text; its buffers serve the thread's next search too.</summary>
/// <remarks>
/// A text is folded, asked in blocks for the places where forms may start, and the forms in question are compared there from left to
/// right, the longest first. What starts inside a term that certainly counts is passed over.
/// </remarks>
sealed class TermScan
{
    // What inflection adds to a stem at most.
    const int LongestEnding = 5;

    // So many places are looked up together, so that they wait for memory together and the buffer stays small.
    const int Block = 256;

    /// <summary>A place that starts like a key, and the bucket of the forms with that key.</summary>
    readonly record struct Question(int At, int Bucket);

    readonly TermText _text = new();
    readonly TermPlaces _places = new();
    readonly List<Quantity> _numbers = [];
    readonly Dictionary<int, bool> _when = [];
    readonly Question[] _questions = new Question[FormIndex.LongestKey * Block];
    readonly Action<TermPlace, MatchOutcome> _report;

    TermFinder _finder = null!;
    int _startOfLast;
    int _endOfLast;
    int _coveredFrom;
    int _endOfSlots;
    List<TermCandidate>? _candidates;

    public TermScan() => _report = (place, outcome) => Report(_finder.Index.Forms[place.Form], new(place.Start, place.End), outcome, "");

    /// <summary>What fills the slot of a term that was found last; <c>null</c> when it has none.</summary>
    public Quantity? NumberOf(in TermPlace term) => term.Number < 0 ? null : _numbers[term.Number];

    /// <summary>Takes what was read only to have it near, so that the reading is not optimised away.</summary>
    public int Touched { get; set; }

    /// <summary>The terms of a text, in order.</summary>
    /// <param name="finder">Whose terms.</param>
    /// <param name="source">The text.</param>
    /// <returns>Overwritten by the next search.</returns>
    public ReadOnlySpan<TermPlace> Find(TermFinder finder, ReadOnlySpan<char> source)
    {
        _finder = finder;
        _places.Clear();
        if (_numbers.Count > 0) _numbers.Clear();
        if (_when.Count > 0) _when.Clear();
        (_startOfLast, _endOfLast, _coveredFrom, _endOfSlots) = (-1, -1, -1, -1);
        _text.Set(source);
        Scan(source);
        return _places.Resolve(_candidates is null ? null : _report);
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
        // A slot form's match may start before its literal, and who wants to know why asks about every place.
        var passesOver = !index.HasSlots && _candidates is null;
        for (var start = 0; start < _text.Length; start += Block)
        {
            var questions = _questions.AsSpan(0, Ask(index, start, Math.Min(start + Block, _text.Length)));
            if (index.IsLarge)
                foreach (ref readonly var question in questions) Touched += index.Touch(question.Bucket);
            foreach (ref readonly var question in questions)
                if (!passesOver || question.At < _coveredFrom || question.At >= _endOfLast) Answer(source, index, question, passesOver);
        }
    }

    /// <summary>Collects the places where forms may start, from left to right and long keys first.</summary>
    /// <returns>How many questions there are.</returns>
    int Ask(FormIndex index, int start, int end)
    {
        var (starts, questions, asked) = (index.Starts, _questions, 0);
        for (; start < end; start += 64)
        {
            var (few, many) = starts.Mark(_text.Buffer, start, Math.Min(64, end - start));
            for (var left = few | many; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var at = start + bit;
                var unit = _text.Buffer[at];
                var first = _text.FourAt(at);
                var isShort = (int)(few >> bit) & 1;
                var isLong = (int)(many >> bit) & 1;
                if (Letters.IsToken(unit))
                {
                    if (IsInsideWord(at)) continue;
                    questions[asked] = new(at, index.BucketOf(first, 4));
                    asked += isLong;
                }

                questions[asked] = new(at, index.BucketOf(first, 3));
                asked += isLong;
                questions[asked] = new(at, index.BucketOf(first, 2));
                asked += isShort;
                if (starts.HasSingles && starts.IsSingle(unit)) questions[asked++] = new(at, index.BucketOf(first, 1));
            }
        }

        return asked;
    }

    bool IsInsideWord(int at)
    {
        if (at == 0) return false;
        var (before, here) = (_text.Buffer[at - 1], _text.Buffer[at]);
        return Letters.IsLetter(before) || Letters.IsDigit(before) && Letters.IsDigit(here);
    }

    /// <summary>Tries the forms of a bucket that stand at a place, the longest first.</summary>
    void Answer(ReadOnlySpan<char> source, FormIndex index, Question question, bool passesOver)
    {
        var at = question.At;
        var (first, next) = (_text.FourAt(at), _text.FourAt(at + 4));
        var (form, end) = index.Bucket(question.Bucket);
        if (FormIndex.IsSearched(form, end))
        {
            for (form = index.Last(form, end, _text.Units[at..]); form >= 0; form = index.Prefix(form))
                if (index.Heads[form].Starts(first, next)) Try(source, at, index.Heads[form], form);
            return;
        }

        var heads = index.Heads;
        for (; form < end; form++)
        {
            ref readonly var head = ref heads[form];
            if (!head.Starts(first, next)) continue;
            Try(source, at, head, form);
            // The longest one, alone: most questions end here.
            if (passesOver && at >= _coveredFrom && at < _endOfLast && !head.HasTwin) return;
        }
    }

    /// <summary>Tries a form whose head stands at a place.</summary>
    void Try(ReadOnlySpan<char> source, int at, in FormHead head, int form)
    {
        var end = at + head.Length;
        if (end > _text.Length) return;
        if (at < _endOfLast && _candidates is null && !head.HasSlot && (at > _startOfLast || end + (head.IsPlain ? 0 : LongestEnding) < _endOfLast)) return;
        if (!head.IsPlain)
        {
            ref readonly var whole = ref _finder.Index.Forms[form];
            if (_text.Units[at..].StartsWith(whole.Literal)) Try(source, at, whole, form);
            return;
        }

        if (head.Length > FormHead.Held && !_text.Units[at..].StartsWith(_finder.Index.Forms[form].Literal)) return;
        _places.Add(new(_text.ToOriginal(at), _text.ToOriginal(end - 1) + 1, head.Entry, form, -1, false, false));
        Take(at, end, isPlain: true);
    }

    void Try(ReadOnlySpan<char> source, int at, in TermForm form, int number)
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
            if (form.Before.Length == 0 && !form.AfterHyphen) Report(form, literal, MatchOutcome.Slot, "");
            return;
        }

        if (!IsApart(source, form, literal))
        {
            Report(form, range, MatchOutcome.Boundary, "");
            return;
        }

        if (!HasCase(source, at, form, end))
        {
            Report(form, range, MatchOutcome.Case, "");
            return;
        }

        if (_finder.ContextOf(form.Entry) is { } context && !Fits(context, form, range, at, end)) return;
        var proposed = _finder.Entries[form.Entry].Status == ConceptStatus.Proposed;
        if (filling is not null) _numbers.Add(filling);
        _places.Add(new(range.Start, range.End, form.Entry, number, filling is null ? -1 : _numbers.Count - 1, inflected, proposed));
        if (proposed) return;
        if (form.Slot == SlotPlace.None) Take(at, end, isPlain: false);
        else TakeSlot(at, end);
    }

    /// <summary>Remembers a term that certainly counts, so that what starts in it can be passed over.</summary>
    /// <param name="at">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isPlain">Whether it is no inflected form; a shorter stem at the same place may have grown into one.</param>
    void Take(int at, int end, bool isPlain)
    {
        if (at < _endOfSlots || _startOfLast == at && end <= _endOfLast) return;
        (_startOfLast, _endOfLast, _coveredFrom) = (at, end, isPlain ? at : at + 1);
    }

    /// <summary>A slot's match may take the place of a term around its literal; then what starts after it counts again.</summary>
    void TakeSlot(int at, int end)
    {
        _endOfSlots = Math.Max(_endOfSlots, end);
        if (at < _endOfLast) (_startOfLast, _endOfLast) = (-1, -1);
    }

    static bool IsApart(ReadOnlySpan<char> source, in TermForm form, TextRange literal) =>
        (form.Slot == SlotPlace.Before || TermBoundary.IsStart(source, literal.Start, literal.End))
        && (form.Ending == Ending.Free || TermBoundary.IsEnd(source, literal.Start, literal.End));

    bool Fits(TermContext context, in TermForm form, TextRange range, int at, int end)
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

    bool TryFill(ReadOnlySpan<char> source, in TermForm form, TextRange literal, out TextRange range, out Quantity? number)
    {
        (range, number) = (literal, null);
        if (form.AfterHyphen && (literal.Start == 0 || !TermBoundary.IsHyphen(source[literal.Start - 1]))) return false;
        if (form.Slot == SlotPlace.Before ? !SlotReader.MayStandBefore(source, literal.Start) : !SlotReader.MayStandAfter(source, literal.End)) return false;
        number = form.Slot == SlotPlace.Before
            ? SlotReader.Before(source, literal.Start, _finder.Pair.Source, form.Before)
            : SlotReader.After(source, literal.End, _finder.Pair.Source);
        if (number is null) return false;
        range = form.Slot == SlotPlace.Before ? new(number.Range.Start, literal.End) : new(literal.Start, number.Range.End);
        if (form.Before.Length == 0) return true;
        var start = SlotReader.StartOf(source, number.Range.Start, form.Before);
        range = new(start, range.End);
        return start >= 0;
    }

    /// <summary>Compares letters with the original; a plural s of an acronym or a number must be small (a 4090S is another card).</summary>
    bool HasCase(ReadOnlySpan<char> source, int at, in TermForm form, int end)
    {
        var cased = form.Cased ?? "";
        for (var i = 0; i < cased.Length; i++)
        {
            var here = Letters.Narrow(source[_text.ToOriginal(at + i)]);
            if (char.IsAsciiLetter(cased[i]) && here != cased[i]) return false;
        }

        return form.Ending != Ending.Acronym || end == at + form.Literal.Length || Letters.Narrow(source[_text.ToOriginal(end - 1)]) == 's';
    }

    void Report(in TermForm form, TextRange range, MatchOutcome outcome, string reason) =>
        _candidates?.Add(new(_finder.Entries[form.Entry], form.Written, range, outcome, reason));
}
