using Translate.Articles;
using Translate.Glossaries;
using Translate.Memory;

namespace Translate.Engines;

/// <summary>One text that an engine is to translate.</summary>
/// <param name="Source">The text with its tags.</param>
/// <param name="Pair">From which language to which.</param>
/// <param name="Terms">Terms found in it; each engine is told in its own way.</param>
/// <param name="References">The best memory matches, best first; engines that cannot use them ignore them.</param>
/// <param name="Before">Source of the segment before it, as context that is not translated.</param>
/// <param name="After">Source of the segment after it.</param>
/// <param name="Complaint">For a second question: what was wrong with the first answer; <c>null</c> for a first question.</param>
public sealed record Question(
    TaggedText Source, LanguagePair Pair, IReadOnlyList<TermMatch> Terms, IReadOnlyList<MemoryMatch> References,
    string? Before = null, string? After = null, Complaint? Complaint = null);

/// <summary>Why a segment is asked a second time.</summary>
/// <param name="FirstAnswer">The target that came back.</param>
/// <param name="Missing">Terms that it did not honour; asked for in a stronger form.</param>
public sealed record Complaint(TaggedText FirstAnswer, IReadOnlyList<TermMatch> Missing);

/// <summary>What an engine allows in one request and in one minute. Zero means that it states no limit.</summary>
/// <param name="TextsPerRequest">Most texts in one request.</param>
/// <param name="CharactersPerRequest">Most characters in one request, markup included.</param>
/// <param name="CharactersPerMinute">Most characters in any 60 seconds.</param>
/// <param name="RequestsAtOnce">Most requests in flight.</param>
public sealed record EngineLimits(int TextsPerRequest, int CharactersPerRequest, int CharactersPerMinute, int RequestsAtOnce);

/// <summary>An engine's answer to one question.</summary>
/// <param name="Target">The translation with the tags that came back.</param>
/// <param name="Characters">Characters that were sent for it, markup included.</param>
public sealed record EngineReply(TaggedText Target, int Characters);

/// <summary>A machine-translation service: the one interface at the edge of the process.</summary>
public interface ITranslationEngine
{
    /// <summary>Short name that people know it by: <c>azure</c>, <c>openai</c>, <c>deepl</c>.</summary>
    string Name { get; }

    /// <summary>Every setting that changes answers (version, category, deployment, tone, model), never a key. Part of the answer store's key.</summary>
    string Settings { get; }

    /// <summary>What the service allows.</summary>
    EngineLimits Limits { get; }

    /// <summary>How many characters asking this would send, markup included.</summary>
    int CountCharacters(Question question);

    /// <summary>Whether what is sent is what is paid for. A language model is paid by tokens, and its instructions and context outweigh the texts.</summary>
    bool PaysByCharacter => true;

    /// <summary>What the engine would be told about terms, as text; part of the answer store's key. Empty when nothing.</summary>
    string TermsAsked(Question question);

    /// <summary>Questions of different kinds cannot share a request (Azure: plain text and HTML).</summary>
    string RequestKind(Question question);

    /// <summary>Asks once, without retrying; the request packer retries.</summary>
    /// <param name="questions">All of one language pair and one <see cref="RequestKind"/>, within <see cref="Limits"/>, none blank.</param>
    /// <param name="ct">Stops the request.</param>
    /// <returns>As many replies as questions, in the same order.</returns>
    /// <exception cref="EngineException">The service refused, failed, or answered against its protocol.</exception>
    Task<IReadOnlyList<EngineReply>> TranslateAsync(IReadOnlyList<Question> questions, CancellationToken ct);
}
