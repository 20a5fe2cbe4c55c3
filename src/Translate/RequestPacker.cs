using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Translate.Articles;
using Translate.Engines;
using Translate.Memory;

namespace Translate;

/// <summary>
/// Gathers what all articles of a run miss into full requests, asks each distinct text once, and keeps every answer as soon as it
/// arrives. The only place that retries.
/// </summary>
/// <remarks>
/// A text is distinct by engine, settings, pair, source and what the engine is told about terms. Articles should run side by side
/// until about twice as many texts wait as fit into all requests in flight; then requests are full.
/// </remarks>
public sealed class RequestPacker : IAsyncDisposable
{
    // How long a request waits for company when nothing else is on its way.
    static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(20);

    readonly ITranslationEngine _engine;
    readonly AnswerStore _answers;
    readonly PackerOptions _options;
    readonly TimeProvider _time;
    readonly long _start;
    readonly RequestSender _sender;
    readonly Lock _gate = new();
    readonly Dictionary<AnswerKey, PackedText> _asked = [];
    readonly Channel<PackedText> _queue;
    readonly Dictionary<(LanguagePair, string), Queue<PackedText>> _held = [];
    readonly HashSet<Task> _inFlight = [];
    readonly SemaphoreSlim _slots;
    readonly Task _dispatching;
    int _distinct;

    /// <summary>Starts waiting for questions; dispose it to end.</summary>
    public RequestPacker(ITranslationEngine engine, AnswerStore answers, PackerOptions options, TimeProvider time)
    {
        (_engine, _answers, _options, _time, _start) = (engine, answers, options, time, time.GetTimestamp());
        var atOnce = Math.Max(1, engine.Limits.RequestsAtOnce);
        _slots = new(atOnce);
        _queue = Channel.CreateBounded<PackedText>(new BoundedChannelOptions(
            Math.Clamp(2 * atOnce * Math.Max(1, engine.Limits.TextsPerRequest), 64, 4096))
        { SingleReader = true });
        _sender = new(engine, options, time, Keep, Drop);
        _dispatching = Task.Run(DispatchAsync);
    }

    /// <summary>The engine's short name.</summary>
    public string EngineName => _engine.Name;

    /// <summary>How many characters asking this would send, markup included.</summary>
    public int CountCharacters(Question question) => _engine.CountCharacters(question);

    /// <summary>What second questions may send beside the first ones, so that both together stay below a multiple of the plain source.</summary>
    /// <param name="first">The first questions, whoever answers them.</param>
    /// <param name="most">The multiple; for engines that are not paid by the character, of what the first questions send.</param>
    public double AllowanceForSecond(IReadOnlyList<Question> first, double most)
    {
        var sent = first.Sum(question => (double)_engine.CountCharacters(question));
        return most * (_engine.PaysByCharacter ? first.Sum(question => question.Source.Text.Length) : sent) - sent;
    }

    /// <summary>Whether an earlier run was answered, so that asking costs nothing.</summary>
    public bool IsAnswered(Question question) => Known(KeyOf(question)) is not null;

    AnswerKey KeyOf(Question question) =>
        new(_engine.Name, _engine.Settings, question.Pair, question.Source.ToString(), _engine.TermsAsked(question));

    TimeSpan Now => _time.GetElapsedTime(_start);

    /// <summary>How far it is.</summary>
    public PackerProgress Progress
    {
        get
        {
            lock (_gate) return _sender.Progress(_distinct, _inFlight.Count);
        }
    }

    /// <summary>Asks what is not known yet.</summary>
    /// <returns>One answer per question, in order. A text that cannot be translated is an answer with an error.</returns>
    /// <exception cref="EngineException">The engine failed for good; what it answered before is kept.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/>, <see cref="Stop"/> or <see cref="Abort"/>.</exception>
    public async Task<IReadOnlyList<Answer>> AskAsync(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        _sender.ThrowIfStopped();
        List<PackedText> joined = [], fresh = [];
        var answers = questions.Select(question => Place(question, joined, fresh)).ToList();
        var queued = 0;
        try
        {
            for (; queued < fresh.Count; queued++) await _queue.Writer.WriteAsync(fresh[queued], ct);
            var all = Task.WhenAll(answers);
            // A failure for good ends the wait at once; what is still on its way is kept when it comes.
            await (await Task.WhenAny(all, _sender.FailedForGood).WaitAsync(ct));
            return await all;
        }
        catch (Exception ended) when (ended is ChannelClosedException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // Why it was stopped is worth more than that it was.
            _sender.ThrowIfStopped();
            throw new OperationCanceledException("the run was stopped");
        }
        finally
        {
            if (answers.Exists(answer => !answer.IsCompleted)) Withdraw(joined, fresh, queued);
        }
    }

