namespace Translate.Engines;

/// <summary>How long to wait before asking again: what the service says, up to a cap, else longer each time.</summary>
/// <param name="seed">Where the jitter starts; clients that start alike should differ.</param>
/// <param name="cap">The longest single wait.</param>
sealed class Backoff(int seed, TimeSpan cap)
{
    static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);

    readonly Random _random = new(seed);

    /// <summary>The wait before the next try.</summary>
    /// <param name="tries">Tries that failed so far, from 1.</param>
    /// <param name="hint">What the service asked for.</param>
    public TimeSpan Wait(int tries, TimeSpan? hint)
    {
        // Spread by a fifth either way, so that eight requests refused together do not come back together.
        double jitter;
        lock (_random) jitter = 0.8 + 0.4 * _random.NextDouble();
        if (hint is { } asked) return Min(asked + TimeSpan.FromSeconds(jitter - 0.8), cap);
        return Min(s_first * Math.Pow(2, Math.Min(tries - 1, 16)) * jitter, cap);
    }

    static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
