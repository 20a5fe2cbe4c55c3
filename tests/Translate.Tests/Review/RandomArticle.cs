using System.Text;
using Translate.Articles;
using Translate.Tests.Articles;

namespace Translate.Tests.Review;

/// <summary>An article at random but by a seed: every construct that its format has, in every kind of file.</summary>
sealed class RandomArticle
{
    static readonly string[] s_sentences =
    [
        "公司周二发布了新的大模型。", "他说：“我们用LLM做翻译！”", "推理成本降到了十分之一，用户很高兴？", "第三季度融资1.8万亿元；", "A100卡很贵。", "今天天气很好，大家都很高兴。",
        "Dr. Smith paid $3.5 million.", "It works, he said.", "=SUM(A1:A9)也是文字。", "-5度。", "@所有人，+1。", "C:\\new\\文件夹。", "花括号{1}不是标记{/2}。", "\\{3/}也不是。", "编码_x000D_和_x0041_。", "表情😀和𠮷。",
    ];

    static readonly string[] s_dirt = ["大模型(dà mó xíng)发布了。", "文字&amp;lt;p&amp;gt;残留。", "多了\u200B一个字符。", "标(biāo)题和正(zhèng)文。", "省略。。。。。。", "e\u0301tude是法语。"];

    readonly Random _random;
    readonly bool _dirty;

    public RandomArticle(int seed)
    {
        Seed = seed;
        _random = new(seed);
        _dirty = _random.Next(4) == 0;
        Format = (ArticleFormat)(seed % 5);
        Name = "a" + Format switch { ArticleFormat.Markdown => ".md", ArticleFormat.Html => ".html", ArticleFormat.Docx => ".docx", ArticleFormat.Xlsx => ".xlsx", _ => ".txt" };
        Bytes = Format switch
        {
            ArticleFormat.Docx => DocxTests.Docx(Many(1, 8, DocxPart), _random.Next(2) == 0 ? Xml(Text()) : null),
            ArticleFormat.Xlsx => Sheet(),
            ArticleFormat.Markdown => Encoded((Often() ? "" : "---\ntitle: 题\n---\n\n") + Many(1, 8, () => MarkdownPart("")) + (Often() ? "\n" : "")),
            ArticleFormat.Html => Encoded(Page()),
            _ => Encoded(Many(1, 8, () => Of("", "", "- ", "• ", "\u3000\u3000", "\t") + Text() + Of("\n", "\n\n", "  \n", "\n\n\n")) + (Often() ? "" : Text())),
        };
    }

    public int Seed { get; }

    public ArticleFormat Format { get; }

    public string Name { get; }

    public byte[] Bytes { get; }

    bool Often() => _random.Next(3) > 0;

    string Of(params string[] choices) => choices[_random.Next(choices.Length)];

