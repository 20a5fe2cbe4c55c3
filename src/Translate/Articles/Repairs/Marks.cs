namespace Translate.Articles.Repairs;

/// <summary>How punctuation behaves in Chinese text. The figures are rules of thumb for standard usage (GB/T 15834), not counts.</summary>
static class Marks
{
    const string HalfMarks = ",:;!?()", FullMarks = "，：；！？（）";
    const string Ends = "。！？…", Separators = "，、；：", Opens = "“‘（《「『【", Closes = "”’）》」』】";

    /// <summary>Whether a mark is one that sites write half-width.</summary>
    public static bool IsHalf(char unit) => HalfMarks.Contains(unit, StringComparison.Ordinal);

    /// <summary>Whether folding would change a mark.</summary>
    public static bool IsFoldable(char unit) => FullMarks.Contains(unit, StringComparison.Ordinal);

    /// <summary>The full-width form of a mark.</summary>
    public static char Full(char half) => FullMarks[HalfMarks.IndexOf(half, StringComparison.Ordinal)];

    /// <summary>Marks half-width, as some sites fold them.</summary>
    public static string ToHalf(string text)
    {
        foreach (var (full, half) in FullMarks.Zip(HalfMarks)) text = text.Replace(full, half);
        return text;
    }

    /// <summary>Natural logarithm of a mark's share in running text; 0 for what is no mark.</summary>
    public static float Likelihood(char mark) => mark switch
    {
        '，' => -3f,
        '。' => -3.6f,
        '、' or '“' or '”' => -4.8f,
        '：' => -5.3f,
        '（' or '）' => -5.8f,
        '《' or '》' or '；' or '？' => -6.3f,
        '！' or '…' or '—' => -6.8f,
        '‘' or '’' or '「' or '」' or '·' => -7.5f,
        '『' or '』' or '【' or '】' => -8.5f,
        '～' or '％' or '〈' or '〉' or '\u3000' or '℃' or '×' or '°' or '＋' or '－' or '／' or '〔' or '〕' or '『' => -11f,
        _ => 0,
    };

    /// <summary>How much more likely than chance two characters meet, one of them a mark; <see langword="null"/> to ask the counts.</summary>
    public static float? Border(char before, char after)
    {
        var (first, second) = (Of(before), Of(after));
        return (first, second) switch
        {
            (Kind.End, Kind.End) => before == after && before == '…' ? 6 : (before, after) is ('？', '！') or ('！', '！') or ('！', '？') ? 0 : before == '…' ? 0 : -7,
            (Kind.End, Kind.Open) => 2,
            (Kind.End, Kind.Close) => 2.5f,
            (Kind.End, Kind.Separator) => -8,
            (Kind.Separator, Kind.Open) => before == '：' && after == '“' ? 3.5f : 1.5f,
            (Kind.Separator, Kind.Close) => (before, after) == ('，', '”') ? 0.5f : -4,
            (Kind.Separator, Kind.End or Kind.Separator) => -8,
            (Kind.Open, Kind.Open) => after is '《' or '‘' ? 0 : -3,
            (Kind.Open, Kind.End or Kind.Separator or Kind.Close) => before == '“' && after == '…' ? 0 : -8,
            (Kind.Open, _) => 0.5f,
            (_, Kind.Open) when first == Kind.None => -0.5f,
            (Kind.Close, Kind.End or Kind.Separator) => 1.5f,
            (Kind.Close, Kind.Open) => before is '》' or '”' or '’' ? 0 : -1,
            (Kind.Close, Kind.Close) => before == after ? -3 : 0.5f,
            _ when before == '—' && after == '—' => 6.5f,
            _ when after == '—' || before == '—' => -0.5f,
            _ => null,
        };
    }

    enum Kind { None, End, Separator, Open, Close }

    static Kind Of(char unit) =>
        Ends.Contains(unit, StringComparison.Ordinal) ? Kind.End
        : Separators.Contains(unit, StringComparison.Ordinal) ? Kind.Separator
        : Opens.Contains(unit, StringComparison.Ordinal) ? Kind.Open
        : Closes.Contains(unit, StringComparison.Ordinal) ? Kind.Close : Kind.None;

    /// <summary>How often quotation marks and brackets in a text do not pair up; a paragraph may end inside a quotation.</summary>
    public static float QuoteFaults(ReadOnlySpan<char> text) => Faults(text, '“', '”') + Faults(text, '《', '》') + Faults(text, '（', '）');

    static float Faults(ReadOnlySpan<char> text, char opening, char closing)
    {
        var (open, faults) = (false, 0f);
        foreach (var unit in text)
        {
            if (unit != opening && unit != closing) continue;
            if (open == (unit == opening)) faults++;
            open = unit == opening;
        }

        return open ? faults + 0.5f : faults;
    }
}
