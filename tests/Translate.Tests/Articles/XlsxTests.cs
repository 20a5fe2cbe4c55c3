using System.IO.Compression;
using System.Text;
using Translate.Articles;
using Translate.Review;

namespace Translate.Tests.Articles;

public class XlsxTests
{
    const string Headers = "<row r=\"1\" spans=\"1:3\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>字数</t></is></c></row>";

    static readonly string[] s_shared =
    [
        "<t>编号</t>", "<t>正文</t>", "<t xml:space=\"preserve\"> 公司发布了新的大模型。 </t>",
        "<r><t>一家</t></r><r><rPr><b/><rFont val=\"Arial\"/></rPr><t>大模型</t></r><r><rPr><rFont val=\"Arial\"/></rPr><t>公司宣布融资。</t></r><rPh sb=\"0\" eb=\"1\"><t>ignored</t></rPh>",
    ];

    static readonly byte[] s_news = Xlsx(s_shared, ("新闻", "", Headers
        + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\" t=\"s\"><v>2</v></c><c r=\"C2\"><f>LEN(B2)</f><v>11</v></c></row>"
        + "<row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"s\"><v>3</v></c></row>"
        + "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>B2&amp;\"。\"</f><v>公式的结果</v></c><c r=\"C4\" t=\"e\"><v>#REF!</v></c></row>"
        + "<row r=\"6\"><c r=\"B6\" t=\"inlineStr\"><is><t>编码_x0041_甲&lt;乙。</t></is></c></row>"));

    [Theory]
    [InlineData("正文")]
    [InlineData("B")]
    [InlineData(" b ")]
    [InlineData(null)]
    public void A_column_is_found_by_header_by_letter_and_by_its_text(string? column)
    {
        var article = Read(s_news, column);

        Assert.Equal(
            ["新闻!B2 公司发布了新的大模型。", "新闻!B3 一家{1}大模型{/1}公司宣布融资。", "新闻!B6 编码A甲<乙。"],
            article.Blocks.Select(block => $"{block.Part} {block.Tagged}"));
        Assert.Equal(
            ["header 正文", "formula 公式的结果", "other column (1) 编号", "other column (1) 字数"],
            article.LeftOut.Select(part => $"{part.Reason} {part.Text}"));
        Assert.Equal(new TextRange(1, 12), article.Blocks[0].Map.Input);
        Assert.Equal("zh-Hans", article.Language);
    }

