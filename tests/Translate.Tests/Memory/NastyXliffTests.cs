using System.Text;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>XLIFF as it arrives from the field: what is there is read, and each kind of loss is one line.</summary>
public class NastyXliffTests
{
    [Theory]
    [InlineData("""<trans-unit id="1"><source>One</source><target>一</target><alt-trans><source>Two</source><target>二</target></alt-trans></trans-unit>""", "1: One=一")]
    [InlineData("""<trans-unit id="1"><alt-trans><source>Two</source><target>二</target></alt-trans><source>One</source></trans-unit>""", "1: One=")]
    [InlineData("""<group id="g"><group><trans-unit id="1"><source>One</source></trans-unit></group><bin-unit id="b" mime-type="image/png"><bin-source/><trans-unit id="2"><source>Two</source></trans-unit></bin-unit></group>""", "1: One=|2: Two=")]
    [InlineData("""<trans-unit id="1"><source>One <mrk mtype="protected">Inc.</mrk><mrk mtype="x-c" comment="c"/></source><target>一<mrk mtype="term">二</mrk></target></trans-unit>""", "1: One Inc.=一二")]
    [InlineData("""<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="a">A.</mrk> <g id="1"><mrk mtype="seg" mid="b">B.</mrk></g></seg-source><target><mrk mtype="seg" mid="b">乙</mrk></target></trans-unit>""", "1.a: A.=|1.b: B.=乙")]
    [InlineData("""<trans-unit id="1"><source><bpt id="1" rid="9">b</bpt>A<ept id="2" rid="9">e</ept><it id="3" pos="open">i</it><x id="4"/><bx id="5" rid="5"/>B<ex id="6" rid="5"/></source></trans-unit>""", "1: {1}A{/1}{2}{3/}{4}B{/4}=")]
    [InlineData("""<trans-unit id="1"><source>A<ept id="1">e</ept><bpt id="1">b</bpt></source></trans-unit>""", "1: A{/1}{2}=")]
    [InlineData("""<trans-unit id="1"><source>A<ph id="1">&lt;img alt="<sub>B</sub>"/></ph></source></trans-unit>""", "1: A{1/}=")]
    [InlineData("""<trans-unit><source>A</source></trans-unit><trans-unit id="1"/><trans-unit id="2"><target>B</target></trans-unit>""", ": A=")]
    [InlineData("""<trans-unit id="1"><source>A<!-- c -->B<![CDATA[<C>]]>&#x1;</source></trans-unit>""", "1: AB<C>=")]
    public void Units_of_version_1_are_read(string units, string expected) =>
        Assert.Equal(expected, Shown(Read($"""<xliff version="1.2"><file original="a" source-language="en" target-language="zh" datatype="x"><header/><body>{units}</body></file></xliff>""", out _)));

    [Theory]
    [InlineData("""<unit id="u"><segment id="a"><source>A <sc id="1"/>b</source><target>甲<sc id="1"/></target></segment><ignorable><source> </source></ignorable><segment><source>c<ec startRef="1"/></source></segment></unit>""", "u.a: A {1}b=甲{1}|u.s2: c{/1}=")]
    [InlineData("""<unit id="u"><segment><source>A<cp hex="001B"/>B</source><target>甲</target></segment></unit>""", "u: AB=甲")]
    [InlineData("""<unit id="u"><segment><source><mrk id="m" type="term">A</mrk><sm id="n"/>B<em startRef="n"/></source></segment></unit>""", "u: AB=")]
    [InlineData("""<unit id="u"><notes><note>x</note></notes><originalData><data id="d">a<cp hex="0002"/></data><data>x</data></originalData><segment><source><ph id="1" dataRef="d"/><ph id="2" dataRef="no"/>A</source></segment></unit>""", "u: {1/}{2/}A=")]
    [InlineData("""<unit id="u"><segment><source><pc id="1"><pc id="2">A</pc></pc></source><target><pc id="2">甲</pc></target></segment></unit>""", "u: {1}{2}A{/2}{/1}={2}甲{/2}")]
    [InlineData("""<unit id="u"><segment><source>A</source></segment><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1"><source>B</source><target>乙</target></mtc:match></mtc:matches></unit>""", "u: A=")]
    [InlineData("""<group id="g"><unit id="u"><segment state="nonsense" subState="x"><source>A</source><target>甲</target></segment></unit></group><unit><segment/></unit>""", "u: A=甲")]
    public void Units_of_version_2_are_read(string units, string expected) =>
        Assert.Equal(expected, Shown(Read($"""<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="zh"><file id="f">{units}</file></xliff>""", out _)));

