namespace Translate.Packages;

/// <summary>Hands what is written on from another thread, in order, so that rows are packed while the next ones are made.</summary>
/// <param name="inner">Receives everything; stays open.</param>
sealed class BackgroundStream(Stream inner) : Stream
{
    byte[] _waiting = [], _leaving = [];
    Task _handing = Task.CompletedTask;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    /// <summary>How much was written so far.</summary>
    public override long Position { get; set; }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <exception cref="IOException">Something written earlier could not be handed on.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_waiting.Length < buffer.Length) _waiting = new byte[buffer.Length];
        buffer.CopyTo(_waiting);
        Flush();
        (_waiting, _leaving) = (_leaving, _waiting);
        var (leaving, count) = (_leaving, buffer.Length);
        _handing = Task.Run(() => inner.Write(leaving, 0, count));
        Position += count;
    }

    /// <summary>Waits until everything is handed on.</summary>
    public override void Flush() => _handing.GetAwaiter().GetResult();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // Even after a fault nobody may still write to what is about to be closed; who wrote hears of the fault from Flush.
        if (disposing) ((IAsyncResult)_handing).AsyncWaitHandle.WaitOne();
        base.Dispose(disposing);
    }
}
