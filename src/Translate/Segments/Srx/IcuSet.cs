using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Translate.Segments.Srx;

/// <summary>Writes an ICU set (<c>[\p{Lu}[abc]&amp;&amp;[^x]]</c>) as a .NET expression for one character.</summary>
static class IcuSet
{
    const int Deepest = 50;

    static readonly SearchValues<char> s_letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_= ");

    // Members in .NET's notation, and the names that ICU and Java have for them; other names go to .NET as they are.
    const string Properties = """
        \p{L}\p{Nl} alpha alphabetic
        \p{L} letter
        \p{Nd} digit decimalnumber
        \p{L}\p{Nl}\p{Nd} alnum
        \p{Lu}\p{Ll}\p{Lt} l& lc casedletter
        \p{Lu} upper uppercase uppercaseletter javauppercase
        \p{Ll} lower lowercase lowercaseletter javalowercase
        \p{Lt} titlecaseletter
        \p{P} punct punctuation
        \p{Ps} openpunctuation
        \p{Pe} closepunctuation
        \p{Pi} initialpunctuation
        \p{Pf} finalpunctuation
        \p{Pd} dashpunctuation
        \p{Pd}\u2212 dash
        "'\u00AB\u00BB\u2018-\u201F\u2039\u203A\u300C-\u300F\u301D-\u301F\uFF02\uFF07 quotationmark qmark
        !.?\u055C\u055E\u0589\u061F\u06D4\u0964\u0965\u203C\u203D\u2047-\u2049\u3002\uFF01\uFF0E\uFF1F\uFF61 sentenceterminal sterm
        \s space whitespace wspace
        \t\p{Zs} blank
        \p{Cc} cntrl
        0-9A-Fa-f xdigit
        \p{N} number
        \p{S} symbol
        \p{Z} separator
        \p{M} mark
        \u3005\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uD840-\uD888 han hani
        \u3005-\u3007\u3021-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF ideographic
        \u3041-\u309F hiragana hira
        \u30A1-\u30FF\uFF66-\uFF9D katakana kana
        \uAC00-\uD7AF\u1100-\u11FF hangul hang
        A-Za-z\u00AA\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02B8\u1E00-\u1EFF latin latn
        \u0400-\u052F cyrillic cyrl
        \u0370-\u03FF\u1F00-\u1FFF greek grek
        \u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFE arabic arab
        \u0590-\u05FF\uFB1D-\uFB4F hebrew hebr
        \u0900-\u097F devanagari deva
        \u0E01-\u0E3A\u0E40-\u0E5B thai
        \s\S any
        \u0000-\u007F ascii
        \P{Cn} assigned
        """;

