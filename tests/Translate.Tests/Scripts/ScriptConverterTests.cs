using System.Text.Json;
using CsCheck;
using Translate.Scripts;

namespace Translate.Tests.Scripts;

public class ScriptConverterTests
{
    public static TheoryData<string> Names => [.. ScriptConverter.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void All_cases_that_ship_with_the_dictionaries_pass(string name)
    {
        var converter = ScriptConverter.Get(name);
        var cases = Cases().Where(test => test.Configuration == name).ToList();

        Assert.NotEmpty(cases);
        Assert.All(cases, test => Assert.Equal(test.Expected, converter.Convert(test.Input)));
    }

    [Theory]
    [InlineData("s2t")]
    [InlineData("t2s")]
    [InlineData("s2twp")]
    [InlineData("tw2sp")]
    [InlineData("hk2s")]
    public void Every_place_of_the_result_leads_back_to_the_words_it_came_from(string name)
    {
        var converter = ScriptConverter.Get(name);
        foreach (var test in Cases())
        {
            var text = converter.Convert(test.Input, out var map);

            Assert.Equal(converter.Convert(test.Input), text);
            Assert.Equal(text.Length, map.TextLength);
            Assert.Equal(new TextRange(0, test.Input.Length), map.Input);
            for (var at = 1; at < text.Length; at++) Assert.True(map.ToInput(at) >= map.ToInput(at - 1));
        }
    }

    [Fact]
    public void A_word_of_another_length_maps_as_a_whole()
    {
        var text = ScriptConverter.Get("s2twp").Convert("用U盘装操作系统。", out var map);

        Assert.Equal("用隨身碟裝作業系統。", text);
        Assert.Equal("U盘", map.ToInput(new TextRange(1, 3)).In("用U盘装操作系统。"));
        Assert.Equal("。", map.ToInput(new TextRange(text.Length - 1, text.Length)).In("用U盘装操作系统。"));
    }

    [Fact]
    public void Anything_at_all_converts_and_text_without_Han_stays() => Gen.Char.Array[0, 40].Sample(letters =>
    {
        var text = new string(letters);
        foreach (var name in (string[])["s2twp", "tw2sp", "t2s", "jp2t"])
        {
            var converted = ScriptConverter.Get(name).Convert(text, out var map);
            Assert.Equal(converted.Length, map.TextLength);
            Assert.Equal(converted, ScriptConverter.Get(name).Convert(text));
        }
    });

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones() =>
        Assert.Contains("s2twp", Assert.Throws<ArgumentException>(() => ScriptConverter.Get("s2x")).Message, StringComparison.Ordinal);

    internal static IEnumerable<(string Configuration, string Input, string Expected)> Cases()
    {
        using var json = JsonDocument.Parse(OpenCCPackage.Get("test-data/testcases.json"), new() { AllowTrailingCommas = true });
        return [.. from test in json.RootElement.GetProperty("cases").EnumerateArray()
                   from expected in test.GetProperty("expected").EnumerateObject()
                   select (expected.Name, test.GetProperty("input").GetString()!, expected.Value.GetString()!)];
    }
}
