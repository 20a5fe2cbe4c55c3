using System.Runtime.CompilerServices;

namespace Translate.Memory;

/// <summary>Chooses which pieces of a text are looked up: they do not overlap, and their lists together are as short as can be.</summary>
/// <remarks>One object serves one thread.</remarks>
sealed class PieceChoice
{
    // Beyond this the table below costs more than the better choice saves.
    const int LongestForTable = 160;

    int[] _sizes = [];
    int[] _costs = [];
    int _length, _pieceLength, _rows;

    /// <summary>Most pieces that fit beside each other.</summary>
    public int Most => _length / _pieceLength;

    /// <summary>Looks up how long the list of every piece of a text is.</summary>
    public void Set(PieceIndex index, ReadOnlySpan<char> text)
    {
        (_length, _pieceLength, _rows) = (text.Length, index.PieceLength, 0);
        if (_sizes.Length < _length) _sizes = new int[_length * 2];
        for (var at = 0; at + _pieceLength <= _length; at++) _sizes[at] = index.CountWith(text[at..]);
    }

    /// <summary>Where the chosen pieces start.</summary>
    /// <param name="count">How many are wanted; at most <see cref="Most"/>.</param>
    /// <param name="places">Receives the places; cleared first.</param>
    public void Choose(int count, List<int> places)
    {
        places.Clear();
        if (_length <= LongestForTable) ChooseByTable(count, places);
        else ChooseByGrid(count, places);
    }

    /// <summary>Cost of the best choice of c pieces among the first i places, in row c: take the piece that ends there, or do not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void ChooseByTable(int count, List<int> places)
    {
        var width = _length + 1;
        if (_costs.Length < (count + 1) * width) Array.Resize(ref _costs, (count + 1) * width);
        if (_rows == 0) Array.Clear(_costs, 0, width);
        // Rows stay for the next choice among the same pieces.
        for (; _rows < count; _rows++)
        {
            var above = _costs.AsSpan(_rows * width, width);
            var row = _costs.AsSpan((_rows + 1) * width, width);
            var start = (_rows + 1) * _pieceLength;
            row[start - 1] = int.MaxValue / 2;
            for (var end = start; end < width; end++)
                row[end] = Math.Min(row[end - 1], above[end - _pieceLength] + _sizes[end - _pieceLength]);
        }

        for (int chosen = count, end = _length; chosen > 0; end--)
        {
            var row = chosen * width;
            if (end > chosen * _pieceLength && _costs[row + end] == _costs[row + end - 1]) continue;
            places.Add(end - _pieceLength);
            end -= _pieceLength - 1;
            chosen--;
        }
    }

    /// <summary>For long texts: the cheapest pieces of those that stand side by side.</summary>
    void ChooseByGrid(int count, List<int> places)
    {
        for (var at = 0; at + _pieceLength <= _length; at += _pieceLength) places.Add(at);
        places.Sort((one, other) => _sizes[one] != _sizes[other] ? _sizes[one].CompareTo(_sizes[other]) : one.CompareTo(other));
        places.RemoveRange(count, places.Count - count);
    }

    /// <summary>How many list entries the chosen pieces have.</summary>
    public int CostOf(List<int> places)
    {
        var cost = 0;
        foreach (var place in places) cost += _sizes[place];
        return cost;
    }
}
