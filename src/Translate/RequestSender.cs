using Translate.Engines;

namespace Translate;

/// <summary>Sends packed requests until they are answered, split or given up: the one place where anything is retried.</summary>
sealed class RequestSender : IDisposable
{
    // A request that keeps failing while others succeed holds a text that the service cannot take; splitting finds it.
    const int MostTries = 8, MostBrokenReplies = 2, MostBrokenRepliesAlone = 3;

    // An outage that was there before the first answer is a wrong address or no network, and waiting seldom helps.
    static readonly TimeSpan s_patienceAtStart = TimeSpan.FromSeconds(15);

    // Longer than the service's window: who is refused all that time, alone, asks for more than the window holds.
    static readonly TimeSpan s_window = TimeSpan.FromSeconds(61);

    static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    readonly ITranslationEngine _engine;
    readonly PackerOptions _options;
    readonly TimeProvider _time;
    readonly long _start;
    readonly Action<IReadOnlyList<PackedText>, IReadOnlyList<EngineReply>> _keep;
    readonly Action<PackedText, PackedText.Outcome?, Exception?> _drop;
    readonly Lock _gate = new();
    readonly CharacterWindow _window;
    readonly Backoff _backoff;
    readonly CancellationTokenSource _stopping = new(), _aborting = new();
    readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Exception? _failure;
    TimeSpan _pausedUntil, _waitingUntil, _throttledAt = TimeSpan.MinValue, _troubleSince = TimeSpan.MinValue, _lastAnswer = TimeSpan.MinValue;
    int _throttles, _accepted, _sending, _requests, _retries, _answered, _failedTexts;
    long _committed;
    string _waiting = "";

    public RequestSender(
        ITranslationEngine engine, PackerOptions options, TimeProvider time,
        Action<IReadOnlyList<PackedText>, IReadOnlyList<EngineReply>> keep, Action<PackedText, PackedText.Outcome?, Exception?> drop)
    {
        (_engine, _options, _time, _start, _keep, _drop) = (engine, options, time, time.GetTimestamp(), keep, drop);
        var limits = engine.Limits;
        _window = new(limits.CharactersPerMinute);
        _backoff = new(options.Seed, options.LongestWait);
        MostTexts = limits.TextsPerRequest > 0 ? limits.TextsPerRequest : int.MaxValue;
        MostCharacters = Math.Min(options.PreferredCharacters, limits.CharactersPerRequest > 0 ? limits.CharactersPerRequest : int.MaxValue);
        FitToWindow();
    }

    /// <summary>Most texts in a request; falls when the service refuses more.</summary>
    public int MostTexts { get; private set; }

    /// <summary>Most characters in a request; falls when the service refuses more.</summary>
    public int MostCharacters { get; private set; }

    /// <summary>Is cancelled when no further request may be sent.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Fails when the engine failed for good; never ends otherwise.</summary>
    public Task FailedForGood => _failed.Task;

    public Exception? Failure => _failure;

    TimeSpan Now => _time.GetElapsedTime(_start);

    public void Stop() => _stopping.Cancel();

    public void Abort() => _aborting.Cancel();

    public void Dispose()
    {
        _stopping.Dispose();
        _aborting.Dispose();
    }

