using System.Text;
using Translate.Memory;

namespace Translate.Tests.Memory;

/// <summary>TMX as it arrives from the field: what is there is read, and each kind of loss is one line.</summary>
public class NastyTmxTests
{
    const string English = """<tuv xml:lang="en"><seg>Good</seg></tuv>""";

    [Theory]
    // Unknown codes, codes in codes, text in codes.
    [InlineData("""<ut x="1">{\b </ut>好<ut>}</ut>""", "{1/}好{2/}")]
    [InlineData("""<hi type="a">好<hi type="b">的</hi></hi>""", "{1}好{2}的{/2}{/1}")]
    [InlineData("""<ph>&lt;img alt="<sub>图<ph>x</ph><sub>中</sub></sub>"/></ph>好""", "{1/}好")]
    [InlineData("""<bpt i="1">a<sub>b</sub></bpt>好<ept i="1">c</ept>""", "{1}好{/1}")]
    // Ends that stand alone, that are of nothing, that overlap, that come the wrong way round, that are there twice.
    [InlineData("""<it pos="begin">b</it>好<it pos="end">e</it><it>?</it>""", "{1}好{/2}{3/}")]
    [InlineData("""<it pos="open">b</it>好<it pos="close">e</it>""", "{1}好{/2}")]
    [InlineData("""<bpt i="1">b</bpt>好""", "{1}好")]
    [InlineData("""好<ept i="7">e</ept>""", "好{/1}")]
    [InlineData("""<bpt i="1"/><bpt i="2"/>好<ept i="1"/><ept i="2"/>""", "{1}{2}好{/1}{/2}")]
    [InlineData("""<ept i="1"/>好<bpt i="1"/>""", "{/1}好{2}")]
    [InlineData("""<bpt i="1"/>好<ept i="1"/><bpt i="1"/>的<ept i="1"/>""", "{1}好{/1}{2}的{/2}")]
    // What is no text and what is.
    [InlineData("""好<!-- 一句 -->的<?tool x?>""", "好的")]
    [InlineData("""<![CDATA[好<b>]]>&#x41;&lt;""", "好<b>A<")]
    [InlineData("""好&#x0;&#x1F;的""", "好的")]
    [InlineData("""{1}好\{2/}""", "\\{1}好\\\\\\{2/}")]
    public void Segments_are_read(string segment, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(File($"""<tu><tuv xml:lang="zh"><seg>{segment}</seg></tuv>{English}</tu>"""), out _)).Source.ToString());

    [Theory]
    [InlineData("""<tu><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="zh"><seg>佳</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv></tu>""", "好=Good|佳=Good")]
    [InlineData("""<tu><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv><tuv xml:lang="en"><seg>Fine</seg></tuv></tu>""", "好=Good|好=Fine")]
    [InlineData("""<tu><tuv xml:lang="zh"/><tuv xml:lang="en"><seg>Good</seg></tuv><tuv xml:lang="zh"><seg>好</seg></tuv></tu>""", "好=Good")]
    [InlineData("""<tu><tuv xml:lang="ZH-HANS-CN"><seg>好</seg></tuv><tuv xml:lang=" en "><seg>Good</seg></tuv></tu>""", "好=Good")]
    [InlineData("""<TU><TUV xml:lang="zh"><SEG>好</SEG></TUV></TU><tu><tuv xml:lang="zh"><seg>好</seg></tuv><tuv xml:lang="en"><seg>Good</seg></tuv></tu>""", "好=Good")]
    [InlineData("""<x:tu xmlns:x="urn:x"><x:tuv xml:lang="zh"><x:seg>好</x:seg></x:tuv><x:tuv xml:lang="en"><x:seg>Good</x:seg></x:tuv></x:tu>""", "好=Good")]
    [InlineData("""<tu><tuv lang="zh"><prop type="a"><b/></prop><seg>好</seg></tuv><tuv lang="en" xml:lang="fr"><seg>Bon</seg></tuv></tu>""", "好=Bon")]
    [InlineData("""<tu/><tu></tu><tu><note/><prop/></tu><tu><tuv xml:lang="zh"><seg/></tuv></tu>""", "")]
    public void Units_are_read(string units, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(File(units), out _).Select(entry => $"{entry.Source}={entry.Target}")));

    [Theory]
    [InlineData("""<tmx version="1.4"><body>UNIT</body></tmx>""")]
    [InlineData("""<tmx><header/><body>UNIT</body></tmx>""")]
    [InlineData("""<tmx version="2.0" xmlns="http://www.lisa.org/tmx14"><header srclang=""/><body>UNIT</body></tmx>""")]
    [InlineData("""<tmx version="1.1"><header srclang="xx-YY"/>UNIT</tmx>""")]
    [InlineData("""<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "http://127.0.0.1:9/tmx14.dtd"><tmx version="1.4"><header srclang="zh"/><body>UNIT</body></tmx>""")]
    public void A_header_that_says_nothing_or_nonsense_loses_no_pair(string file) =>
        Assert.Contains("好=Good", Read(file.Replace("UNIT", Unit("好"), StringComparison.Ordinal), out _).Select(entry => $"{entry.Source}={entry.Target}"));

    [Theory]
    [InlineData("2024-01-01T00:00:00Z", "2024-01-01T00:00:00")]
    [InlineData("2024-01-01", "2024-01-01T00:00:00")]
    [InlineData(" 20240101T000000Z ", "2024-01-01T00:00:00")]
    [InlineData("20240101T0000Z", "2024-01-01T00:00:00")]
    [InlineData("0000-00-00", null)]
    [InlineData("20241301T250000Z", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    public void Dates_of_any_kind_cost_no_pair(string date, string? expected)
    {
        var entry = Assert.Single(Read(File(Unit("好").Replace("<tu>", $"""<tu changedate="{date}">""", StringComparison.Ordinal)), out var problems));

        Assert.Equal(expected, entry.Changed?.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? 1 : 0, problems.Count);
    }

    [Theory]
    [InlineData("utf-16", "utf-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-16", "utf-8")] // the mark is right, the declaration wrong
    [InlineData("utf-8", "utf-16")]
    [InlineData("utf-32", "utf-8")]
    public void The_byte_order_mark_counts_more_than_the_declaration(string encoding, string declared)
    {
        var bytes = Encoding.GetEncoding(encoding);
        using MemoryStream stream = new([.. bytes.GetPreamble(), .. bytes.GetBytes($"""<?xml version="1.0" encoding="{declared}"?>""" + File(Unit("好")))]);

        Assert.Equal("好", Assert.Single(Tmx.Read(stream, "a.tmx", [])).Source.Text);
    }

    [Fact]
    public void Bytes_that_are_not_in_the_declared_encoding_end_in_one_line()
    {
        using MemoryStream stream = new([.. Encoding.UTF8.GetBytes("<tmx><header srclang=\"zh\"/><body>" + Unit("好") + "<tu><tuv xml:lang=\"zh\"><seg>"), 0xC4, 0xE3, 0xFF, .. "</seg></tuv></tu></body></tmx>"u8]);
        List<Problem> problems = [];

        var read = Tmx.Read(stream, "a.tmx", problems).ToList();

        Assert.InRange(read.Count, 0, 1);
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("gbk")]
    [InlineData("windows-1252")]
    [InlineData("no-such-encoding")]
    public void An_encoding_is_read_or_named_in_one_line(string declared)
    {
        using MemoryStream stream = new(Encoding.ASCII.GetBytes($"""<?xml version="1.0" encoding="{declared}"?>""" + File(Unit("OK"))));
        List<Problem> problems = [];

        var read = Tmx.Read(stream, "a.tmx", problems).ToList();

        Assert.Equal(1, read.Count + problems.Count);
    }

    [Fact]
    public void A_megabyte_in_one_segment_is_one_line_and_the_rest_is_read()
    {
        var read = Read(File(Unit(new('好', 1_000_000)) + Unit("好")), out var problems);

        Assert.Equal("好", Assert.Single(read).Source.Text);
        Assert.Contains("TM014", problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("sub")]
    [InlineData("bpt")]
    [InlineData("anything")]
    public void Ten_thousand_levels_are_read_or_named(string element)
    {
        var deep = string.Concat(Enumerable.Repeat($"<{element}>", 10_000)) + "好" + string.Concat(Enumerable.Repeat($"</{element}>", 10_000));

        var read = Read(File(Unit("x" + deep) + Unit("好")), out _);

        Assert.Equal("好", read[^1].Source.Text);
    }

    static string Unit(string source) => $"""<tu><tuv xml:lang="zh"><seg>{source}</seg></tuv>{English}</tu>""";

    static string File(string units) => $"""<tmx version="1.4"><header srclang="zh"/><body>{units}</body></tmx>""";

    static List<MemoryEntry> Read(string tmx, out List<Problem> problems)
    {
        problems = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(tmx));
        return [.. Tmx.Read(stream, "a.tmx", problems)];
    }
}
