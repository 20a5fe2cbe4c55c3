using System.Text.RegularExpressions;
using Translate.Segments;
using Translate.Segments.Srx;

namespace Translate.Tests.Segments;

public class SrxTests
{
    const string House = """
        <?xml version="1.0" encoding="UTF-8"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0">
          <header segmentsubflows="yes" cascade="yes">
            <formathandle type="start" include="no"/><formathandle type="end" include="yes"/><formathandle type="isolated" include="yes"/>
          </header>
          <body>
            <languagerules>
              <languagerule languagerulename="English">
                <rule break="no"><beforebreak>\b(?:Mr|etc)\.</beforebreak><afterbreak>\s</afterbreak></rule>
              </languagerule>
              <languagerule languagerulename="Chinese">
                <rule break="yes"><beforebreak>[。；]</beforebreak><afterbreak></afterbreak></rule>
              </languagerule>
              <languagerule languagerulename="Default">
                <rule break="yes"><beforebreak>[\.\?!]++[\p{Pe}\p{Pf}"]*</beforebreak><afterbreak>\h+[[:Lu:]\p{N}]</afterbreak></rule>
                <rule><afterbreak>\n</afterbreak></rule>
              </languagerule>
            </languagerules>
            <maprules>
              <languagemap languagepattern="EN.*" languagerulename="English"/>
              <languagemap languagepattern="[Zz][Hh].*" languagerulename="Chinese"/>
              <languagemap languagepattern=".*" languagerulename="Default"/>
            </maprules>
          </body>
        </srx>
        """;

    [Theory]
    [InlineData("en-US", "Mr. Ng left. 5 stayed, etc. Who knows?", "Mr. Ng left.¦5 stayed, etc. Who knows?")]
    [InlineData("de", "Mr. Ng left. He \"left.\" So.", "Mr.¦Ng left.¦He \"left.\"¦So.")]
    [InlineData("zh-Hans", "他走了；她来了。\n完", "他走了；¦她来了。¦完")]
    public void The_first_rule_that_holds_decides(string language, string text, string wanted) =>
        Assert.Equal(wanted, string.Join('¦', Load(House).Split(text, language).Select(range => range.In(text))));

    [Fact]
    public void Without_cascade_only_the_first_fitting_map_counts()
    {
        var segmenter = Load(House.Replace("cascade=\"yes\"", "cascade=\"no\"", StringComparison.Ordinal));

        Assert.Single(segmenter.Split("One. Two.", "en"));
        Assert.Equal(2, segmenter.Split("One. Two.", "fr").Count);
    }

    [Fact]
    public void A_header_that_does_not_say_whether_it_cascades_means_yes_as_OmegaT_writes_it()
    {
        var segmenter = Load(House.Replace(" cascade=\"yes\"", "", StringComparison.Ordinal));

        Assert.Equal(2, segmenter.Split("Mr. Ng left. Mr. Wu stayed.", "en").Count);
    }

    [Theory]
    [InlineData("[。！]+", "他走了。！！她来了。", "他走了。！！¦她来了。")]
    [InlineData("。", "他走了。。她来了。", "他走了。¦。¦她来了。")]
    [InlineData(@"\w+[.!]+", "Stop!! Go.", "Stop!!¦Go.")]
    public void A_run_of_marks_breaks_once_where_the_rule_takes_it_as_one(string before, string text, string wanted)
    {
        var segmenter = Load($"""
            <srx version="2.0"><body><languagerules><languagerule languagerulename="a"><rule break="yes"><beforebreak>{before}</beforebreak></rule></languagerule>
            </languagerules><maprules><languagemap languagepattern=".*" languagerulename="a"/></maprules></body></srx>
            """);

        Assert.Equal(wanted, string.Join('¦', segmenter.Split(text, "zh").Select(range => range.In(text))));
    }