    public void ThrowIfStopped()
    {
        if (_failure is { } failure) throw failure is EngineException engine
            ? new EngineException(engine.Fault, engine.Message, engine.RetryAfter, engine) { Code = engine.Code }
            : new InvalidOperationException(failure.Message, failure);
        _stopping.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Ends everything: nothing further is sent.</summary>
    public void Fail(Exception fault)
    {
        lock (_gate) _failure ??= fault;
        _failed.TrySetException(_failure);
        _ = _failed.Task.Exception;
        _stopping.Cancel();
    }

    public PackerProgress Progress(int asked, int inFlight)
    {
        lock (_gate)
        {
            var left = _waitingUntil - Now;
            return new(asked, _answered, _failedTexts, _requests, _retries, _committed, inFlight,
                left > TimeSpan.Zero ? _waiting : "", left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    /// <summary>Drops a text that can never be sent.</summary>
    public bool Refuses(PackedText text)
    {
        var most = _engine.Limits.CharactersPerRequest;
        if (most > 0 && text.Characters > most)
            return GiveUp(text, FormattableString.Invariant(
                $"{_engine.Name}: the segment sends {text.Characters} characters and {most} are the most; divide it"));
        lock (_gate)
        {
            var perMinute = _window.Limit;
            if (perMinute > 0 && text.Characters > perMinute)
                return GiveUp(text, FormattableString.Invariant(
                    $"{_engine.Name}: the segment sends {text.Characters} characters and {perMinute} are the most in a minute; divide it"));
            return OverBudget(text.Characters) && LeaveOut(text);
        }
    }

    /// <summary>Waits until the next text fits into what may be sent this minute; a little more than that is not worth a request.</summary>
    /// <returns>Characters that may be sent.</returns>
    public async Task<int> WaitForRoomAsync(Queue<PackedText> queue)
    {
        var room = await WaitForMinuteAsync(queue);
        if (_options.MaxCharacters == 0) return room;
        lock (_gate) return (int)Math.Min(room, _options.MaxCharacters - _committed);
    }

    async Task<int> WaitForMinuteAsync(Queue<PackedText> queue)
    {
        var wanted = 0;
        foreach (var text in queue.Take(MostTexts))
            if ((wanted += text.Characters) >= MostCharacters) break;
        while (true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                var room = _window.Room(Now);
                var first = queue.Peek().Characters;
                if (room >= Math.Min(wanted, MostCharacters) || room == int.MaxValue || first > _window.Limit) return room;
                // The rest of a minute is used too, unless it is under a hundredth.
                if (room >= first && room >= _window.Limit / 100) return room;
                wait = _window.UntilMoreRoom(Now);
                Show(wait, "the characters of this minute are used up");
            }

            await DelayAsync(wait);
        }
    }

    /// <summary>Sends a request until each of its texts has an answer or a reason why not.</summary>
    public async Task SendAsync(IReadOnlyList<PackedText> request)
    {
        try
        {
            await SettleAsync(request);
        }
        catch (OperationCanceledException)
        {
            Release(request, _failure);
        }
        catch (Exception fault)
        {
            Fail(fault);
            Release(request, fault);
        }
    }

    async Task SettleAsync(IReadOnlyList<PackedText> request)
    {
        if (request.Count > MostTexts)
        {
            await HalveAsync(request);
            return;
        }

        int tries = 0, broken = 0;
        var characters = request.Sum(text => text.Characters);
        TimeSpan refusedSince = default;
        while (true)
        {
            var reserved = await ReserveAsync(characters);
            if (reserved is null)
            {
                // A part of it may still fit into what the run may send.
                if (request.Count == 1) LeaveOut(request[0]);
                else await HalveAsync(request);
                return;
            }

            EngineException fault;
            var sent = Now;
            try
            {
                Interlocked.Increment(ref _requests);
                if (tries > 0) Interlocked.Increment(ref _retries);
                var replies = await _engine.TranslateAsync([.. request.Select(text => text.Question)], _aborting.Token);
                if (replies.Count == request.Count)
                {
                    Succeeded(reserved, request.Count);
                    _keep(request, replies);
                    return;
                }

                fault = new(EngineFault.Protocol, $"{_engine.Name}: {replies.Count} answers to {request.Count} texts") { MayBeCharged = true };
            }
            catch (EngineException thrown)
            {
                fault = thrown;
            }
            finally
            {
                Interlocked.Decrement(ref _sending);
            }

            tries++;
            if (!fault.MayBeCharged) TakeBack(reserved);
            if (fault.Fault == EngineFault.Fatal) throw fault;
            _stopping.Token.ThrowIfCancellationRequested();
            if (fault.Fault == EngineFault.Protocol) broken++;
            if (tries == 1) refusedSince = sent;

            if (IsHopeless(fault, request.Count, tries, broken, refusedSince))
            {
                await SplitAsync(request, fault);
                return;
            }

            await WaitAfterAsync(fault, tries, sent);
        }
    }

    /// <summary>Whether asking the very same again cannot help.</summary>
    bool IsHopeless(EngineException fault, int texts, int tries, int broken, TimeSpan refusedSince)
    {
        if (fault.Fault is EngineFault.TooLarge or EngineFault.Refused) return true;
        if (broken >= (texts > 1 ? MostBrokenReplies : MostBrokenRepliesAlone)) return true;
        lock (_gate)
        {
            if (fault.Throttled) return Now - refusedSince > s_window && _window.Accepted(Now) == 0;
            return tries >= MostTries && _lastAnswer > refusedSince;
        }
    }

    async Task SplitAsync(IReadOnlyList<PackedText> request, EngineException fault)
    {
        if (request.Count == 1)
        {
            GiveUp(request[0], fault.Message);
            return;
        }

        if (fault.Fault == EngineFault.TooLarge)
            lock (_gate)
            {
                MostTexts = Math.Min(MostTexts, Math.Max(1, request.Count / 2));
                MostCharacters = Math.Min(MostCharacters, Math.Max(1000, request.Sum(text => text.Characters) / 2));
            }

        await HalveAsync(request);
    }

    async Task HalveAsync(IReadOnlyList<PackedText> request)
    {
        var half = request.Count / 2;
        await SettleAsync([.. request.Take(half)]);
        await SettleAsync([.. request.Skip(half)]);
    }

    async Task WaitAfterAsync(EngineException fault, int tries, TimeSpan sent)
    {
        TimeSpan wait;
        lock (_gate)
        {
            var now = Now;
            if (_troubleSince == TimeSpan.MinValue) _troubleSince = sent;
            var patience = fault.Code == "EN020" && _answered == 0 && s_patienceAtStart < _options.Patience
                ? s_patienceAtStart : _options.Patience;
            if (now - _troubleSince >= patience) throw GaveUp(fault, now - _troubleSince);

            if (!fault.Throttled)
            {
                wait = _backoff.Wait(tries, fault.RetryAfter);
                Show(wait, fault.Message);
            }
            else
            {
                // What was sent before the last refusal was known tells nothing new.
                if (sent >= _throttledAt)
                {
                    _throttles++;
                    _throttledAt = now;
                }

                _accepted = Math.Max(_accepted, _window.Accepted(now));

                wait = _backoff.Wait(_throttles, fault.RetryAfter);
                Show(wait, "the service asks us to slow down");
                if (now + wait > _pausedUntil) _pausedUntil = now + wait;
            }

            // Nobody waits longer than the patience that is left.
            var left = _troubleSince + patience - now;
            if (wait > left) wait = left;
        }

        await DelayAsync(wait);
    }

    static EngineException GaveUp(EngineException last, TimeSpan after) => last.Code == "EN020"
        ? new(EngineFault.Fatal, last.Message, inner: last) { Code = last.Code }
        : new(EngineFault.Fatal, FormattableString.Invariant(
            $"{last.Message}; gave up after {after.TotalSeconds:0} s, run again to go on, or wait longer with --patience"), inner: last)
        { Code = "EN030" };

    void Succeeded(CharacterWindow.Request reserved, int texts)
    {
        lock (_gate)
        {
            _lastAnswer = Now;
            reserved.Accept(_lastAnswer);
            _troubleSince = TimeSpan.MinValue;
            _answered += texts;
            // Refusals that went on for several waits were about characters; fewer were a burst.
            if (_throttles >= 3)
            {
                _window.Learn(Now, _accepted);
                FitToWindow();
            }

            (_throttles, _accepted) = (0, 0);
        }
    }

    /// <summary>Waits for the service's pause and the minute's characters, and takes them.</summary>
    /// <returns><c>null</c> when the run's own limit forbids the request.</returns>
    async Task<CharacterWindow.Request?> ReserveAsync(int characters)
    {
        while (true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                _stopping.Token.ThrowIfCancellationRequested();
                var now = Now;
                wait = _pausedUntil - now;
                // While the service refuses, one request at a time finds out whether it still does.
                if (wait <= TimeSpan.Zero && _throttles > 0 && _sending > 0) wait = s_look;
                if (wait <= TimeSpan.Zero)
                {
                    if (OverBudget(characters)) return null;
                    var room = _window.Room(now);
                    if (characters <= room || _window.Used(now) == 0)
                    {
                        _committed += characters;
                        _sending++;
                        return _window.Add(now, characters);
                    }

                    wait = _window.UntilMoreRoom(now);
                    Show(wait, "the characters of this minute are used up");
                }
            }

            await DelayAsync(wait);
        }
    }

    // A minute should hold several requests, so that one that is refused or lost does not cost the minute.
    void FitToWindow()
    {
        if (_window.Limit > 0) MostCharacters = Math.Min(MostCharacters, Math.Max(1000, _window.Limit / 4));
    }

    void TakeBack(CharacterWindow.Request reserved)
    {
        lock (_gate)
        {
            _committed -= reserved.Characters;
            _window.TakeBack(reserved);
        }
    }

    bool OverBudget(int characters) => _options.MaxCharacters > 0 && _committed + characters > _options.MaxCharacters;

    bool LeaveOut(PackedText text)
    {
        _drop(text, new(null, Origin.Empty, FormattableString.Invariant(
            $"left out: the run may send {_options.MaxCharacters} characters; raise --max-characters or run again")), null);
        return true;
    }

    bool GiveUp(PackedText text, string error)
    {
        Interlocked.Increment(ref _failedTexts);
        _drop(text, new(null, Origin.Failed, error), null);
        return true;
    }

    void Release(IReadOnlyList<PackedText> request, Exception? fault)
    {
        foreach (var text in request.Where(text => !text.Answered.IsCompleted)) _drop(text, null, fault);
    }

    void Show(TimeSpan wait, string reason)
    {
        var until = Now + wait;
        if (until > _waitingUntil) (_waitingUntil, _waiting) = (until, reason);
    }

    Task DelayAsync(TimeSpan wait) =>
        wait > TimeSpan.Zero ? Task.Delay(wait + TimeSpan.FromMilliseconds(1), _time, _stopping.Token) : Task.CompletedTask;
}
