namespace Translate.Numbers;

/// <summary>Makes a quantity of a numeral: sign and currency before it, unit after it, hedging words on both sides.</summary>
static class QuantityReader
{
    // 323千卡 is energy, since nobody writes 323千 for 323,000; 千卡 and 三千卡 are GPUs.
    static readonly Unit s_kilocalorie = Units.After("kcal", 0, out _)!;

    /// <summary>The quantity; <c>null</c> when the place shows that it is none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="numeral">The numeral.</param>
    /// <param name="floor">Nothing before this place belongs to it.</param>
    /// <param name="han">Whether the text is Chinese.</param>
    /// <param name="traditional">Whether it is Chinese as written in Taiwan, Hong Kong or Macao.</param>
    public static Quantity? Read(string text, Numeral numeral, int floor, bool han, bool traditional)
    {
        var (value, upper, exactness, start, end) = (numeral.Value, numeral.Upper, numeral.Exactness, numeral.Start, numeral.End);
        var kind = numeral.Shape == NumeralShape.Ordinal ? QuantityKind.Ordinal : QuantityKind.Number;
        var unitName = "";
        ReadMega(text, ref value, ref upper, ref end, ref unitName, traditional);
        if (unitName is not ("" or "兆")) kind = QuantityKind.Measure;

        var unit = numeral.Shape == NumeralShape.Ordinal || unitName.Length > 0 ? null : UnitAfter(text, numeral, ref end, ref value, ref upper, han);
        if (unit is not null) (kind, unitName) = (unit.Kind, unit.Name);
        else ReadCounter(text, han, ref value, ref upper, ref kind, ref unitName, ref end);
        if (unit is { Group: "money" } or null) ReadCurrency(text, floor, end, ref start, ref kind, ref unitName);
        if (unit is { Name: "jiao" }) (value, upper, unitName) = (value / 10, upper / 10, "CNY");
        if (unit is { Kind: QuantityKind.Money }) ReadCents(text, unit, ref value, ref end, han);
        if (unit is { Kind: QuantityKind.Measure, Name: "foot" }) ReadInches(text, ref value, ref end);
        if (kind == QuantityKind.Money && unit is not { Group: "money" } && Units.After(text, Skip(text, end), out var wordEnd) is { Kind: QuantityKind.Money }) end = wordEnd;
        if (kind == QuantityKind.Money && unit is null && end < text.Length && text[end] == 'm' && (end + 1 == text.Length || !char.IsAsciiLetter(text[end + 1])))
            (value, end) = (Exact.TryMultiply(value, 1_000_000, out var millions) ? millions : value, end + 1);
        var whole = end;
        ReadHalf(text, numeral, unit, ref value, ref end);
        if (unit is null && end > whole && Units.After(text, end, out var halfEnd) is { Kind: QuantityKind.Duration } counted) (kind, unitName, end) = (counted.Kind, counted.Name, halfEnd);
        ReadSign(text, floor, ref start, ref value);

        if (Hedges.TryAfter(text, end, out var after, out var afterEnd)) (exactness, end) = (after, afterEnd);
        if (Hedges.TryBefore(text, start, out var before, out var beforeStart) && beforeStart >= floor) (exactness, start) = (before, beforeStart);
        return new(Exact.Trimmed(value), upper is { } top ? Exact.Trimmed(top) : null, kind, unitName, exactness, new(start, end));
    }

    /// <summary>兆 is 10^12 in Taiwan, 10^6 before a unit of measure, and either elsewhere.</summary>
    static void ReadMega(string text, ref decimal value, ref decimal? upper, ref int end, ref string unit, bool traditional)
    {
        if (end > 0 && text[end - 1] == '兆' && Units.After(text, end, out var unitEnd) is { Kind: QuantityKind.Measure, Base: "B" or "bit" or "Hz" or "W" or "Wh" } mega
            && Units.After(text, end - 1, out _) is { } own)
        {
            (value, end, unit) = (value / 1_000_000_000_000m, unitEnd, own.Name);
            _ = mega;
        }
        else if (end > 0 && text[end - 1] == '兆' && !traditional && !text.AsSpan(0, end).Contains('亿'))
            unit = "兆";
    }

