using Translate.Scripts;

namespace Translate.Memory;

/// <summary>Names what differs between a segment and a stored source, for a translator: numbers, names, the changed words.</summary>
static class Differences
{
    // A longer stretch is seen faster in the texts themselves.
    const int LongestQuoted = 24;

    /// <summary>The differences, the weightiest first; never empty.</summary>
    public static List<string> Name(string stored, string segment, List<Numeral> storedNumerals, List<Numeral> segmentNumerals)
    {
        List<string> named = [];
        Compare("number", NumbersOf(stored, storedNumerals), NumbersOf(segment, segmentNumerals), named);
        Compare("name", NamesOf(stored), NamesOf(segment), named);
        if (named.Count == 0) named.Add(Changed(stored, segment));
        return named;
    }

    static List<(string Key, string Shown)> NumbersOf(string text, List<Numeral> numerals) =>
        [.. numerals.Select(numeral =>
            (numeral.Value.ToString("G29", System.Globalization.CultureInfo.InvariantCulture), numeral.Range.In(text)))];

    /// <summary>Words with a capital inside, a digit among letters, or a capital that no sentence start explains.</summary>
    static List<(string Key, string Shown)> NamesOf(string text)
    {
        List<(string, string)> names = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at])) continue;
            var start = at;
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || IsInside(text, at))) at++;
            var word = text[start..at];
            if (IsName(word, IsSentenceStart(text, start))) names.Add((word, word));
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

    /// <summary>The stretch between the common beginning and the common end.</summary>
    static string Changed(string stored, string segment)
    {
        var start = 0;
        while (start < Math.Min(stored.Length, segment.Length) && stored[start] == segment[start]) start++;
        var end = 0;
        while (end < Math.Min(stored.Length, segment.Length) - start && stored[^(end + 1)] == segment[^(end + 1)]) end++;
        while (start > 0 && IsLatin(segment[start - 1])) start--;
        while (end > 0 && IsLatin(segment[^end])) end--;
        var (was, now) = (stored[start..^end].Trim(), segment[start..^end].Trim());
        if (was.Length > LongestQuoted || now.Length > LongestQuoted) return "wording differs";
        return was.Length == 0 ? $"“{now}” is new" : now.Length == 0 ? $"“{was}” is gone" : $"“{now}” instead of “{was}”";
    }

    static bool IsLatin(char unit) => char.IsAsciiLetterOrDigit(unit);
}
