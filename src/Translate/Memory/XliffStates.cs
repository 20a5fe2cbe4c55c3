namespace Translate.Memory;

/// <summary>Our statuses in the words of XLIFF.</summary>
static class XliffStates
{
    const string Own = "x-translate-", OwnSub = "translate:";

    /// <summary>The <c>state</c> of a 1.2 target (attribute <c>state</c>); what it has no word for starts with "x-", as it asks.</summary>
    public static string To12(SegmentStatus status) => status switch
    {
        SegmentStatus.Todo => "new",
        SegmentStatus.Draft => "needs-review-translation",
        SegmentStatus.Edited => "translated",
        SegmentStatus.Approved => "final",
        SegmentStatus.Rejected => "needs-translation",
        _ => Own + Word(status),
    };

    public static SegmentStatus From12(string? state, bool approved, bool hasTarget)
    {
        if (state?.StartsWith(Own, StringComparison.Ordinal) == true && Parse(state[Own.Length..]) is { } own) return own;
        if (approved) return SegmentStatus.Approved;
        return state switch
        {
            "final" or "signed-off" => SegmentStatus.Approved,
            "translated" => SegmentStatus.Edited,
            "needs-translation" => hasTarget ? SegmentStatus.Rejected : SegmentStatus.Todo,
            _ => hasTarget ? SegmentStatus.Draft : SegmentStatus.Todo,
        };
    }

    /// <summary>The <c>state</c> of a 2.1 segment (section 4.3.1.30).</summary>
    public static string To21(SegmentStatus status) => status switch
    {
        SegmentStatus.Todo or SegmentStatus.Rejected => "initial",
        SegmentStatus.Edited => "reviewed",
        SegmentStatus.Approved => "final",
        _ => "translated",
    };

    /// <summary>The <c>subState</c> of a 2.1 segment: a prefix of one's own and the exact status.</summary>
    public static string SubState(SegmentStatus status) => OwnSub + Word(status);

    /// <summary>A tool that changes the state leaves our subState behind at times; then the state is right.</summary>
    public static SegmentStatus From21(string? state, string? subState, bool hasTarget)
    {
        if (subState?.StartsWith(OwnSub, StringComparison.Ordinal) == true && Parse(subState[OwnSub.Length..]) is { } own
            && To21(own) == (state ?? "initial") && (hasTarget || own is not (SegmentStatus.Draft or SegmentStatus.Edited or SegmentStatus.Approved)))
            return own == SegmentStatus.Todo && hasTarget ? SegmentStatus.Draft : own;
        return state switch
        {
            "final" => SegmentStatus.Approved,
            "reviewed" => SegmentStatus.Edited,
            _ => hasTarget ? SegmentStatus.Draft : SegmentStatus.Todo,
        };
    }

    static string Word(SegmentStatus status) => status.ToString().ToLowerInvariant();

    static SegmentStatus? Parse(string word) =>
        Enum.GetValues<SegmentStatus>().Where(status => Word(status) == word).Select(status => (SegmentStatus?)status).FirstOrDefault();
}
