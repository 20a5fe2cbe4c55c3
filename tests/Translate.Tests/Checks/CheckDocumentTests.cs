using Translate.Articles;
using Translate.Checks;
using Translate.Glossaries;

namespace Translate.Tests.Checks;

/// <summary>Runs every example of <c>docs/checks.md</c>.</summary>
public class CheckDocumentTests
{
    sealed record Entry(string Code, string Trips, string Passes);

    static readonly IReadOnlyList<Entry> s_entries = Read();

    public static TheoryData<string> Codes => [.. CheckCodes.All];

    [Fact]
    public void Every_code_has_an_entry_and_every_entry_a_code() => Assert.Equal(CheckCodes.All, s_entries.Select(entry => entry.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_trips_a_check_is_reported_and_what_passes_is_not(string code)
    {
        var entry = s_entries.Single(entry => entry.Code == code);

        Assert.Contains(code, Report(entry.Trips));
        Assert.DoesNotContain(code, Report(entry.Passes));
    }

    static IEnumerable<string> Report(string example)
    {
        CheckOptions options = new() { Spacing = example.Contains("⟦spacing⟧", StringComparison.Ordinal) ? HanLatinSpacing.Space : HanLatinSpacing.Any };
        List<Repair> damage = [];
        if (example.Contains("⟦mask", StringComparison.Ordinal)) damage.Add(new("mask", RepairState.Proposed, 1, new(0, 2), "卧*", ""));
        example = example.Split('⟦')[0];
        var space = example.IndexOf(' ', StringComparison.Ordinal);
        var languages = example[..space].Split('>');
        LanguagePair pair = new(languages[0], languages[1]);
        var inputs = example[(space + 1)..].Split('¶').Select(text => Input(pair, text.Split('→'), damage)).ToList();
        return new Checker(options).CheckArticle(inputs).SelectMany(findings => findings).Select(finding => finding.Code);
    }

    static CheckInput Input(LanguagePair pair, string[] texts, IReadOnlyList<Repair> damage)
    {
        var source = TaggedText.Parse(texts[0].Trim(), []);
        var terms = texts[0].Contains('{', StringComparison.Ordinal) ? [] : Glossary.Curated.For(pair).Find(source.Text);
        return new(pair, source, TaggedText.Parse(texts[1].Trim(), []), terms, damage, BlockKind.Paragraph);
    }

    static List<Entry> Read()
    {
        List<Entry> entries = [];
        foreach (var section in File.ReadAllText(Repository.File("docs", "checks.md")).Split("\n## ").Skip(1))
            entries.Add(new(section[..section.IndexOf(':', StringComparison.Ordinal)], Line(section, "- Trips: "), Line(section, "- Passes: ")));
        return entries;

        static string Line(string section, string start) => section.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..];
    }
}
