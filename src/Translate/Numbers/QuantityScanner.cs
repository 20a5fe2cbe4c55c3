namespace Translate.Numbers;

/// <summary>Walks through one folded text and collects its quantities.</summary>
sealed class QuantityScanner(string text, bool han, bool traditional)
{
    readonly List<Quantity> _found = [];
    int _at;

    /// <summary>Where the last quantity or skipped token ended; nothing before it belongs to the next one.</summary>
    int _floor;

    public IReadOnlyList<Quantity> Scan()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c < 0x80 && !char.IsAsciiLetterOrDigit(c) && c != '.')
                _at++;
            else if (char.IsAsciiLetter(c))
                ReadLatin();
            else if (char.IsAsciiDigit(c) || c == '.' || DigitNumerals.Fraction(c) is not null)
                ReadDigits();
            else if (han && c > 0x2e80)
                ReadHan();
            else
                _at++;
        }

        return RangeJoiner.Join(text, _found);
    }

    void ReadLatin()
    {
        if (Tokens.NameEnd(text, _at) is var name && name > _at)
        {
            if (Dates.TryReadLatin(text, _at, out var dated)) Add(dated);
            else Skip(name);
            return;
        }

        if (han || !TryReadEnglishWords())
            _at = EnglishWords.WordEnd(text, _at);
    }

    bool TryReadEnglishWords()
    {
        if (Dates.TryReadMonth(text, _at, _found, out var end) || SpecialWords.TryRead(text, _at, _found, out end))
        {
            Skip(end);
            return true;
        }

        if (!NumeralReader.TryRead(text, _at, han: false, out var numeral) || SpecialWords.IsNoNumber(text, numeral)) return false;
        Finish(numeral);
        return true;
    }

    void ReadDigits()
    {
        if (Tokens.NumberTokenEnd(text, _at) is var token && token > _at)
        {
            Skip(token);
            return;
        }

        if (Dates.TryRead(text, _at, han, _found, out var end))
        {
            Skip(end);
            return;
        }

        if (!han && EnglishNumerals.TryReadOrdinal(text, _at, out var ordinal))
            Finish(ordinal);
        else if (NumeralReader.TryRead(text, _at, han, out var numeral))
            Finish(numeral);
        else
            _at++;
    }

    void ReadHan()
    {
        var c = text[_at];
        if (c is '第' or '首' && ChineseWords.TryReadOrdinal(text, _at, _found, out var end)
            || ChineseWords.TryRead(text, _at, _found, out end)
            || NotNumbers.LengthAt(text, _at) is var skipped and > 0 && !ChineseWords.IsNumberAfterAll(text, _at, skipped) && (end = _at + skipped) > 0
            || Dates.TryRead(text, _at, han, _found, out end))
        {
            Skip(end);
            return;
        }

        if (NumeralReader.TryRead(text, _at, han, out var numeral) && ChineseWords.Counts(text, numeral))
            Finish(numeral);
        else
            _at++;
    }

    void Skip(int end) => _at = _floor = Math.Max(end, _at + 1);

    void Add(Quantity quantity)
    {
        _found.Add(quantity);
        Skip(quantity.Range.End);
    }

    /// <summary>Gives a numeral its sign, its unit and its hedging words.</summary>
    void Finish(Numeral numeral)
    {
        var quantity = QuantityReader.Read(text, numeral, _floor, han, traditional);
        if (quantity is null) Skip(numeral.End);
        else Add(quantity);
    }
}
