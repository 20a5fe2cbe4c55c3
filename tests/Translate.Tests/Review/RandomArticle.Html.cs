namespace Translate.Tests.Review;

/// <summary>Web pages at random.</summary>
sealed partial class RandomArticle
{
    string Page() => Of("<!DOCTYPE html>\n", "", "<?xml version=\"1.0\"?>\n") + $"<html lang=\"zh-CN\"><head><title>{Xml(Sentence())}</title><script>var a = \"<p>不是文字。</p>\";</script></head><body class=a>\n<!-- 注释。 -->\n"
        + Many(1, 8, HtmlPart) + "</body></html>" + Of("", "\n");

    string HtmlPart() => _random.Next(18) switch
    {
        0 => $"<h{_random.Next(1, 4)} id='x'>{HtmlInline()}</h1>\n",
        1 => $"<ul>\n  <li>{HtmlInline()}</li>\n  <li>{HtmlInline()}<ul><li>{HtmlInline()}</li></ul></li>\n</ul>",
        2 => $"<table border=1><tr><td colspan=2>{HtmlInline()}</td><td><p>{HtmlInline()}</p></td></tr></table>\n",
        3 => $"<pre>\n{HtmlInline()}\n  缩进。</pre>",
        4 => $"<blockquote><p>{HtmlInline()}\n换行。</p></blockquote>",
        5 => $"<div>{HtmlInline()}{Of("<br><br>", "<br>\u3000\u3000", "<BR />&nbsp;&nbsp;", "<br>\n<br>\n")}{HtmlInline()}</div><hr/>",
        6 => $"<figure><img src=a.png alt=\"图 > 片\"><figcaption>{HtmlInline()}</figcaption></figure>",
        7 => $"<ul><li>{HtmlInline()}<li>{HtmlInline()}</ul>",
        8 => $"<p>{HtmlInline()}<p>{HtmlInline()}",
        9 => $"<dl><dt>{HtmlInline()}<dd>{HtmlInline()}</dl>",
        10 => $"<TABLE><TBODY><TR><TD>{HtmlInline()}<TD><table><tr><td>{HtmlInline()}</td></tr></table></TR></TBODY></TABLE>",
        11 => $"<section><section style=\"text-align:center\"><span style='font-size:15px'>{HtmlInline()}</span></section></section>",
        12 => $"<details><summary>{HtmlInline()}</summary>{HtmlInline()}</details>",
        13 => $"<!--[if IE]><p>注释。</p><![endif]--><noscript>没有脚本。</noscript><p>{HtmlInline()}</p>",
        14 => $"<pre><code>x = 1;\n\ty();\n{HtmlInline()}</code></pre>",
        15 => $"裸文字{HtmlInline()}<div>{HtmlInline()}</div>尾巴{HtmlInline()}",
        _ => $"<p style=\"color:red\">{HtmlInline()}<br/>{HtmlInline()}</p>\n",
    };

    string HtmlInline() => Many(1, 4, () => _random.Next(16) switch
    {
        0 => $"<b>{Xml(Sentence())}</b>",
        1 => "<a href=\"https://example.com?a=1&b=2\" title='题目'><i>链</i>接</a>",
        2 => Of("&copy;&nbsp;&#x4E00;", "3&lt;5", "&copy", "&#20013;&#128512;", "&unknown;", "A & B", "a < b"),
        3 => "<!-- 注释 --><span></span>",
        4 => Of("<img src=b.png alt=图>", "<wbr>", "<svg><text>图</text></svg>", "<script>a<b</script>", "<iframe src=x></iframe>", "<input type=text value=甲>"),
        5 => "<sup>[1]</sup>",
        6 => Of("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "<font color=red>红<strong>字</strong></font>", "<CODE>x</CODE>", "<span style='display: none'>藏</span>"),
        7 => Of("\n    ", "\t", " \r\n ", "&emsp;", "\u00A0"),
        _ => Xml(Sentence()),
    });
}
