using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Names what differs between a segment and a stored source, for a translator: numbers, names, the changed words.</summary>
static class Differences
{
    // A longer stretch is seen faster in the texts themselves.
    const int LongestQuoted = 24;

    const char Mask = '\0';

    /// <summary>The differences, the weightiest first; never empty.</summary>
    public static List<string> Name(string stored, string segment, List<Numeral> storedNumerals, List<Numeral> segmentNumerals)
    {
        List<string> named = [];
        var (storedNames, segmentNames) = (NamesOf(stored), NamesOf(segment));
        Compare("number", NumbersOf(stored, storedNumerals), NumbersOf(segment, segmentNumerals), named);
        Compare("name", [.. storedNames.Select(name => (name.In(stored), name.In(stored)))], [.. segmentNames.Select(name => (name.In(segment), name.In(segment)))], named);
        if (named.Count == 0)
            named.Add(Changed(stored, segment) ?? "wording differs");
        else
        {
            // Around what is named the words may have changed too.
            var was = Masked(stored, storedNumerals.Select(numeral => numeral.Range).Concat(storedNames));
            var now = Masked(segment, segmentNumerals.Select(numeral => numeral.Range).Concat(segmentNames));
            if (Unmasked(was) != Unmasked(now)) named.Add(Changed(was, now) is { } changed && !changed.Contains(Mask) ? changed : "wording differs");
        }

        return named;
    }

    /// <summary>The text with one character for each stretch.</summary>
    static string Masked(string text, IEnumerable<TextRange> stretches)
    {
        System.Text.StringBuilder masked = new(text.Length);
        var at = 0;
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            if (stretch.Start < at) continue;
            masked.Append(text, at, stretch.Start - at).Append(Mask);
            at = stretch.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    static string Unmasked(string text) => Folding.Fold(string.Concat(text.Where(unit => unit != Mask)));

    static List<(string Key, string Shown)> NumbersOf(string text, List<Numeral> numerals) =>
        [.. numerals.Select(numeral =>
            (numeral.Value.ToString("G29", System.Globalization.CultureInfo.InvariantCulture), numeral.Range.In(text)))];

    /// <summary>Words with a capital inside, a digit among letters, or a capital that no sentence start explains.</summary>
    static List<TextRange> NamesOf(string text)
    {
        List<TextRange> names = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || IsInside(text, at))) at++;
            var word = text[start..at];
            if (IsName(word, IsSentenceStart(text, start))) names.Add(new(start, at));
        }

        return names;
    }

    static bool IsInside(string text, int at) =>
        text[at] is '-' or '.' or '&' or '\'' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]);

    static bool IsName(string word, bool atStart)
    {
        if (!word.AsSpan().ContainsAnyInRange('A', 'Z') && !(word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter))) return false;
        return !atStart || word.AsSpan(1).ContainsAnyInRange('A', 'Z') || word.Any(char.IsAsciiDigit);
    }

    // In Chinese text every Latin word with a capital is a name, at the start too.
    static bool IsSentenceStart(string text, int start)
    {
        if (Han.Contains(text)) return false;
        var before = start - 1;
        while (before >= 0 && text[before] is ' ' or '"' or '“' or '(' or '\'' or '‘') before--;
        return before < 0 || text[before] is '.' or '!' or '?' or ':';
    }

    static void Compare(string kind, List<(string Key, string Shown)> stored, List<(string Key, string Shown)> segment, List<string> named)
    {
        var gone = stored.ToList();
        List<(string Key, string Shown)> come = [];
        foreach (var one in segment)
        {
            var same = gone.FindIndex(other => other.Key == one.Key);
            if (same < 0) come.Add(one);
            else gone.RemoveAt(same);
        }

        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
            named.Add(i >= gone.Count ? $"{kind} {come[i].Shown} is new"
                : i >= come.Count ? $"{kind} {gone[i].Shown} is gone"
                : $"{kind} {come[i].Shown} instead of {gone[i].Shown}");
    }

    /// <summary>The stretch between the common beginning and the common end; <c>null</c> when it is too long to be quoted.</summary>
    /// <remarks>Simplified and Traditional, full and half width, and letter case are no difference.</remarks>
    static string? Changed(string stored, string segment)
    {
        var (one, other) = (Folding.Fold(stored), Folding.Fold(segment));
        if (SameWithoutSpace(one, other)) return "white space differs";
        var start = 0;
        while (start < Math.Min(one.Length, other.Length) && one[start] == other[start]) start++;
        var end = 0;
        while (end < Math.Min(one.Length, other.Length) - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        while (start > 0 && IsLatin(segment[start - 1])) start--;
        while (end > 0 && IsLatin(segment[^end])) end--;
        var (was, now) = (stored[start..^end].Trim(), segment[start..^end].Trim());
        if (was.Length > LongestQuoted || now.Length > LongestQuoted) return null;
        return was.Length == 0 ? $"“{now}” is new" : now.Length == 0 ? $"“{was}” is gone" : $"“{now}” instead of “{was}”";
    }

    static bool SameWithoutSpace(string one, string other)
    {
        for (int i = 0, j = 0; ; i++, j++)
        {
            while (i < one.Length && char.IsWhiteSpace(one[i])) i++;
            while (j < other.Length && char.IsWhiteSpace(other[j])) j++;
            if (i == one.Length || j == other.Length) return i == one.Length && j == other.Length;
            if (one[i] != other[j]) return false;
        }
    }

    static bool IsLatin(char unit) => char.IsAsciiLetterOrDigit(unit);
}
