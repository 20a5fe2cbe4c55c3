namespace Translate.Memory;

/// <summary>Many different texts in few arrays, while they are gathered.</summary>
/// <remarks>One thread may add while others read the texts that were there before.</remarks>
sealed class TextPool
{
    const int ChunkLength = 1 << 20;

    readonly HashSet<long> _keys = [];
    char[][] _chunks = [[]];
    int _used;
    Place[] _places = new Place[128];

    readonly record struct Place(int Chunk, int Start, int Length);

    public int Count { get; private set; }

    /// <summary>Length of all texts together.</summary>
    public int Units { get; private set; }

    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var (chunk, start, length) = _places[index];
            return _chunks[chunk].AsSpan(start, length);
        }
    }

    public int LengthOf(int index) => _places[index].Length;

    /// <summary>Room for a text of at most <paramref name="most"/> units; <see cref="Commit"/> says how many were written.</summary>
    public Span<char> Room(int most)
    {
        if (_chunks[^1].Length - _used < most)
        {
            _chunks = [.. _chunks, GC.AllocateUninitializedArray<char>(Math.Max(most, Count == 0 ? 4096 : ChunkLength))];
            _used = 0;
        }

        return _chunks[^1].AsSpan(_used, most);
    }

    /// <summary>Takes the folded text that was written into <see cref="Room"/>, unless it is there already.</summary>
    public void Commit(int length)
    {
        if (length == 0 || !_keys.Add(TextKey.OfFolded(_chunks[^1].AsSpan(_used, length)))) return;
        if (Count == _places.Length) Array.Resize(ref _places, Count * 2);
        _places[Count++] = new(_chunks.Length - 1, _used, length);
        _used += length;
        Units += length;
    }

    public void Add(ReadOnlySpan<char> folded)
    {
        folded.CopyTo(Room(folded.Length));
        Commit(folded.Length);
    }
}
