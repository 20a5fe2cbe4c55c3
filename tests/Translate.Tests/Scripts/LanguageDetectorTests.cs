using Translate.Scripts;

namespace Translate.Tests.Scripts;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("我们用LLM做翻译", "zh-Hans")]
    [InlineData("OpenAI发布GPT-4o", "zh-Hans")]
    [InlineData("人工智慧正在改變這個產業。", "zh-Hant")]
    [InlineData("The word 人工智能 means artificial intelligence.", "en")]
    [InlineData("Attention Is All You Need", "en")]
    [InlineData("2024-05-06 12:30", "und")]
    [InlineData("", "und")]
    [InlineData("中文大同小心", "zh-Hans")]
    [InlineData("これは日本語の文章です。", "und")]
    public void Language_is_that_of_the_text_and_not_of_the_names_in_it(string text, string language) =>
        Assert.Equal(language, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("这个模型很强", Script.Hans)]
    [InlineData("這個模型很強", Script.Hant)]
    [InlineData("這個模型很強，这个模型很强", Script.MixedHan)]
    [InlineData("A model", Script.Latin)]
    [InlineData("42", Script.None)]
    [InlineData("皇后在里面的干部面前", Script.Hans)]
    public void Script_is_told_by_characters_that_only_one_script_has(string text, Script script) =>
        Assert.Equal(script, ScriptDetector.Detect(text));
}
