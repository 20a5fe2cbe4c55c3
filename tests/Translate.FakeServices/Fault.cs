namespace Translate.FakeServices;

/// <summary>What an imitation does wrong on purpose.</summary>
public enum FaultKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>An error status with the service's own body.</summary>
    Error,

    /// <summary>An error status with a proxy's HTML page.</summary>
    ProxyError,

    /// <summary>The connection is reset before the headers.</summary>
    Reset,

    /// <summary>The connection is reset after half of the body.</summary>
    ResetInBody,

    /// <summary>The headers come late.</summary>
    Stall,

    /// <summary>The body stops half-way and goes on late.</summary>
    StallInBody,

    /// <summary>Content-Length promises more than comes.</summary>
    ShortBody,

    /// <summary>200 with something that is no JSON.</summary>
    InvalidJson,

    /// <summary>200 with the first half of the JSON.</summary>
    TruncatedJson,

    /// <summary>200 with an HTML page.</summary>
    HtmlPage,

    /// <summary>200 with nothing.</summary>
    EmptyBody,

    /// <summary>200 with one element too few.</summary>
    FewerElements,

    /// <summary>200 with one element too many.</summary>
    MoreElements,

    /// <summary>200 with another target language.</summary>
    WrongLanguage,

    /// <summary>200 with an element without translations.</summary>
    NoTranslations,

    /// <summary>200 with a null text.</summary>
    NullText,

    /// <summary>200 with an error object.</summary>
    ErrorObject,

    /// <summary>307 to another place.</summary>
    Redirect,

    /// <summary>204.</summary>
    NoContent,

    /// <summary>A language model declines.</summary>
    Refusal,

    /// <summary>A language model's reply ends at its length limit.</summary>
    CutOff,

    /// <summary>The service's filter takes the reply away.</summary>
    Filtered,

    /// <summary>A language model gives one id twice.</summary>
    RepeatedId,

    /// <summary>A language model obeys an instruction that stands in the article.</summary>
    Obedient,
}

/// <summary>One thing that goes wrong.</summary>
/// <param name="Kind">What.</param>
/// <param name="Code">For <see cref="FaultKind.Error"/> the service's code (429001) or a status.</param>
/// <param name="RetryAfter">A Retry-After header's value; <c>null</c> for none.</param>
/// <param name="Header">That header's name.</param>
/// <param name="Delay">How long a stall lasts.</param>
public sealed record Fault(
    FaultKind Kind, int Code = 0, string? RetryAfter = null, string Header = "Retry-After", TimeSpan Delay = default)
{
    public static Fault None { get; } = new(FaultKind.None);

    public static Fault Error(int code, string? retryAfter = null) => new(FaultKind.Error, code, retryAfter);

}

/// <summary>Which request meets which fault: first those of a script in order, then a share of the rest, drawn from a seed.</summary>
public sealed class FaultPlan
{
    readonly Lock _gate = new();
    readonly Queue<Fault> _script = new();
    Random _random = new(0);
    double _share;
    IReadOnlyList<Fault> _mixture = [];

    /// <summary>The next requests meet these, one each.</summary>
    public void Add(params IEnumerable<Fault> faults)
    {
        lock (_gate)
            foreach (var fault in faults) _script.Enqueue(fault);
    }

    /// <summary>From now on a share of requests meets one of these.</summary>
    public void Mix(double share, int seed, IReadOnlyList<Fault> mixture)
    {
        lock (_gate) (_share, _random, _mixture) = (share, new(seed), mixture);
    }

    public Fault Next()
    {
        lock (_gate)
        {
            if (_script.TryDequeue(out var fault)) return fault;
            return _mixture.Count > 0 && _random.NextDouble() < _share ? _mixture[_random.Next(_mixture.Count)] : Fault.None;
        }
    }

    /// <summary>What a bad day brings: throttling with and without Retry-After, errors, resets, stalls, damaged and short replies.</summary>
    public static IReadOnlyList<Fault> BadDay(TimeSpan stall) =>
    [
        Fault.Error(429001), Fault.Error(429001, "1"), Fault.Error(500000), Fault.Error(503000),
        new(FaultKind.ProxyError, 502), new(FaultKind.Reset), new(FaultKind.ResetInBody), new(FaultKind.Stall, Delay: stall),
        new(FaultKind.TruncatedJson), new(FaultKind.InvalidJson), new(FaultKind.FewerElements), new(FaultKind.ShortBody),
    ];
}
