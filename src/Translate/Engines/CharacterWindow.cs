namespace Translate.Engines;

/// <summary>Keeps the characters of any 60 seconds within what the service allows, and learns that from its refusals.</summary>
/// <remarks>Times are counted from any fixed start. Not safe from several threads.</remarks>
sealed class CharacterWindow(int given)
{
    // The service counts when a request arrives, which is a little after we send it.
    static readonly TimeSpan s_length = TimeSpan.FromSeconds(60.5);

    // A learned limit may have been too cautious, so a quiet minute raises it a little.
    const double Recovery = 1.05;

    readonly LinkedList<(TimeSpan At, int Characters)> _sent = [];
    readonly int _given = given;
    int _limit = given;
    TimeSpan _raised;

    /// <summary>The limit as given or learned; 0 when there is none.</summary>
    public int Limit => _limit;

    /// <summary>Characters that were sent in the window that ends now.</summary>
    public int Used(TimeSpan now)
    {
        while (_sent.First is { } first && first.Value.At + s_length <= now) _sent.RemoveFirst();
        return _sent.Sum(entry => entry.Characters);
    }

    /// <summary>Characters that may be sent now.</summary>
    public int Room(TimeSpan now)
    {
        if (_limit == 0) return int.MaxValue;
        if (_limit < _given || _given == 0) Recover(now);
        return Math.Max(0, _limit - Used(now));
    }

    /// <summary>When room will next grow; zero when nothing is in the window.</summary>
    public TimeSpan UntilMoreRoom(TimeSpan now) =>
        _sent.First is { } first ? first.Value.At + s_length - now : TimeSpan.Zero;

    /// <summary>Notes characters that are sent now; the result takes them back when they were refused.</summary>
    public Action Add(TimeSpan now, int characters)
    {
        var entry = _sent.AddLast((now, characters));
        return () =>
        {
            if (entry.List is not null) _sent.Remove(entry);
        };
    }

    /// <summary>The service keeps refusing although only this much was accepted in the last minute: so that is what it allows.</summary>
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
