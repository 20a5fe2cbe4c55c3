using Translate.Tests.Articles;

namespace Translate.Tests.Review;

/// <summary>Word documents and spreadsheets at random.</summary>
sealed partial class RandomArticle
{
    string DocxPart() => _random.Next(9) switch
    {
        0 => $"<w:p><w:pPr><w:pStyle w:val=\"{Of("Title", "1")}\"/></w:pPr>{Runs()}</w:p>",
        1 => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>{Runs()}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>{Runs()}</w:p><w:p>{Runs()}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        2 => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>{Runs()}</w:p>",
        3 => $"<w:sdt><w:sdtPr><w:alias w:val=\"框\"/></w:sdtPr><w:sdtContent><w:p>{Runs()}</w:p></w:sdtContent></w:sdt>",
        4 => "<w:p/>",
        _ => $"<w:p>{Runs()}</w:p>",
    };

    string Runs() => Many(1, 4, () => _random.Next(20) switch
    {
        0 => $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{Xml(Text())}</w:t></w:r>",
        1 => $"<w:hyperlink w:anchor=\"x\"><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>{Xml(Sentence())}</w:t></w:r></w:hyperlink>",
        2 => "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
        3 => "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>",
        4 => "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/><w:r><w:t>书签。</w:t></w:r><w:bookmarkEnd w:id=\"0\"/>",
        6 => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {Of("HYPERLINK \"http://a.b\"", "REF b", "PAGE")} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{Of("官网", "7")}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>页</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        7 => $"<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>3</w:t></w:r></w:fldSimple>",
        8 => $"<w:sdt><w:sdtPr><w:alias w:val=\"框\"/></w:sdtPr><w:sdtContent><w:r><w:t>{Xml(Sentence())}</w:t></w:r></w:sdtContent></w:sdt>",
        9 => $"<w:hyperlink w:anchor=\"x\"><w:r><w:t>链</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{Xml(Sentence())}</w:t></w:r><w:r><w:t xml:space=\"preserve\"> 接</w:t></w:r></w:hyperlink>",
        10 => Of("<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>", "<w:r><w:softHyphen/><w:cr/></w:r>", "<w:r><w:lastRenderedPageBreak/><w:t>页</w:t></w:r>"),
        11 => $"<w:proofErr w:type=\"spellStart\"/><w:r><w:t>{Xml(Sentence())}</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>",
        12 => "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r>",
        13 => $"<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\"><w:r><w:t>{Xml(Sentence())}</w:t></w:r></w:ins>",
        14 => $"<w:smartTag w:uri=\"u\" w:element=\"e\"><w:r><w:t>{Xml(Sentence())}</w:t></w:r></w:smartTag>",
        15 => $"<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{Of("2", "注", " ")}</w:t></w:r>",
        5 => $"<w:r><w:rPr><w:lang w:eastAsia=\"zh-CN\"/></w:rPr><w:t xml:space=\"preserve\">{Xml(Text())}</w:t></w:r>",
        _ => $"<w:r><w:t xml:space=\"preserve\">{Xml(Text())}</w:t></w:r>",
    });

    byte[] Sheet()
    {
        string[] shared = ["<t>正文</t>", $"<t xml:space=\"preserve\">{Xml(Text())}</t>", $"<r><t>{Xml(Sentence())}</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">{Xml(Text())}</t></r>"];
        var rows = string.Concat(Enumerable.Range(2, _random.Next(1, 6)).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c>" + _random.Next(4) switch
        {
            0 => $"<c r=\"B{row}\" t=\"s\"><v>1</v></c>",
            1 => $"<c r=\"B{row}\" s=\"1\" t=\"s\"><v>2</v></c>",
            2 => $"<c r=\"B{row}\" t=\"str\"><f>B2</f><v>甲</v></c>",
            _ => $"<c r=\"B{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Xml(Text() + Of("", "\n第二行。"))}</t></is></c>",
        } + "</row>"));
        return XlsxTests.Xlsx(shared, ("新闻", "", $"<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c></row>{rows}<row r=\"9\"><c r=\"B9\" t=\"s\"><v>1</v></c></row>"));
    }
}
