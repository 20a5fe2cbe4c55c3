using System.Runtime.InteropServices;

namespace Translate.Cli;

/// <summary>Ctrl-C: the first asks the run to end in order, the second ends the process; what was answered is kept either way.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _stop = new();
    readonly List<PosixSignalRegistration> _signals = [];

    public Interruption()
    {
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            _signals.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _stop.Dispose();
    }

    void OnSignal(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested) return;
        context.Cancel = true;
        Console.Error.WriteLine("Stopping: what is on its way is finished and kept. Once more to stop at once.");
        _stop.Cancel();
    }
}
