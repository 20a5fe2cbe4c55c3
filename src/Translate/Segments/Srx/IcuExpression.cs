using System.Globalization;
using System.Text;

namespace Translate.Segments.Srx;

/// <summary>Writes an ICU regular expression, as SRX prescribes them, in .NET's notation.</summary>
/// <remarks>
/// Source: ICU User Guide, Regular Expressions and UnicodeSet. Beyond what both share: <c>\x{1F600}</c>, <c>\U0001F600</c>, <c>\Q...\E</c>,
/// <c>\h</c>, <c>\R</c>, <c>\v</c>, possessive quantifiers, and sets with unions, <c>&amp;&amp;</c>, <c>--</c> and POSIX names.
/// Characters beyond U+FFFF become surrogate pairs, outside of sets as one group.
/// </remarks>
sealed class IcuExpression
{
    const string LineBreaks = @"\n\v\f\r\u0085\u2028\u2029";

    readonly string _source;
    readonly StringBuilder _target = new();
    readonly Stack<int> _groups = new();
    int _at;

    IcuExpression(string source) => _source = source;

    /// <summary>The same expression for .NET.</summary>
    /// <exception cref="FormatException">It uses what .NET cannot express, or is malformed.</exception>
    public static string ToDotNet(string expression) => new IcuExpression(expression).Run();

    string Run()
    {
        var atom = 0;
        while (_at < _source.Length)
        {
            var unit = _source[_at];
            if (unit is '*' or '+' or '?' || unit == '{' && IsCount())
            {
                Quantify(atom);
                continue;
            }

            atom = _target.Length;
            switch (unit)
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    _target.Append(IcuSet.Read(_source, ref _at));
                    break;
                case '(':
                    _groups.Push(_target.Length);
                    OpenGroup();
                    break;
                case ')':
                    if (!_groups.TryPop(out atom)) throw new FormatException("a ) without its (");
                    _target.Append(unit);
                    _at++;
                    break;
                default:
                    _target.Append(unit);
                    _at++;
                    if (char.IsHighSurrogate(unit) && _at < _source.Length) _target.Insert(atom, "(?:").Append(_source[_at++]).Append(')');
                    break;
            }
        }

        return _target.ToString();
    }

    /// <summary>Copies "(" with its "?..." so that the question mark is no quantifier.</summary>
    void OpenGroup()
    {
        var length = _at + 1 < _source.Length && _source[_at + 1] == '?' ? 2 : 1;
        _target.Append(_source, _at, length);
        _at += length;
        if (length == 1) return;
        // (?w) and (?u) have no counterpart and change nothing that matters here.
        while (_at < _source.Length && _source[_at] is not (')' or ':' or '=' or '!' or '>' or '<' or '#'))
        {
            if (_source[_at] is not ('w' or 'u')) _target.Append(_source[_at]);
            _at++;
        }

        if (_at < _source.Length && _source[_at] is not ')') _target.Append(_source[_at++]);
    }

    bool IsCount()
    {
        var end = _source.IndexOf('}', _at);
        return end > _at + 1 && _source[(_at + 1)..end].All(unit => char.IsAsciiDigit(unit) || unit == ',');
    }

    void Quantify(int atom)
    {
        var end = _source[_at] == '{' ? _source.IndexOf('}', _at) + 1 : _at + 1;
        var quantifier = _source[_at..end];
        _at = end;
        if (_at < _source.Length && _source[_at] == '+')
        {
            _target.Insert(atom, "(?>").Append(quantifier).Append(')');
            _at++;
        }
        else if (_at < _source.Length && _source[_at] == '?')
        {
            _target.Append(quantifier).Append('?');
            _at++;
        }
        else
            _target.Append(quantifier);
    }

    void Escape()
    {
        if (_at + 1 == _source.Length) throw new FormatException("it ends in a backslash");
        var letter = _source[_at + 1];
        if (letter == 'Q')
        {
            var end = _source.IndexOf(@"\E", _at, StringComparison.Ordinal);
            _target.Append("(?:").Append(System.Text.RegularExpressions.Regex.Escape(_source[(_at + 2)..(end < 0 ? _source.Length : end)])).Append(')');
            _at = end < 0 ? _source.Length : end + 2;
            return;
        }

        if (letter is 'p' or 'P')
        {
            _target.Append(IcuSet.ReadProperty(_source, ref _at));
            return;
        }

        if (TryReadCharacter(_source, ref _at, out var character))
        {
            _target.Append(character.Length == 1 ? Literal(character[0]) : $"(?:{character})");
            return;
        }

        _target.Append(letter switch
        {
            'h' => @"[\t\p{Zs}]",
            'H' => @"[^\t\p{Zs}]",
            'v' => $"[{LineBreaks}]",
            'V' => $"[^{LineBreaks}]",
            'R' => $@"(?:\r\n|[{LineBreaks}])",
            >= '1' and <= '9' => throw new FormatException($@"\{letter}, what a group has matched, is not supported; write it out"),
            'X' or 'N' => throw new FormatException($@"\{letter} is not supported; write the characters"),
            'E' => "",
            _ => _source.Substring(_at, 2),
        });
        _at += 2;
    }

    /// <summary>A unit as .NET takes it literally, inside a set and outside.</summary>
    public static string Literal(char unit) => $@"\u{(int)unit:X4}";

    /// <summary>Reads <c>\uhhhh</c>, <c>\Uhhhhhhhh</c>, <c>\xhh</c>, <c>\x{h...}</c> or <c>\0ooo</c>.</summary>
    public static bool TryReadCharacter(string source, ref int at, out string character)
    {
        character = "";
        if (at + 1 >= source.Length) return false;
        var (start, length) = (at + 2, source[at + 1] switch { 'u' => 4, 'U' => 8, 'x' => 2, '0' => 3, _ => 0 });
        if (length == 0) return false;
        var end = Math.Min(start + length, source.Length);
        if (source[at + 1] == 'x' && start < source.Length && source[start] == '{')
            (start, end) = (start + 1, source.IndexOf('}', start));
        if (source[at + 1] == '0')
            for (end = start; end < source.Length && end - start < 3 && source[end] is >= '0' and <= '7';) end++;
        var digits = end < start ? "" : source[start..end];
        var value = source[at + 1] == '0' ? Octal(digits)
            : int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : -1;
        if (value is < 0 or > 0x10FFFF) throw new FormatException($"{source.Substring(at, 2)}{digits} is no character");
        character = value is >= 0xD800 and <= 0xDFFF || value < 0x10000 ? ((char)value).ToString() : char.ConvertFromUtf32(value);
        at = end + (end < source.Length && source[end] == '}' && source[at + 1] == 'x' ? 1 : 0);
        return true;
    }

    static int Octal(string digits) => digits.Length == 0 ? 0 : Convert.ToInt32(digits, 8);
}
