using Translate.Articles;
using Translate.Engines;
using Translate.Memory;

namespace Translate;

/// <summary>A distinct text on its way to the engine, and all who wait for its answer.</summary>
/// <param name="question">What is asked.</param>
/// <param name="key">What makes it distinct.</param>
/// <param name="characters">Characters it sends.</param>
/// <param name="kind">With what it can share a request.</param>
sealed class PackedText(Question question, AnswerKey key, int characters, string kind)
{
    // Continuations must not run inside the packer's lock or hold up a request's other answers.
    readonly TaskCompletionSource<Outcome> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is handed to everyone who waits.</summary>
    /// <param name="Target">The translation; <c>null</c> when it failed.</param>
    /// <param name="Origin">Where it came from, for who asked first.</param>
    /// <param name="Error">Why there is none.</param>
    public sealed record Outcome(TaggedText? Target, Origin Origin, string? Error);

    public Question Question { get; } = question;

    public AnswerKey Key { get; } = key;

    public int Characters { get; } = characters;

    public (LanguagePair Pair, string Kind) Group { get; } = (question.Pair, kind);

    /// <summary>How many still wait; guarded by the packer's lock.</summary>
    public int Waiting { get; set; } = 1;

    /// <summary>When it was queued.</summary>
    public TimeSpan Since { get; set; }

    public Task<Outcome> Answered => _outcome.Task;

    public void Answer(Outcome outcome) => _outcome.TrySetResult(outcome);

    public void Fail(Exception fault)
    {
        _outcome.TrySetException(fault);
        // Who waited may have gone; then nobody else looks at the fault.
        _ = _outcome.Task.Exception;
    }

    public void Cancel() => _outcome.TrySetCanceled();
}
