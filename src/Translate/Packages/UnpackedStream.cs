namespace Translate.Packages;

/// <summary>A part of a zip package unpacks to more than it may: nobody's honest file.</summary>
sealed class OversizedPartException() : Exception("unpacks to far more than it may");

/// <summary>
/// The guard against zip bombs that every reader of packages puts around a part: counts what comes out rather than what the package
/// says of itself, and stops at a limit.
/// </summary>
/// <param name="inner">The unpacking stream; disposed with this one.</param>
/// <param name="most">Most bytes that may come out.</param>
sealed class UnpackedStream(Stream inner, long most) : Stream
{
    /// <summary>Most parts of a package.</summary>
    public const int MostParts = 10_000;

    long _tag;

    /// <summary>Bytes that came out so far.</summary>
    public long Count { get; private set; }

    /// <summary>Most bytes of one tag, where the part is XML: the framework's reader takes quadratic time for one with very many attributes.</summary>
    public long LongestTag { get; init; } = long.MaxValue;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => Count; set => throw new NotSupportedException(); }

    /// <summary>Most bytes of a part by its packed size: small parts pack well by chance, large ones only up to a ratio.</summary>
    /// <param name="packed">Its packed size.</param>
    /// <param name="ratio">Most times that it may grow.</param>
    /// <param name="free">Bytes for which the ratio does not count.</param>
    /// <param name="most">Most bytes at all.</param>
    public static long Allowed(long packed, int ratio, long free, long most) => Math.Min(most, Math.Max(free, packed * ratio));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="OversizedPartException">More came out than may.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        Count += count;
        if (LongestTag < long.MaxValue) Watch(buffer[..count]);
        return Count > most || _tag > LongestTag ? throw new OversizedPartException() : count;
    }

    void Watch(ReadOnlySpan<byte> read)
    {
        var (start, end) = (read.LastIndexOf((byte)'<'), read.LastIndexOf((byte)'>'));
        _tag = start > end ? read.Length - start : end < 0 && _tag > 0 ? _tag + read.Length : 0;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
