using System.Text;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>TMX that other tools write, TMX that is broken, TMX that means harm.</summary>
public class TmxOfOthersTests
{
    const string Unit = """<tu><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv></tu>""";

    [Theory]
    [InlineData("""<tu><tuv lang="ZH_cn"><seg>好</seg></tuv><tuv lang="en-us"><seg>Good</seg></tuv></tu>""", "zh-CN > en-US: 好 = Good")]
    [InlineData("""<tu><tuv xml:lang="en"><seg>Good</seg></tuv><tuv xml:lang="fr"><seg>Bon</seg></tuv><tuv xml:lang="zh"><seg>好</seg></tuv></tu>""", "zh > en: 好 = Good|zh > fr: 好 = Bon")]
    [InlineData("""<tu srclang="en"><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv></tu>""", "en > zh: Good = 好")]
    [InlineData("""<tu srclang="*all*"><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv></tu>""", "zh > en: 好 = Good|en > zh: Good = 好")]
    [InlineData("""<tu><note>x</note><prop type="p">y</prop><tuv xml:lang="zh"><note>n</note><seg>A&amp;B&#x1F;&#x4e2d;<![CDATA[<c>]]></seg></tuv><tuv xml:lang="en"><seg> x </seg></tuv></tu>""", "zh > en: A&B中<c> =  x ")]
    public void Languages_and_texts_are_read(string unit, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(File(unit), out _).Select(entry => $"{entry.Pair}: {entry.Source} = {entry.Target}")));

    [Theory]
    // hi has no code; sub is text inside a code; a code without x is paired by i, by markup, by kind.
    [InlineData("""<bpt i="1" x="5">&lt;b></bpt>好<ept i="1">&lt;/b></ept><ph x="6">&lt;br/></ph>""", """<ph x="6">&lt;br/></ph><bpt i="9" x="5">&lt;b></bpt>Good<ept i="9">&lt;/b></ept>""", "{1}好{/1}{2/}", "{2/}{1}Good{/1}")]
    [InlineData("""<ph>A</ph>好<ph>B</ph>""", """<ph>B</ph>Good<ph>A</ph>""", "{1/}好{2/}", "{2/}Good{1/}")]
    [InlineData("""<hi type="bold">好<it pos="begin">i</it></hi>吧""", """<hi>Good</hi>""", "{1}好{2}{/1}吧", "{1}Good{/1}")]
    [InlineData("""<ph>&lt;img alt="<sub>图</sub>"></ph>好""", """<b>Good</b>""", "{1/}好", "{2}Good{/2}")]
    public void Inline_elements_become_tags_with_the_sources_numbers(string source, string target, string shownSource, string shownTarget)
    {
        var entry = Assert.Single(Read(File($"""<tu><tuv xml:lang="zh"><seg>{source}</seg></tuv><tuv xml:lang="en"><seg>{target}</seg></tuv></tu>"""), out _));

        Assert.Equal((shownSource, shownTarget), (entry.Source.ToString(), entry.Target.ToString()));
    }

    [Theory]
    [InlineData("20251231T235958Z", "2025-12-31T23:59:58")]
    [InlineData("20251231", "2025-12-31T00:00:00")]
    [InlineData("2025-12-31T23:59:58+08:00", "2025-12-31T15:59:58")]
    [InlineData("20251331T000000Z", null)]
    [InlineData("yesterday", null)]
    public void Dates_are_read_or_counted(string date, string? expected)
    {
        var entry = Assert.Single(Read(File(Unit.Replace("<tu>", $"""<tu creationdate="{date}">""", StringComparison.Ordinal)), out var problems));

        Assert.Equal(expected, entry.Changed?.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? ["TM012"] : [], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void What_is_skipped_is_counted_in_one_line_a_kind()
    {
        var tmx = File("""<tu><tuv xml:lang="zh"><seg>好</seg></tuv></tu>""" + Unit
            + """<tu><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg> </seg></tuv></tu><tu><tuv><seg>好</seg></tuv></tu>"""
            + $"""<tu><tuv xml:lang="zh"><seg>{new string('好', TmxSegment.MostUnits + 1)}</seg></tuv></tu>""");

        Assert.Single(Read(tmx, out var problems));

        Assert.Equal(["TM011", "TM013", "TM014"], problems.Select(problem => problem.Code));
        Assert.StartsWith("4 units", problems[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Encodings_are_told_by_their_mark(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        using MemoryStream stream = new([.. encoding.GetPreamble(), .. encoding.GetBytes(File(Unit))]);

        Assert.Equal("好", Assert.Single(Tmx.Read(stream, "a.tmx", [])).Source.Text);
    }

    [Theory]
    [InlineData("""<tmx><header srclang="zh"/><body>UNIT<tu><tuv xml:lang="zh"><seg>好""", 1, "TM002")]
    [InlineData("""<tmx><header srclang="zh"/><body>UNIT<tu>&nowhere;</tu></body></tmx>""", 1, "TM002")]
    [InlineData("""<html><body>UNIT</body></html>""", 0, "TM003")]
    [InlineData("", 0, "TM002")]
    [InlineData("\0\u0001PK", 0, "TM002")]
    public void Damage_ends_in_one_line_and_what_stands_before_it_counts(string tmx, int read, string code)
    {
        Assert.Equal(read, Read(tmx.Replace("UNIT", Unit, StringComparison.Ordinal), out var problems).Count);

        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Fact]
    public void Entities_of_the_file_are_read_but_nothing_is_fetched_and_no_bomb_goes_off()
    {
        using TemporaryFolder folder = new();
        var secret = folder.Write("secret.txt", "secret");
        var fine = """<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd" [<!ENTITY co "星野">]>""" + File(Unit.Replace("好", "&co;好", StringComparison.Ordinal));
        var outside = $"""<!DOCTYPE tmx [<!ENTITY x SYSTEM "file://{secret}">]>""" + File(Unit.Replace("好", "&x;好", StringComparison.Ordinal));
        var bomb = """<!DOCTYPE tmx [<!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>"""
            + File(Unit.Replace("好", "&h;", StringComparison.Ordinal));

        Assert.Equal("星野好", Assert.Single(Read(fine, out _)).Source.Text);
        Assert.DoesNotContain(Read(outside, out _), entry => entry.Source.Text.Contains("secret", StringComparison.Ordinal));
        Assert.Empty(Read(bomb, out var problems));
        Assert.Equal("TM002", Assert.Single(problems).Code);
    }

    [Fact]
    public void Ten_thousand_levels_do_not_exhaust_the_stack()
    {
        var deep = string.Concat(Enumerable.Repeat("<hi>", 10_000)) + "好" + string.Concat(Enumerable.Repeat("</hi>", 10_000));

        Assert.Equal("好", Assert.Single(Read(File(Unit.Replace("好", deep, StringComparison.Ordinal)), out _)).Source.Text);
    }

    static string File(string units) => $"""<tmx version="1.4"><header srclang="zh"/><body>{units}</body></tmx>""";

    static List<MemoryEntry> Read(string tmx, out List<Problem> problems)
    {
        problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(tmx));
        return [.. Tmx.Read(stream, "a.tmx", problems)];
    }
}
