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
    const int LongestNames = 40;
    const int NearText = 100;
    const int LongestNotice = 100;
    const int LongestRights = 300;

    static readonly (string Reason, Func<string, bool> Is)[] s_rules =
    [
        ("breadcrumb", text => text.Length <= LongestByline && Breadcrumb().IsMatch(text)),
        ("editor", text => text.Length <= LongestByline && !EndsSentence(text) && ResponsibleEditor().IsMatch(text)),
        ("byline", IsByline),
        ("links", IsLinkList),
        ("date", text => text.Length <= 60 && DateLine().IsMatch(text)),
        ("original title", text => text.Length <= LongestByline && OriginalTitle().IsMatch(text)),
        ("editor", text => text.Length <= 60 && !EndsSentence(text) && Editor().IsMatch(text)),
        ("tags", text => text.Length <= LongestByline && !EndsSentence(text) && Tags().IsMatch(text)),
        ("disclaimer", text => text.Length <= 400 && (Disclaimer().IsMatch(text) || (Statement().IsMatch(text) && StatementWords().IsMatch(text)))),
        ("disclaimer", text => (text.Length <= LongestNotice && Notice().IsMatch(text)) || (text.Length <= LongestRights && Rights().IsMatch(text))),
        ("related", text => text.Length <= 30 && Related().IsMatch(text)),
        ("follow", text => text.Length <= 80 && (Follow().IsMatch(text) || !EndsSentence(text) && Button().IsMatch(text) || FollowByCode().IsMatch(text) || Install().IsMatch(text))),
        ("related", text => text.Length <= 40 && !EndsSentence(text) && LeadsElsewhere().IsMatch(text)),
        ("copyright", text => (text.Length <= 200 && Copyright().IsMatch(text)) || (text.Length <= 600 && !EndsSentence(text) && ImprintWords().Count(text) >= 2)),
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
    /// <remarks>A cell is read with its table, and a heading of a Word document with its section: what their words alone say does not count.</remarks>
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) SetAside(
        IReadOnlyList<Block> blocks, IReadOnlyList<LeftOut> already, ArticleFormat format)
    {
        List<Block> kept = [];
        List<LeftOut> leftOut = [.. already];
        foreach (var block in blocks)
        {
            var stays = block.Kind == BlockKind.TableCell || (format == ArticleFormat.Docx && block.Kind is BlockKind.Title or BlockKind.Heading);
            if (!stays && ReasonFor(block.Text) is { } reason && !(reason == "date" && IsText(block.Text, kept))) leftOut.Add(ToLeftOut(block, reason));
            else kept.Add(block);
        }

        return (kept, [.. leftOut.OrderBy(part => part.Range.Start)]);
    }

    /// <summary>Whether a date behind text belongs to it: the one under the name that signs a notice, or the time of an event (时间：…).</summary>
    /// <param name="date">A line that is a date.</param>
    /// <param name="before">The blocks before it that belong to the article.</param>
    public static bool IsText(string date, IReadOnlyList<Block> before) =>
        before.TakeLast(NearText).Any(block => block.Kind is BlockKind.Paragraph or BlockKind.ListItem && EndsSentence(block.Text))
        && (EventDate().IsMatch(date) || (SignedDate().IsMatch(date.Trim()) && before[^1].Text.Length <= LongestNames && !EndsSentence(before[^1].Text)));

    /// <summary>A block as an entry of the ledger.</summary>
    public static LeftOut ToLeftOut(Block block, string reason) =>
        new(reason, block.Map.Input, Spaces().Replace(block.Text, " ").Trim(), block.Part);

    /// <summary>Whether a line names the editor who answers for an article; on Chinese news pages it is the article's last.</summary>
    public static bool NamesEditor(string text) => ReasonFor(text) is "editor" or "byline" && ResponsibleEditor().IsMatch(text.Trim());

    static bool IsByline(string text)
    {
        if (text.Length > LongestByline || EndsSentence(text)) return false;
        return Byline().IsMatch(text) || DatedSource().IsMatch(text)
            || text.Length <= LongestNames && (RoleAndNames().IsMatch(text) || WrittenBy().IsMatch(text) || FromTheNet().IsMatch(text));
    }

    static bool IsLinkList(string text)
    {
        if (text.Length > 300 || EndsSentence(text) || text.Contains("||", StringComparison.Ordinal)) return false;
        var items = text.Split(['|', '｜', '┊']);
        return items.Length >= 3 && items.All(item => item.Trim().Length <= 12);
    }

    static bool EndsSentence(string text) => text.Length > 0 && text[^1] is '。' or '！' or '？' or '.' or '!' or '?' or '”';

    [GeneratedRegex(@"^((您?的?(当前|目前|现在)?位置|當前位置|您的位置|所在位置)\s*[:：].*|(首页|首頁|主页|Home)\s*([>›»/＞→]|&gt;)\s*\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Breadcrumb();

    [GeneratedRegex(@"^[（(【\[]?(\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?\s*(\d{1,2}:\d{2}(:\d{2})?)?\s*)?(文章来源|文章來源|来源|來源|作者|编辑|編輯|文字|图片|撰文|撰稿|采写|採寫|编译|編譯|译者|譯者|校对|校對|排版|监制|出品|原创|原創|稿源|信息来源|来源于|發布日期|发布日期|发布时间|發布時間|更新时间|最后更新|原标题|本文来源|Source|Author|Editor|By)\s*[:：|｜丨/／]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^[^。]{0,60}(责任编辑|責任編輯|责编|責編)\s*[:：\s]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex ResponsibleEditor();

    // 某报记者 张三 李四; （文/某网 张三）; 2020-01-02 10:20 某网: names only, and nothing else on the line.
    [GeneratedRegex(@"^[【\[(（]?(?!图)\s*((记者|記者)\s*[:：]|\S{2,14}(记者|記者|作者|通讯员|通訊員|评论员|評論員|撰稿人?)[/／|丨\s]|(本报|本報|本网|本刊|特约|见习|实习|首席)(记者|記者|评论员|通讯员|撰稿人?)\s)\s*\p{IsCJKUnifiedIdeographs}{2,4}([\s、,，/／]+(通讯员|通訊員)?\s*\p{IsCJKUnifiedIdeographs}{2,4}){0,5}\s*(文|摄|攝|/文|报道|報道|文并图)?\s*[】\])）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex RoleAndNames();

    [GeneratedRegex(@"^[【\[(（]?\s*(文|文[/／]图|图文|文图|撰文|编译|采写|译|文字)\s*[/／|丨｜:：]\s*[^\s，。,].{0,30}[】\])）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenBy();

    [GeneratedRegex(@"^[（(【\[]?(本文|文章|信息|图片|图文|内容|资料|素材|部分|以上|视频|及|和)*(均)?(来源|来|源|转|摘|整理)(于|自)(网络|互联网)[^。]{0,16}$", RegexOptions.CultureInvariant)]
    private static partial Regex FromTheNet();

    [GeneratedRegex(@"^\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?\s*\d{1,2}[:：]\d{2}([:：]\d{2})?\s*[\p{IsCJKUnifiedIdeographs}A-Za-z0-9_\[\]·]{2,16}(\s*\d{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex DatedSource();

    [GeneratedRegex(@"^[(（\[【]?\s*(发布于|發布於|编辑于|編輯於|更新于|更新於|时间|時間|日期|Published|Updated)?\s*[:：]?\s*\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?\s*([,，]?\s*\d{1,2}[:：]\d{2}([:：]\d{2})?)?\s*[)）\]】]?\s*$|^((Published|Updated|Posted)\s*(on)?\s*:?\s*)?((Mon|Tues?|Wed(nes)?|Thu(rs)?|Fri|Sat(ur)?|Sun)(day)?,?\s+)?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d{1,2},?\s+\d{4}(,?\s+(at\s+)?\d{1,2}:\d{2}\s*([ap]\.?m\.?)?(\s*[A-Z]{2,4})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^\s*(时间|時間|日期)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex EventDate();

    [GeneratedRegex(@"^(\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*\w{1,2}\s*月\s*\w{1,3}\s*日$", RegexOptions.CultureInvariant)]
    private static partial Regex SignedDate();

    [GeneratedRegex(@"^[(（\[【]?\s*(本文)?(责任编辑|責任編輯|责编|責編|编辑|編輯|校对|審核|审核)\s*[:：\s]\s*\S{1,20}.*[)）\]】]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Editor();

    [GeneratedRegex(@"^(标签|標籤|关键词|關鍵詞|关键字|Tags?|Keywords?)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[“(（\[【*※]*\s*(免责声明|免責聲明|版权声明|版權聲明|特别声明|特別聲明|郑重声明|鄭重聲明|风险提示及免责|Disclaimer)(\s*[)）\]】:：]|\s*$|\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Disclaimer();

    // The subject of a notice stands first: a sentence that speaks of 未经许可 or 侵权 is the article's.
    [GeneratedRegex(@"^[（(【\[*※]*\s*((本文|本网|本站|本报|本刊|版权|著作权|原创|文章|作品|稿件|图片|内容|以上|所有|归|为|系|属|作者|均|注|[、，,：:；;。\s]){0,8}(未经.{0,12}(授权|许可|允许|同意).{0,8}(不得|禁止|严禁|谢绝|请勿)|(如需|欢迎)?(转载|转发).{0,8}(请|需|须|时).{0,6}(注明|联系|保留|获)|如有侵权|如涉及侵权|侵权(必究|必删|联系|请))|\S{2,12}[，,]\s*未经授权[，,]?\s*不得转载$)", RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^[“（(【\[*※©\s]*((以上|此|本|该|該)(内容|文章|文|作品|稿件?)?[^。]{0,40}((仅|只|僅|并?不|並?不)代表[^。]{0,20}(观点|立场|意见|觀點|立場)|(著作权|版权|著作權|版權)(归|属|歸|屬))|Notice: The content above|广告声明[:：])", RegexOptions.CultureInvariant)]
    private static partial Regex Rights();

    [GeneratedRegex(@"^[(（【]?\s*(原标题|原標題|原题|原题为|原題為|原文标题)\s*[:：《].{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex OriginalTitle();

    [GeneratedRegex(@"^(声明|聲明|特此声明|重要提示|提示|风险提示|郑重提示|注)\s*[:：]", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(@"仅供参考|僅供參考|投资建议|投資建議|代表|信息存储|存储空间|力求|转载|轉載|版权|版權|侵权|侵權|删除", RegexOptions.CultureInvariant)]
    private static partial Regex StatementWords();

    [GeneratedRegex(@"^(点击(进入|查看|阅读|下载).{0,12}(专题|更多|全文|原文|详情|大图|图集|视频|全部|附件|[>»])|返回.{0,8}(首页|首頁|列表|顶部|頂部)|更多.{0,10}(请关注|请点击|请登录|内容|资讯)|(此前|往期|相关|更多|延伸|推荐|拓展)(报道|回顾|阅读|链接|新闻|文章|资讯)[:：]|(相关|更多).{0,4}(资讯|内容|信息|报道|新闻).{0,4}(请)?(关注|点击|访问|查看)[:：]|进入专题)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadsElsewhere();

    [GeneratedRegex(@"^[【\[]?(相关阅读|相關閱讀|相关新闻|相關新聞|相关文章|相關文章|相关推荐|热门推荐|熱門推薦|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|精彩推荐|猜你喜欢|热门文章|热门新闻|更多推荐|往期回顾|往期推荐|上一篇|下一篇|Related articles|Read more)[】\]]?\s*[:：]?\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Related();

    [GeneratedRegex(@"^(扫码|掃碼|扫描|掃描|长按|長按|扫一扫|掃一掃|微信扫|(?:点击|點擊)(?![率量数數])|欢迎|歡迎|敬请|请|請|记得|立即).{0,12}(关注|關注).{0,16}(公众号|公眾號|微信(?!支付|小程序|用户|生态)|微博|我们|我們)|^[(（].{0,40}请下载.{0,20}(APP|客户端).{0,6}[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Follow();

    [GeneratedRegex(@"^(更多.{0,12})?(关注|關注).{0,16}(公众号|公眾號|(微信|微博|我们|我們)(?![\p{IsCJKUnifiedIdeographs}]{2}))|^(分享到|分享至|打开微信.{0,4}扫|打開微信.{0,4}掃|收藏本文|我要评论|返回搜狐|点赞\s*[\d(（]*$|(阅读原文|查看更多|展开全文|字号|打印本页|关闭窗口)(?![的与和是]))", RegexOptions.CultureInvariant)]
    private static partial Regex Button();

    [GeneratedRegex(@"(扫描|掃描|扫码|掃碼|扫一扫|长按|識別|识别).{0,12}(关注|關注)", RegexOptions.CultureInvariant)]
    private static partial Regex FollowByCode();

    // A step of a manual also begins with 下载 or 打开; it promises nothing.
    [GeneratedRegex(@"^(点击)?(下载|安装|打开).{0,12}(客户端|APP)(?=.*(第一时间|更多|精彩|下载地址|随时随地|最新|独家|福利|参与讨论|查看原文|看全文))[^。]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Install();

    [GeneratedRegex(@"^(Copyright\s*(©|\(c\)|\d{4}|reserved)|©|版权所有(?![者人权])|版權所有(?![者人權])|All rights reserved)|ICP\s*[备備证證]案?\s*\d{5,}|公网安备\s*\d{5,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Copyright();

    [GeneratedRegex(@"举报电话|举报邮箱|客服电话|版权所有|版權所有|Rights Reserved|ICP备|ICP证|公网安备|许可证号|经营许可证|复制必究", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ImprintWords();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
