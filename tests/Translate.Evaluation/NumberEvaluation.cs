using System.Globalization;
using System.Text.Json;
using Translate;
using Translate.Numbers;

/// <summary>How many amounts the number parser reads with the right value, and whether it stays silent where there is none.</summary>
static class NumberEvaluation
{
    static readonly string[] s_kinds = ["NumberModel", "PercentModel", "CurrencyModel", "DimensionModel", "AgeModel"];

    public static void Print(bool showMisses)
    {
        var rows = SharedData.ReadLines("numbers/recognizers_half.jsonl");
        Console.WriteLine("Numbers: value accuracy on numbers/recognizers_half");
        Console.WriteLine("| kind | lang | right | of | share |");
        Console.WriteLine("|---|---|---:|---:|---:|");
        int right = 0, all = 0;
        foreach (var kind in s_kinds)
        {
            foreach (var language in (string[])["zh", "en"])
            {
                var group = rows.Where(row => row.Text("kind") == kind && row.Text("lang") == language && row.Text("value") != "null").ToList();
                var hits = group.Count(row => IsRight(row, showMisses));
                if (group.Count > 0) Console.WriteLine($"| {kind} | {language} | {hits} | {group.Count} | {Percent(hits, group.Count)} |");
                (right, all) = (right + hits, all + group.Count);
            }
        }

        Console.WriteLine($"| all named | | {right} | {all} | {Percent(right, all)} |");
        PrintRanges(rows, showMisses);
        PrintChineseNumerals(showMisses);
        PrintNoNumber(showMisses);
    }

    static bool IsRight(JsonElement row, bool showMisses)
    {
        var (text, value) = (row.Text("text"), row.Text("value").TrimEnd('%'));
        var expected = double.Parse(value, CultureInfo.InvariantCulture);
        var found = NumberParser.Find(text, row.Text("lang"));
        var hit = found.Any(quantity => Values(quantity).Any(each => Same(each, expected)));
        if (!hit && showMisses) Console.WriteLine($"    miss {row.Text("id")}: {row.Text("span")} = {value} {row.Text("unit")}; read {Show(found)} in {text}");
        return hit;
    }

    /// <summary>The value as it stands, and in the unit's base where the row names a larger unit (一千比特 is one kilobit).</summary>
    static IEnumerable<decimal> Values(Quantity quantity)
    {
        yield return quantity.Value;
        if (quantity.Upper is { } upper) yield return upper;
        if (quantity.Unit is "bit" or "B" or "W" or "Hz") yield return quantity.Value / 1000;
    }

    static bool Same(decimal value, double expected) =>
        Math.Abs((double)value - expected) <= Math.Abs(expected) * 1e-9;

    static void PrintRanges(IReadOnlyList<JsonElement> rows, bool showMisses)
    {
        int right = 0, all = 0;
        foreach (var row in rows.Where(row => row.Text("kind") == "NumberRangeModel"))
        {
            var ends = row.Text("value").Trim('[', ']', '(', ')').Split(',').Where(end => end.Length > 0)
                .Select(end => double.Parse(end, CultureInfo.InvariantCulture)).ToList();
            var found = NumberParser.Find(row.Text("text"), row.Text("lang"));
            var hit = ends.All(end => found.Any(quantity => Values(quantity).Any(value => Same(value, end))));
            all++;
            if (hit) right++;
            else if (showMisses) Console.WriteLine($"    miss {row.Text("id")}: {row.Text("value")}; read {Show(found)} in {row.Text("text")}");
        }

        Console.WriteLine($"| ranges by end points | both | {right} | {all} | {Percent(right, all)} |");
    }

    static void PrintChineseNumerals(bool showMisses)
    {
        var rows = SharedData.ReadLines("numbers/cn2an_half.jsonl");
        int right = 0, all = 0, refused = 0, refusals = 0;
        foreach (var row in rows)
        {
            var mode = row.Text("mode");
            if (mode.Contains("must be rejected", StringComparison.Ordinal))
            {
                // 壹壹 is refused by that library's strict mode and read by its normal one; a row of the same file wants it read.
                if (mode.Contains("strict", StringComparison.Ordinal) && rows.Any(other => other.Text("text") == row.Text("text") && !other.Text("mode").Contains("rejected", StringComparison.Ordinal)))
                    continue;
                refusals++;
                var found = NumberParser.Find(row.Text("text"), "zh");
                var whole = found.Count == 1 && found[0].Range == new TextRange(0, row.Text("text").Length);
                if (!whole) refused++;
                else if (showMisses) Console.WriteLine($"    not refused {row.Text("id")}: {row.Text("text")} read {Show(found)}");
                continue;
            }

            foreach (var (text, value) in Cases(row))
            {
                all++;
                var found = NumberParser.Find(text, "zh");
                if (found.Any(quantity => Same(quantity.Value, value))) right++;
                else if (showMisses) Console.WriteLine($"    miss {row.Text("id")}: {text} = {value}; read {Show(found)}");
            }
        }

        Console.WriteLine($"| cn2an | zh | {right} | {all} | {Percent(right, all)} |");
        Console.WriteLine($"| cn2an, refused | zh | {refused} | {refusals} | {Percent(refused, refusals)} |");
    }

    /// <summary>Numeral and value; rows that go from a number to numerals are read backwards, sentences are left out.</summary>
    static IEnumerable<(string, double)> Cases(JsonElement row)
    {
        var mode = row.Text("mode");
        if (mode.StartsWith("transform", StringComparison.Ordinal)) yield break;
        if (!mode.StartsWith("an2cn", StringComparison.Ordinal))
        {
            yield return (row.Text("text"), double.Parse(row.Text("value"), CultureInfo.InvariantCulture));
            yield break;
        }

        var value = double.Parse(row.Text("text"), CultureInfo.InvariantCulture);
        var written = row.GetProperty("value");
        if (written.ValueKind == JsonValueKind.String) yield return (written.GetString()!, value);
        else
        {
            // The third form is money rounded to 分, which loses digits by design.
            for (var i = 0; i < written.GetArrayLength(); i++)
                if (i != 2 || Math.Abs(value * 100 - Math.Round(value * 100)) < 1e-9) yield return (written[i].GetString()!, value);
        }
    }

    static void PrintNoNumber(bool showMisses)
    {
        var rows = SharedData.ReadLines("numbers/no_number.jsonl");
        var ids = SharedData.ReadList("no-number-ids.txt").ToHashSet();
        int silent = 0, all = 0;
        foreach (var row in rows.Where(row => ids.Contains(row.Text("id"))))
        {
            all++;
            var found = NumberParser.Find(row.Text("text"), row.Text("lang"));
            if (found.Count == 0) silent++;
            else if (showMisses) Console.WriteLine($"    false {row.Text("id")}: {Show(found)} in {row.Text("text")}");
        }

        Console.WriteLine($"| nothing found in lines without a number | both | {silent} | {all} | {Percent(silent, all)} |");
    }

    public static string Show(IEnumerable<Quantity> found) =>
        string.Join("; ", found.Select(quantity => FormattableString.Invariant(
            $"{quantity.Value}{(quantity.Upper is { } upper ? FormattableString.Invariant($"..{upper}") : "")} {quantity.Unit} ({quantity.Kind}{(quantity.Exactness == Exactness.Exact ? "" : " " + quantity.Exactness)})")));

    static string Percent(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
