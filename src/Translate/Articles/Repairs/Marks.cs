namespace Translate.Articles.Repairs;

/// <summary>How punctuation behaves in Chinese text. The figures are rules of thumb for standard usage (GB/T 15834), not counts.</summary>
static class Marks
{
    const string HalfMarks = ",:;!?()", FullMarks = "，：；！？（）";

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

    /// <summary>How often an opening and a closing mark do not pair up in a text; one half for a pair that is open at the end.</summary>
    public static float Faults(ReadOnlySpan<char> text, char opening, char closing)
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
