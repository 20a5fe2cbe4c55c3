using Translate.Articles;
using Translate.Checks;
using Translate.Glossaries;

namespace Translate.Tests.Checks;

public class CheckerTests
{
    static readonly LanguagePair s_pair = new("zh-Hans", "en");

    static CheckInput Input(string source, string target) => new(s_pair, TaggedText.Plain(source), TaggedText.Plain(target), [], [], BlockKind.Paragraph);

    [Fact]
    public void A_wrong_amount_says_what_was_read_on_each_side()
    {
        var finding = Assert.Single(new Checker(CheckOptions.Default).Check(Input("营收5000万元", "Revenue was 500 million yuan")));

        Assert.Equal("source 5000万元 = 50 million CNY; target 500 million yuan = 500 million CNY: 10 times too large", finding.Message);
        Assert.Equal(("NUM-001", Severity.Error, new TextRange(2, 8), new TextRange(12, 28)), (finding.Code, finding.Severity, finding.Source, finding.Target));
    }

    [Theory]
    [InlineData("营收增长三成", "revenue rose 30%")]
    [InlineData("价格打八折", "the price is 20% off")]
    [InlineData("产量翻两番", "output quadrupled")]
    [InlineData("用时一年半", "it took 18 months")]
    [InlineData("2024年上半年", "the first half of 2024")]
    [InlineData("下午3点", "at 3 pm")]
    [InlineData("1.63千亿元", "163 billion yuan")]
    [InlineData("二十世纪九十年代", "in the 1990s")]
    [InlineData("十几家公司", "more than a dozen companies")]
    [InlineData("成千上万的用户", "thousands of users")]
    [InlineData("温度升高50%至六成", "up 50% to 60%")]
    [InlineData("一百六十三点一亿美元", "$16.31 billion")]
    [InlineData("重1.5吨", "weighs 1,500 kg")]
    [InlineData("我是1990年3月15日出生的", "I was born on March 15, 1990")]
    public void Equal_amounts_written_in_two_ways_are_no_finding(string source, string target) =>
        Assert.DoesNotContain(new Checker(CheckOptions.Default).Check(Input(source, target)), finding => finding.Code.StartsWith("NUM", StringComparison.Ordinal));

    [Theory]
    [InlineData("融资1.2亿美元", "raised $1.2 billion")]
    [InlineData("融资1.2亿美元", "raised 120 million yuan")]
    [InlineData("增长30%", "rose 30 percentage points")]
    [InlineData("2024年3月", "in April 2024")]
    [InlineData("约四十分钟", "about four minutes")]
    [InlineData("价格打八折", "the price is 80% off")]
    [InlineData("产量翻两番", "output doubled in 12 days")]
    [InlineData("128GB内存", "128 MB of memory")]
    [InlineData("距离十公里", "10 miles away")]
    public void Different_amounts_are_a_finding(string source, string target) =>
        Assert.Contains(new Checker(CheckOptions.Default).Check(Input(source, target)), finding => finding.Code.StartsWith("NUM", StringComparison.Ordinal));

    [Fact]
    public void A_term_rendered_two_ways_is_shown_as_it_was_written()
    {
        CheckInput[] article = [WithTerms("公司完成B轮融资。", "The company closed its Series B."), WithTerms("B轮融资由老股东领投。", "Its Round B was led by an existing investor.")];

        var findings = new Checker(CheckOptions.Default).CheckArticle(article).SelectMany(found => found);

        Assert.Contains("“Round B” here and “Series B” in", Assert.Single(findings, finding => finding.Code == "TRM-004").Message, StringComparison.Ordinal);

        static CheckInput WithTerms(string source, string target) => Input(source, target) with { Terms = Glossary.Curated.For(s_pair).Find(source) };
    }

    [Fact]
    public void A_comment_with_a_reason_silences_its_code_and_one_without_does_not()
    {
        Checker checker = new(CheckOptions.Default);
        var input = Input("营收5000万元", "Revenue was 500 million yuan");

        Assert.Empty(checker.Check(input with { Comment = "see mail\n!ignore NUM-001 restated later" }));
        Assert.Empty(checker.Check(input with { Comment = "!ignore NUM as agreed" }));
        Assert.Single(checker.Check(input with { Comment = "!ignore NUM-001" }));
        Assert.Single(checker.Check(input with { Comment = "!ignore TYP-001 house style" }));
    }

    [Fact]
    public void A_suppression_file_silences_by_code_and_text_and_wants_reasons()
    {
        using TemporaryFolder folder = new();
        List<Problem> problems = [];
        var file = folder.Write("s.csv", "code,source,target,reason\nNUM-001,营收5000万元,,restated\nTYP,,,\n");
        Checker checker = new(new() { Suppressions = Suppressions.Read(file, problems) });

        Assert.Equal(("CK011", 3), (Assert.Single(problems).Code, problems[0].Row));
        Assert.Empty(checker.Check(Input("营收5000万元", "Revenue was 500 million yuan")));
        Assert.Single(checker.Check(Input("营收5000万元整", "Revenue was 500 million yuan")));
    }

    [Fact]
    public void One_systematic_fault_is_a_few_findings_and_a_count()
    {
        var findings = new Checker(CheckOptions.Default).Check(Input("一，二，三，四，五，六，七，八。", "a，b，c，d，e，f，g，h."));

        Assert.Equal(5, findings.Count(finding => finding.Code == "TYP-001"));
        Assert.Contains("and 2 more of TYP-001", findings.Last(finding => finding.Code == "TYP-001").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_that_are_off_and_findings_below_the_least_severity_stay_out()
    {
        var input = Input("公司有300名员工。", "The company , is large.");

        Assert.DoesNotContain(new Checker(new() { Off = ["TYP"] }).Check(input), finding => finding.Code == "TYP-007");
        Assert.Empty(new Checker(new() { Least = Severity.Error }).Check(input));
    }

    [Fact]
    public void Groups_hold_equal_findings_of_all_files_and_the_worst_come_first()
    {
        PlacedFinding Placed(int row, string code, Severity severity, string message) => new("a.csv", row, new(code, severity, message));
        List<PlacedFinding> all = [Placed(1, "TYP-001", Severity.Warning, "x"), Placed(2, "TYP-001", Severity.Warning, "x"), Placed(3, "NUM-001", Severity.Error, "y"),
            Placed(4, "TYP-001", Severity.Warning, "z"), Placed(5, "TYP-001", Severity.Warning, "w")];

        var groups = FindingGroup.Of(all, mostPerCode: 1);

        Assert.Equal(["NUM-001", "TYP-001", "TYP-001"], groups.Select(group => group.First.Finding.Code));
        Assert.Equal([1, 2, 2], groups.Select(group => group.Count));
        Assert.Equal([1, 2], groups.Single(group => group.First.Row == 1).Places.Select(placed => placed.Row));
    }

    [Fact]
    public void A_batch_remembers_no_more_than_it_may()
    {
        BatchConsistency batch = new(most: 1);
        batch.Add(Input("一个模型", "one model of many"), "a");
        batch.Add(Input("两个模型", "two models of many"), "b");

        Assert.Empty(batch.Add(Input("两个模型", "a pair of models"), "c"));
        Assert.Contains("at a;", Assert.Single(batch.Add(Input("一个模型", "a single model here"), "d")).Message, StringComparison.Ordinal);
    }
}
