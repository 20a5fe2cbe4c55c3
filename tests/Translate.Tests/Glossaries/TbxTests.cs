using System.Text;
using System.Xml.Linq;
using Translate.Glossaries;

namespace Translate.Tests.Glossaries;

public class TbxTests
{
    const string Valid = """
        <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>Written for a test.</p></sourceDesc></fileDesc></tbxHeader><text><body>
        <conceptEntry id="c1"><descrip type="subjectField">hardware</descrip><descripGrp><descrip type="definition">A piece of silicon.</descrip><admin type="source">Li</admin></descripGrp><note>Of computers.</note>
        <langSec xml:lang="en"><termSec><term>chip</term><termNote type="partOfSpeech">noun</termNote><termNote type="termType">shortForm</termNote></termSec></langSec>
        <langSec xml:lang="zh"><termSec><term>晶片</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec><termSec><term>芯片</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote><descripGrp><descrip type="context">这颗<hi type="bold">芯片</hi>很快。</descrip><admin type="source">a newspaper</admin></descripGrp></termSec></langSec></conceptEntry>
        </body></text></tbx>
        """;

    static readonly LanguagePair s_pair = new("zh", "en");

    [Fact]
    public void The_rules_find_nothing_in_a_valid_file() => Assert.Empty(TbxBasicRules.Broken(XDocument.Parse(Valid)));

    [Theory]
    [InlineData("urn:iso:std:iso:30042:ed-2", "urn:iso:std:iso:30042:ed:3.0", "root")]
    [InlineData("style=\"dca\"", "style=\"dct\"", "dialect and style")]
    [InlineData(" xml:lang=\"en\" xmlns", " xmlns", "language of the file")]
    [InlineData("<langSec xml:lang=\"zh\">", "<langSec>", "language of a section")]
    [InlineData("<p>Written for a test.</p>", "", "children of sourceDesc")]
    [InlineData("<note>Of computers.</note>", "<term>chip</term>", "children of conceptEntry")]
    [InlineData("<term>chip</term><termNote type=\"partOfSpeech\">noun</termNote>", "<termNote type=\"partOfSpeech\">noun</termNote><term>chip</term>", "children of termSec")]
    [InlineData("type=\"subjectField\"", "type=\"context\"", "level of context")]
    [InlineData("type=\"definition\"", "type=\"meaning\"", "category")]
    [InlineData(">noun<", ">properNoun<", "value of partOfSpeech")]
    [InlineData("preferredTerm-admn-sts", "preferred", "value of administrativeStatus")]
    [InlineData("id=\"c1\"", "id=\"1\"", "ids are names")]
    public void Each_rule_finds_what_breaks_it(string part, string broken, string rule) =>
        Assert.Contains(rule, TbxBasicRules.Broken(XDocument.Parse(Valid.Replace(part, broken, StringComparison.Ordinal))));

    [Fact]
    public void What_is_exported_follows_the_dialect()
    {
        var odd = GlossaryTable.Parse("id,en,en.forbidden,zh,zh.variants,pos,example,source,definition,note\n36kr,36Kr,,36氪,,proper,,,x,y\n-a b,a <b> & c,d,甲,乙|丙\\|丁,phrase,例,Li,,\n,e,,,,adj,,,,\n,f,,,,adv,,,,\n中文,g,,庚,,,,,,\n", "odd.csv", [])!;

        foreach (var table in (GlossaryTable[])[odd, GlossaryExchange.ToTable(Glossary.Curated.Entries, "curated.tbx")])
        {
            using MemoryStream stream = new();
            GlossaryExchange.Write(table, stream, ExchangeFormat.Tbx, s_pair);
            stream.Position = 0;

            Assert.Empty(TbxBasicRules.Broken(XDocument.Load(stream)));
        }
    }

    [Theory]
    [InlineData("36kr")]
    [InlineData("c-36kr")]
    [InlineData("-a b")]
    [InlineData("千卡/月")]
    [InlineData("a_x0041_b")]
    public void Every_id_comes_back(string id)
    {
        using MemoryStream stream = new();
        GlossaryExchange.Write(new("a.csv", ["id", "en", "zh"], [[id, "a", "甲"]]), stream, ExchangeFormat.Tbx, s_pair);

        stream.Position = 0;

        Assert.Equal(id, GlossaryExchange.Read(stream, "a.tbx", ExchangeFormat.Tbx, s_pair, [])!.Rows[0][0]);
    }

    [Fact]
    public void Names_become_nouns_and_that_is_said()
    {
        using MemoryStream stream = new();

        var losses = GlossaryExchange.Write(new("a.csv", ["id", "en", "zh", "pos"], [["a", "a", "甲", "proper"]]), stream, ExchangeFormat.Tbx, s_pair);

        Assert.Contains(losses, loss => loss.Contains("1 are 'noun'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_preferred_term_need_not_stand_first_and_a_context_s_source_is_not_the_concept_s()
    {
        var (row, losses) = Read(Valid);

        Assert.Equal(("chip", "芯片", "晶片", "noun"), (row["en"], row["zh"], row["zh.forbidden"], row["pos"]));
        Assert.Equal(("A piece of silicon.", "Li", "Of computers.", "这颗芯片很快。", "hardware"), (row["definition"], row["source"], row["note"], row["example"], row["subjectField"]));
        Assert.Equal("a glossary has no place for source (1), termType (1)", Assert.Single(losses));
    }

    [Fact]
    public void Definitions_and_notes_of_several_languages_are_kept_together()
    {
        const string Two = """<tbx><text><body><conceptEntry><langSec xml:lang="en"><descrip type="definition">One.</descrip><termSec><term>a</term><note>First.</note></termSec></langSec><langSec xml:lang="de"><descrip type="definition">Eins.</descrip><termSec><term>A</term><note>Second.</note></termSec></langSec></conceptEntry></body></text></tbx>""";

        var (row, losses) = Read(Two);

        Assert.Equal(("One.; Eins.", "First.; Second."), (row["definition"], row["note"]));
        Assert.Empty(losses);
    }

    [Fact]
    public void The_martif_of_2008_is_read_with_its_groups_and_its_words_for_status()
    {
        const string Martif = """
            <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>Anyone</p></sourceDesc></fileDesc></martifHeader><text><body>
            <termEntry id="27"><langSet xml:lang="en-US"><descripGrp><descrip type="definition">A computer that serves.</descrip></descripGrp><ntig><termGrp><term id="t1">server</term><termNote type="partOfSpeech">Noun</termNote></termGrp></ntig></langSet>
            <langSet xml:lang="zh-CN"><ntig><termGrp><term>伺服器</term><termNote type="normativeAuthorization">deprecatedTerm</termNote></termGrp></ntig><ntig><termGrp><term>服务器</term></termGrp></ntig></langSet></termEntry>
            </body></text></martif>
            """;

        var (row, losses) = Read(Martif);

        Assert.Equal(("27", "server", "服务器", "伺服器", "noun"), (row["id"], row["en-US"], row["zh-CN"], row["zh-CN.forbidden"], row["pos"]));
        Assert.Equal("A computer that serves.", row["definition"]);
        Assert.Empty(losses);
    }

    static (Dictionary<string, string> Row, List<string> Losses) Read(string xml)
    {
        List<Problem> problems = [];
        List<string> losses = [];
        var table = GlossaryExchange.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), "a.tbx", ExchangeFormat.Tbx, s_pair, problems, losses)!;
        Assert.Empty(problems);
        return (table.Columns.Zip(table.Rows[0]).ToDictionary(cell => cell.First, cell => cell.Second), losses);
    }
}
