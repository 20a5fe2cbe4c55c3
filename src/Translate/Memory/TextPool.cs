namespace Translate.Memory;

/// <summary>Many texts in one array, while they are gathered.</summary>
sealed class TextPool
{
    char[] _units = new char[4096];
    int[] _ends = new int[128];
    readonly HashSet<long> _keys = [];

    public int Count { get; private set; }

    public int Units => Count == 0 ? 0 : _ends[Count - 1];

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _units.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Room for a text of at most <paramref name="most"/> units; <see cref="Commit"/> says how many were written.</summary>
    public Span<char> Room(int most)
    {
        if (_units.Length - Units < most) Array.Resize(ref _units, Math.Max(Units + most, _units.Length + _units.Length / 2));
        return _units.AsSpan(Units, most);
    }

    /// <summary>Takes the folded text that was written into <see cref="Room"/>, unless it is there already.</summary>
    public void Commit(int length)
    {
        if (length == 0 || !_keys.Add(TextKey.OfFolded(_units.AsSpan(Units, length)))) return;
        var end = Units + length;
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = end;
    }

    public void Add(ReadOnlySpan<char> folded)
    {
        folded.CopyTo(Room(folded.Length));
        Commit(folded.Length);
    }

    public int LengthOf(int index) => _ends[index] - (index == 0 ? 0 : _ends[index - 1]);
}
