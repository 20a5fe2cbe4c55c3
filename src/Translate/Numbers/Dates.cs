namespace Translate.Numbers;

/// <summary>Reads dates and clock times; every part is a quantity of its own, so that 2024年3月 and March 2024 compare part by part.</summary>
static class Dates
{
    static readonly string[] s_months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    static readonly string[] s_short = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    static readonly string[] s_beforeMonth =
        ["in", "of", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "from", "to", "through", "on", "before", "after", "between", "during", "every", "and"];

    /// <summary>Whether digits with dashes or slashes are a date rather than a number of another kind: 2024-03-15, 15/3/2024.</summary>
    public static bool IsDate(ReadOnlySpan<char> token)
    {
        var separator = token.IndexOfAny("-/.");
        if (separator < 1) return false;
        Span<Range> parts = stackalloc Range[4];
        var count = token.Split(parts, token[separator]);
        if (count != 3) return false;
        var first = token[parts[0]].Length;
        var last = token[parts[2]].Length;
        return token[parts[1]].Length <= 2 && ((first == 4 && last <= 2) || (last == 4 && first <= 2));
    }

    /// <summary>Q3, H1, FY2024.</summary>
    public static bool TryReadLatin(string text, int at, out Quantity quantity)
    {
        quantity = null!;
        var end = at;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        var token = text.AsSpan(at, end - at);
        if (token.Length == 2 && token[0] is 'Q' && token[1] is >= '1' and <= '4')
            quantity = new(token[1] - '0', null, QuantityKind.Date, "quarter", Exactness.Exact, new(at, end));
        else if (token.Length == 2 && token[0] is 'H' && token[1] is '1' or '2')
            quantity = new(token[1] - '0', null, QuantityKind.Date, "half", Exactness.Exact, new(at, end));
        else if (token.Length is 4 or 6 && token.StartsWith("FY") && int.TryParse(token[2..], out var year))
            quantity = new(year < 100 ? 2000 + year : year, null, QuantityKind.Date, "year", Exactness.Exact, new(at, end));
        return quantity is not null;
    }

    /// <summary>March 15, 2024; Sept. 30; 15 March is completed from its day.</summary>
    public static bool TryReadMonth(string text, int at, List<Quantity> found, out int end)
    {
        end = EnglishWords.WordEnd(text, at);
        var month = Month(text.AsSpan(at, end - at));
        if (month == 0) return false;
        var full = end - at > 3 || month == 5;
        if (end < text.Length && text[end] == '.' && !(full && month != 9)) end++;
        var next = EnglishNumerals.SkipSpaces(text, end, hyphen: false);
        var run = DigitNumerals.Run(text, next);
        if (!full || month is 5 or 3)
        {
            var sure = run > 0 || (found.Count > 0 && found[^1].Range.End <= at && at - found[^1].Range.End <= 4 && found[^1].Value <= 31) || s_beforeMonth.Contains(WordBefore(text, at), StringComparer.OrdinalIgnoreCase) && char.IsUpper(text[at]);
            if (!sure || !char.IsUpper(text[at]) && run == 0) return false;
        }

        found.Add(new(month, null, QuantityKind.Date, "month", Exactness.Exact, new(at, end)));
        if (run is 1 or 2 && DigitNumerals.Integer(text.AsSpan(next, run)) is >= 1 and <= 31 && next > end - 1)
        {
            var dayEnd = next + run;
            if (dayEnd + 2 <= text.Length && text.AsSpan(dayEnd, 2) is "st" or "nd" or "rd" or "th") dayEnd += 2;
            if (dayEnd < text.Length && (char.IsAsciiLetterOrDigit(text[dayEnd]) || text[dayEnd] is ':' or '%')) return true;
            found.Add(new(DigitNumerals.Integer(text.AsSpan(next, run)), null, QuantityKind.Date, "day", Exactness.Exact, new(next, dayEnd)));
            end = dayEnd;
        }

        return true;
    }

    /// <summary>Reads what starts with a digit or a Chinese numeral: 2024年3月5日, 二〇二四年, 上半年, 2024-03-15, 15:30, 3 pm, 1990s.</summary>
    public static bool TryRead(string text, int at, bool han, List<Quantity> found, out int end)
    {
        end = at;
        if (text[at] is '上' or '下' && text.AsSpan(at + 1).StartsWith("半年"))
        {
            found.Add(new(text[at] == '上' ? 1 : 2, null, QuantityKind.Date, "half", Exactness.Exact, new(at, at + 3)));
            end = at + 3;
            return true;
        }

        return char.IsAsciiDigit(text[at]) && (TryReadNumeric(text, at, found, out end) || TryReadClock(text, at, han, found, out end) || TryReadDecade(text, at, found, out end))
            || han && TryReadChinese(text, at, found, out end);
    }

