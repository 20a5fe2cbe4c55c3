using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

/// <summary>Small glossaries for tests, written as CSV as a maintainer would.</summary>
static class Terms
{
    public static readonly LanguagePair ToEnglish = new("zh-Hans", "en");
    public static readonly LanguagePair ToChinese = new("en", "zh-Hans");

    public static Glossary Of(string csv)
    {
        List<Problem> problems = [];
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(csv));
        var glossary = GlossaryFile.Read(stream, "test.csv", problems);
        Assert.Empty(problems);
        return glossary;
    }

    /// <summary>Terms found, each as its place in the text and its id: <c>LLM=llm</c>.</summary>
    public static string Found(string csv, string text, LanguagePair pair) =>
        string.Join(' ', Of(csv).For(pair).Find(text).Select(match => $"{match.Range.In(text)}={match.Entry.Id}"));

    public static string Verdicts(string csv, string source, string target, LanguagePair pair) =>
        string.Join(' ', TermVerifier.Verify(Of(csv).For(pair).Find(source), source, target, pair)
            .Select(verdict => verdict.Found.Length > 0 ? $"{verdict.Status}:{verdict.Found}" : $"{verdict.Status}"));
}
