using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Translate.Articles;

namespace Translate.Tests.Articles;

public class DocxTests
{
    [Fact]
    public void Paragraphs_come_in_order_with_their_kinds()
    {
        var article = Read(Docx(
            P("大模型报告", "Title") + P("第一章 概述", "1") + P("正文第一段。")
            + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>列表一项</w:t></w:r></w:p>"
            + $"<w:tbl><w:tr><w:tc>{P("甲")}</w:tc><w:tc>{P("乙")}</w:tc></w:tr></w:tbl>" + P("概述 3", "TOC1"), footnote: "脚注文字。"));

        Assert.Equal(
            ["Title 0 大模型报告", "Heading 1 第一章 概述", "Paragraph 0 正文第一段。", "ListItem 2 列表一项", "TableCell 0 甲", "TableCell 0 乙", "Note 0 脚注文字。"],
            article.Blocks.Select(block => $"{block.Kind} {block.Level} {block.Text}"));
        Assert.Equal("word/document.xml#3", article.Blocks[2].Part);
        Assert.Equal("word/footnotes.xml#1", article.Blocks[6].Part);
        Assert.Equal("contents 概述 3", string.Join("|", article.LeftOut.Select(part => $"{part.Reason} {part.Text}")));
        Assert.Equal("zh-Hans", article.Language);
    }

