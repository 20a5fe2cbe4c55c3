using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>
/// Tells lines that stand around an article from its text: navigation, bylines, disclaimers, tags, calls to follow.
/// </summary>
/// <remarks>
/// Losing a paragraph is far worse than keeping an advertisement, so every rule asks for the whole line to look like one and for it
/// to be short; a sentence that only mentions 来源 or 关注 stays.
/// </remarks>
static partial class Ledger
{
    const int LongestByline = 120;

    static readonly (string Reason, Func<string, bool> Is)[] s_rules =
    [
        ("breadcrumb", text => text.Length <= LongestByline && Breadcrumb().IsMatch(text)),
        ("links", IsLinkList),
        ("byline", text => text.Length <= LongestByline && !EndsSentence(text) && Byline().IsMatch(text)),
        ("date", text => text.Length <= 60 && DateLine().IsMatch(text)),
        ("original title", text => text.Length <= LongestByline && OriginalTitle().IsMatch(text)),
        ("editor", text => text.Length <= 60 && Editor().IsMatch(text)),
        ("tags", text => text.Length <= LongestByline && !EndsSentence(text) && Tags().IsMatch(text)),
        ("disclaimer", text => text.Length <= 400 && (Disclaimer().IsMatch(text) || (Statement().IsMatch(text) && StatementWords().IsMatch(text)))),
        ("related", text => text.Length <= 30 && Related().IsMatch(text)),
        ("follow", text => text.Length <= 80 && Follow().IsMatch(text)),
        ("related", text => text.Length <= 40 && !EndsSentence(text) && LeadsElsewhere().IsMatch(text)),
        ("copyright", text => (text.Length <= 200 && Copyright().IsMatch(text)) || (text.Length <= 600 && ImprintWords().Count(text) >= 2)),
    ];

    /// <summary>Why a line is no part of the article; <c>null</c> when it is one.</summary>
    public static string? ReasonFor(string text)
    {
        var line = text.Trim();
        foreach (var (reason, matches) in s_rules)
            if (matches(line)) return reason;
        return null;
    }

    /// <summary>Parts blocks that belong to the article from those that do not.</summary>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) SetAside(
        IReadOnlyList<Block> blocks, IReadOnlyList<LeftOut> already)
    {
        List<Block> kept = [];
        List<LeftOut> leftOut = [.. already];
        foreach (var block in blocks)
        {
            if (ReasonFor(block.Text) is { } reason) leftOut.Add(ToLeftOut(block, reason));
            else kept.Add(block);
        }

        return (kept, [.. leftOut.OrderBy(part => part.Range.Start)]);
    }

    /// <summary>A block as an entry of the ledger.</summary>
    public static LeftOut ToLeftOut(Block block, string reason) =>
        new(reason, block.Map.Input, Spaces().Replace(block.Text, " ").Trim(), block.Part);

    static bool IsLinkList(string text)
    {
        if (text.Length > 300 || EndsSentence(text)) return false;
        var items = text.Split(['|', '｜', '┊']);
        return items.Length >= 3 && items.All(item => item.Trim().Length <= 12);
    }

    static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '。' or '！' or '？' or '.' or '!' or '?' or '”';

    [GeneratedRegex(@"^((您?的?(当前|目前|现在)?位置|當前位置|您的位置|所在位置)\s*[:：].*|(首页|首頁|主页|Home)\s*([>›»/＞→]|&gt;)\s*\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"^(\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s*(\d{1,2}:\d{2}(:\d{2})?)?\s*)?(来源|來源|作者|编辑|編輯|责编|責編|责任编辑|責任編輯|记者|記者|文字|图片|撰文|编译|編譯|出品|发布时间|發布時間|时间|原标题|本文来源|Source|Author|Editor|By)\s*[:：|｜丨/／]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(发布于|發布於|更新于|更新於|Published|Updated)?\s*[:：]?\s*\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?\s*([,，]?\s*\d{1,2}[:：]\d{2}([:：]\d{2})?)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^[(（\[【]?\s*(本文)?(责任编辑|責任編輯|责编|責編|编辑|編輯|校对|審核|审核)\s*[:：\s]\s*\S{1,20}.*[)）\]】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Editor();

    [GeneratedRegex(@"^(标签|標籤|关键词|關鍵詞|关键字|Tags?|Keywords?)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[(（\[【*※]*\s*(免责声明|免責聲明|版权声明|版權聲明|特别声明|特別聲明|郑重声明|风险提示及免责|Disclaimer)\s*[)）\]】]?\s*[:：]?", RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();

    [GeneratedRegex(@"^[(（【]?\s*(原标题|原標題|原题|原题为|原題為|原文标题)\s*[:：《].{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex OriginalTitle();

    [GeneratedRegex(@"^(声明|聲明|特此声明|重要提示|提示|风险提示|郑重提示|注)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(@"仅供参考|僅供參考|投资建议|投資建議|不代表|力求|转载|轉載|版权|版權|侵权|侵權|删除", RegexOptions.CultureInvariant)]
    private static partial Regex StatementWords();

    [GeneratedRegex(@"^(点击(进入|查看|阅读|下载)|點擊(進入|查看|閱讀)|返回.{0,8}(首页|首頁|列表|顶部|頂部)|更多.{0,10}(请关注|请点击|请登录|内容|资讯)|此前报道[:：]|进入专题)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadsElsewhere();

    [GeneratedRegex(@"^[【\[]?(相关阅读|相關閱讀|相关新闻|相關新聞|相关文章|相關文章|相关推荐|热门推荐|熱門推薦|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|精彩推荐|猜你喜欢|热门文章|热门新闻|更多推荐|往期回顾|往期推荐|上一篇|下一篇|Related articles|Read more)[】\]]?\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Related();

    [GeneratedRegex(@"^(扫码|掃碼|扫描|掃描|长按|長按|扫一扫|掃一掃|微信扫|点击|點擊|欢迎|歡迎|请)?.{0,12}(关注|關注).{0,16}(公众号|公眾號|微信|微博|我们|我們)|^(分享到|分享至|打开微信|打開微信|收藏本文|我要评论|返回搜狐|点赞|阅读原文|查看更多|展开全文|字号|打印本页|关闭窗口)|^[(（].{0,40}请下载.{0,20}(APP|客户端).{0,6}[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Follow();

    [GeneratedRegex(@"^(Copyright\b|©|版权所有|版權所有|All rights reserved)|(ICP备|ICP备案|公网安备|ICP證)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"举报电话|举报邮箱|客服电话|版权所有|版權所有|Rights Reserved|ICP备|ICP证|公网安备|许可证号|经营许可证|复制必究", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ImprintWords();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
