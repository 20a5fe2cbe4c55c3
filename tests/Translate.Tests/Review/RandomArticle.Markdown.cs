namespace Translate.Tests.Review;

/// <summary>Markdown at random.</summary>
sealed partial class RandomArticle
{
    static readonly string[] s_literal = ["&copy;&nbsp;", "\\*星号\\*", "#话题#", "1.5倍", "C#和C++", "甲_乙_丙", "a|b", "$x$", "http://a.b/c_d", "5 * 3 * 2", "[不是链接]", "<不是标签>", "`"];

    string MarkdownFile() => Of("", "", "---\ntitle: 题\n---\n\n", "---\ntags: [甲, 乙]\n...\n\n") + Many(1, 8, () => MarkdownPart(""))
        + Of("", "", "[ref]: https://example.com/a \"题目\"\n[图]: <a b.png> '题'\n") + Of("", "\n");

    string MarkdownPart(string lead)
    {
        string next = "\n" + lead, gap = "\n" + lead.TrimEnd() + "\n" + lead;
        return _random.Next(lead.Length > 4 ? 6 : 26) switch
        {
            0 => Of("# ", "## ", "### ", "#") + Inline() + Of("", " ##") + gap,
            1 => Lines(next) + next + Of("===", "---") + gap,
            2 or 3 => Lines(next) + gap,
            4 => Fence("```python", "```", next) + gap,
            5 => $"{Cell()} | {Cell()}{next}-|-{next}{Cell()} |{next}{Cell()} | {Cell()}" + gap,
            6 => Of("- ", "+ ", "-\t") + Inline() + next + "- " + Inline() + next + "  - " + Inline() + next + "    - " + Inline() + gap,
            7 => Of("1. ", "3) ") + Inline() + next + "2. " + Inline() + next + "   1. " + Inline() + gap,
            8 => "* " + Many(1, 3, () => MarkdownPart(lead + "  ")).TrimEnd() + gap,
            9 => "> " + Many(1, 3, () => MarkdownPart(lead + "> ")).TrimEnd() + gap,
            10 => "1. " + MarkdownPart(lead + "   ").TrimEnd() + gap,
            11 => $"| {Cell()} | {Cell()} |{next}|:--|--:|{next}|{Cell()}|{Cell()}|{next}||{Cell()}|" + gap,
            12 => "<div class=\"box\">" + next + "<b>标记</b>里的文字。" + next + "</div>" + gap,
            13 => "<details><summary>题</summary>" + gap + Inline() + gap + "</details>" + gap,
            14 => "<!-- 注释。" + next + "第二行 -->" + gap,
            15 when lead.Length == 0 => Inline() + "[^1]" + gap + "[^1]: " + Inline() + gap,
            16 when lead.Length == 0 => Inline() + "[^注]和[^注]" + gap + "[^注]: " + Inline() + "\n\n    " + Inline() + gap,
            17 => $"见[链接][ref]、[ref]、[ref][]和![图]。{gap}[ref]: https://example.com/a \"题目\"{next}[图]: a.png{gap}",
            18 => Of("---", "* * *", "***") + gap,
            19 => "- [ ] " + Inline() + next + "- [x] " + Inline() + gap,
            20 => "词" + next + ": " + Inline() + gap,
            21 => "\u3000\u3000" + Inline() + next + "\u3000\u3000" + Inline() + gap,
            22 => Fence("~~~", "~~~", next) + gap,
            23 => "- " + Inline() + gap + "  " + Inline() + gap + "  " + Fence("```", "```", next + "  ") + gap,
            24 => "\t缩进的代码。" + gap,
            _ => "    缩进的代码。" + gap,
        };
    }

    string Lines(string next) => Inline() + Many(0, 2, () => Of("  ", "\\", "", " ", "<br>") + next + Inline());

    static string Fence(string open, string close, string next) => open + next + "print(\"代码。\")" + next + next + "# 不是标题" + next + close;

    string Inline() => Many(1, 4, () => _random.Next(20) switch
    {
        0 => $"**{Sentence()}**",
        1 => Of("*重点*", "_重点_", "__重点__", "***重点***", "**粗*斜*体**", "*斜**粗**体*", "**“引号”**", "**~~旧~~**"),
        2 => Of("`code {1} 代码`", "`` a`b ``", "`a\\|b`"),
        3 => $"[{Of("链接", "**粗**链接", "链\\]接", "`码`", "![图](a.png)")}](https://example.com/a_b?c=1{Of("", " \"题目\"", " '题目'", " (题目)")})",
        4 => Of("![图片](a.png)", "![图 *片* 。](<a b.png> \"题\")", "![](a.png)"),
        5 => Of("<https://example.com>", "<a@example.com>"),
        6 => Of("<br>", "<br/>", "<wbr>", "<!-- 注 -->", "<img src=\"a.png\" alt=\"图\">"),
        7 => "~~旧的~~",
        8 => $"<b class=\"x\">{Of("粗体", "<i>粗</i>体")}</b>",
        9 => Of("<ruby>汉<rt>hàn</rt></ruby>", "H<sub>2</sub>O", "<a id=x></a>"),
        10 or 11 => Of(s_literal),
        _ => Sentence().Replace("\\{", "{", StringComparison.Ordinal),
    }).Replace("```", "`` `", StringComparison.Ordinal);

    // The parser pairs stars, lines and backticks of different cells when the first ones cannot close; what such a table is, nobody can say.
    string Cell()
    {
        var cell = Inline().Replace("a|b", "a\\|b", StringComparison.Ordinal).Replace("__重点__", "重点", StringComparison.Ordinal).Replace("_重点_", "重点", StringComparison.Ordinal);
        if (cell.Count(c => c == '`') % 2 > 0) cell = cell.Replace("`", "", StringComparison.Ordinal);
        return Markdig.Markdown.ToHtml(cell).Contains("**", StringComparison.Ordinal) ? cell.Replace("**", "", StringComparison.Ordinal) : cell;
    }
}
