namespace Translate;

/// <summary>A replacement of one range of a text.</summary>
/// <param name="Range">What is replaced; empty for an insertion.</param>
/// <param name="Replacement">What stands there afterwards; empty for a deletion.</param>
public readonly record struct TextEdit(TextRange Range, string Replacement);

/// <summary>Tells for every place of a text from which place of its input it came.</summary>
/// <remarks>
/// A text is made of pieces that were copied unit by unit or that stand for an input range of another length (an entity, a
/// repair). Both sides only ever move forward. Lookups cost the logarithm of the number of pieces.
/// </remarks>
public sealed class OffsetMap
{
    readonly record struct Piece(int Text, int TextLength, int Input, int InputLength)
    {
        public bool Copied => TextLength == InputLength;
    }

    readonly Piece[] _pieces;

    OffsetMap(Piece[] pieces) => _pieces = pieces;

    /// <summary>Length of the mapped text in UTF-16 units.</summary>
    public int TextLength => _pieces.Length == 0 ? 0 : _pieces[^1].Text + _pieces[^1].TextLength;

    /// <summary>The input range from the first mapped place to the last.</summary>
    public TextRange Input => _pieces.Length == 0 ? default : new(_pieces[0].Input, _pieces[^1].Input + _pieces[^1].InputLength);

    /// <summary>A text that was copied as it stands.</summary>
    /// <param name="inputStart">Where in the input it starts.</param>
    /// <param name="length">Units.</param>
    public static OffsetMap Identity(int inputStart, int length) => new([new(0, length, inputStart, length)]);

    /// <summary>Where in the input the unit at <paramref name="position"/> starts; the end of the text gives the end of the input.</summary>
    public int ToInput(int position)
    {
        if (_pieces.Length == 0) return 0;
        var piece = _pieces[Find(position)];
        var into = position - piece.Text;
        if (piece.Copied) return piece.Input + into;
        return into >= piece.TextLength ? piece.Input + piece.InputLength : piece.Input;
    }

    /// <summary>The smallest input range from which the whole of <paramref name="range"/> came.</summary>
    public TextRange ToInput(TextRange range)
    {
        var start = ToInput(range.Start);
        if (range.IsEmpty) return new(start, start);
        var last = _pieces[Find(range.End - 1)];
        var end = last.Copied ? last.Input + (range.End - last.Text) : last.Input + last.InputLength;
        return new(start, Math.Max(start, end));
    }

    /// <summary>The smallest range of the text that holds everything that came from <paramref name="input"/>.</summary>
    /// <returns>An empty range at the place where it would stand when nothing of it is left.</returns>
    public TextRange ToText(TextRange input)
    {
        int start = -1, end = -1, after = 0;
        foreach (var piece in _pieces)
        {
            if (piece.Input + piece.InputLength <= input.Start) after = piece.Text + piece.TextLength;
            if (piece.Input >= input.End || piece.Input + piece.InputLength <= input.Start || piece.TextLength == 0) continue;
            var from = piece.Copied ? piece.Text + Math.Max(0, input.Start - piece.Input) : piece.Text;
            var to = piece.Copied ? piece.Text + Math.Min(piece.TextLength, input.End - piece.Input) : piece.Text + piece.TextLength;
            if (start < 0) start = from;
            end = to;
        }

        return start < 0 ? new(after, after) : new(start, end);
    }

    /// <summary>The map of the text that remains after edits.</summary>
    /// <param name="edits">In order, not overlapping, in places of this map's text.</param>
    /// <exception cref="ArgumentException">Edits overlap, are out of order or lie outside the text.</exception>
    public OffsetMap After(IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0) return this;
        Builder builder = new();
        var at = 0;
        foreach (var edit in edits)
        {
            if (edit.Range.Start < at || edit.Range.End > TextLength || edit.Range.End < edit.Range.Start)
                throw new ArgumentException($"edit {edit.Range} is out of order or outside the text", nameof(edits));
            // Markup directly before an insertion comes after it, as Block.After moves tags.
            CopyTo(builder, new(at, edit.Range.Start), Edges.Start | (edit.Range.IsEmpty ? Edges.None : Edges.End));
            var input = ToInput(edit.Range);
            builder.Replace(edit.Replacement.Length, input.Start, input.Length);
            at = edit.Range.End;
        }