    [Theory]
    [InlineData("<w:r><w:t>大</w:t></w:r><w:r><w:rPr><w:lang w:eastAsia=\"zh-CN\"/></w:rPr><w:t>模型</w:t></w:r>", "大模型")]
    [InlineData("<w:r><w:t>发布了新</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>大</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>模型</w:t></w:r><w:r><w:t>。</w:t></w:r>", "发布了新{1}大模型{/1}。")]
    [InlineData("<w:r><w:rPr><w:b/></w:rPr><w:t>全部加粗</w:t></w:r>", "全部加粗")]
    [InlineData("<w:r><w:t>见官方网站</w:t></w:r><w:hyperlink w:anchor=\"x\"><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>官网</w:t></w:r></w:hyperlink><w:r><w:t>。</w:t></w:r>", "见官方网站{1}官网{/1}。")]
    [InlineData("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r>", "甲{1/}乙{2/}丙")]
    [InlineData("<w:r><w:t>甲</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>新</w:t></w:r></w:ins>", "甲新")]
    [InlineData("<w:r><w:t>第</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>页</w:t></w:r>", "第{1/}页")]
    [InlineData("<w:r><w:t>见</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"http://a.b\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>官网</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t>页</w:t></w:r>", "见{1}官网{/1}页")]
    [InlineData("<w:r><w:t>在</w:t></w:r><w:smartTag w:uri=\"urn:x\" w:element=\"date\"><w:smartTagPr/><w:smartTag w:uri=\"urn:x\" w:element=\"year\"><w:r><w:t>去年</w:t></w:r></w:smartTag><w:r><w:rPr><w:b/></w:rPr><w:t>五月</w:t></w:r></w:smartTag>", "在去年{1}五月{/1}")]
    [InlineData("<w:r><w:t xml:space=\"preserve\">  A&amp;B &lt;甲&gt; </w:t></w:r>", "A&B <甲>")]
    public void Runs_of_one_look_are_one_text_and_what_differs_is_tagged(string runs, string expected)
    {
        var bytes = Docx($"<w:p>{runs}</w:p>");
        var block = Assert.Single(Read(bytes).Blocks);
        Assert.Equal(expected, block.Tagged.ToString());

        // Written again with the same tags, the paragraph reads the same.
        var text = TaggedText.Parse(expected.Replace("甲", "A", StringComparison.Ordinal).Replace("官网", "<s>", StringComparison.Ordinal).Replace('模', 'M').Replace('页', 'p').Replace('加', 'J'), block.Tags);
        var published = ArticleWriter.Write(Read(bytes), bytes, new Dictionary<int, TaggedText> { [1] = text }, new());
        Assert.Equal(text.ToString(), Assert.Single(Read(published).Blocks).Tagged.ToString());
    }

    [Fact]
    public void A_heading_is_no_notice() =>
        Assert.Equal(["免责声明", "甲方不承担责任。"], Read(Docx(P("免责声明", "1") + P("甲方不承担责任。") + P("免责声明"))).Blocks.Select(block => block.Text));

    [Fact]
    public void The_map_leads_to_the_paragraphs_own_text()
    {
        var block = Read(Docx("<w:p><w:r><w:tab/><w:t xml:space=\"preserve\">  甲乙</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>丙</w:t></w:r></w:p>")).Blocks[0];

        Assert.Equal("甲乙{1}丙{/1}", block.Tagged.ToString());
        Assert.Equal(new TextRange(2, 5), block.Map.Input);
        Assert.Equal(4, block.Map.ToInput(2));
    }

    [Fact]
    public void Publishing_changes_only_what_was_translated()
    {
        var bytes = Docx(P("大模型报告", "Title")
            + "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:bookmarkStart w:id=\"0\" w:name=\"b\"/><w:r><w:t>公司发布了</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>大模型</w:t></w:r><w:r><w:t>。</w:t></w:r><w:bookmarkEnd w:id=\"0\"/></w:p>"
            + "<w:p><w:r><w:t>不</w:t></w:r><w:r><w:t>变。</w:t></w:r></w:p>");
        var article = Read(bytes);
        var target = TaggedText.Parse("It released a {1}large model{/1} & more.\nYes.", article.Blocks[1].Tags);

        var published = ArticleWriter.Write(article, bytes, new Dictionary<int, TaggedText> { [1] = article.Blocks[0].Tagged, [2] = target, [3] = article.Blocks[2].Tagged }, new());

        using var document = WordprocessingDocument.Open(new MemoryStream(published), false);
        var paragraphs = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().ToList();
        Assert.Equal("large model", Assert.Single(paragraphs[1].Elements<Run>(), run => run.RunProperties?.Bold is not null).InnerText);
        Assert.Equal("It released a large model & more.Yes.", paragraphs[1].InnerText);
        Assert.Equal("ParagraphProperties BookmarkStart Run Run Run BookmarkEnd", string.Join(' ', paragraphs[1].ChildElements.Select(child => child.GetType().Name)));
        Assert.Single(paragraphs[1].Descendants<Break>());
        Assert.Equal(2, paragraphs[2].Elements<Run>().Count());
        Assert.Equal(Entry(bytes, "word/styles.xml"), Entry(published, "word/styles.xml"));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void With_the_source_as_target_every_byte_comes_back()
    {
        var bytes = Docx(P("正文第一段。") + P("第二段。"));
        var article = Read(bytes);

        Assert.Equal(bytes, ArticleWriter.Write(article, bytes, article.Blocks.ToDictionary(block => block.Number, block => block.Tagged), new()));
    }

    [Fact]
    public void A_bilingual_document_has_each_paragraph_followed_by_its_translation()
    {
        var bytes = Docx(P("第一段。", "1") + P("第二段。"));

        var published = ArticleWriter.Write(
            Read(bytes), bytes, new Dictionary<int, TaggedText> { [1] = TaggedText.Plain("First."), [2] = TaggedText.Plain("Second.") }, new(Bilingual: true));

        Assert.Equal(["第一段。", "First.", "第二段。", "Second."], Read(published).Blocks.Select(block => block.Text));
        Assert.Equal(BlockKind.Heading, Read(published).Blocks[1].Kind);
    }

    [Fact]
    public void Text_boxes_are_read_once_and_both_copies_are_published()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框里的字。</w:t></w:r></w:p></w:txbxContent>";
        var bytes = Docx("<w:p><w:r><w:t>框前</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" Requires=\"wps\">"
            + $"<w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>框后。</w:t></w:r></w:p>");
        var article = Read(bytes);
        Assert.Equal(["框前{1/}框后。", "框里的字。"], article.Blocks.Select(block => block.Tagged.ToString()));

        var targets = new Dictionary<int, TaggedText> { [1] = TaggedText.Parse("Before{1/}after.", article.Blocks[0].Tags), [2] = TaggedText.Plain("In the box.") };
        var published = ArticleWriter.Write(article, bytes, targets, new());

        Assert.Equal(["Before{1/}after.", "In the box."], Read(published).Blocks.Select(block => block.Tagged.ToString()));
        Assert.Equal(3, Entry(published, "word/document.xml").Split("In the box.").Length);
        var both = Entry(ArticleWriter.Write(article, bytes, targets, new(Bilingual: true)), "word/document.xml");
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(both, "<w:drawing"));
    }

    [Fact]
    public void Headers_and_footers_are_read_and_published()
    {
        using MemoryStream stream = new();
        stream.Write(Docx(P("正文。")));
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            document.MainDocumentPart!.AddNewPart<HeaderPart>().Header = new(new Paragraph(new Run(new Text("公司内部报告"))));
            document.MainDocumentPart.AddNewPart<FooterPart>().Footer = new(new Paragraph(new Run(new Text("最后一页"))));
        }

        var bytes = stream.ToArray();
        var article = Read(bytes);
        Assert.Equal(["正文。", "公司内部报告", "最后一页"], article.Blocks.Select(block => block.Text));

        var published = ArticleWriter.Write(article, bytes, new Dictionary<int, TaggedText> { [2] = TaggedText.Plain("Internal"), [3] = TaggedText.Plain("Last page") }, new());
        Assert.Equal(["正文。", "Internal", "Last page"], Read(published).Blocks.Select(block => block.Text));
    }

