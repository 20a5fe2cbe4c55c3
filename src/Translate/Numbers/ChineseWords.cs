namespace Translate.Numbers;

/// <summary>Chinese words that hold a number without a plain numeral, and the question whether a lone numeral counts something.</summary>
static class ChineseWords
{
    /// <summary>What a number from two to ten may count when it stands alone.</summary>
    const string Counters =
        "个位名家款项种只条张台打部架辆艘套件份次届场轮期章节页层楼座栋间所处片颗粒根支枝把本册篇句段行列排组对双副批群代类面门头匹株棵朵瓶杯碗盒箱包袋桶道步声遍趟阵笔倍成折度级等号周天日年月岁小分秒字集卷首幅户亩股票枚发城国省市县区洲方大点时季人元块角吨阶斤克米里升尺寸英公厘毫千百万亿秒刻餐顿局盘盏艘班列站关国族位室厅口线端侧路业核模卡战连胜冠强";

    /// <summary>What a lone 一 may count; 一 is part of too many other words.</summary>
    const string CountersOfOne =
        "刻个位名家款项种只条张台部架辆艘套件份届场座栋间所颗根支把本篇句段组对双副批群类笔枚块打岁年月日号周天吨斤克米里升尺寸英公千百元角美亿万季倍成折级等分秒小步层楼集卷幅户股期代轮章页节门头匹株棵朵瓶杯碗盒箱包袋桶声遍趟顿局班站城国省市县区方点";

    /// <summary>Reads 半, 一半, 翻番, 百分之, 双倍, 对折, 俩.</summary>
    public static bool TryRead(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        var rest = text.AsSpan(at);
        return text[at] switch
        {
            '百' or '千' or '万' or '佰' or '仟' or '亿' => TryReadPercent(text, at, found, out end),
            '半' => TryReadHalf(text, at, found, out end),
            '一' or '大' when rest.Length > 1 && rest[1] == '半' && !(rest.Length > 2 && rest[2] is '天' or '信' or '途') => Give(found, 0.5m, QuantityKind.Number, "", at, at + 2, out end),
            '翻' => TryReadDoubling(text, at, found, out end),
            '双' when rest.StartsWith("双倍") => Give(found, 2, QuantityKind.Multiple, "", at, at + 2, out end),
            '加' when rest.StartsWith("加倍") => Give(found, 2, QuantityKind.Multiple, "", at, at + 2, out end),
            '倍' when rest.StartsWith("倍增") => Give(found, 2, QuantityKind.Multiple, "", at, at + 2, out end),
            '对' when rest.StartsWith("对折") && !rest.StartsWith("对折叠") => Give(found, 50, QuantityKind.Percent, "折", at, at + 2, out end),
            _ => false,
        };
    }

    /// <summary>第三, 第一百二十; 首 counts only before a counter and is left to the words.</summary>
    public static bool TryReadOrdinal(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        if (text[at] != '第') return false;
        var from = at + 1;
        while (from < text.Length && text[from] == ' ') from++;
        if (from >= text.Length || (!char.IsAsciiDigit(text[from]) && !HanDigits.IsNumeral(text[from])) || !HanNumerals.TryRead(text, from, out var numeral)) return false;
        var after = numeral.End;
        if (text.AsSpan(after).StartsWith("季度") || text.AsSpan(after).StartsWith("季")) return Give(found, numeral.Value, QuantityKind.Date, "quarter", at, after + (text.AsSpan(after).StartsWith("季度") ? 2 : 1), out end);
        return Give(found, numeral.Value, QuantityKind.Ordinal, "", at, after, out end);
    }

    /// <summary>百分之三十, 千分之2.4: percentages whatever the magnitude.</summary>
    static bool TryReadPercent(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        var after = at;
        decimal bottom = 1;
        while (after < text.Length && HanDigits.IsUnit(text[after]))
        {
            if (!Exact.TryMultiply(bottom, HanDigits.SmallUnit(text[after]) + HanDigits.BigUnit(text[after]), out bottom)) return false;
            after++;
        }

        if (!HanFractions.IsShareMark(text, after, out var top) || !HanFractions.TryPart(text, top, out var value, out end)) return false;
        decimal? upper = null;
        if (HanNumerals.TryRead(text, top, out var numeral) && numeral.End == end) upper = numeral.Upper;
        var start = at > 0 && text[at - 1] == '负' ? at - 1 : at;
        if (start < at) value = -value;
        var exactness = Hedges.TryBefore(text, start, out var hedge, out var hedgeStart) ? hedge : Exactness.Exact;
        found.Add(new(value / bottom * 100, upper / bottom * 100, QuantityKind.Percent, "%", exactness, new(hedgeStart, end)));
        return true;
    }