    static bool TryReadNumeric(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '-' or '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))) end++;
        var token = text.AsSpan(at, end - at);
        if (!IsDate(token)) return false;
        Span<Range> ranges = stackalloc Range[4];
        token.Split(ranges, token[token.IndexOfAny("-/.")]);
        var yearFirst = token[ranges[0]].Length == 4;
        var a = DigitNumerals.Integer(token[ranges[yearFirst ? 1 : 0]]);
        var b = DigitNumerals.Integer(token[ranges[yearFirst ? 2 : 1]]);
        var year = DigitNumerals.Integer(token[ranges[yearFirst ? 0 : 2]]);

        // 03/15/2024 can only be month first; 3/5/2024 is read as month first, and both parts are compared as values.
        var (month, day) = a <= 12 ? (a, b) : (b, a);
        if (month is < 1 or > 12 || day is < 1 or > 31) return false;
        TextRange range = new(at, end);
        found.Add(new(year, null, QuantityKind.Date, "year", Exactness.Exact, range));
        found.Add(new(month, null, QuantityKind.Date, "month", Exactness.Exact, range));
        found.Add(new(day, null, QuantityKind.Date, "day", Exactness.Exact, range));
        return true;
    }

    static bool TryReadClock(string text, int at, bool han, List<Quantity> found, out int end)
    {
        end = at;
        var run = DigitNumerals.Run(text, at);
        if (run is 0 or > 2) return false;
        var hour = DigitNumerals.Integer(text.AsSpan(at, run));
        var after = at + run;
        decimal minutes = 0;
        var colon = after < text.Length && text[after] is ':' && DigitNumerals.Run(text, after + 1) == 2;
        if (colon)
        {
            minutes = DigitNumerals.Integer(text.AsSpan(after + 1, 2));
            after += 3;
            if (minutes >= 60 || hour > 24) return false;
            if (after < text.Length && text[after] == ':' && DigitNumerals.Run(text, after + 1) == 2) after += 3;
        }

        var word = EnglishNumerals.SkipSpaces(text, after, hyphen: false);
        var half = HalfOfDay(text, word, out var wordEnd);
        if (!colon && (half == 0 || hour > 12)) return false;
        if (half != 0) after = wordEnd;
        if (half == 'p' && hour < 12) hour += 12;
        else if (han && hour < 12 && IsAfternoon(text, at)) hour += 12;
        found.Add(new(hour + minutes / 60, null, QuantityKind.Time, "", Exactness.Exact, new(at, after)));
        end = after;
        return true;
    }

    /// <summary>am or pm: 'a', 'p' or 0.</summary>
    static char HalfOfDay(string text, int at, out int end)
    {
        foreach (var word in (ReadOnlySpan<string>)["a.m.", "p.m.", "am", "pm"])
        {
            end = at + word.Length;
            if (end <= text.Length && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && (end == text.Length || !char.IsAsciiLetter(text[end])))
                return word[0];
        }

        end = at;
        return '\0';
    }