    /// <summary>Sends nothing more; what is in flight is finished, kept, and handed to those who wait for nothing else.</summary>
    public void Stop()
    {
        _sender.Stop();
        _queue.Writer.TryComplete();
    }

    /// <summary>Sends nothing more and gives up what is in flight; answers that arrived are kept.</summary>
    public void Abort()
    {
        Stop();
        _sender.Abort();
    }

    /// <summary>Waits for what is in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop();
        await _dispatching;
        _slots.Dispose();
        _sender.Dispose();
    }

    Task<Answer> Place(Question question, List<PackedText> joined, List<PackedText> fresh)
    {
        if (string.IsNullOrWhiteSpace(question.Source.Text)) return Task.FromResult(new Answer(question.Source, Origin.Kept, 0, null));
        if (LoneSurrogate(question.Source.Text) is { } place)
            return Task.FromResult(new Answer(null, Origin.Failed, 0, FormattableString.Invariant(
                $"the source holds half a character at {place}; mend the article")));

        var key = KeyOf(question);
        PackedText text;
        lock (_gate)
        {
            if (_asked.TryGetValue(key, out var there))
            {
                there.Waiting++;
                joined.Add(there);
                return AnswerAsync(there, first: false);
            }

            text = new(question, key, _engine.CountCharacters(question), _engine.RequestKind(question));
            _asked.Add(key, text);
            joined.Add(text);
        }

        // Looked up after it is entered above: whoever else was asking has stored the answer before leaving that table.
        if (Known(key) is { } known)
        {
            Settle(text, new(TaggedText.Parse(known.Target, question.Source.Tags),
                known.Run == _options.Run ? Origin.Repeated : Origin.AnsweredEarlier, null));
            return AnswerAsync(text, first: true);
        }

        Interlocked.Increment(ref _distinct);
        fresh.Add(text);
        return AnswerAsync(text, first: true);
    }

    StoredAnswer? Known(AnswerKey key) =>
        _answers.Find(key) is { } known && (!_options.Force || known.Run == _options.Run) ? known : null;

    static async Task<Answer> AnswerAsync(PackedText text, bool first)
    {
        var (target, origin, error) = await text.Answered;
        if (!first && origin == Origin.New) origin = Origin.Repeated;
        return new(target, origin, origin == Origin.New ? text.Characters : 0, error);
    }

    /// <summary>Takes an answered text off the table, then hands the answer out.</summary>
    void Settle(PackedText text, PackedText.Outcome outcome)
    {
        lock (_gate) _asked.Remove(text.Key);
        text.Answer(outcome);
    }

    void Keep(IReadOnlyList<PackedText> request, IReadOnlyList<EngineReply> replies)
    {
        var now = _time.GetUtcNow();
        SqliteException? notKept = null;
        try
        {
            _answers.Store([.. request.Zip(replies, (text, reply) =>
                (text.Key, new StoredAnswer(reply.Target.ToString(), reply.Characters, _options.Run, now)))]);
        }
        catch (SqliteException fault)
        {
            // Paid for: whoever waits for it gets it, and articles that miss nothing else are still written.
            notKept = fault;
        }

        // Read back as the next run will read it, so that both show the same.
        foreach (var (text, reply) in request.Zip(replies))
            Settle(text, new(TaggedText.Parse(reply.Target.ToString(), text.Question.Source.Tags), Origin.New, null));
        if (notKept is not null) throw new EngineException(EngineFault.Fatal, _answers.Explain(notKept), inner: notKept) { MayBeCharged = true };
    }

    void Drop(PackedText text, PackedText.Outcome? outcome, Exception? fault)
    {
        lock (_gate) _asked.Remove(text.Key);
        if (outcome is not null) text.Answer(outcome);
        else if (fault is not null) text.Fail(fault);
        else text.Cancel();
    }

    /// <summary>The caller has gone: what nobody else waits for is not asked, and what was not queued yet is queued for the others.</summary>
    void Withdraw(List<PackedText> joined, List<PackedText> fresh, int queued)
    {
        lock (_gate)
            foreach (var text in joined) text.Waiting--;
        _ = Task.Run(async () =>
        {
            foreach (var text in fresh.Skip(queued))
            {
                try
                {
                    await _queue.Writer.WriteAsync(text);
                }
                catch (ChannelClosedException)
                {
                    Drop(text, null, null);
                }
            }
        });
    }

    async Task DispatchAsync()
    {
        try
        {
            while (await _queue.Reader.WaitToReadAsync(_sender.Stopping) || _held.Count > 0)
            {
                Collect();
                while (_held.Count > 0)
                {
                    await _slots.WaitAsync(_sender.Stopping);
                    if (await GatherAsync() is { Count: > 0 } request) Launch(request);
                    else _slots.Release();
                    Collect();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped; what is held is let go below.
        }
        catch (Exception fault)
        {
            _sender.Fail(fault);
        }

        _queue.Writer.TryComplete();
        foreach (var text in _held.Values.SelectMany(queue => queue)) Drop(text, null, _sender.Failure);
        while (_queue.Reader.TryRead(out var text)) Drop(text, null, _sender.Failure);
        while (true)
        {
            Task[] left;
            lock (_gate) left = [.. _inFlight];
            if (left.Length == 0) return;
            await Task.WhenAll(left);
        }
    }

    void Launch(List<PackedText> request)
    {
        lock (_gate)
        {
            Task? task = null;
            task = Task.Run(async () =>
            {
                try
                {
                    await _sender.SendAsync(request);
                }
                finally
                {
                    _slots.Release();
                    lock (_gate) _inFlight.Remove(task!);
                }
            });
            _inFlight.Add(task);
        }
    }

    /// <summary>Moves what has come in to the groups that can share requests.</summary>
    void Collect()
    {
        var most = 2 * _slots.CurrentCount + 4;
        while (_held.Values.Sum(queue => queue.Count) < most * Math.Max(1, _sender.MostTexts) && _queue.Reader.TryRead(out var text))
        {
            text.Since = Now;
            if (!_held.TryGetValue(text.Group, out var queue)) _held[text.Group] = queue = new();
            queue.Enqueue(text);
        }
    }

    /// <summary>Waits until a request is full, or nothing more is to be expected for it.</summary>
    async Task<List<PackedText>> GatherAsync()
    {
        while (true)
        {
            Collect();
            var full = _held.Values.FirstOrDefault(IsFull);
            var next = full ?? _held.Values.MinBy(queue => queue.Peek().Since)!;
            int others;
            lock (_gate) others = _inFlight.Count;
            // Nothing on its way means that nobody will come back with more; then only a moment is given to who asks just now.
            var patience = others == 0 ? s_idle : _options.Linger;
            var left = next.Peek().Since + patience - Now;
            if (full is not null || left <= TimeSpan.Zero || _queue.Reader.Completion.IsCompleted) return await TakeAsync(next);

            using var delay = CancellationTokenSource.CreateLinkedTokenSource(_sender.Stopping);
            await Task.WhenAny(_queue.Reader.WaitToReadAsync(delay.Token).AsTask(), Task.Delay(left, _time, delay.Token));
            await delay.CancelAsync();
            _sender.Stopping.ThrowIfCancellationRequested();
        }
    }

    bool IsFull(Queue<PackedText> queue)
    {
        if (queue.Count >= _sender.MostTexts) return true;
        var characters = 0;
        return queue.Any(text => (characters += text.Characters) > _sender.MostCharacters);
    }

    async Task<List<PackedText>> TakeAsync(Queue<PackedText> queue)
    {
        List<PackedText> request = [];
        var characters = 0;
        var room = await _sender.WaitForRoomAsync(queue);
        while (queue.TryPeek(out var text) && request.Count < _sender.MostTexts
            && (request.Count == 0 || characters + text.Characters <= Math.Min(room, _sender.MostCharacters)))
        {
            queue.Dequeue();
            if (IsGivenUp(text) || _sender.Refuses(text)) continue;
            characters += text.Characters;
            request.Add(text);
        }

        if (queue.Count == 0) _held.Remove(_held.First(pair => pair.Value == queue).Key);
        return request;
    }

    /// <summary>Drops a text that nobody waits for any more.</summary>
    bool IsGivenUp(PackedText text)
    {
        lock (_gate)
        {
            if (text.Waiting > 0) return false;
            _asked.Remove(text.Key);
        }

        text.Cancel();
        return true;
    }

    static int? LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return i;
        return null;
    }
}