    /// <summary>半年, 半个月, 半小时, 半成, 半数: a half of what follows.</summary>
    static bool TryReadHalf(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        var next = at + 1;
        if (next < text.Length && text[next] == '数') return Give(found, 0.5m, QuantityKind.Number, "", at, next + 1, out end);
        if (next < text.Length && text[next] == '成' && Factors.IsTenths(text, next)) return Give(found, 5, QuantityKind.Percent, "%", at, next + 1, out end);
        if (NotNumbers.LengthAt(text, at) > 0) return false;
        var counted = next < text.Length && text[next] == '个' ? next + 1 : next;
        if (Units.After(text, counted, out var unitEnd) is { Kind: QuantityKind.Duration or QuantityKind.Measure } unit && unit.Group != "age")
            return Give(found, 0.5m, unit.Kind, unit.Name, at, unitEnd, out end);
        return counted > next && Give(found, 0.5m, QuantityKind.Number, "", at, counted, out end);
    }

    /// <summary>翻番, 翻一番 and 翻倍 are times two, 翻两番 times four, 翻三倍 times three.</summary>
    static bool TryReadDoubling(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        var next = at + 1;
        if (next < text.Length && text[next] == '了') next++;
        if (next < text.Length && text[next] is '番' or '倍') return Give(found, 2, QuantityKind.Multiple, "", at, next + 1, out end);
        if (next >= text.Length || !(char.IsAsciiDigit(text[next]) || HanDigits.IsNumeral(text[next])) || !HanNumerals.TryRead(text, next, out var numeral) || numeral.End >= text.Length) return false;
        if (text[numeral.End] == '番' && numeral.Value is > 0 and < 30 && Exact.TryPower(2, (int)numeral.Value, out var doubled))
            return Give(found, doubled, QuantityKind.Multiple, "", at, numeral.End + 1, out end);
        return text[numeral.End] == '倍' && Give(found, numeral.Value == 1 ? 2 : numeral.Value, QuantityKind.Multiple, "", at, numeral.End + 1, out end);
    }

    /// <summary>Whether a word of the list is a number after all because the numeral goes on or a unit follows: 千米 after 12, 十分钟.</summary>
    public static bool IsNumberAfterAll(string text, int at, int length)
    {
        var word = text.AsSpan(at, length);
        var next = at + length < text.Length ? text[at + length] : '\0';
        return word switch
        {
            "十分" => next is '钟' or '之',
            "一点" or "三点" => HanDigits.Digit(next) >= 0,
            "第三" => false,
            "百万" or "千万" => next is not ('别' or '不' or '要' or '富'),
            "二元" or "三元" or "一行" or "百年" or "千年" or "百里" => false,
            "一同" or "一来" => false,
            _ => word is "万一" && HanDigits.IsUnit(next) || word is "一亿" || HanDigits.IsUnit(next) && HanDigits.IsNumeral(word[^1]),
        };
    }

    /// <summary>Whether a numeral counts something where it stands.</summary>
    public static bool Counts(string text, Numeral numeral)
    {
        if (numeral.Shape is NumeralShape.Digits or NumeralShape.Fraction or NumeralShape.Ordinal) return true;
        var whole = string.IsNullOrWhiteSpace(text[..numeral.Start]) && IsEnd(text, numeral.End);
        if (whole) return numeral.Shape != NumeralShape.Single || HanDigits.BigUnit(text[numeral.Start]) == 0 || numeral.End - numeral.Start == 1;
        var next = numeral.End < text.Length ? text[numeral.End] : '\0';
        if (next == ' ' && numeral.End + 1 < text.Length) next = text[numeral.End + 1];
        var length = numeral.End - numeral.Start;
        var first = text[numeral.Start];
        if (next is '至' or '到' or '-' or '~' && NumeralFollows(text, numeral.End + 1)) return true;
        if (numeral.Start > 0 && text[numeral.Start - 1] is '负' or '约' or '近' or '逾' or '超') return true;
        if (next != '\0' && first is not ('一' or '几') && Units.After(text, numeral.End, out _) is not null) return true;
        if (numeral.Shape == NumeralShape.Positional)
            return length > 2 || text.AsSpan(numeral.Start, length).ContainsAny('〇', '零') || Counters.Contains(next, StringComparison.Ordinal);
        if (numeral.Shape == NumeralShape.Composed) return !(length == 2 && AllBareUnits(text, numeral) && NotNumbers.LengthAt(text, numeral.Start) > 0);
        if (numeral.Upper is not null || first is '几' or '数') return Counters.Contains(next, StringComparison.Ordinal) || first is '数';
        if (numeral.Start > 0 && char.IsAsciiLetter(text[numeral.Start - 1])) return false;
        if (first is '一' or '壹') return next != '\0' && CountersOfOne.Contains(next, StringComparison.Ordinal) && NotNumbers.LengthAt(text, numeral.Start) == 0;
        return next != '\0' && Counters.Contains(next, StringComparison.Ordinal);
    }

    static bool NumeralFollows(string text, int at) => at < text.Length && (HanDigits.IsNumeral(text[at]) || char.IsAsciiDigit(text[at]));

    static bool AllBareUnits(string text, Numeral numeral) => text.AsSpan(numeral.Start, numeral.End - numeral.Start).IndexOfAnyExcept("十百千万亿") < 0;

    static bool IsEnd(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '.' or '。')) at++;
        return at == text.Length;
    }

    static bool Give(List<Quantity> found, decimal value, QuantityKind kind, string unit, int start, int end, out int after)
    {
        found.Add(new(value, null, kind, unit, Exactness.Exact, new(start, end)));
        after = end;
        return true;
    }
}
