using System.Globalization;
using System.Text;

namespace Translate.FakeServices;

/// <summary>What an imitation does with the terms it is told or knows.</summary>
/// <param name="Known">Terms that it translates right by itself, as a real engine knows the common ones.</param>
/// <param name="Ignored">Share of known terms that it renders otherwise.</param>
/// <param name="Damaged">Share of terms, even those told as a dictionary, that come back with a letter lost.</param>
/// <param name="Halved">Share of known terms of which only the first half comes back.</param>
/// <param name="Misplaced">Share of known terms that come back at the end of the text.</param>
/// <param name="Stubborn">Share of terms that come back wrong even when they are asked for a second time.</param>
/// <param name="Careless">Whether the second answer loses the text's digits.</param>
public sealed record TermBehaviour(
    IReadOnlyDictionary<string, string> Known, double Ignored = 0, double Damaged = 0, double Halved = 0, double Misplaced = 0,
    double Stubborn = 0, bool Careless = false)
{
    public static TermBehaviour Good { get; } = new(new Dictionary<string, string>());

    internal int Longest { get; } = Known.Keys.Select(term => term.Length).DefaultIfEmpty().Max();
}

/// <summary>
/// A translation that nobody can take for one: marked, the same every time, numbers and told terms kept, no source script left.
/// </summary>
public static class Imitation
{
    public const string Mark = "[imitation] ";

    static readonly string[] s_syllables =
        ["ba", "do", "ke", "li", "mo", "nu", "pa", "ri", "so", "tu", "va", "we", "xi", "yo", "za", "fe", "ga", "hu", "jo", "ce"];

    // Characters of no rarity and no glossary term.
    const string Characters = "山水日月火木土田石禾竹衣豆贝羊鱼鸟虫草花";

    /// <summary>Imitates a translation of a text without markup.</summary>
    public static string Translate(string text, string from, string to, TermBehaviour terms, Func<string, int, double> draw) =>
        Mark + Words(text, to, terms, draw);

    /// <summary>The same without the mark, for the pieces of a text with markup.</summary>
    public static string Words(string text, string to, TermBehaviour terms, Func<string, int, double> draw)
    {
        StringBuilder target = new(text.Length * 2);
        List<string> late = [];
        for (var at = 0; at < text.Length;)
        {
            // What stands in the target's language already is left as it is.
            var length = to == "en" && char.IsAsciiLetter(text[at]) ? 0 : KnownAt(text, at, terms);
            if (length > 0)
            {
                var term = terms.Known[text.Substring(at, length)];
                Append(target, to, Spoil(term, terms, draw(text, at), late));
                at += length;
            }
            else if (char.IsAsciiDigit(text[at]))
                at = AppendNumber(target, text, at, to);
            else if (IsHan(text[at]))
                at = AppendHan(target, text, at, to, terms);
            else if (char.IsAsciiLetter(text[at]))
                at = AppendLatin(target, text, at, to);
            else
                AppendOther(target, text[at++], to);
        }

        foreach (var term in late) Append(target, to, term);
        return target.ToString().Trim();
    }

    static string Spoil(string term, TermBehaviour terms, double draw, List<string> late)
    {
        if ((draw -= terms.Ignored) < 0) return "zz";
        if ((draw -= terms.Damaged) < 0) return term[..^1];
        if ((draw -= terms.Halved) < 0) return term[..Math.Max(1, term.Length / 2)];
        if ((draw -= terms.Misplaced) >= 0) return term;
        late.Add(term);
        return "";
    }

    /// <summary>What a careless second answer has lost.</summary>
    internal static string WithoutDigits(string text) => string.Concat(text.Where(unit => !char.IsAsciiDigit(unit)));

    static int KnownAt(string text, int at, TermBehaviour terms)
    {
        if (at > 0 && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1])) return 0;
        for (var length = Math.Min(terms.Longest, text.Length - at); length > 0; length--)
            if (terms.Known.ContainsKey(text.Substring(at, length))
                && !(at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length]) && char.IsAsciiLetterOrDigit(text[at + length - 1])))
                return length;
        return 0;
    }

    static int AppendNumber(StringBuilder target, string text, int at, string to)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end])
            || text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))) end++;
        var digits = text[at..end];
        if (to == "en" && decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var value))
        {
            var scaled = value;
            while (end < text.Length && scaled < 1e20m && text[end] is '万' or '亿' or '萬' or '億')
                scaled *= text[end++] is '万' or '萬' ? 10_000 : 100_000_000;
            if (scaled != value) digits = scaled.ToString("#,0.######", CultureInfo.InvariantCulture);
        }

        Append(target, to, digits);
        return end;
    }

    static int AppendHan(StringBuilder target, string text, int at, string to, TermBehaviour terms)
    {
        if (!to.StartsWith("zh", StringComparison.Ordinal))
        {
            // A word of one or two characters, made from what they are; a term that starts inside is not swallowed.
            var length = at + 1 < text.Length && IsHan(text[at + 1]) && KnownAt(text, at + 1, terms) == 0 ? 2 : 1;
            Append(target, to, string.Concat(text.AsSpan(at, length).ToArray().Select(han => s_syllables[han % s_syllables.Length])));
            return at + length;
        }

        target.Append(text[at]);
        return at + 1;
    }

    static int AppendLatin(StringBuilder target, string text, int at, string to)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' or '\'' or '_' or '/' or '@' or ':'
            && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))) end++;
        if (end > at + 1 && text[end - 1] is '.' or ':') end--;
        var word = text[at..end];
        // Lower-case words are translated; names, acronyms and addresses stay.
        if (to.StartsWith("zh", StringComparison.Ordinal) && word.All(char.IsAsciiLetterLower))
            target.Append(Characters[word.Sum(letter => letter) % Characters.Length]);
        else
            Append(target, to, word);
        return end;
    }

    static void AppendOther(StringBuilder target, char unit, string to)
    {
        if (to.StartsWith("zh", StringComparison.Ordinal))
            target.Append(unit switch { '.' => "。", ',' => "，", '?' => "？", '!' => "！", ' ' => "", _ => unit.ToString() });
        else
            target.Append(unit switch
            {
                '。' => ". ",
                '，' or '、' => ", ",
                '：' => ": ",
                '；' => "; ",
                '？' => "? ",
                '！' => "! ",
                '（' => " (",
                '）' => ") ",
                '“' or '”' or '「' or '」' => "\"",
                '《' or '》' => "\"",
                '　' => " ",
                _ => unit.ToString(),
            });
    }

    static void Append(StringBuilder target, string to, string word)
    {
        if (word.Length == 0) return;
        if (!to.StartsWith("zh", StringComparison.Ordinal) && target.Length > 0 && char.IsLetterOrDigit(target[^1])) target.Append(' ');
        target.Append(word);
    }

    static bool IsHan(char unit) => unit is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' || char.IsSurrogate(unit);
}
