using System.Collections.Frozen;
using System.Globalization;

namespace Translate.Numbers;

/// <summary>A unit of <c>units.txt</c>.</summary>
/// <param name="Kind">What a number with it is.</param>
/// <param name="Name">Canonical spelling.</param>
/// <param name="Base">What it converts to; empty when nothing does.</param>
/// <param name="Factor">How much of the base one is.</param>
/// <param name="Group">The first word of its line: money, measure, age, count ...</param>
sealed record Unit(QuantityKind Kind, string Name, string Base, double Factor, string Group);

/// <summary>The units that stand beside numbers, found by their words.</summary>
static class Units
{
    readonly record struct Word(string Text, bool Sensitive, Unit Unit);

    static readonly Dictionary<char, Word[]> s_after = [];
    static readonly Dictionary<char, Word[]> s_before = [];
    static readonly FrozenDictionary<string, Unit> s_byName;

    static Units()
    {
        using var stream = typeof(Units).Assembly.GetManifestResourceStream("numbers/units.txt")!;
        using StreamReader reader = new(stream);
        Dictionary<char, List<Word>> after = [], before = [];
        Dictionary<string, Unit> byName = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length < 5 || line[0] == '#') continue;
            Unit unit = new(KindOf(cells[0]), cells[1], cells[2] == "-" ? "" : cells[2],
                cells[3] == "-" ? 1 : double.Parse(cells[3], CultureInfo.InvariantCulture), cells[0]);
            byName.TryAdd(unit.Kind + ":" + unit.Name, unit);
            foreach (var cell in cells[4..]) Add(cell[0] == '^' ? before : after, cell, unit, cell[0] == '^');
        }

        foreach (var (letter, words) in after) s_after[letter] = [.. words.OrderByDescending(word => word.Text.Length)];
        foreach (var (letter, words) in before) s_before[letter] = [.. words.OrderByDescending(word => word.Text.Length)];
        s_byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The unit of a quantity; <c>null</c> when it has none that is listed.</summary>
    public static Unit? Of(Quantity quantity) => s_byName.GetValueOrDefault(quantity.Kind + ":" + quantity.Unit);

    /// <summary>The longest unit word that starts at a place.</summary>
    public static Unit? After(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (at >= text.Length || !s_after.TryGetValue(Lower(text[at]), out var words)) return null;
        foreach (var word in words)
        {
            if (!StartsWith(text[at..], word, out var length) || !EndsHere(text, at + length)) continue;
            end = at + length;
            return word.Unit;
        }

        return null;
    }

    /// <summary>The longest currency sign or code that ends before a place, a space between them allowed.</summary>
    public static Unit? Before(ReadOnlySpan<char> text, int at, out int start)
    {
        start = at;
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '\u00a0') end--;
        if (end == 0 || at - end > 1 || !s_before.TryGetValue(Lower(text[end - 1]), out var words)) return null;
        foreach (var word in words)
        {
            if (!EndsWith(text[..end], word.Text, out var length)) continue;
            start = end - length;
            if (start > 0 && char.IsAsciiLetter(text[start]) && char.IsAsciiLetter(text[start - 1])) continue;
            return word.Unit;
        }

        start = at;
        return null;
    }

    static bool StartsWith(ReadOnlySpan<char> text, Word word, out int length)
    {
        length = 0;
        foreach (var c in word.Text)
        {
            if (c == ' ')
            {
                var spaces = 0;
                while (length < text.Length && text[length] is ' ' or '\u00a0' or '-') (length, spaces) = (length + 1, spaces + 1);
                if (spaces == 0 && !char.IsAscii(word.Text[0])) continue;
                if (spaces == 0) return false;
            }
            else if (length >= text.Length || !(text[length] == c || (!word.Sensitive && char.ToLowerInvariant(text[length]) == char.ToLowerInvariant(c))))
                return false;
            else
                length++;
        }

        return true;
    }

    static bool EndsWith(ReadOnlySpan<char> text, string word, out int length)
    {
        length = 0;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var at = text.Length - 1 - length;
            if (word[i] == ' ')
            {
                while (at >= 0 && text[at] == ' ') (at, length) = (at - 1, length + 1);
                continue;
            }

            if (at < 0 || char.ToLowerInvariant(text[at]) != char.ToLowerInvariant(word[i])) return false;
            length++;
        }

        return true;
    }

    static bool EndsHere(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || !char.IsAsciiLetter(text[end]) || !char.IsAsciiLetter(text[end - 1]);

    static char Lower(char c) => char.ToLowerInvariant(c);

    static void Add(Dictionary<char, List<Word>> lists, string cell, Unit unit, bool before)
    {
        var sensitive = cell[0] == '=' || cell.Length == 1;
        var text = (before || cell[0] == '=' ? cell[1..] : cell).Replace('_', ' ');
        var key = Lower(before ? text[^1] : text[0]);
        if (!lists.TryGetValue(key, out var words)) lists[key] = words = [];
        words.Add(new(text, sensitive, unit));
    }

    static QuantityKind KindOf(string word) => word switch
    {
        "percent" => QuantityKind.Percent,
        "points" => QuantityKind.PercentagePoints,
        "money" => QuantityKind.Money,
        "measure" => QuantityKind.Measure,
        "duration" or "age" => QuantityKind.Duration,
        _ => QuantityKind.Number,
    };
}