        CopyTo(builder, new(at, TextLength), Edges.Start | Edges.End);
        return builder.ToMap();
    }

    /// <summary>The edits that lead from the input to the text.</summary>
    /// <param name="text">The mapped text; its units that were copied are taken as unchanged.</param>
    /// <returns>One for each piece that was not copied, in places of the input.</returns>
    public IEnumerable<TextEdit> Edits(string text) =>
        _pieces.Where(piece => !piece.Copied)
            .Select(piece => new TextEdit(TextRange.At(piece.Input, piece.InputLength), text.Substring(piece.Text, piece.TextLength)));

    /// <summary>The map of a part of the text.</summary>
    public OffsetMap Slice(TextRange range)
    {
        Builder builder = new();
        CopyTo(builder, range, Edges.None);
        if (range.IsEmpty) builder.Replace(0, ToInput(range.Start), 0);
        return builder.ToMap();
    }

    /// <summary>At which ends of a range pieces without text, which stand for markup, belong to it.</summary>
    [Flags]
    enum Edges { None = 0, Start = 1, End = 2 }

    void CopyTo(Builder builder, TextRange range, Edges edges)
    {
        if (range.IsEmpty && !edges.HasFlag(Edges.End)) return;
        var i = Find(range.Start);
        while (i > 0 && _pieces[i - 1].Text == range.Start) i--;
        for (; i < _pieces.Length && _pieces[i].Text <= range.End; i++)
        {
            var piece = _pieces[i];
            var from = Math.Max(piece.Text, range.Start);
            var to = Math.Min(piece.Text + piece.TextLength, range.End);
            if (piece.TextLength > 0 ? to <= from : !Holds(piece.Text)) continue;
            if (piece.Copied) builder.Copy(piece.Input + from - piece.Text, to - from);
            else builder.Replace(to - from, piece.Input, piece.InputLength);
        }

        bool Holds(int position) => position == range.End ? edges.HasFlag(Edges.End) : position > range.Start || edges.HasFlag(Edges.Start);
    }

    /// <summary>The piece that holds a place; at the end of the text the last one.</summary>
    int Find(int position)
    {
        int low = 0, high = _pieces.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Text <= position) low = middle;
            else high = middle - 1;
        }

        // A deletion has no text of its own; what starts at the same place is the later piece, found above.
        return low;
    }

    /// <summary>Builds a map piece by piece, from the start of the text to its end.</summary>
    public sealed class Builder
    {
        readonly List<Piece> _pieces = [];
        int _text;

        /// <summary>Units added so far.</summary>
        public int TextLength => _text;

        /// <summary>The next <paramref name="length"/> units were copied from the input.</summary>
        public void Copy(int inputStart, int length)
        {
            if (length == 0) return;
            if (_pieces.Count > 0 && _pieces[^1] is { Copied: true } last && last.Input + last.InputLength == inputStart)
                _pieces[^1] = last with { TextLength = last.TextLength + length, InputLength = last.InputLength + length };
            else
                _pieces.Add(new(_text, length, inputStart, length));
            _text += length;
        }

        /// <summary>The next <paramref name="textLength"/> units stand for an input range of any length.</summary>
        public void Replace(int textLength, int inputStart, int inputLength)
        {
            if (textLength == 0 && inputLength == 0 && _pieces.Count > 0) return;
            if (textLength == inputLength && textLength > 1)
            {
                // Equal lengths would read as a copy; two pieces keep it one replacement.
                _pieces.Add(new(_text, 1, inputStart, inputLength));
                _pieces.Add(new(_text + 1, textLength - 1, inputStart + inputLength, 0));
            }
            else
                _pieces.Add(new(_text, textLength, inputStart, inputLength));
            _text += textLength;
        }

        /// <summary>The finished map.</summary>
        public OffsetMap ToMap() => new([.. _pieces]);
    }
}