    static Unit? UnitAfter(string text, Numeral numeral, ref int end, ref decimal value, ref decimal? upper, bool han)
    {
        // 千卡, 千米: the magnitude may be part of the unit's own word.
        var plain = char.IsAsciiDigit(text[numeral.Start]) && end - numeral.Start > 2;
        if (numeral.End - numeral.Start > 1 && text[end - 1] == '千' && plain && end < text.Length && text[end] == '卡')
        {
            (value, upper, end) = (value / 1000, upper / 1000, end + 1);
            return s_kilocalorie;
        }

        if (numeral.End - numeral.Start > 1 && text[end - 1] is '千' or '兆' && Units.After(text, end - 1, out var own) is { Kind: QuantityKind.Measure } whole)
        {
            var factor = text[end - 1] == '千' ? 1000m : 1_000_000_000_000m;
            (value, upper, end) = (value / factor, upper / factor, own);
            return whole;
        }

        var at = end;
        if (at < text.Length && text[at] is ' ' or '\u00a0') at++;
        if (at < text.Length && text[at] is '-' or '\u2011' && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1])) at++;
        if (at < text.Length && text[at] is '[' or '<' or '(' && at + 1 < text.Length && Units.After(text, at + 1, out var inner) is { Kind: QuantityKind.Measure } framed
            && inner < text.Length && text[inner] is ']' or '>' or ')')
        {
            end = inner + 1;
            return framed;
        }

        if (at > end && han && at < text.Length && !char.IsAscii(text[at]) && Units.After(text, at, out _) is not { Kind: QuantityKind.PercentagePoints or QuantityKind.Money }) at = SkipAll(text, end);
        else at = SkipAll(text, at);
        if (Units.After(text, at, out var unitEnd) is { } unit && Fits(text, numeral, unit, at, unitEnd, end))
        {
            end = unitEnd;
            if (unit.Kind == QuantityKind.Money) ReadScaleBehindCurrency(text, ref value, ref end);
            return unit;
        }

        // 30 MUSD: a magnitude glued to the currency's code.
        if (at < text.Length && text[at] is 'M' or 'k' or 'K' && Units.After(text, at + 1, out unitEnd) is { Kind: QuantityKind.Money } code && unitEnd - at == 4)
        {
            if (Exact.TryMultiply(value, text[at] == 'M' ? 1_000_000 : 1000, out var scaled)) value = scaled;
            end = unitEnd;
            return code;
        }

        return null;
    }

    /// <summary>Words that are units only where the context lets them.</summary>
    static bool Fits(string text, Numeral numeral, Unit unit, int at, int unitEnd, int end)
    {
        var word = text.AsSpan(at, unitEnd - at);
        var next = unitEnd < text.Length ? text[unitEnd] : '\0';
        return word switch
        {
            "分" => next is not ('之' or '布' or '别' or '析' or '店' or '行' or '支' or '公' or '成' or '组' or '享' or '为'),
            "点" => false,
            "两" => numeral.Shape is not NumeralShape.Digits || at > end,
            "日" => next is not ('本' or '元' or '常' or '益' or '前' or '报'),
            "方" => false,
            "角" => next is not ('度' or '色' or '落' or '大' or '形') && at == end,
            "码" => next is not ('头' or '农'),
            "周" => next is not ('边' or '围' or '转' or '期'),
            "年" => next is not ('级' or '轻' or '龄' or '代'),
            "天" => next is not ('使' or '线' or '然' or '气' or '才' or '空' or '花' or '地'),
            "秒" => next is not ('杀' or '懂'),
            "克" => next is not ('隆' or '服' or '莱' or '里' or '罗' or '拉'),
            "元" => next is not ('素' or '宇' or '旦' or '首' or '老' or '年' or '组'),
            "块" => next is not ('头') && numeral.Shape != NumeralShape.Single,
            "人" => next is not ('工' or '类' or '才' or '民' or '文' or '物' or '形' or '生' or '口' or '像' or '脸'),
            "名" => next is not ('字' or '称' or '词' or '为'),
            "次" => next is not ('元' or '要' or '级' or '数'),
            "亩" => true,
            "桶" or "圈" or "载" or "丈" or "尺" or "铢" or "刀" => numeral.Shape != NumeralShape.Single,
            "m" when Units.Before(text, numeral.Start, out _) is { Kind: QuantityKind.Money } => false,
            "s" or "m" or "g" or "l" or "L" or "W" or "V" => at == end || word is "W" or "m" or "g",
            "a" => false,
            "marks" => numeral.Value > 20,
            "yards" or "pounds" => true,
            "mu" => false,
            "second" => text.AsSpan(end, at - end).Contains('-') || numeral.Value is 1 || numeral.Value % 1 != 0,
            _ => true,
        };
    }

    /// <summary>75 USD million.</summary>
    static void ReadScaleBehindCurrency(string text, ref decimal value, ref int end)
    {
        var at = Skip(text, end);
        var wordEnd = EnglishWords.WordEnd(text, at);
        if (at > end && EnglishWords.Find(text.AsSpan(at, wordEnd - at), out var scale) == WordKind.Scale && Exact.TryMultiply(value, scale, out var scaled))
            (value, end) = (scaled, wordEnd);
    }

    /// <summary>Chinese factors and shares (3倍, 三成, 八折), and the counters that come before a unit (20个比特币).</summary>
    static void ReadCounter(string text, bool han, ref decimal value, ref decimal? upper, ref QuantityKind kind, ref string unit, ref int end)
    {
        if (!han)
        {
            Factors.ReadEnglish(text, ref kind, ref end);
            return;
        }

        var at = SkipAll(text, end);
        if (at >= text.Length) return;
        switch (text[at])
        {
            case '倍':
                Factors.ReadChinese(text, ref value, ref upper, ref kind, ref unit, ref end, at);
                break;
            case '成' when Factors.IsTenths(text, at):
                (value, upper, kind, unit, end) = (value * 10, upper * 10, QuantityKind.Percent, "%", at + 1);
                var next = SkipAll(text, end);
                if (next < text.Length && text[next] == '半') (value, end) = (value + 5, next + 1);
                else if (next < text.Length && HanDigits.Digit(text[next]) is var digit and > 0 && (next + 1 >= text.Length || !HanDigits.IsNumeral(text[next + 1])))
                    (value, end) = (value + digit, next + 1);
                break;
            case '折' when at + 1 >= text.Length || text[at + 1] is not ('叠' or '射' or '旧' or '腾' or '磨' or '中' or '线' or '返'):
                var price = value < 10 ? value * 10 : value < 100 ? value : value;
                (value, kind, unit, end) = (price, QuantityKind.Percent, "折", at + 1);
                break;
            case '打' when at + 1 >= text.Length || text[at + 1] is not ('折' or '开' or '造' or '击' or '破' or '包' or '算' or '印'):
                (value, end) = (value * 12, at + 1);
                break;
        }
    }

    static void ReadCurrency(string text, int floor, int end, ref int start, ref QuantityKind kind, ref string unit)
    {
        if (Units.Before(text, start, out var before) is not { } currency || before < floor) return;

        // $64$ and $300\,\mathrm{ms}$ are formulas.
        if (text[start - 1] == '$' && end < text.Length && text[end] is '$' or '\\') return;
        (start, kind) = (before, currency.Kind);

        // $15000元: the sign says which money, 元 only that it is some. 10 $ dollars likewise.
        if (unit.Length == 0 || (unit == "CNY" && text[before] != '人')) unit = currency.Name;
    }

    /// <summary>3 dollars 50 cents, 15 dollars and 50, 两美元又三美分, 一元五角.</summary>
    static void ReadCents(string text, Unit unit, ref decimal value, ref int end, bool han)
    {
        if (unit.Name is "cent" or "penny" or "jiao" or "satoshi" or "BTC" || value != decimal.Truncate(value)) return;
        var at = SkipAll(text, end);
        if (han)
        {
            if (at < text.Length && text[at] == '又') at = SkipAll(text, at + 1);
            while (at < text.Length && HanNumerals.TryRead(text, at, out var part) && part.Value < 100 && SmallCoin(text, part.End, out var coinEnd) is var coins and > 0)
            {
                (value, end) = (value + part.Value / coins, coinEnd);
                at = SkipAll(text, end);
            }

            if (end < text.Length && text[end] is '整' or '正') end++;
            return;
        }

        var joined = EnglishNumerals.IsWord(text, at, "and", out var after);
        if (joined) at = SkipAll(text, after);
        if (at == end || !EnglishNumerals.TryReadCardinal(text, at, 100, out var cents, out var centsEnd, out _, out _) || cents != decimal.Truncate(cents)) return;
        var word = SkipAll(text, centsEnd);
        var named = EnglishNumerals.IsWord(text, word, "cents", out var namedEnd) || EnglishNumerals.IsWord(text, word, "cent", out namedEnd) || EnglishNumerals.IsWord(text, word, "pence", out namedEnd);
        var closed = word >= text.Length || text[word] is '.' or ',' or ';' or '?' or '!';
        if (named) (value, end) = (value + cents / 100, namedEnd);
        else if (closed && centsEnd - at > 1) (value, end) = (value + cents / 100, centsEnd);
    }

    /// <summary>How many of the coin named at a place make one of the money: 角 10, 分 100; 0 for anything else.</summary>
    static int SmallCoin(string text, int at, out int end)
    {
        foreach (var (name, coins) in (ReadOnlySpan<(string, int)>)[("美分", 100), ("日本銭", 100), ("日本钱", 100), ("角", 10), ("毛", 10), ("分", 100)])
        {
            end = at + name.Length;
            if (text.AsSpan(at).StartsWith(name) && !text.AsSpan(at).StartsWith("分之")) return coins;
        }

        end = at;
        return 0;
    }

    /// <summary>5 ft 2 in, 5 feet and 2 inches.</summary>
    static void ReadInches(string text, ref decimal value, ref int end)
    {
        var at = SkipAll(text, end);
        if (at < text.Length && text[at] == ',') at = SkipAll(text, at + 1);
        if (EnglishNumerals.IsWord(text, at, "and", out var after)) at = SkipAll(text, after);
        if (!DigitNumerals.TryRead(text, at, out var inches, out var inchesEnd) || inches >= 12) return;
        var word = SkipAll(text, inchesEnd);
        foreach (var name in (ReadOnlySpan<string>)["inches", "inch", "in"])
        {
            if (!EnglishNumerals.IsWord(text, word, name, out var nameEnd)) continue;
            (value, end) = (value + inches / 12, nameEnd);
            return;
        }
    }

    /// <summary>一吨半, 一年半, 三个半小时.</summary>
    static void ReadHalf(string text, Numeral numeral, Unit? unit, ref decimal value, ref int end)
    {
        if (end >= text.Length || numeral.Scale > 1) return;
        if (text[end] == '半' && unit is not null && (end + 1 >= text.Length || text[end + 1] is not ('导' or '径' or '球' or '岛' or '夜' or '路' or '场')))
            (value, end) = (value + 0.5m, end + 1);
        else if (unit is null && text[end] == '个' && end + 1 < text.Length && text[end + 1] == '半')
            (value, end) = (value + 0.5m, end + 2);
    }

    static void ReadSign(string text, int floor, ref int start, ref decimal value)
    {
        var at = start;
        while (at > floor && text[at - 1] == ' ') at--;
        if (at <= floor && at > 0 || at == 0) return;
        var c = text[at - 1];
        if (c == '下' && at - 2 >= floor && text[at - 2] == '零')
        {
            (start, value) = (at - 2, -value);
            return;
        }

        var isMinus = c == '负' || (c is '-' or '\u2212' && (at == 1 || (text[at - 2] == ' ' && (at < 3 || !char.IsAsciiDigit(text[at - 3]))) || text[at - 2] is '(' or '[' or '，' or ':' or '^' or '$' or '€') && (at == start || at == 1));
        if (isMinus)
        {
            (start, value) = (at - 1, -value);
            return;
        }

        foreach (var word in (ReadOnlySpan<string>)["minus", "negative"])
        {
            var from = at - word.Length;
            if (from < floor || from < 0 || !EnglishNumerals.IsWord(text, from, word, out var end) || end != at || (from > 0 && char.IsAsciiLetter(text[from - 1]))) continue;
            (start, value) = (from, -value);
            return;
        }
    }

    static int Skip(string text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    static int SkipAll(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0') at++;
        return at;
    }
}