    [Fact]
    public void Publishing_changes_the_translated_cells_and_nothing_else()
    {
        var article = Read(s_news, "正文");
        var source = article.Blocks.ToDictionary(block => block.Number, block => block.Tagged);
        Assert.Equal(s_news, ArticleWriter.Write(article, s_news, source, new()));

        var targets = new Dictionary<int, TaggedText> { [1] = TaggedText.Plain("It's a <new> _x0041_ model."), [2] = TaggedText.Parse("A {1}model{/1} firm.", article.Blocks[1].Tags) };
        var published = ArticleWriter.Write(article, s_news, targets, new());

        Assert.Equal(
            ["新闻!B2 It's a <new> _x0041_ model.", "新闻!B3 A {1}model{/1} firm.", "新闻!B6 编码A甲<乙。"],
            Read(published, "正文").Blocks.Select(block => $"{block.Part} {block.Tagged}"));
        Assert.Contains("<c r=\"B2\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> It's", Entry(published, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("<f>LEN(B2)</f>", Entry(published, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal(Entry(s_news, "xl/sharedStrings.xml"), Entry(published, "xl/sharedStrings.xml"));
        Assert.Equal(Entry(s_news, "xl/workbook.xml"), Entry(published, "xl/workbook.xml"));
    }

    [Fact]
    public void Both_languages_stand_in_two_columns()
    {
        var article = Read(s_news, "正文");
        var targets = new Dictionary<int, TaggedText> { [1] = TaggedText.Plain("The company released a new model.") };

        var published = ArticleWriter.Write(article, s_news, targets, new(Bilingual: true));

        Assert.Equal(article.Blocks.Select(block => block.Text), Read(published, "正文").Blocks.Select(block => block.Text));
        var added = Assert.Single(Read(published, "正文 (en)").Blocks);
        Assert.Equal("新闻!D2 The company released a new model.", $"{added.Part} {added.Text}");
    }

    [Fact]
    public void Every_sheet_that_has_the_column_is_read_and_the_others_are_in_the_ledger()
    {
        var bytes = Xlsx([],
            ("一月", "", Row(1, "标题", "正文") + Row(2, "甲", "一月的正文。")), ("二月", "", Row(1, "说明文字在上面", "") + Row(3, "正文", "标题") + Row(4, "二月的正文。", "乙")),
            ("备注", "", Row(1, "这里没有那一列。")), ("隐藏", "hidden", Row(1, "正文") + Row(2, "不要翻译。")));

        var article = Read(bytes, "正文");

        Assert.Equal(["一月!B2", "二月!A4"], article.Blocks.Select(block => block.Part));
        Assert.Equal(["header 一月!B1", "other column (2) 一月!A1", "header 二月!A1", "header 二月!A3", "other column (2) 二月!B3", "other sheet 备注!A1", "hidden sheet 隐藏!A1"],
            article.LeftOut.Select(part => $"{part.Reason} {part.Part}"));
    }

    [Fact]
    public void A_single_column_without_header_loses_no_cell()
    {
        var article = Read(Xlsx([], ("Sheet1", "", Row(1, "人工智能芯片") + Row(2, "第一段正文写得长一些,说的是芯片。"))), null);

        Assert.Equal(["Sheet1!A1", "Sheet1!A2"], article.Blocks.Select(block => block.Part));
        Assert.Equal(["Sheet1!A2"], Read(Xlsx([], ("Sheet1", "", Row(1, "text") + Row(2, "第一段正文。"))), null).Blocks.Select(block => block.Part));
    }

    [Theory]
    [InlineData("AR015", "没有")]
    [InlineData("AR015", "ZZ")]
    public void A_column_that_is_not_there_is_one_line_that_lists_those_that_are(string code, string column)
    {
        Assert.Null(ArticleReader.Read(s_news, "a.xlsx", new(Column: column), out var problem));
        Assert.Equal(code, problem!.Code);
        Assert.Contains("(编号, 正文, 字数)", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_and_hostile_workbooks_are_one_line()
    {
        Assert.Equal("AR016", Problem(s_news[..(s_news.Length / 2)]));
        Assert.Equal("AR016", Problem("no zip at all"u8.ToArray()));
        Assert.Equal("AR016", Problem(Xlsx([], ("a", "", "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>"))));
        Assert.Equal("AR016", Problem(Xlsx([], ("a", "", "<row>"))));
        Assert.Equal("AR012", Problem(Xlsx([], ("a", "", ""))));
        Assert.Equal("AR017", Problem(Xlsx([], ("a", "", Row(1, new string(' ', 30_000_000))))));
        Assert.Equal("AR016", Problem(Xlsx(["]]></sst>"], ("a", "", Row(1, "x")))));
        Assert.Equal("AR018", Problem(Xlsx([], ("Review", "", Row(1, "甲")), ("_meta", "veryHidden", Row(1, "乙")))));

        static string? Problem(byte[] bytes) =>
            ArticleReader.Read(bytes, "a.xlsx", new(), out var problem) is null ? problem!.Code : null;
    }

    [Fact]
    public void Folders_give_workbooks_only_when_a_column_is_named_and_never_our_own()
    {
        using TemporaryFolder folder = new();
        folder.Write("a.txt", "甲。");
        File.WriteAllBytes(folder.File("b.xlsx"), s_news);
        File.WriteAllBytes(folder.File("c.xlsx"), Xlsx([], ("Review", "", Row(1, "甲")), ("_meta", "veryHidden", Row(1, "乙"))));
        folder.Write("~$b.xlsx", "lock");

        Assert.Equal(["a.txt"], ArticleFinder.Find([folder.Path], []).Select(file => file.Name));
        Assert.Equal(["a.txt", "b.xlsx"], ArticleFinder.Find([folder.Path], [], new(Column: "B")).Select(file => file.Name));
    }

    [Fact]
    public void A_workbook_remembers_how_its_article_was_read()
    {
        var reading = MetaArticle.ReadingOf("all", "a\\tb");

        Assert.Equal(new ReadingOptions(KeepAll: true, Column: "a\tb"), reading);
        Assert.Equal(new ReadingOptions(), MetaArticle.ReadingOf("", ""));
    }

    static Article Read(byte[] bytes, string? column)
    {
        var article = ArticleReader.Read(bytes, "a.xlsx", new(Column: column), out var problem);
        Assert.Null(problem);
        return article!;
    }

    internal static string Row(int number, params string[] cells) => $"<row r=\"{number}\">"
        + string.Concat(cells.Where(cell => cell.Length > 0).Select(cell => $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>")) + "</row>";

    internal static byte[] Xlsx(string[] shared, params (string Name, string State, string Rows)[] sheets)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>"
                + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"{(sheet.State.Length > 0 ? $" state=\"{sheet.State}\"" : "")}/>")) + "</sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
                + $"<Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Add("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{string.Concat(shared.Select(text => $"<si>{text}</si>"))}</sst>");
            for (var i = 0; i < sheets.Length; i++)
                Add($"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{main}\"><dimension ref=\"A1:C6\"/><sheetData>{sheets[i].Rows}</sheetData></worksheet>");

            void Add(string name, string text)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    static string Entry(byte[] bytes, string name)
    {
        using ZipArchive archive = new(new MemoryStream(bytes));
        using StreamReader reader = new(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
