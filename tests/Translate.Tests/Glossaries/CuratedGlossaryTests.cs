using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

/// <summary>Good translations of <c>Golden/terms.zh.txt</c> and <c>Golden/terms.en.txt</c> against the curated glossary: each verdict but a good one is a false alarm.</summary>
public class CuratedGlossaryTests
{
    [Theory]
    [InlineData("zh", "zh-Hans", "en")]
    [InlineData("en", "en", "zh-Hans")]
    public void Good_translations_raise_at_most_four_alarms_in_a_hundred(string file, string from, string to)
    {
        LanguagePair languages = new(from, to);
        var pairs = File.ReadLines(Repository.File("tests", "Translate.Tests", "Golden", $"terms.{file}.txt")).Where(line => line[0] != '#')
            .Select(line => line.Split('\t')).ToList();

        var alarms = pairs.SelectMany(pair => Alarms(languages, pair[0], pair[1])).ToList();

        Assert.True(pairs.Count > 250);
        Assert.True(alarms.Count * 100 <= pairs.Count * 4, string.Join('\n', alarms));
    }

    static IEnumerable<string> Alarms(LanguagePair languages, string source, string target) =>
        TermVerifier.Verify(Glossary.Curated.For(languages).Find(source), source, target, languages)
            .Where(verdict => verdict.Status is TermStatus.Missing or TermStatus.Forbidden or TermStatus.Collapsed)
            .Select(verdict => $"{verdict.Status} {verdict.Match.Entry.Id} ({verdict.Match.Range.In(source)}): {source}");
}
