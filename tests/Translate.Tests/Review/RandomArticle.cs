using System.Text;
using Translate.Articles;
using Translate.Tests.Articles;

namespace Translate.Tests.Review;

/// <summary>An article at random but by a seed: every construct that its format has, in every kind of file.</summary>
sealed partial class RandomArticle
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
            ArticleFormat.Markdown => Encoded(MarkdownFile()),
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

    static string Xml(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
