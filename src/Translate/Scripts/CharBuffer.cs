namespace Translate.Scripts;

/// <summary>A text that grows at its end; one is reused for many conversions.</summary>
sealed class CharBuffer(int capacity)
{
    char[] _units = new char[capacity];

    /// <summary>Units written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlySpan<char> Text => _units.AsSpan(0, Length);

    /// <summary>Forgets what was written, keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Room behind what was written, at least as much as asked for.</summary>
    public Span<char> Reserve(int units)
    {
        if (_units.Length - Length < units) Array.Resize(ref _units, Math.Max(Length + units, _units.Length * 2));
        return _units.AsSpan(Length);
    }

    /// <summary>Takes over what was written into the reserved room.</summary>
    public void Advance(int units) => Length += units;

    /// <summary>Writes a text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        Advance(text.Length);
    }
}
