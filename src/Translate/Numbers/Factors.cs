namespace Translate.Numbers;

/// <summary>倍 and "times": how many times as much, or how often.</summary>
static class Factors
{
    static readonly string[] s_growth = ["增长了", "增长", "增加了", "增加", "提高了", "提高", "提升了", "提升", "上升了", "上升", "上涨了", "上涨", "涨了", "高出", "多出", "增幅达", "扩大了", "激增", "猛增", "飙升", "大涨", "暴涨", "增多", "快了", "增"];

    static readonly string[] s_comparing = ["as", "more", "larger", "greater", "higher", "faster", "bigger", "better", "the", "that", "what", "its", "their", "longer", "lower", "cheaper", "smaller", "over"];

    /// <summary>增长N倍 is times N+1 and carries the unit <c>increase</c>; 是…的N倍, 增至N倍 and N倍 alone are times N.</summary>
    public static void ReadChinese(string text, ref decimal value, ref decimal? upper, ref QuantityKind kind, ref string unit, ref int end, int at)
    {
        if (at + 1 < text.Length && text[at + 1] is '频' or '速') return;
        (kind, end) = (QuantityKind.Multiple, at + 1);
        var start = at;
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || HanDigits.IsNumeral(text[start - 1]) || text[start - 1] is '.' or '多' or '几' or '数' or '近' or '约' or '超' or '过' or '逾' or '了' or ' ' or '达' or '出')) start--;
        var before = text.AsSpan(0, start);
        foreach (var word in s_growth)
        {
            if (!before.EndsWith(word) && !(word.EndsWith('了') && before.EndsWith(word.AsSpan(0, word.Length - 1)))) continue;
            (value, upper, unit) = (value + 1, upper + 1, "increase");
            return;
        }
    }

    /// <summary>三成 is 30%; 三成为 and 成立 are not.</summary>
    public static bool IsTenths(string text, int at) =>
        at + 1 >= text.Length || text[at + 1] is not ('为' or '立' or '员' or '功' or '长' or '本' or '果' or '分' or '都' or '人' or '年' or '熟' or '品' or '交' or '绩' or '像' or '型' or '群' or '名' or '套');

    /// <summary>3 times as large, 10x; "7 times since Monday" stays a count.</summary>
    public static void ReadEnglish(string text, ref QuantityKind kind, ref int end)
    {
        if (end < text.Length && text[end] is 'x' or 'X' or '×' && (end + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[end + 1])))
        {
            (kind, end) = (QuantityKind.Multiple, end + 1);
            return;
        }

        var at = EnglishNumerals.SkipSpaces(text, end, hyphen: true);
        if (EnglishNumerals.IsWord(text, at, "fold", out var fold)) (kind, end) = (QuantityKind.Multiple, fold);
    }

    /// <summary>Whether "times" compares (3 times as many) rather than counts (3 times a week).</summary>
    public static bool IsComparison(string text, int timesEnd)
    {
        var at = EnglishNumerals.SkipSpaces(text, timesEnd, hyphen: false);
        var word = text[at..EnglishWords.WordEnd(text, at)];
        return s_comparing.Contains(word, StringComparer.OrdinalIgnoreCase);
    }
}