    [Fact]
    public void Links_that_are_no_addresses_do_no_harm()
    {
        var bytes = Docx("<w:p><w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"rX\"><w:r><w:t>链接文字</w:t></w:r></w:hyperlink></w:p>");
        bytes = WithEntry(bytes, "word/_rels/document.xml.rels", text => text.Replace(
            "</Relationships>", "<Relationship Id=\"rX\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"http://a@b@c:x/ ,\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal));

        Assert.Equal("链接文字", Assert.Single(Read(bytes).Blocks).Text);
    }

    [Fact]
    public void Bombs_document_types_and_depth_are_refused_in_one_line()
    {
        var bytes = Docx(P("正文。"));

        Assert.Equal("AR017", Refused(WithEntry(bytes, "word/media/x.bin", _ => new string('0', 20_000_000))));
        Assert.Equal("AR017", Refused(WithEntry(bytes, "word/document.xml", text => text.Replace("<w:p>", string.Concat(Enumerable.Repeat("<w:p><w:r>", 5_000)), StringComparison.Ordinal))));
        Assert.Equal("AR016", Refused(WithEntry(bytes, "word/document.xml", text => "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..])));
        Assert.Equal("AR016", Refused(WithEntry(bytes, "word/document.xml", _ => "no xml")));
        Assert.Equal("AR016", Refused(Encoding.UTF8.GetBytes("no zip at all")));
        Assert.Equal("AR016", Refused(WithEntry([], "readme.txt", _ => "a zip of another kind")));
    }

    [Fact]
    public void A_document_damaged_anywhere_is_read_or_refused_but_never_thrown_at()
    {
        var bytes = Docx(P("大模型报告", "Title") + P("正文第一段。"));
        Random random = new(7);
        for (var i = 0; i < 150; i++)
        {
            var damaged = i % 3 == 0 ? bytes[..random.Next(1, bytes.Length)] : [.. bytes];
            if (i % 3 > 0) for (var k = 0; k < 6; k++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var article = ArticleReader.Read(damaged, "a.docx", new(), out var problem);
            Assert.True(article is null ^ problem is null);
        }
    }

    internal static string P(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>";

    static Article Read(byte[] bytes)
    {
        var article = ArticleReader.Read(bytes, "a.docx", new(), out var problem);
        Assert.Null(problem);
        return article!;
    }

    static string? Refused(byte[] bytes)
    {
        Assert.Null(ArticleReader.Read(bytes, "a.docx", new(), out var problem));
        Assert.DoesNotContain('\n', problem!.ToString());
        return problem.Code;
    }

    internal static byte[] Docx(string body, string? footnote = null)
    {
        using MemoryStream stream = new();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new(new Body { InnerXml = body });
            main.AddNewPart<StyleDefinitionsPart>().Styles = new(
                Named("Title", "Title"), Named("1", "heading 1"), Named("TOC1", "toc 1"));
            if (footnote is not null)
                main.AddNewPart<FootnotesPart>().Footnotes = new(new Footnote(new Paragraph { InnerXml = $"<w:r><w:footnoteRef/><w:t>{footnote}</w:t></w:r>" }) { Id = 1 });
        }

        return stream.ToArray();
    }

    static Style Named(string id, string name) => new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };

    static string Entry(byte[] bytes, string name)
    {
        using ZipArchive archive = new(new MemoryStream(bytes));
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    static byte[] WithEntry(byte[] bytes, string name, Func<string, string> change)
    {
        using MemoryStream stream = new();
        stream.Write(bytes);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = archive.GetEntry(name);
            var text = old is null ? "" : Entry(bytes, name);
            old?.Delete();
            using StreamWriter writer = new(archive.CreateEntry(name).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}
