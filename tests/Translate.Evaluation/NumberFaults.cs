using System.Globalization;
using System.Text.RegularExpressions;
using Translate.Numbers;

/// <summary>Ways to make a number of a target wrong.</summary>
static partial class NumberFaults
{
    public static readonly (string Kind, Func<string, Random, string?> Spoil)[] All =
    [
        ("times 10", (number, _) => Scale(number, 1)),
        ("times 100", (number, _) => Scale(number, 2)),
        ("times 1,000", (number, _) => Scale(number, 3)),
        ("digits swapped", Swap),
        ("digit dropped", Drop),
        ("digit added", Insert),
        ("digit changed", Change),
        ("unit changed", Unit),
        ("unit lost", Lose),
    ];

    /// <summary>The target with one of its numbers spoilt; <c>null</c> when none of them can be.</summary>
    public static string? Plant(string target, string language, Func<string, Random, string?> spoil, Random random)
    {
        var quantities = NumberParser.Find(target, language);
        foreach (var quantity in quantities.OrderBy(_ => random.Next()))
        {
            var end = Math.Min(target.Length, quantity.Range.End + 3);
            var written = target[quantity.Range.Start..end];
            if (spoil(written, random) is { } spoilt && spoilt != written) return target[..quantity.Range.Start] + spoilt + target[end..];
        }

        return null;
    }

    static string? Scale(string number, int power)
    {
        var digits = Digits().Match(number);
        if (digits.Success)
        {
            var value = decimal.Parse(digits.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
            for (var i = 0; i < power; i++) value *= 10;
            if (value is 0 or > 1e15m) return null;
            var grouped = digits.Value.Contains(',', StringComparison.Ordinal);
            return Replace(number, digits, value.ToString(grouped ? "#,##0.####" : "0.####", CultureInfo.InvariantCulture));
        }

        var unit = BigUnit().Match(number);
        if (unit.Success) return Replace(number, unit, (power == 1 ? "十" : power == 2 ? "百" : "千") + unit.Value);
        var word = EnglishScale().Match(number);
        return word.Success && power == 3 ? Replace(number, word, word.Value switch { "thousand" => "million", "million" => "billion", _ => "trillion" }) : null;
    }

    static string? Swap(string number, Random random)
    {
        var runs = Digits().Matches(number).Where(run => run.Length > 1).ToList();
        foreach (var run in runs)
        {
            for (var tries = 0; tries < 8; tries++)
            {
                var i = random.Next(run.Length - 1);
                var (a, b) = (run.Value[i], run.Value[i + 1]);
                if (a == b || !char.IsAsciiDigit(a) || !char.IsAsciiDigit(b)) continue;
                return Replace(number, run, run.Value[..i] + b + a + run.Value[(i + 2)..]);
            }
        }

        return null;
    }

    static string? Drop(string number, Random random)
    {
        var run = Digits().Match(number);
        if (!run.Success || run.Value.Count(char.IsAsciiDigit) < 2) return null;
        var i = random.Next(run.Length);
        if (!char.IsAsciiDigit(run.Value[i]) || (run.Value.Contains('.', StringComparison.Ordinal) && run.Value[i] == '0')) return null;
        return Replace(number, run, run.Value.Remove(i, 1).Trim('.', ','));
    }

    static string? Insert(string number, Random random)
    {
        var run = Digits().Match(number);
        if (!run.Success) return null;
        var i = random.Next(run.Length + 1);
        return Replace(number, run, run.Value.Insert(i, ((char)('1' + random.Next(9))).ToString()));
    }

    static string? Change(string number, Random random)
    {
        var run = Digits().Match(number);
        if (run.Success)
        {
            var i = Enumerable.Range(0, run.Length).Where(at => char.IsAsciiDigit(run.Value[at])).OrderBy(_ => random.Next()).First();
            var digit = (char)('1' + (run.Value[i] - '1' + 1 + random.Next(8) + 9) % 9);
            return digit == run.Value[i] ? null : Replace(number, run, run.Value[..i] + digit + run.Value[(i + 1)..]);
        }

        return null;
    }

    static string? Unit(string number, Random random)
    {
        foreach (var (from, to) in new (string, string)[]
        {
            ("億", "萬"), ("亿", "万"), ("萬", "億"), ("万", "亿"), ("美元", "人民幣"), ("billion", "million"), ("million", "billion"), ("thousand", "million"),
            ("$", "€"), ("%", "個百分點"), ("公里", "米"), ("千米", "米"), ("km", "m"), ("kilometers", "meters"), ("years", "months"), ("個月", "年"), ("小時", "分鐘"),
            ("hours", "minutes"), ("分鐘", "小時"), ("minutes", "hours"), ("percent", "percentage points"), ("weeks", "months"), ("歲", "個月"), ("days", "weeks"),
            ("英尺", "英里"), ("feet", "miles"), ("meters", "miles"), ("GB", "MB"),
        })
        {
            if (number.Contains(from, StringComparison.Ordinal) && !(to == "個百分點" && number.Any(char.IsAsciiLetter)))
                return number.Replace(from, to, StringComparison.Ordinal);
        }

        return null;
    }

    static string? Lose(string number, Random random)
    {
        foreach (var unit in (string[])["%", "％", " percent", "美元", "$", "£", "英鎊", "歐元"])
            if (number.Contains(unit, StringComparison.Ordinal)) return number.Replace(unit, "", StringComparison.Ordinal);
        return null;
    }

    static string Replace(string text, Match match, string by) => text[..match.Index] + by + text[(match.Index + match.Length)..];

    [GeneratedRegex(@"[0-9]+(,[0-9]{3})*(\.[0-9]+)?")]
    private static partial Regex Digits();

    [GeneratedRegex("[萬億万亿]")]
    private static partial Regex BigUnit();

    [GeneratedRegex("thousand|million|billion")]
    private static partial Regex EnglishScale();
}