    static bool IsAfternoon(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 3), at - Math.Max(0, at - 3));
        return before.EndsWith("下午") || before.EndsWith("晚上") || before.EndsWith("晚间") || before.EndsWith("傍晚") || before.EndsWith("晚");
    }

    /// <summary>1990s, the 80s.</summary>
    static bool TryReadDecade(string text, int at, List<Quantity> found, out int end)
    {
        var run = DigitNumerals.Run(text, at);
        end = at + run;
        if (run is not (2 or 4) || text[end - 1] != '0') return false;
        if (end < text.Length && text[end] is '\'' or '’') end++;
        if (end >= text.Length || text[end] != 's' || (end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))) return false;
        end++;
        found.Add(new(DigitNumerals.Integer(text.AsSpan(at, run)), null, QuantityKind.Date, "decade", Exactness.Exact, new(at, end)));
        return true;
    }

    /// <summary>One numeral with 年, 月, 日, 号, 时, 点, 世纪, 年代, 季度 behind it.</summary>
    static bool TryReadChinese(string text, int at, List<Quantity> found, out int end)
    {
        end = at;
        if (!char.IsAsciiDigit(text[at]) && !HanDigits.IsNumeral(text[at]) || !HanNumerals.TryRead(text, at, out var numeral) || numeral.Value != decimal.Truncate(numeral.Value)) return false;
        var mark = numeral.End;
        while (mark < text.Length && text[mark] == ' ') mark++;
        if (mark >= text.Length) return false;
        var rest = text.AsSpan(mark);
        var value = numeral.Value;
        var digits = numeral.End - numeral.Start;
        var unit = text[mark] switch
        {
            '年' when rest.StartsWith("年代") => "decade",
            '年' when (value is >= 1000 and < 3000 && digits == 4 && numeral.Shape is NumeralShape.Digits or NumeralShape.Positional) || IsShortYear(text, numeral, mark) || IsAncientYear(text, at) => "year",
            '月' when value is >= 1 and <= 12 && !rest.StartsWith("月龄") && !rest.StartsWith("月大") && !rest.StartsWith("月球") && !rest.StartsWith("月亮") => "month",
            '日' or '号' when value is >= 1 and <= 31 && IsDay(text, at, mark, found) => "day",
            '世' when rest.StartsWith("世纪") => "century",
            '季' when rest.StartsWith("季度") && value <= 4 && numeral.Start > 0 && text[numeral.Start - 1] != '个' => "quarter",
            _ => "",
        };
        if (unit.Length == 0) return TryReadChineseClock(text, at, numeral, mark, found, out end);
        if (unit == "decade" && HanDigits.IsUnit(text[numeral.End - 1]) && value % 10 != 0) return false;
        end = mark + (unit is "decade" or "century" or "quarter" ? 2 : 1);
        if (unit == "decade" && found.Count > 0 && found[^1] is { Kind: QuantityKind.Date, Unit: "century" } century && numeral.Start - century.Range.End <= 1 && value < 100)
        {
            found[^1] = new((century.Value - 1) * 100 + value, null, QuantityKind.Date, "decade", Exactness.Exact, new(century.Range.Start, end));
            return true;
        }

        found.Add(new(value, numeral.Upper, QuantityKind.Date, unit, Exactness.Exact, new(at, end)));
        return true;
    }

    /// <summary>24年3月: two digits are a year where a month follows or 年 is a date's for another reason.</summary>
    static bool IsShortYear(string text, Numeral numeral, int mark)
    {
        if (numeral.End - numeral.Start != 2 || !char.IsAsciiDigit(text[numeral.Start]) || !char.IsAsciiDigit(text[numeral.End - 1])) return false;
        var run = DigitNumerals.Run(text, mark + 1);
        return run is 1 or 2 && mark + 1 + run < text.Length && text[mark + 1 + run] == '月';
    }

    static bool IsAncientYear(string text, int at) => at >= 2 && text.AsSpan(at - 2, 2) is "元前" or "公元";

    /// <summary>日 and 号 are days of a month after a month or alone as 5日; 3号线, 七日游 are not.</summary>
    static bool IsDay(string text, int at, int mark, List<Quantity> found)
    {
        var next = mark + 1 < text.Length ? text[mark + 1] : '\0';
        var afterMonth = found.Count > 0 && found[^1] is { Unit: "month", Kind: QuantityKind.Date } month && at - month.Range.End <= 1;
        if (afterMonth) return true;
        if (text[mark] == '号') return next is '、' or '，' or '。' or '到' or '至' or '晚' or '早' or '上' or '下' or '起' or '开' or '前' or ',' or '\0';
        return char.IsAsciiDigit(text[at]) && next is not ('本' or '元' or '游' or '均' or '活' or '圆' or '币');
    }

    /// <summary>下午三点半, 15时20分, 8点.</summary>
    static bool TryReadChineseClock(string text, int at, Numeral numeral, int mark, List<Quantity> found, out int end)
    {
        end = at;
        if (text[mark] is not ('点' or '时') || numeral.Value is < 0 or > 24 || numeral.Upper is not null) return false;
        var next = mark + 1 < text.Length ? text[mark + 1] : '\0';
        var told = at > 1 && text.AsSpan(at - 2, 2) is "上午" or "下午" or "凌晨" or "早上" or "晚上" or "中午" or "晚间" or "清晨" or "傍晚" || at > 0 && text[at - 1] is '日' or '号' or '早' or '晚';
        decimal minutes = 0;
        end = mark + 1;
        if (next == '钟' || (next == '整')) end++;
        else if (next == '半') (minutes, end) = (30, end + 1);
        else if (HanNumerals.TryRead(text, mark + 1, out var minute) && minute.Value < 60 && (minute.End < text.Length && text[minute.End] == '分' || told || minute.Value >= 10 && text[mark] == '点'))
            (minutes, end) = (minute.Value, minute.End + (minute.End < text.Length && text[minute.End] == '分' ? 1 : 0));
        else if (!told) return false;
        var hour = numeral.Value < 12 && IsAfternoon(text, at) ? numeral.Value + 12 : numeral.Value;
        found.Add(new(hour + minutes / 60, null, QuantityKind.Time, "", Exactness.Exact, new(at, end)));
        return true;
    }

    static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 9 || !"JFMASONDjfmasond".Contains(word[0], StringComparison.Ordinal)) return 0;
        for (var i = 0; i < 12; i++)
            if (word.Equals(s_months[i], StringComparison.OrdinalIgnoreCase) || word.Equals(s_short[i], StringComparison.Ordinal)) return i + 1;
        return word is "Sept" ? 9 : 0;
    }

    static string WordBefore(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '-') end--;
        var start = end;
        while (start > 0 && char.IsAsciiLetter(text[start - 1])) start--;
        return text[start..end];
    }
}
