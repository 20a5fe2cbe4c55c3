using System.Globalization;
using CsCheck;
using Translate.Numbers;

namespace Translate.Tests.Numbers;

public class NumberCasesTests
{
    public static TheoryData<string, string> Cases()
    {
        TheoryData<string, string> cases = [];
        foreach (var language in (string[])["zh", "en"])
            foreach (var line in File.ReadLines(Repository.File("tests", "Translate.Tests", "Golden", $"numbers.{language}.txt")))
                if (line.Length > 0 && line[0] != '#') cases.Add(language, line);
        return cases;
    }

    /// <summary>Each line of the files reads <c>text ⇒ value unit; value unit</c>; a range is <c>5..10</c>.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Numbers_are_found_by_value_and_unit(string language, string line)
    {
        var parts = line.Split('⇒', StringSplitOptions.TrimEntries);

        Assert.Equal(parts[1], string.Join("; ", NumberParser.Find(parts[0], language).Select(Show)));
    }

    [Fact]
    public void Any_text_is_read_without_a_crash_and_every_range_lies_in_it() =>
        Gen.Char["0123456789.,:-/%$ 一二三十百千万亿兆点半成折倍第年月日几数多GBkM上下分之又负零两twoandhalf"].Array[0, 40].Sample(letters =>
        {
            var text = new string(letters);
            foreach (var language in (string[])["zh", "en"])
                foreach (var quantity in NumberParser.Find(text, language))
                    Assert.True(quantity.Range.Start >= 0 && quantity.Range.Start < quantity.Range.End && quantity.Range.End <= text.Length, text);
        });

    [Fact]
    public void A_hostile_run_of_numerals_costs_no_more_than_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("九千万亿", 5000)) + new string('9', 20000);

        Assert.NotEmpty(NumberParser.Find(text, "zh"));
        Assert.NotEmpty(NumberParser.Find(string.Concat(Enumerable.Repeat("nine trillion ", 5000)), "en"));
    }

    static string Show(Quantity quantity)
    {
        var value = quantity.Value.ToString("0.######", CultureInfo.InvariantCulture);
        if (quantity.Upper is { } upper) value += ".." + upper.ToString("0.######", CultureInfo.InvariantCulture);
        var sign = quantity.Exactness switch { Exactness.About => "~", Exactness.AtLeast => ">", Exactness.AtMost => "<", Exactness.Several => "*", _ => "" };
        var kind = quantity.Kind switch { QuantityKind.Ordinal => "th", QuantityKind.Multiple => quantity.Unit.Length > 0 ? "" : "x", QuantityKind.Time => "o'clock", _ => "" };
        return $"{sign}{value} {quantity.Unit}{kind}".TrimEnd();
    }
}
