namespace Translate.FakeServices;

/// <summary>A key that the imitation takes.</summary>
/// <param name="Value">The key.</param>
/// <param name="Region">Its resource's region; empty for a global resource, which takes any or none.</param>
/// <param name="CharactersPerMinute">Its tier's sliding minute; 0 for none.</param>
/// <param name="Quota">Characters left of a free month; negative for no end.</param>
/// <param name="IsSpeech">Whether it belongs to a Speech resource.</param>
public sealed record FakeKey(string Value, string Region = "", int CharactersPerMinute = 0, long Quota = -1, bool IsSpeech = false);

/// <summary>How the imitation of Azure Translator behaves. Mutable, so that a test can change the weather while it runs.</summary>
public sealed class FakeAzureOptions
{
    public List<FakeKey> Keys { get; } = [new("imitation-key")];

    /// <summary>Bearer tokens that are taken, each with the resource id that must come with it on a shared endpoint; empty for none.</summary>
    public Dictionary<string, string> Tokens { get; } = [];

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public int TextsPerRequest { get; set; } = 1000;

    public int CharactersPerText { get; set; } = 50_000;

    public int CharactersPerRequest { get; set; } = 50_000;

    /// <summary>Requests at once, above which it answers 429; 0 for no limit.</summary>
    public int RequestsAtOnce { get; set; }

    /// <summary>Every reply takes this long, and <see cref="LatencyPer100Characters"/> more.</summary>
    public TimeSpan Latency { get; set; }

    public TimeSpan LatencyPer100Characters { get; set; }

    /// <summary>The Retry-After of a 429; the service itself has never been seen to send one.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>The gateway before custom domains writes codes as strings and has headers of its own.</summary>
    public bool GatewayErrors { get; set; }

    public string ErrorContentType { get; set; } = "application/json; charset=utf-8";

    /// <summary>A container: no key, <c>from</c> needed, 100 texts of 10,000 characters.</summary>
    public bool Container { get; set; }

    /// <summary>A container that loads: the next so many requests get 503.</summary>
    public int NotReady { get; set; }

    /// <summary>Replies start with a byte order mark.</summary>
    public bool ByteOrderMark { get; set; }

    /// <summary>Replies come in chunks, without a Content-Length.</summary>
    public bool Chunked { get; set; }

    /// <summary>Adds properties that no documentation names.</summary>
    public bool UnknownProperties { get; set; }

    /// <summary>Blanks inside protected spans, and inline elements grown over the whole text, as both have been seen.</summary>
    public bool MovesTags { get; set; }

    /// <summary>In plain text, translates the names of HTML tags.</summary>
    public bool TranslatesTagNames { get; set; }

    /// <summary>Puts quotation marks round dictionary terms.</summary>
    public bool QuotesTerms { get; set; }

    /// <summary>An alignment that is there but empty, where it cannot be given.</summary>
    public bool EmptyAlignment { get; set; }

    /// <summary>400 for blank texts; they come back as they are otherwise.</summary>
    public bool RefusesBlank { get; set; }

    /// <summary>Texts that this many times longer than their source come back; 1 for none.</summary>
    public int Expansion { get; set; } = 1;

    public TermBehaviour Terms { get; set; } = TermBehaviour.Good;

    /// <summary>Custom systems that exist.</summary>
    public HashSet<string> Categories { get; } = ["general", "generalnn"];

    /// <summary>Deployments of language models (2026-06-06).</summary>
    public HashSet<string> LanguageModels { get; } = ["gpt-4o-mini"];
}