    [Theory]
    [InlineData("SG001", "<srx", 1)]
    [InlineData("SG001", "<!DOCTYPE srx [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><srx>&a;</srx>", 0)]
    [InlineData("SG002", "<srx version=\"1.0\"/>", 1)]
    [InlineData("SG003", "<srx version=\"2.0\"><body><languagerules><languagerule languagerulename=\"a\">\n<rule><beforebreak>(a</beforebreak></rule></languagerule></languagerules></body></srx>", 2)]
    [InlineData("SG004", "<srx version=\"2.0\"><body><maprules>\n\n<languagemap languagepattern=\".*\" languagerulename=\"x\"/></maprules></body></srx>", 3)]
    [InlineData("SG005", "<srx version=\"2.0\"><body/></srx>", 1)]
    public void What_is_wrong_with_a_file_is_said_with_its_line(string code, string file, int row)
    {
        using TemporaryFolder folder = new();

        Assert.Null(Segmenter.FromSrx(folder.Write("house.srx", file), out var problem));
        Assert.Equal((code, row), (problem!.Code, problem.Row));
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_and_no_crash()
    {
        Assert.Null(Segmenter.FromSrx("no/such.srx", out var problem));
        Assert.Equal("SG001", problem!.Code);
    }

    [Fact]
    public void A_rule_that_never_ends_is_named()
    {
        var segmenter = Load(House.Replace(@"\b(?:Mr|etc)\.", @"b(?:a|aa)+\.", StringComparison.Ordinal));

        var fault = Assert.Throws<SegmentationException>(() => segmenter.Split(new string('a', 40) + ". A", "en"));
        Assert.Contains("(9)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\x{1F600}+", "😀😀", true)]
    [InlineData(@"[\p{Lu}&&[^A]]", "A", false)]
    [InlineData(@"[\p{Lu}&&[^A]]", "B", true)]
    [InlineData(@"[[a-z]--[aeiou]]", "e", false)]
    [InlineData(@"[a[b-d]\]]+", "adb]", true)]
    [InlineData(@"[^[:punct:]]", "!", false)]
    [InlineData(@"a*+a", "aaa", false)]
    [InlineData(@"(?:ab){1,2}+", "abab", true)]
    [InlineData(@"\Q.[\E", ".[", true)]
    [InlineData(@"\p{Han}\h\R", "中 \r\n", true)]
    [InlineData(@"\u4E2D[-a]", "中-", true)]
    [InlineData(@"(?i)MR\.?", "mr.", true)]
    [InlineData(@"\p{Uppercase Letter}\P{Lu}", "Aa", true)]
    [InlineData(@"\pL\PL", "a1", true)]
    [InlineData(@"\p{L&}[:alpha:][:]", "aB:", true)]
    [InlineData(@"\p{sc=Hani}\p{InCyrillic}\p{Thai}\p{Script=Greek}", "中Жกα", true)]
    [InlineData(@"\p{STerm}\p{Quotation_Mark}", "。”", true)]
    public void Expressions_mean_what_ICU_means(string expression, string text, bool matches) =>
        Assert.Equal(matches, Regex.IsMatch(text, $"^(?:{IcuExpression.ToDotNet(expression)})$"));

    [Theory]
    [InlineData(@"(a)\1", @"\1, what a group has matched, is not supported; write it out")]
    [InlineData(@"[\x{1F600}-\x{1F610}]", "a range of characters beyond U+FFFF is not supported; name them one by one")]
    [InlineData(@"\p{Emoji}", @"\p{Emoji} is not known here; write its characters as a set")]
    [InlineData(@"\X", @"\X is not supported; write the characters")]
    public void What_dotnet_cannot_express_is_refused_with_a_way_out(string expression, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => IcuExpression.ToDotNet(expression)).Message);

    [Fact]
    public void The_reason_of_a_malformed_expression_is_given_without_our_own_notation()
    {
        using TemporaryFolder folder = new();

        Segmenter.FromSrx(folder.Write("house.srx", House.Replace(@"\b(?:Mr|etc)\.", "*Mr", StringComparison.Ordinal)), out var problem);

        Assert.Contains("(*Mr | \\s)", problem!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(?<", problem.Message, StringComparison.Ordinal);
    }

    static Segmenter Load(string srx)
    {
        using TemporaryFolder folder = new();
        return Segmenter.FromSrx(folder.Write("house.srx", srx), out var problem) ?? throw new InvalidOperationException(problem!.ToString());
    }
}
