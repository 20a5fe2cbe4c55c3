namespace Translate.Engines;

/// <summary>Keeps the characters of any 60 seconds within what the service allows, and learns that from its refusals.</summary>
/// <remarks>Times are counted from any fixed start. Not safe from several threads.</remarks>
sealed class CharacterWindow(int given)
{
    static readonly TimeSpan s_length = TimeSpan.FromSeconds(60.1);

    // The service counts when a request arrives: after we send it, before it replies, and hardly a second after we send it.
    static readonly TimeSpan s_longestWay = TimeSpan.FromSeconds(1);

    // A learned limit may have been too cautious, so a quiet minute raises it a little.
    const double Recovery = 1.05;

    readonly LinkedList<Request> _requests = [];
    readonly int _given = given;
    int _limit = given;
    TimeSpan _raised;

    /// <summary>The characters of one request.</summary>
    /// <param name="characters">How many.</param>
    /// <param name="sent">When they were sent.</param>
    public sealed class Request(int characters, TimeSpan sent)
    {
        public int Characters { get; } = characters;

        public TimeSpan Counted { get; private set; } = sent + s_longestWay;

        public bool Accepted { get; private set; }

        /// <summary>The reply came, so it was counted before now.</summary>
        public void Accept(TimeSpan now) => (Counted, Accepted) = (now < Counted ? now : Counted, true);
    }

    /// <summary>The limit as given or learned; 0 when there is none.</summary>
    public int Limit => _limit;

    /// <summary>Characters in the window that ends now, those on their way included.</summary>
    public int Used(TimeSpan now)
    {
        while (_requests.First is { } first && first.Value.Counted + s_length <= now) _requests.RemoveFirst();
        return _requests.Sum(request => request.Characters);
    }

    /// <summary>Characters in that window that the service has answered.</summary>
    public int Accepted(TimeSpan now) => Used(now) - _requests.Where(request => !request.Accepted).Sum(request => request.Characters);

    /// <summary>Characters that may be sent now.</summary>
    public int Room(TimeSpan now)
    {
        if (_limit == 0) return int.MaxValue;
        if (_limit < _given || _given == 0) Recover(now);
        return Math.Max(0, _limit - Used(now));
    }

    /// <summary>When room will next grow; zero when nothing is in the window.</summary>
    public TimeSpan UntilMoreRoom(TimeSpan now) =>
        _requests.First is { } first ? first.Value.Counted + s_length - now : TimeSpan.Zero;

    /// <summary>Notes characters that are sent now.</summary>
    public Request Add(TimeSpan now, int characters) => _requests.AddLast(new Request(characters, now)).Value;

    /// <summary>They were refused and do not count.</summary>
    public void TakeBack(Request request) => _requests.Remove(request);

    /// <summary>The service kept refusing although only this much was accepted in a minute: so that is what it allows.</summary>
    public void Learn(TimeSpan now, int accepted)
    {
        if (accepted <= 0 || _limit > 0 && accepted >= _limit) return;
        (_limit, _raised) = (accepted, now);
    }

    void Recover(TimeSpan now)
    {
        for (; now - _raised >= s_length && _raised > TimeSpan.Zero; _raised += s_length)
            _limit = Math.Min(_given == 0 ? int.MaxValue : _given, (int)Math.Min(int.MaxValue, _limit * Recovery));
    }
}
