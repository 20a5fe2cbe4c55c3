using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>Lines that only a web page has: buttons, rows of services to share on, counters, page numbers.</summary>
/// <remarks>In a text file or a spreadsheet the same words may be the text, so only the reader of pages asks.</remarks>
static partial class PageWords
{
    const int Longest = 60;

    static readonly (string Reason, Regex Line)[] s_rules = [("follow", Share()), ("follow", Button()), ("counter", Counter()), ("navigation", Pages()), ("tags", Category())];

    /// <summary>Why a line of a page is no part of the article; <c>null</c> when it may be one.</summary>
    public static string? ReasonFor(string text)
    {
        var line = text.Trim();
        if (line.Length > Longest) return null;
        foreach (var (reason, rule) in s_rules)
            if (rule.IsMatch(line)) return reason;
        return null;
    }

    /// <summary>Whether a line that is a link praises another article: 【推荐】..., 》》点击查看.</summary>
    public static bool RecommendsLink(string text) => Recommendation().IsMatch(text.Trim());

    [GeneratedRegex(@"^([【\[（(](推荐|相关|延伸|更多|热门|专题|广告)\S{0,4}[】\])）]|[》>»►▶→☞]{1,3}\s*\S|点击(查看|阅读|进入|下载)|(推荐|延伸|相关|扩展|拓展)阅读\s*[:：|｜])", RegexOptions.CultureInvariant)]
    private static partial Regex Recommendation();

    [GeneratedRegex(@"^(所属)?(分类|分類|栏目|欄目|板块|频道)\s*[:：]\s*\S{1,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    // Two services at least, or what to do with one.
    [GeneratedRegex(@"^(?=.{4})((分享(到|至)?|微信(好友)?|新浪微博|腾讯微博|微博|QQ(好友|空间)?|空间|朋友圈|豆瓣|人人网|易信|知乎|今日头条|复制链接|Facebook|Twitter|微信朋友圈)[\s:：|/,，、]*){2,}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[【\[(（+＋]?\s*(我要(反馈|评论|投稿|分享|纠错)|(意见|错误)反馈|发表评论|写评论|(最新|热门|网友|全部|查看)评论|登录[/|]?注册|立即(登录|注册|下载)|加载更多\S{0,4}|点击加载更多|加载中[.…]*|(展开|阅读|余下|查看)(全文|剩余\S{0,8})|收起(全文)?|打印(本页|本文)?[】\]\s【\[]*(关闭(窗口)?)?|关闭(窗口|本页)|(返回|回到|回)(顶部|首页|列表)|字(号|体)[:：]?\s*(默认|大|中|小|超大|特大|[A+\-\s|])*|点击(查看|看|放大)?(清晰)?(大图|原图)|正文已结束.*|分享让更多人看到|预览时标签不可点|向上滑动看下一个|轻触阅读原文|下载APP|打开APP.*|请?扫码(阅读|下载|关注)\S{0,6})\s*[】\])）>»]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Button();

    [GeneratedRegex(@"^((阅读|浏览|点击|访问|评论|跟贴|参与|点赞|转发|收藏|播放|人气|热度)(次数|总数|量|数)?\s*[:：(（]?\s*[\d,.]+\s*[万亿wk]?\+?\s*(次|人|条)?[)）]?\s*){1,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counter();

    [GeneratedRegex(@"^(?=.*[页頁])(?>(?:[上下首尾末前后]一?[页頁]|共?第?\s*\d+\s*[页頁]|余下全文|全文|阅读|\d+|[\s/|>»<«…]){2,})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pages();
}
