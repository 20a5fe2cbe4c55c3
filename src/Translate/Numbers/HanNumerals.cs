namespace Translate.Numbers;

/// <summary>Reads Chinese and mixed numerals: 一百五十二, 5万4千6百, 一百六十三点一亿, 两三百, 十几, 二〇二四.</summary>
static class HanNumerals
{
    enum Kind { Digit, Number, Small, Big, Zero, Point, Some, More }

    readonly record struct Piece(Kind Kind, decimal Value, int End);

    const int Most = 48;

    /// <summary>Reads the numeral that starts at <paramref name="at"/>; text is folded.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        numeral = default;
        Span<Piece> pieces = stackalloc Piece[Most];
        var count = Split(text, at, pieces);
        while (count > 0 && pieces[count - 1].Kind is Kind.Point) count--;
        if (count == 0) return false;
        pieces = pieces[..count];
        return TryPositional(text, at, pieces, out numeral) || TryComposed(text, at, pieces, out numeral);
    }

    /// <summary>Cuts the longest run that can be one numeral.</summary>
    static int Split(ReadOnlySpan<char> text, int at, Span<Piece> pieces)
    {
        var count = 0;
        decimal lastSmall = 0;
        for (var i = at; i < text.Length && count < Most;)
        {
            var c = text[i];
            var last = count > 0 ? pieces[count - 1].Kind : (Kind?)null;
            if (c == ' ' && count > 0 && GoesOnAfterSpace(text, i, last!.Value, out var next))
            {
                i = next;
                continue;
            }

            Piece piece;
            if (char.IsAsciiDigit(c))
            {
                if (last is Kind.Digit or Kind.Number or Kind.Point or Kind.Some || !DigitNumerals.TryRead(text, i, out var number, out var end)) break;
                piece = new(Kind.Number, number, end);
            }
            else if (c is '点' && count > 0 && last is not Kind.Point && IsDecimalPoint(text, i, pieces[..count]))
                piece = new(Kind.Point, 0, i + 1);
            else if (HanDigits.Digit(c) is var digit and >= 0)
            {
                if (last is Kind.Number or Kind.Some) break;
                piece = digit == 0 && last is Kind.Small or Kind.Big or Kind.More ? new(Kind.Zero, 0, i + 1) : new(Kind.Digit, digit, i + 1);
                if (c == '两' && count > 0 && (last is Kind.Digit || i + 1 >= text.Length || !HanDigits.IsUnit(text[i + 1]))) break;
            }
            else if (c is '廿' or '卅')
            {
                if (count > 0) break;
                pieces[count++] = new(Kind.Digit, c == '廿' ? 2 : 3, i + 1);
                piece = new(Kind.Small, lastSmall = 10, i + 1);
            }
            else if (HanDigits.SmallUnit(c) is var small and > 0)
            {
                // 一十一十二 is two numerals, and 百十一 is none: magnitudes only fall inside a section.
                if (lastSmall > 0 && small >= lastSmall) break;
                if (last is Kind.Small && count == 1) break;

                // 100万千瓦 is a million kilowatts.
                if (last is Kind.Big && c == '千' && Units.After(text, i, out _) is not null) break;
                piece = new(Kind.Small, lastSmall = small, i + 1);
            }
            else if (HanDigits.BigUnit(c) is var big and > 0)
            {
                if (count == 0 && c == '兆') break;
                (piece, lastSmall) = (new(Kind.Big, big, i + 1), 0);
            }
            else if (c is '几' or '数' && IsSome(text, i, last))
                piece = new(Kind.Some, 0, i + 1);
            else if (c is '多' or '余' && last is Kind.Small or Kind.Big && i + 1 < text.Length && NextIsBig(text, i + 1))
                piece = new(Kind.More, 0, i + 1);
            else
                break;

            pieces[count++] = piece;
            i = piece.End;
        }

        return count;
    }

    /// <summary>Chinese numerals survive being spaced out (三 百 五 十); a space after plain digits ends them, unless a magnitude follows.</summary>
    static bool GoesOnAfterSpace(ReadOnlySpan<char> text, int at, Kind last, out int next)
    {
        next = at;
        while (next < text.Length && text[next] == ' ') next++;
        if (next == text.Length || next - at > 2) return false;
        var c = text[next];
        if (last == Kind.Number) return HanDigits.IsUnit(c) && c is not '兆';
        return HanDigits.IsNumeral(c) || c is '点' || (char.IsAsciiDigit(c) && last is Kind.Small or Kind.Big) || (c is '余' or '几' && last is Kind.Small or Kind.Big);
    }

    static bool NextIsBig(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && HanDigits.BigUnit(text[at]) > 0;
    }

    /// <summary>几 and 数 stand for a digit before a magnitude (数千, 几十万) and after one (十几, 零几万).</summary>
    static bool IsSome(ReadOnlySpan<char> text, int at, Kind? last)
    {
        var beforeUnit = at + 1 < text.Length && HanDigits.IsUnit(text[at + 1]);
        if (last is null) return beforeUnit;
        return text[at] == '几' && last is Kind.Small or Kind.Big or Kind.Zero;
    }

    /// <summary>点 is a decimal point when digits follow that no 十 or 分 makes into minutes.</summary>
    static bool IsDecimalPoint(ReadOnlySpan<char> text, int at, ReadOnlySpan<Piece> before)
    {
        if (before[^1].Kind is Kind.Some or Kind.More) return false;
        var next = at + 1;
        while (next < text.Length && text[next] == ' ') next++;
        if (next >= text.Length || HanDigits.Digit(text[next]) < 0 || text[next] == '两') return false;
        var end = next;
        while (end < text.Length && HanDigits.Digit(text[end]) >= 0) end++;
        if (end >= text.Length) return true;
        return text[end] is not ('十' or '拾' or '刻') && !(text[end] == '分' && (end + 1 >= text.Length || text[end + 1] is not ('之' or '点')));
    }

    /// <summary>Digits without magnitudes: 一七二零, 二〇〇二, 零点五.</summary>
    static bool TryPositional(ReadOnlySpan<char> text, int at, ReadOnlySpan<Piece> pieces, out Numeral numeral)
    {
        numeral = default;
        var whole = 0;
        while (whole < pieces.Length && pieces[whole].Kind == Kind.Digit) whole++;
        if (whole < 2 || whole > 20) return false;
        var pointed = whole < pieces.Length && pieces[whole].Kind == Kind.Point;
        if (whole < pieces.Length && !pointed) return false;
        if (whole == 2 && pieces.Length == 2 && IsNeighbours(pieces[0].Value, pieces[1].Value) && !pointed)
        {
            numeral = new(pieces[0].Value, pieces[1].Value, Exactness.About, at, pieces[^1].End, NumeralShape.Single, 1);
            return true;
        }

        decimal value = 0, place = 0.1m;
        foreach (var piece in pieces[..whole]) value = value * 10 + piece.Value;
        if (pointed)
        {
            for (var i = whole + 1; i < pieces.Length; i++, place /= 10)
            {
                if (pieces[i].Kind is not Kind.Digit || i - whole > 26) return false;
                value += pieces[i].Value * place;
            }
        }

        numeral = new(value, null, Exactness.Exact, at, pieces[^1].End, NumeralShape.Positional, 1);
        return true;
    }

    static bool IsNeighbours(decimal a, decimal b) => a > 0 && (b == a + 1 || (a == 3 && b == 5));

    static bool TryComposed(ReadOnlySpan<char> text, int at, Span<Piece> pieces, out Numeral numeral)
    {
        numeral = default;
        var neighbours = Neighbours(ref pieces);
        if (pieces.Length == 0 || !TryEvaluate(pieces, neighbours, low: true, out var value, out var scale)) return false;
        decimal? upper = null;
        if (neighbours >= 0)
        {
            if (!TryEvaluate(pieces, neighbours, low: false, out var high, out _)) return false;
            upper = high;
        }

        var exactness = upper is not null ? Exactness.About : Exactness.Exact;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (pieces[i].Kind == Kind.More) exactness = Exactness.AtLeast;
            if (pieces[i].Kind == Kind.Some) exactness = i == 0 ? Exactness.Several : Exactness.AtLeast;
        }

        var first = text[at];
        var shape = pieces.Length == 1 ? pieces[0].Kind == Kind.Number ? NumeralShape.Digits : NumeralShape.Single
            : char.IsAsciiDigit(first) ? NumeralShape.Digits : NumeralShape.Composed;
        numeral = new(value, upper, exactness, at, pieces[^1].End, shape, scale);
        return true;
    }

    /// <summary>Where two digits side by side mean "two or three" (两三百, 十七八); what follows a pair that does not is cut off.</summary>
    static int Neighbours(ref Span<Piece> pieces)
    {
        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            if (pieces[i].Kind == Kind.Point) i = SkipDecimals(pieces, i);
            else if (pieces[i].Kind == Kind.Digit && pieces[i + 1].Kind == Kind.Digit)
            {
                var pair = IsNeighbours(pieces[i].Value, pieces[i + 1].Value) && (i + 2 == pieces.Length || pieces[i + 2].Kind is Kind.Small or Kind.Big);
                if (pair) return i;
                pieces = pieces[..(i + 1)];
            }
        }

        return -1;
    }

    static int SkipDecimals(ReadOnlySpan<Piece> pieces, int point)
    {
        var i = point + 1;
        while (i + 1 < pieces.Length && pieces[i + 1].Kind == Kind.Digit) i++;
        return i;
    }

    static bool TryEvaluate(ReadOnlySpan<Piece> pieces, int neighbours, bool low, out decimal value, out decimal scale)
    {
        Span<decimal> values = stackalloc decimal[Most];
        Span<decimal> units = stackalloc decimal[Most];
        var depth = 0;
        decimal section = 0, lastUnit = 1;
        decimal? pending = null;
        bool zero = false, single = false;
        (value, scale) = (0, 1);
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = pieces[i];
            switch (piece.Kind)
            {
                case Kind.Digit when i == neighbours + 1 && neighbours >= 0:
                    if (!low) pending = piece.Value;
                    break;
                case Kind.Digit:
                case Kind.Number:
                    pending = piece.Value;
                    single = piece.Kind == Kind.Digit || (piece.Value is > 0 and < 10 && piece.End - (i > 0 ? pieces[i - 1].End : 0) == 1);
                    break;
                case Kind.Some when i == 0:
                    pending = 1;
                    break;
                case Kind.Zero:
                    zero = true;
                    break;
                case Kind.Point:
                    var end = SkipDecimals(pieces, i);
                    decimal place = 0.1m, fraction = 0;
                    for (var j = i + 1; j <= end && j - i < 27; j++, place /= 10) fraction += pieces[j].Value * place;
                    (section, pending, zero, i) = (section + (pending ?? 0) + fraction, null, true, end);
                    break;
                case Kind.Small:
                    if (!Exact.TryMultiply(pending is null or 0 ? 1 : pending.Value, piece.Value, out var product)) return false;
                    (section, pending, lastUnit, zero) = (section + product, null, piece.Value, false);
                    break;
                case Kind.Big:
                    var sum = section + (pending ?? 0);
                    if (sum == 0 && depth == 0 && pending is null) sum = 1;
                    while (depth > 0 && (units[depth - 1] < piece.Value || (units[depth - 1] == piece.Value && sum == 0))) sum += values[--depth];
                    if (!Exact.TryMultiply(sum, piece.Value, out sum)) return false;
                    (values[depth], units[depth++]) = (sum, piece.Value);
                    (section, pending, lastUnit, scale, zero) = (0, null, piece.Value, piece.Value, false);
                    break;
            }
        }

        // 一百五 is 150, 九万四 is 94,000; after 零 the last digit counts as it stands.
        if (pending is { } rest) section += !zero && single && lastUnit >= 100 ? rest * lastUnit / 10 : rest;
        for (var i = 0; i < depth; i++) value += values[i];
        value += section;
        return true;
    }
}
