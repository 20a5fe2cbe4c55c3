using System.Collections.Concurrent;

namespace Translate.FakeServices;

/// <summary>One request as an imitation saw it.</summary>
public sealed record SeenRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body, IReadOnlyList<string> Texts)
{
    /// <summary>Status of the reply; 0 when the connection was broken instead.</summary>
    public int Status { get; set; }
}

/// <summary>What an imitation counts, for tests to read.</summary>
public sealed class Counters
{
    readonly ConcurrentQueue<SeenRequest> _seen = [];
    readonly ConcurrentDictionary<string, int> _charged = new(StringComparer.Ordinal), _delivered = new(StringComparer.Ordinal);
    int _requests, _elements, _inFlight, _peak;
    long _characters, _wasted;

    public int Requests => _requests;

    /// <summary>Texts translated.</summary>
    public int Elements => _elements;

    /// <summary>Characters charged, markup included, times targets.</summary>
    public long Characters => _characters;

    /// <summary>Those of them whose reply never reached the client whole.</summary>
    public long Wasted => _wasted;

    public int InFlight => _inFlight;

    /// <summary>Most requests at once.</summary>
    public int Peak => _peak;

    /// <summary>The last requests, oldest first.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    /// <summary>How often each text was charged.</summary>
    public IReadOnlyDictionary<string, int> Charged => _charged;

    /// <summary>How often each text's translation was sent whole to a client that was still there.</summary>
    public IReadOnlyDictionary<string, int> Delivered => _delivered;

    public void Deliver(IEnumerable<string> texts)
    {
        foreach (var text in texts) _delivered.AddOrUpdate(text, 1, (_, times) => times + 1);
    }

    public void Request() => Interlocked.Increment(ref _requests);

    /// <summary>Work on a request begins; it ends before the reply is sent, so that the next request is not counted beside it.</summary>
    public void Enter()
    {
        var now = Interlocked.Increment(ref _inFlight);
        for (var peak = _peak; now > peak; peak = _peak) Interlocked.CompareExchange(ref _peak, now, peak);
    }

    public void Leave() => Interlocked.Decrement(ref _inFlight);

    public void See(SeenRequest request)
    {
        _seen.Enqueue(request);
        while (_seen.Count > 2000) _seen.TryDequeue(out _);
    }

    public void Waste(long characters) => Interlocked.Add(ref _wasted, characters);

    public void Charge(IEnumerable<string> texts, int targets = 1)
    {
        foreach (var text in texts)
        {
            Interlocked.Increment(ref _elements);
            Interlocked.Add(ref _characters, (long)text.Length * targets);
            _charged.AddOrUpdate(text, 1, (_, times) => times + 1);
        }
    }
}