    [Fact]
    public void Each_file_has_its_own_languages_and_original()
    {
        const string Unit = """<body><trans-unit id="1"><source>A</source><target>B</target></trans-unit></body>""";

        var read = Read($"""<xliff version="1.2"><file original="a" source-language="en" target-language="zh_cn">{Unit}</file><file original="b" source-language="de">{Unit}</file><file>{Unit}</file></xliff>""", out _);

        Assert.Equal(["a en > zh-CN", "b de > und", " und > und"], read.Select(segment => $"{segment.Original} {segment.Pair}"));
    }

    [Fact]
    public void Languages_that_only_the_unit_names_are_read_from_there()
    {
        var read = Read("""<xliff><file><body><trans-unit id="1"><alt-trans><target xml:lang="fr">A</target></alt-trans><source xml:lang="en">A</source><target xml:lang="zh">甲</target></trans-unit></body></file></xliff>""", out _);

        Assert.Equal("en > zh", Assert.Single(read).Pair.ToString());
    }

    [Theory]
    [InlineData("<xliff version=\"1.2\"><file><body>UNIT<trans-unit id=\"2\"><source>B", 1, "TM002")]
    [InlineData("<xliff version=\"1.2\"><file><body>UNIT<trans-unit id=\"2\"><source>&no;</source></trans-unit>", 1, "TM002")]
    [InlineData("<tmx/>", 0, "TM003")]
    [InlineData("", 0, "TM002")]
    public void Damage_ends_in_one_line_and_what_stands_before_it_counts(string xliff, int read, string code)
    {
        Assert.Equal(read, Read(xliff.Replace("UNIT", """<trans-unit id="1"><source>A</source></trans-unit>""", StringComparison.Ordinal), out var problems).Count);

        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", "utf-16")]
    [InlineData("utf-8", "utf-16")]
    public void The_byte_order_mark_counts_more_than_the_declaration(string encoding, string declared)
    {
        var bytes = Encoding.GetEncoding(encoding);
        using MemoryStream stream = new([.. bytes.GetPreamble(), .. bytes.GetBytes($"""<?xml version="1.0" encoding="{declared}"?><xliff version="1.2"><file><body><trans-unit id="1"><source>好</source></trans-unit></body></file></xliff>""")]);

        Assert.Equal("好", Assert.Single(Xliff.Read(stream, "a.xlf", [])).Source.Text);
    }

    [Theory]
    [InlineData("g")]
    [InlineData("mrk")]
    [InlineData("ph")]
    public void Ten_thousand_levels_do_not_exhaust_the_stack(string element)
    {
        var deep = string.Concat(Enumerable.Repeat($"<{element} id=\"1\">", 10_000)) + "好" + string.Concat(Enumerable.Repeat($"</{element}>", 10_000));

        var read = Read($"""<xliff version="1.2"><file><body><trans-unit id="1"><source>x{deep}</source></trans-unit><trans-unit id="2"><source>好</source></trans-unit></body></file></xliff>""", out _);

        Assert.Equal("好", read[^1].Source.Text);
    }

    static string Shown(IEnumerable<XliffSegment> segments) => string.Join('|', segments.Select(segment => $"{segment.Id}: {segment.Source}={segment.Target}"));

    static List<XliffSegment> Read(string xliff, out List<Problem> problems)
    {
        problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(xliff));
        return [.. Xliff.Read(stream, "a.xlf", problems)];
    }
}
