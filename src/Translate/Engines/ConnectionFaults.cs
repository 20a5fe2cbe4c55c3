using System.Globalization;
using System.Net.Sockets;

namespace Translate.Engines;

/// <summary>What went wrong on the way to a service, in words that say what to do; the same for every engine.</summary>
static class ConnectionFaults
{
    /// <summary>The fault that a failed send means.</summary>
    public static EngineException From(string engine, string host, Exception fault) => Unreachable(fault) is { } why
        ? new(EngineFault.Transient,
            $"{engine}: {host} cannot be reached ({why}); check the network, the proxy and the endpoint, then run again to go on", inner: fault)
        { Code = "EN020" }
        : new(EngineFault.Transient, $"{engine}: the connection to {host} broke", inner: fault) { Code = "EN024", MayBeCharged = true };

    /// <summary>Nobody is signed in to Entra ID, or the sign-in is refused. The library's own words run over many lines and name accounts.</summary>
    public static EngineException NotSignedIn(string engine, Exception fault) => new(EngineFault.Fatal,
        $"{engine}: sign-in with Entra ID failed; sign in with az login, give this machine a managed identity, or set a key, then run again to go on", inner: fault)
    { Code = "EN018" };

    /// <summary>One try took too long.</summary>
    public static EngineException TimedOut(string engine, string host, TimeSpan timeout) =>
        new(EngineFault.Transient, FormattableString.Invariant($"{engine}: no answer from {host} within {timeout.TotalSeconds:0.#} s"))
        { Code = "EN023", MayBeCharged = true };

    /// <summary>A reply that is not what was asked for.</summary>
    public static EngineException Broken(string engine, string what) =>
        new(EngineFault.Protocol, $"{engine}: {what}") { Code = "EN025", MayBeCharged = true };

    /// <summary>How long a service asks to wait; <c>null</c> when it does not say, or not sensibly.</summary>
    public static TimeSpan? RetryAfter(Func<string, string?> header, DateTimeOffset now)
    {
        foreach (var name in (string[])["retry-after-ms", "x-ms-retry-after-ms"])
            if (double.TryParse(header(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and < 1e9)
                return TimeSpan.FromMilliseconds(milliseconds);

        if (header("Retry-After") is not { } value) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
            return seconds is > 0 and < 1e6 ? TimeSpan.FromSeconds(seconds) : null;
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        var wait = date - now;
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>Why nobody answers there; <c>null</c> when somebody did and the connection broke later.</summary>
    static string? Unreachable(Exception? fault) => fault switch
    {
        null => null,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "its certificate is not trusted, or it does not speak TLS",
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => "the proxy refuses",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "nobody listens there",
        SocketException { SocketErrorCode: SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown } => "no way to it",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError, InnerException: not SocketException } => "no connection",
        AggregateException several => several.InnerExceptions.Select(Unreachable).FirstOrDefault(why => why is not null),
        _ => Unreachable(fault.InnerException),
    };
}
