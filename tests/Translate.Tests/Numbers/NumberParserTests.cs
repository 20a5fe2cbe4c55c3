using System.Globalization;
using Translate.Numbers;

namespace Translate.Tests.Numbers;

public class NumberParserTests
{
    [Theory]
    [InlineData("1.8万亿参数", "zh", "1800000000000", Exactness.Exact, 5)]
    [InlineData("千亿参数", "zh", "100000000000", Exactness.Exact, 2)]
    [InlineData("千卡", "zh", "1000", Exactness.Exact, 1)]
    [InlineData("数千张", "zh", "1000", Exactness.Several, 2)]
    [InlineData("上千张", "zh", "1000", Exactness.AtLeast, 2)]
    [InlineData("近万张", "zh", "10000", Exactness.About, 2)]
    [InlineData("一百六十三点一亿美元", "zh", "16310000000", Exactness.Exact, 8)]
    [InlineData("两三百人", "zh", "200", Exactness.About, 3)]
    [InlineData("3000余名", "zh", "3000", Exactness.AtLeast, 5)]
    [InlineData("1.8 trillion parameters", "en", "1800000000000", Exactness.Exact, 12)]
    [InlineData("70B parameters", "en", "70000000000", Exactness.Exact, 3)]
    [InlineData("twenty-one thousand", "en", "21000", Exactness.Exact, 19)]
    [InlineData("tens of thousands of", "en", "10000", Exactness.Several, 17)]
    public void A_numeral_at_the_start_is_read_whole(string text, string language, string value, Exactness exactness, int length)
    {
        Assert.True(NumberParser.TryReadNumeral(text, language, out var read, out var how, out var units));

        Assert.Equal((decimal.Parse(value, CultureInfo.InvariantCulture), exactness, length), (read, how, units));
    }

    [Theory]
    [InlineData("参数", "zh")]
    [InlineData("parameters", "en")]
    [InlineData("", "zh")]
    public void No_numeral_is_read_where_none_stands(string text, string language) =>
        Assert.False(NumberParser.TryReadNumeral(text, language, out _, out _, out _));

    [Theory]
    [InlineData("1800000000000", "en", NumberStyle.Scaled, "1.8 trillion")]
    [InlineData("1800000000000", "zh-Hans", NumberStyle.Scaled, "1.8万亿")]
    [InlineData("1800000000000", "zh-TW", NumberStyle.Scaled, "1.8兆")]
    [InlineData("1000", "en", NumberStyle.Scaled, "1,000")]
    [InlineData("1000", "zh", NumberStyle.Scaled, "1000")]
    [InlineData("1234567", "en", NumberStyle.Scaled, "1,234,567")]
    [InlineData("0.5", "en", NumberStyle.Grouped, "0.5")]
    [InlineData("12345.670", "de", NumberStyle.Plain, "12345.67")]
    public void Numbers_are_written_as_the_language_does_and_never_rounded(string value, string language, NumberStyle style, string written) =>
        Assert.Equal(written, NumberWriter.Write(decimal.Parse(value, CultureInfo.InvariantCulture), language, style));
}
