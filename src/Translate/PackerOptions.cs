using Translate.Articles;

namespace Translate;

/// <summary>What became of one question.</summary>
/// <param name="Target">The translation; <c>null</c> when there is none.</param>
/// <param name="Origin"><see cref="Origin.New"/>, <see cref="Origin.AnsweredEarlier"/>, <see cref="Origin.Repeated"/>,
/// <see cref="Origin.Kept"/> (nothing to translate), <see cref="Origin.Empty"/> (left out by <see cref="PackerOptions.MaxCharacters"/>) or
/// <see cref="Origin.Failed"/>.</param>
/// <param name="Characters">Characters that were sent for it in this run; 0 unless <see cref="Origin.New"/>.</param>
/// <param name="Error">Why there is no target, one line; <c>null</c> when there is one.</param>
public sealed record Answer(TaggedText? Target, Origin Origin, int Characters, string? Error);

/// <summary>How a run asks its engine.</summary>
public sealed record PackerOptions
{
    /// <summary>Characters that a request should hold at most; a single longer text goes alone.</summary>
    public int PreferredCharacters { get; init; } = 10_000;

    /// <summary>Characters that the run may send in all, failed tries that may be charged included; 0 for no limit.</summary>
    public long MaxCharacters { get; init; }

    /// <summary>Asks again what earlier runs were answered.</summary>
    public bool Force { get; init; }

    /// <summary>How long an outage is waited out.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest single wait, whatever the service asks for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an unfilled request waits for more texts while others are on their way.</summary>
    public TimeSpan Linger { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Where the jitter of waits starts.</summary>
    public int Seed { get; init; }

    /// <summary>Names this run in the answer store.</summary>
    public string Run { get; init; } = Guid.NewGuid().ToString("n");
}

/// <summary>How far a run's questions are; a picture of one moment.</summary>
/// <param name="Asked">Distinct texts that needed the engine so far.</param>
/// <param name="Answered">Those of them that are answered.</param>
/// <param name="Failed">Those of them that failed for good.</param>
/// <param name="Requests">Requests sent, tries included.</param>
/// <param name="Retries">Tries after a failure.</param>
/// <param name="Characters">Characters sent and answered, or perhaps charged.</param>
/// <param name="InFlight">Requests on their way.</param>
/// <param name="Waiting">Why nothing is sent at the moment; empty when nothing holds it up.</param>
/// <param name="WaitLeft">How long that lasts.</param>
public sealed record PackerProgress(
    int Asked, int Answered, int Failed, int Requests, int Retries, long Characters, int InFlight, string Waiting, TimeSpan WaitLeft);
