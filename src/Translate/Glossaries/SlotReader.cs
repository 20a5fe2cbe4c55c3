using Translate.Numbers;

namespace Translate.Glossaries;

/// <summary>Reads the number that fills a slot beside a literal.</summary>
static class SlotReader
{
    // Model numbers that stand where a count could stand: 8卡4090, 4090卡.
    static readonly HashSet<decimal> s_modelNumbers =
        [1060, 1070, 1080, 1650, 1660, 2060, 2070, 2080, 3050, 3060, 3070, 3080, 3090, 4050, 4060, 4070, 4080, 4090, 5050, 5060, 5070, 5080, 5090, 6000, 7900, 9070];

    // Units that the other end of a range and the sign between may take.
    const int LongestLower = 24;

    // What stands between a word and its number and says how exactly it is meant: 日活超过3亿.
    static readonly (string Word, Exactness Exactness)[] s_nearly =
    [
        ("大约", Exactness.About), ("约", Exactness.About), ("近", Exactness.About), ("超过", Exactness.AtLeast), ("超", Exactness.AtLeast), ("逾", Exactness.AtLeast),
        ("突破", Exactness.AtLeast), ("达到", Exactness.Exact), ("高达", Exactness.Exact), ("达", Exactness.Exact),
        ("about ", Exactness.About), ("around ", Exactness.About), ("nearly ", Exactness.About), ("over ", Exactness.AtLeast), ("more than ", Exactness.AtLeast),
    ];

    /// <summary>The numeral or range that ends right before a place, a blank, a hyphen or a plus sign between.</summary>
    /// <param name="text">Original text.</param>
    /// <param name="end">Where the literal after the slot starts.</param>
    /// <param name="language">Language of the text.</param>
    /// <param name="before">The literal before the slot, folded; empty when there is none. Right after it a number may start inside a token (tokens2.5元).</param>
    public static Quantity? Before(ReadOnlySpan<char> text, int end, string language, string before = "")
    {
        var stop = EndOfNumber(text, end);
        if (stop == 0 || end - stop > 2) return null;
        if (LanguagePair.Language(language) != "zh" && stop > 3 && text[..stop].EndsWith(" of")) stop -= 3;
        if (!MayEnd(text[stop - 1])) return null;
        var first = stop;
        while (first > 0 && stop - first < 40 && MayStandIn(text[first - 1])) first--;
        for (var start = first; start < stop; start++)
        {
            if (text[start] is ' ' or ',' or '-' || IsInsideToken(text, start) && (before.Length == 0 || StartOf(text, start, before) < 0)) continue;
            if (!NumberParser.TryReadNumeral(text[start..stop], language, out var value, out var exactness, out var length)) continue;
            if (length != stop - start || IsModelNumber(text, start, stop, value)) continue;
            if (text[stop..end].ContainsAny('+', '＋') && exactness == Exactness.Exact) exactness = Exactness.AtLeast;
            return RangeBefore(text, start, stop, value, language) ?? new(value, null, QuantityKind.Number, "", exactness, new(start, stop));
        }

        return null;
    }

