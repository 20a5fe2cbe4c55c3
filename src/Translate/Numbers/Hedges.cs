namespace Translate.Numbers;

/// <summary>Words beside a number that say how exactly it is meant.</summary>
static class Hedges
{
    readonly record struct Hedge(string Word, Exactness Exactness);

    static readonly Hedge[] s_before = Longest(
        (Exactness.About, "大约 约 约莫 大概 接近 将近 近 差不多 左右 about around some roughly approximately nearly almost close_to an_estimated estimated circa ~ ≈"),
        (Exactness.AtLeast, "超过 超 逾 高于 大于 多于 至少 不少于 不低于 起码 突破 最少 高达 more_than over above at_least greater_than larger_than exceeding upwards_of in_excess_of no_less_than no_fewer_than"),
        (Exactness.AtMost, "不到 不足 少于 低于 小于 至多 最多 不超过 未满 不满 未达 less_than fewer_than under below up_to at_most no_more_than smaller_than"));

    static readonly Hedge[] s_after = Longest(
        (Exactness.AtLeast, "多 余 以上 及以上 或以上 开外 or_more and_more or_above +"),
        (Exactness.AtMost, "以下 以内 之内 or_less or_fewer or_below"),
        (Exactness.About, "左右 上下 前后 来 许 or_so"));

    /// <summary>The hedging word that ends before a place, a space between them allowed.</summary>
    public static bool TryBefore(ReadOnlySpan<char> text, int at, out Exactness exactness, out int start)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ') end--;
        foreach (var hedge in s_before)
        {
            start = end - hedge.Word.Length;
            if (start < 0 || !text[start..end].Equals(hedge.Word, StringComparison.OrdinalIgnoreCase)) continue;
            if (char.IsAsciiLetter(hedge.Word[0]) && start > 0 && char.IsAsciiLetter(text[start - 1])) continue;
            exactness = hedge.Exactness;
            return true;
        }

        (exactness, start) = (Exactness.Exact, at);
        return false;
    }

    /// <summary>The hedging word that starts at a place.</summary>
    public static bool TryAfter(ReadOnlySpan<char> text, int at, out Exactness exactness, out int end)
    {
        var from = at;
        if (from < text.Length && text[from] == ' ') from++;
        foreach (var hedge in s_after)
        {
            if (!text[from..].StartsWith(hedge.Word, StringComparison.OrdinalIgnoreCase)) continue;
            if (from > at && !char.IsAscii(hedge.Word[0])) continue;
            end = from + hedge.Word.Length;
            if (char.IsAsciiLetter(hedge.Word[0]) && end < text.Length && char.IsAsciiLetter(text[end])) continue;
            exactness = hedge.Exactness;
            return true;
        }

        (exactness, end) = (Exactness.Exact, at);
        return false;
    }

    static Hedge[] Longest(params (Exactness Exactness, string Words)[] groups) =>
    [
        .. groups.SelectMany(group => group.Words.Split(' ').Select(word => new Hedge(word.Replace('_', ' '), group.Exactness)))
            .OrderByDescending(hedge => hedge.Word.Length),
    ];
}