    static readonly Dictionary<string, string> s_properties = Properties.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1), (words, name) => (Name: name, Members: words[0]))
        .ToDictionary(property => property.Name, property => property.Members, StringComparer.OrdinalIgnoreCase);

    /// <summary>One set: a plain class when it is one, else an expression.</summary>
    /// <param name="Expression">Matches one character.</param>
    /// <param name="Body">What stands between the brackets of a plain class; null when it is none.</param>
    readonly record struct Class(string Expression, string? Body)
    {
        public static Class Plain(string body, bool negated) =>
            negated ? new($"[^{body}]", null) : new(body.Length == 0 ? "(?!)" : $"[{body}]", body);

        public Class Or(Class other) => Body is not null && other.Body is not null
            ? Plain(Body + other.Body, negated: false)
            : new($"(?:{Expression}|{other.Expression})", null);

        public Class Not() => Body is { Length: > 0 } ? Plain(Body, negated: true) : new($@"(?:(?!{Expression})[\s\S])", null);
    }

    /// <summary>Reads the set at a place and moves behind it.</summary>
    public static string Read(string source, ref int at) => (IsPosix(source, at) ? ReadPosix(source, ref at) : ReadSet(source, ref at, 0)).Expression;

    /// <summary>Reads <c>\p{...}</c> or <c>\P{...}</c>, and <c>\pL</c> as Java has it.</summary>
    public static string ReadProperty(string source, ref int at) => ReadPropertyClass(source, ref at).Expression;

    static Class ReadPropertyClass(string source, ref int at)
    {
        var negated = source[at + 1] == 'P';
        var braced = at + 2 < source.Length && source[at + 2] == '{';
        var (start, end) = braced ? (at + 3, source.IndexOf('}', at)) : (at + 2, at + 3);
        if (end <= start || end > source.Length) throw new FormatException(@"\p has no name in { }");
        at = braced ? end + 1 : end;
        var name = source[start..end];
        return Property(name.TrimStart('^'), negated ^ name.StartsWith('^'));
    }

    /// <summary>[:alpha:]; but [:] is a colon.</summary>
    static bool IsPosix(string source, int at)
    {
        var name = source.AsSpan(at).StartsWith("[:", StringComparison.Ordinal) ? source.AsSpan(at + 2).TrimStart('^') : [];
        var end = name.IndexOf(":]", StringComparison.Ordinal);
        return end > 0 && char.IsAsciiLetter(name[0]) && name[..end].IndexOfAnyExcept(s_letters) < 0;
    }

    static Class ReadSet(string source, ref int at, int depth)
    {
        if (depth > Deepest) throw new FormatException("its sets are nested too deeply");
        at++;
        var negated = at < source.Length && source[at] == '^';
        if (negated) at++;
        var set = ReadMembers(source, ref at, depth);
        while (at + 1 < source.Length && source[at] != ']')
        {
            var intersects = source[at] == '&';
            at += 2;
            var other = ReadMembers(source, ref at, depth);
            set = new(intersects ? $"(?:(?={other.Expression}){set.Expression})" : $"(?:(?!{other.Expression}){set.Expression})", null);
        }

        if (at >= source.Length) throw new FormatException("a [ has no ]");
        at++;
        return negated ? set.Not() : set;
    }

    /// <summary>Reads up to <c>]</c>, <c>&amp;&amp;</c> or <c>--</c>.</summary>
    static Class ReadMembers(string source, ref int at, int depth)
    {
        StringBuilder body = new();
        Class? nested = null;
        for (var first = true; at < source.Length; first = false)
        {
            var unit = source[at];
            if (unit == ']' && !(first && at + 1 < source.Length && source.IndexOf(']', at + 1) > 0 && body.Length == 0 && source[at - 1] is '[' or '^')) break;
            if (at + 1 < source.Length && (unit == '&' && source[at + 1] == '&' || unit == '-' && source[at + 1] == '-')) break;
            if (unit == '[')
            {
                var member = IsPosix(source, at) ? ReadPosix(source, ref at) : ReadSet(source, ref at, depth + 1);
                nested = nested is { } before ? before.Or(member) : member;
            }
            else if (unit == '\\')
                ReadEscape(source, ref at, body, ref nested);
            else
            {
                if (unit == '-' && IsRange(source, at, body)) body.Append('-');
                else Append(body, unit);
                at++;
            }
        }

        var plain = Class.Plain(body.ToString(), negated: false);
        if (nested is not { } inner) return plain;
        return body.Length == 0 ? inner : plain.Or(inner);
    }

    static void Append(StringBuilder body, char unit)
    {
        if (char.IsHighSurrogate(unit) && body.Length > 0 && body[^1] == '-')
            throw new FormatException("a range of characters beyond U+FFFF is not supported; name them one by one");
        body.Append(IcuExpression.Literal(unit));
    }

    static bool IsRange(string source, int at, StringBuilder body) =>
        body.Length > 0 && at + 1 < source.Length && source[at + 1] is not (']' or '[') && source[at - 1] != '[';

    static void ReadEscape(string source, ref int at, StringBuilder body, ref Class? nested)
    {
        if (at + 1 >= source.Length) throw new FormatException("it ends in a backslash");
        var letter = source[at + 1];
        if (letter is 'p' or 'P')
        {
            var member = ReadPropertyClass(source, ref at);
            nested = nested is { } before ? before.Or(member) : member;
        }
        else if (IcuExpression.TryReadCharacter(source, ref at, out var character))
        {
            foreach (var unit in character) Append(body, unit);
        }
        else
        {
            body.Append(letter switch
            {
                'h' => @"\t\p{Zs}",
                'v' or 'R' => @"\n\v\f\r\u0085\u2028\u2029",
                'd' or 'D' or 's' or 'S' or 'w' or 'W' or 't' or 'n' or 'r' or 'f' or 'a' or 'e' => $@"\{letter}",
                _ => IcuExpression.Literal(letter),
            });
            at += 2;
        }
    }

    static Class ReadPosix(string source, ref int at)
    {
        var end = source.IndexOf(":]", at, StringComparison.Ordinal);
        var name = source[(at + 2)..end];
        at = end + 2;
        return Property(name.TrimStart('^'), name.StartsWith('^'));
    }

    static Class Property(string name, bool negated)
    {
        var equals = name.IndexOf('=', StringComparison.Ordinal);
        var value = name[(equals + 1)..].Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (s_properties.TryGetValue(value, out var body)) return Class.Plain(body, negated);
        if (value.StartsWith("Is", StringComparison.OrdinalIgnoreCase) && s_properties.TryGetValue(value[2..], out body)) return Class.Plain(body, negated);
        foreach (var known in (string[])[value, "Is" + value, value.StartsWith("In", StringComparison.Ordinal) ? "Is" + value[2..] : value])
            if (IsKnown(known)) return Class.Plain($@"\p{{{known}}}", negated);
        throw new FormatException($@"\p{{{name}}} is not known here; write its characters as a set");
    }

    static bool IsKnown(string property)
    {
        try
        {
            return new Regex($@"\p{{{property}}}").ToString().Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