    /// <summary>Where a number ends that stands before a place: 8 GPUs, 8-GPU, 100+ GPUs.</summary>
    static int EndOfNumber(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && (text[end - 1] is ' ' or '\u00A0' or '+' or '＋' || TermBoundary.IsHyphen(text[end - 1]))) end--;
        return end;
    }

    /// <summary>The numeral or range that starts right after a place, a blank or a word such as 超过 between.</summary>
    /// <param name="text">Original text.</param>
    /// <param name="start">Where the literal before the slot ends.</param>
    /// <param name="language">Language of the text.</param>
    public static Quantity? After(ReadOnlySpan<char> text, int start, string language)
    {
        if (start < text.Length && text[start] == ' ') start++;
        var nearly = Exactness.Exact;
        foreach (var (word, meant) in s_nearly)
        {
            if (!text[start..].StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            (start, nearly) = (start + word.Length, meant);
            break;
        }

        if (start >= text.Length || !NumberParser.TryReadNumeral(text[start..], language, out var value, out var exactness, out var length)) return null;
        var end = start + length;
        if (length > 0 && RangeAfter(text, start, end, language) is { } range && !IsFollowedByUnit(text, range.Range.End)) return range;
        if (length == 0 || end < text.Length && IsFollowedByUnit(text, end)) return null;
        return new(value, null, QuantityKind.Number, "", exactness == Exactness.Exact ? nearly : exactness, new(start, end));
    }

    /// <summary>Whether a number may end right before a place; asked first, because reading one costs more.</summary>
    public static bool MayStandBefore(ReadOnlySpan<char> text, int end)
    {
        var stop = EndOfNumber(text, end);
        return stop > 0 && end - stop <= 2 && MayEnd(text[stop - 1]);
    }

    /// <summary>Whether a number may start right after a place.</summary>
    public static bool MayStandAfter(ReadOnlySpan<char> text, int start)
    {
        if (start < text.Length && text[start] == ' ') start++;
        return start < text.Length && (MayEnd(text[start]) || text[start] is '大' or '约' or '約' or '近' or '上' or '成' or '超' or '逾' or '突' or '高' or '达' or '達' or '不' or '+' or '-' or '$' or '¥');
    }

    /// <summary>The whole of 3-5, 3到5万, 3 to 5 when its upper end has been read.</summary>
    static Quantity? RangeBefore(ReadOnlySpan<char> text, int start, int stop, decimal value, string language)
    {
        var sign = start;
        while (sign > 0 && text[sign - 1] == ' ') sign--;
        if (sign == 0 || !IsRangeSign(text[..sign])) return null;
        var first = Math.Max(0, start - LongestLower);
        foreach (var quantity in NumberParser.Find(text[first..stop].ToString(), language))
            if (quantity.Upper == value && quantity.Range.End == stop - first && !IsInsideToken(text, first + quantity.Range.Start))
                return quantity with { Kind = QuantityKind.Number, Unit = "", Range = new(first + quantity.Range.Start, stop) };
        return null;
    }

    static Quantity? RangeAfter(ReadOnlySpan<char> text, int start, int end, string language)
    {
        var rest = text[end..].TrimStart();
        if (rest.Length < 2 || !(IsRangeSign(rest[..1]) || rest.StartsWith("to "))) return null;
        foreach (var quantity in NumberParser.Find(text[start..Math.Min(text.Length, end + LongestLower)].ToString(), language))
            if (quantity is { Upper: not null, Range.Start: 0, Kind: QuantityKind.Number }) return quantity with { Range = new(start, start + quantity.Range.End) };
        return null;
    }

    /// <summary>Whether a text ends in what stands between the ends of a range.</summary>
    static bool IsRangeSign(ReadOnlySpan<char> text) =>
        TermBoundary.IsHyphen(text[^1]) || text[^1] is '–' or '—' or '~' or '～' or '至' or '到' || text.EndsWith(" to");

    /// <summary>Where a literal starts that must stand right before a number; -1 when it does not stand there.</summary>
    /// <param name="text">Original text.</param>
    /// <param name="number">Where the number starts.</param>
    /// <param name="literal">Folded.</param>
    public static int StartOf(ReadOnlySpan<char> text, int number, string literal)
    {
        var at = number;
        for (var i = literal.Length - 1; i >= 0; i--)
        {
            while (at > 0 && text[at - 1] == ' ' && literal[i] != ' ') at--;
            if (at == 0 || TermText.Fold(text[at - 1]) != literal[i]) return -1;
            at--;
        }

        return Letters.IsToken(literal[0]) && at > 0 && Letters.IsLetter(text[at - 1]) ? -1 : at;
    }

    // 日活3倍 and 日活30% are no counts; neither is 日活3D.
    static bool IsFollowedByUnit(ReadOnlySpan<char> text, int end)
    {
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        if (next == text.Length) return false;
        return text[next] is '倍' or '%' or '％' or '‰' or '成' or '折' or '岁' or '天' or '年' or '月' or '日' || text[next] == '个' && text[next..].StartsWith("个百分点")
            || next == end && Letters.IsToken(text[end]) || text[end] == '.' && end + 1 < text.Length && Letters.IsDigit(text[end + 1]);
    }

    static bool MayEnd(char unit) =>
        Letters.IsToken(unit) || Scripts.Han.Is(unit) && "零一二三四五六七八九十百千万亿兆萬億几幾数數余餘多两兩半〇壹贰叁肆伍陆柒捌玖拾佰仟".Contains(unit, StringComparison.Ordinal);

    static bool MayStandIn(char unit) => MayEnd(unit) || unit is ',' or '.' or ' ' or '，' or '．' or '-' or '上' or '近' or '成' or '点' or '點' or '分' or '之';

    /// <summary>The 100 of A100 and the 5 of 3.5 start inside a token.</summary>
    static bool IsInsideToken(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return false;
        var (before, here) = (text[start - 1], text[start]);
        if (Letters.IsToken(here) && Letters.IsToken(before)) return true;
        if (before == '第') return true;
        if (Scripts.Han.Is(here)) return Letters.IsDigit(before) || Scripts.Han.Is(before) && MayEnd(before) && before is not ('多' or '余') && MayEnd(here);
        return before is '.' or ',' or '_' or '/' && start > 1 && Letters.IsToken(text[start - 2])
            || TermBoundary.IsHyphen(before) && start > 1 && Letters.IsLetter(text[start - 2]) && Letters.IsDigit(here);
    }

    static bool IsModelNumber(ReadOnlySpan<char> text, int start, int end, decimal value) =>
        end - start == 4 && s_modelNumbers.Contains(value) && Letters.IsDigit(text[start]) && (value % 1000 != 0 || text[..start].TrimEnd().EndsWith("RTX", StringComparison.OrdinalIgnoreCase));
}