    string Many(int least, int most, Func<string> part) => string.Concat(Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => part()));

    string Sentence() => _dirty && _random.Next(3) == 0 ? Of(s_dirt) : Of(s_sentences);

    string Text() => Many(1, 3, () => Sentence() + Of("", "", "", " ", "  "));

    byte[] Encoded(string text)
    {
        if (_random.Next(3) == 0) text = text.ReplaceLineEndings("\r\n");
        return _random.Next(6) switch
        {
            0 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
            1 => TextDecoder.Get("gb18030").GetBytes(text),
            2 => Encoding.Unicode.GetBytes("\uFEFF" + text),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    string MarkdownPart(string lead)
    {
        string next = "\n" + lead, gap = "\n" + lead.TrimEnd() + "\n" + lead;
        return _random.Next(lead.Length > 4 ? 4 : 16) switch
        {
            0 => Of("# ", "## ", "### ") + Inline() + Of("", " ##") + gap,
            1 => Inline() + next + Of("===", "---") + gap,
            2 or 3 => Inline() + Of("", "  " + next + Inline(), "\\" + next + Inline(), next + Inline()) + gap,
            4 => "- " + Inline() + next + "- " + Inline() + next + "  - " + Inline() + gap,
            5 => "1. " + Inline() + next + "2. " + Inline() + gap,
            6 => "* " + MarkdownPart(lead + "  ").TrimEnd() + gap,
            7 => "> " + MarkdownPart(lead + "> ").TrimEnd() + gap,
            8 => $"| {Cell()} | {Cell()} |{next}|:--|--:|{next}|{Cell()}|{Cell()}|" + gap,
            9 => "```python" + next + "print(\"代码。\")" + next + "```" + gap,
            10 => "<div class=\"box\">" + next + "<b>标记</b>里的文字。" + next + "</div>" + gap,
            11 when lead.Length == 0 => Inline() + "[^1]" + gap + "[^1]: " + Inline() + gap,
            12 => $"见[链接][ref]。{gap}[ref]: https://example.com/a \"题目\"{gap}",
            13 => "---" + gap,
            14 => "- [ ] " + Inline() + gap,
            _ => "    缩进的代码。" + gap,
        };
    }

    string Inline() => Many(1, 4, () => _random.Next(14) switch
    {
        0 => $"**{Sentence()}**",
        1 => "*重点*",
        2 => "`code {1} 代码`",
        3 => $"[{Of("链接", "**粗**链接", "链\\]接")}](https://example.com/a_b?c=1 \"题目\")",
        4 => "![图片](a.png)",
        5 => "<https://example.com>",
        6 => "<br>",
        7 => "~~旧的~~",
        8 => "&copy;&nbsp;",
        9 => "\\*星号\\*",
        10 => "<b class=\"x\">粗体</b>",
        _ => Sentence().Replace("\\{", "{", StringComparison.Ordinal),
    });

    // The parser pairs stars of different cells when the first ones cannot close; what such a table is, nobody can say.
    string Cell() => Inline().Replace("**", "", StringComparison.Ordinal);

    string Page() => $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><title>{Xml(Sentence())}</title><script>var a = \"<p>不是文字。</p>\";</script></head><body class=a>\n<!-- 注释。 -->\n"
        + Many(1, 8, HtmlPart) + "</body></html>" + Of("", "\n");

    string HtmlPart() => _random.Next(9) switch
    {
        0 => $"<h{_random.Next(1, 4)} id='x'>{HtmlInline()}</h1>\n",
        1 => $"<ul>\n  <li>{HtmlInline()}</li>\n  <li>{HtmlInline()}<ul><li>{HtmlInline()}</li></ul></li>\n</ul>",
        2 => $"<table border=1><tr><td colspan=2>{HtmlInline()}</td><td><p>{HtmlInline()}</p></td></tr></table>\n",
        3 => $"<pre>\n{HtmlInline()}\n  缩进。</pre>",
        4 => $"<blockquote><p>{HtmlInline()}\n换行。</p></blockquote>",
        5 => $"<div>{HtmlInline()}<br><br>{HtmlInline()}</div><hr/>",
        6 => $"<figure><img src=a.png alt=\"图 > 片\"><figcaption>{HtmlInline()}</figcaption></figure>",
        _ => $"<p style=\"color:red\">{HtmlInline()}<br/>{HtmlInline()}</p>\n",
    };

    string HtmlInline() => Many(1, 4, () => _random.Next(9) switch
    {
        0 => $"<b>{Xml(Sentence())}</b>",
        1 => "<a href=\"https://example.com?a=1&b=2\" title='题目'><i>链</i>接</a>",
        2 => "&copy;&nbsp;&#x4E00;",
        3 => "<!-- 注释 --><span></span>",
        4 => "<img src=b.png alt=图>",
        5 => "<sup>[1]</sup>",
        _ => Xml(Sentence()),
    });

    string DocxPart() => _random.Next(7) switch
    {
        0 => $"<w:p><w:pPr><w:pStyle w:val=\"{Of("Title", "1")}\"/></w:pPr>{Runs()}</w:p>",
        1 => $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>{Runs()}</w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr><w:p>{Runs()}</w:p><w:p>{Runs()}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        2 => $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>{Runs()}</w:p>",
        _ => $"<w:p>{Runs()}</w:p>",
    };

    string Runs() => Many(1, 4, () => _random.Next(9) switch
    {
        0 => $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{Xml(Text())}</w:t></w:r>",
        1 => $"<w:hyperlink w:anchor=\"x\"><w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:t>{Xml(Sentence())}</w:t></w:r></w:hyperlink>",
        2 => "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
        3 => "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/></w:r>",
        4 => "<w:bookmarkStart w:id=\"0\" w:name=\"b\"/><w:r><w:t>书签。</w:t></w:r><w:bookmarkEnd w:id=\"0\"/>",
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

    static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
