using System.Globalization;
using System.Text.RegularExpressions;
using Translate.Numbers;

namespace Translate.Checks;

/// <summary>SRC-003: numbers of the source that cannot be right as they stand.</summary>
static partial class SourceNumberCheck
{
    public static void Run(CheckedPair pair, List<Finding> findings)
    {
        foreach (var quantity in pair.SourceNumbers)
        {
            var why = quantity switch
            {
                { Kind: QuantityKind.Time, Value: > 24 } => "is no time of day",
                { Kind: QuantityKind.Percent, Value: <= -100 } => "is more than the whole",
                { Kind: QuantityKind.Percent, Value: > 100 } when IsShare(pair.Source, quantity.Range) => "is more than the whole",
                { Kind: QuantityKind.Percent, Value: > 100 } when IsFall(pair.Source, quantity.Range.Start) => "is a fall by more than everything",
                _ => null,
            };
            if (why is not null) findings.Add(Finding(pair, quantity.Range, why));
        }

        if (!pair.Source.AsSpan().ContainsAnyInRange('0', '9')) return;
        foreach (var date in Dates().EnumerateMatches(pair.Source))
        {
            var match = Dates().Match(pair.Source, date.Index, date.Length);
            if (!IsDay(match.Groups["m"].Value, match.Groups["d"].Value)) findings.Add(Finding(pair, TextRange.At(date.Index, date.Length), "is no day of the calendar"));
        }
    }

    static Finding Finding(CheckedPair pair, TextRange range, string why) =>
        new("SRC-003", Severity.Information, $"“{range.In(pair.Source)}” in the source {why}; ask the author", range);

    /// <summary>占比 and 市场份额, "accounts for" and "a share of".</summary>
    static bool IsShare(string text, TextRange range)
    {
        var before = text.AsSpan(Math.Max(0, range.Start - 24), range.Start - Math.Max(0, range.Start - 24)).TrimEnd();
        return EndsWithAny(before, "占", "占比", "占比达", "占比为", "佔", "佔比", "佔比達", "份额为", "份额达", "份額為", "份額達", "accounts for", "account for", "accounted for", "a share of", "makes up", "make up");
    }

    /// <summary>下降, 减少, "fell by": with a price or a count nothing falls further than to nothing.</summary>
    static bool IsFall(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 16), at - Math.Max(0, at - 16)).TrimEnd();
        return EndsWithAny(before, "下降", "下降了", "下降超过", "减少", "减少了", "減少", "減少了", "下跌", "下跌了", "降低", "降低了", "缩水", "縮水", "fell by", "fell", "dropped by", "decline of", "fall of", "drop of", "decreased by", "reduced by");
    }

    static bool EndsWithAny(ReadOnlySpan<char> text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (text.EndsWith(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    static bool IsDay(string month, string day)
    {
        var number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : Array.FindIndex(s_months, name => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        return number is >= 1 and <= 12 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d >= 1 && d <= DateTime.DaysInMonth(2024, number);
    }

    static readonly string[] s_months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    [GeneratedRegex(@"(?<![0-9])(?<m>[0-9]{1,2})\s?月\s?(?<d>[0-9]{1,2})\s?[日号號]|\b(?<m>January|February|March|April|May|June|July|August|September|October|November|December)\s(?<d>[0-9]{1,2})\b(?![:.][0-9])")]
    private static partial Regex Dates();
}
