using System.Text;
using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class GlossaryExchangeTests
{
    const string Csv = """"
        id,en,en.variants,en.forbidden,zh,zh.variants,zh.unless,status,keep,pos,definition,note,owner
        36kr,36Kr,36 Kr,,36氪,,,,,proper,A <news> site & more,,Li
        llm,large language model,LLM|a\|b,big model,大语言模型,大模型,大模型展,,,noun,,"two
        lines, ""quoted""",
        params,{n} parameters,,,{n}参数,,,proposed,,noun,,,
        torch,=PyTorch,,,PyTorch,,,,yes,proper,,,
        """";

    static readonly LanguagePair s_pair = new("zh", "en");

    [Theory]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.Xlsx)]
    [InlineData(ExchangeFormat.Tmx)]
    public void A_round_trip_loses_nothing(ExchangeFormat format)
    {
        var table = GlossaryTable.Parse(Csv, "a.csv", [])!;

        var (back, losses) = Travel(table, format);

        Assert.Empty(losses);
        Assert.Empty(TableDifference.Between(table, back));
    }

    [Fact]
    public void Tbx_keeps_what_the_dialect_can_say_and_reports_the_rest()
    {
        var table = GlossaryTable.Parse(Csv, "a.csv", [])!;

        var (back, losses) = Travel(table, ExchangeFormat.Tbx);

        var different = TableDifference.Between(table, back).Select(difference => difference.Column).Distinct().Order();
        Assert.Equal(["keep", "owner", "pos", "status", "zh.unless"], different);
        Assert.All(different.Except(["pos"]), column => Assert.Contains(losses, loss => loss.Contains(column, StringComparison.Ordinal)));
        Assert.Contains(losses, loss => loss.Contains("part of speech", StringComparison.Ordinal));
    }

    [Fact]
    public void Tbx_in_dct_style_and_the_older_martif_are_read()
    {
        const string Dct = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>chip</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang="zh"><termSec><term>芯片</term></termSec><termSec><term>晶片</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>""";
        const string Martif = """<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="c2"><langSet xml:lang="en"><tig><term>chip</term></tig></langSet><langSet xml:lang="zh"><tig><term>芯片</term></tig></langSet></termEntry></body></text></martif>""";

        var (one, other) = (ReadXml(Dct, ExchangeFormat.Tbx, []), ReadXml(Martif, ExchangeFormat.Tbx, []));

        Assert.Equal(["c1", "chip", "芯片", "晶片", "noun"], one!.Rows[0]);
        Assert.Equal(["c2", "chip", "芯片"], other!.Rows[0]);
    }

    [Theory]
    [InlineData("<!DOCTYPE tbx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><tbx><text><body><conceptEntry><langSec xml:lang=\"en\"><termSec><term>&b;</term></termSec></langSec></conceptEntry></body></text></tbx>")]
    [InlineData("<!DOCTYPE tbx [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><tbx><text><body><conceptEntry><langSec xml:lang=\"en\"><termSec><term>&a;</term></termSec></langSec></conceptEntry></body></text></tbx>")]
    [InlineData("<tbx><text><body><conceptEntry>")]
    [InlineData("<html/>")]
    [InlineData("no xml")]
    public void Hostile_or_broken_xml_is_one_problem(string xml)
    {
        List<Problem> problems = [];

        Assert.Null(ReadXml(xml, ExchangeFormat.Tbx, problems));
        Assert.Equal("GL030", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_one_problem()
    {
        using MemoryStream bytes = new();
        GlossaryExchange.Write(new("a.csv", ["id", "en", "zh"], [["a", "a", "甲"]]), bytes, ExchangeFormat.Xlsx, s_pair);
        using (System.IO.Compression.ZipArchive archive = new(bytes, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        using (var part = archive.CreateEntry("xl/bomb.xml").Open())
            for (var i = 0; i < 64; i++) part.Write(new byte[1 << 20]);
        bytes.Position = 0;
        List<Problem> problems = [];

        Assert.Null(GlossaryExchange.Read(bytes, "a.xlsx", ExchangeFormat.Xlsx, s_pair, problems));
        Assert.Equal(("GL031", true), (Assert.Single(problems).Code, problems[0].Message.Contains("unpacks", StringComparison.Ordinal)));
    }

    [Fact]
    public void Engines_glossaries_hold_pairs_once_and_say_what_is_missing()
    {
        var table = GlossaryTable.Parse(Csv, "a.csv", [])!;
        using MemoryStream stream = new();

        var losses = GlossaryExchange.Write(table, stream, ExchangeFormat.AzureTsv, s_pair);

        Assert.Equal("36氪\t36Kr\n大语言模型\tlarge language model\n大模型\tlarge language model\nPyTorch\t=PyTorch\n", Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Contains(losses, loss => loss.Contains("proposed", StringComparison.Ordinal));
        stream.Position = 0;
        Assert.Equal(4, GlossaryExchange.Read(stream, "a.tsv", ExchangeFormat.AzureTsv, s_pair, [])!.Rows.Count);
    }

    static (GlossaryTable Back, IReadOnlyList<string> Losses) Travel(GlossaryTable table, ExchangeFormat format)
    {
        using MemoryStream stream = new();
        var losses = GlossaryExchange.Write(table, stream, format, s_pair);
        stream.Position = 0;
        List<Problem> problems = [];
        var back = GlossaryExchange.Read(stream, "a", format, s_pair, problems);
        Assert.Empty(problems);
        return (back!, losses);
    }

    static GlossaryTable? ReadXml(string xml, ExchangeFormat format, List<Problem> problems) =>
        GlossaryExchange.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "a.tbx", format, s_pair, problems);
}
