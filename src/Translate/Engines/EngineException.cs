namespace Translate.Engines;

/// <summary>What can be done about an engine's failure.</summary>
public enum EngineFault
{
    /// <summary>Passing: throttled, overloaded, reset, timed out. Ask again later.</summary>
    Transient,

    /// <summary>This request can never succeed as it is, a smaller one may: split it.</summary>
    TooLarge,

    /// <summary>The reply broke the protocol; asking again may help once.</summary>
    Protocol,

    /// <summary>These texts are refused whatever is done; others may pass.</summary>
    Refused,

    /// <summary>Key, quota, region or language: no further request can succeed.</summary>
    Fatal,
}

/// <summary>An engine could not translate. The message is one line: what, where, what next; never a key, never article text.</summary>
public sealed class EngineException(EngineFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>What can be done about it.</summary>
    public EngineFault Fault { get; } = fault;

    /// <summary>How long the service asks to wait; <c>null</c> when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>The stable code under which <c>docs/problems.md</c> explains it; empty when it has no entry of its own.</summary>
    public string Code { get; init; } = "";

    /// <summary>Whether the service refused because too much was asked of it; requests and characters then have to slow down.</summary>
    public bool Throttled { get; init; }

    /// <summary>Whether the service may have charged for the request although no answer came.</summary>
    public bool MayBeCharged { get; init; }
}

/// <summary>A setting of an engine is absent or malformed. The message is one line and names the variable.</summary>
public sealed class EngineSettingException(string code, string message) : Exception(message)
{
    /// <summary>The stable code under which <c>docs/problems.md</c> explains it.</summary>
    public string Code { get; } = code;
}
