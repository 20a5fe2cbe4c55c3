using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>Tells what stands around and inside an article's body without being part of it.</summary>
static partial class HtmlClutter
{
    /// <summary>The reason for what nothing but its place tells from the article.</summary>
    public const string Around = "around the article";

    const int ShortestLinkList = 3;
    const int LongestDetails = 100;
    const int ShortestSentence = 15;

    /// <summary>Why an element can hold no part of an article; <c>null</c> when it can.</summary>
    public static string? OutsideReason(HtmlElement element)
    {
        foreach (var around in element.WithAncestors())
            switch (around.Name)
            {
                case "nav" or "menu": return "navigation";
                case "footer": return "footer";
                case "title" or "head": return "page title";
                case "figcaption": return null;
                default: break;
            }

        return null;
    }

    /// <summary>The reason for a block outside the body, by what it looks like.</summary>
    public static string ReasonAround(PageBlock block) =>
        LineReason(block) ?? CalledClutter(block.Element, null) ?? (block.LinkShare > 0.5 ? "navigation" : Around);

    /// <summary>How much an element's name makes it likely to be the body.</summary>
    public static double Weight(HtmlElement element)
    {
        if (element.Name is "article" or "main") return 1.5;
        if (element.Hints.Length == 0) return 1;
        var weight = 1.0;
        if (Body().IsMatch(element.Hints)) weight *= 1.25;
        if (Clutter().IsMatch(element.Hints)) weight *= 0.4;
        return weight;
    }

    /// <summary>Whether an element, or one around it below <paramref name="until"/>, is called clutter by its class.</summary>
    public static bool IsCalledClutter(HtmlElement element, HtmlElement? until) => CalledClutter(element, until) is not null;

    /// <summary>Why a line is no part of an article, by its words alone.</summary>
    static string? LineReason(PageBlock block) => Ledger.ReasonFor(block.Block.Text) ?? PageWords.ReasonFor(block.Block.Text)
        ?? (block.LinkShare > 0.7 && PageWords.RecommendsLink(block.Block.Text) ? "related" : null);

    /// <summary>Whether an element is called a summary or a second title, which stand between the title and the text.</summary>
    public static bool IsCalledLead(HtmlElement element) => element.WithAncestors().Take(2).Any(around => Lead().IsMatch(around.Hints));

    /// <summary>Names such as <c>article-info</c> are given to the line of author and date, and to whole articles as well: only small elements count.</summary>
    static string? NameReason(PageBlock block, HtmlElement body) =>
        block.Element.WithAncestors().TakeWhile(around => around != body && around.Characters <= LongestDetails).Any(around => Details().IsMatch(around.Hints))
        && !HtmlBody.IsRunning(block) ? "byline" : null;

    static string? CalledClutter(HtmlElement element, HtmlElement? until) =>
        Nearest(element) is { } clutter && (until is null || (clutter.Element != until && clutter.Element.IsWithin(until))) ? clutter.Reason : null;

    /// <summary>The element itself or the nearest one around it that is called clutter.</summary>
    static (HtmlElement Element, string Reason)? Nearest(HtmlElement element)
    {
        if (element.IsClutterKnown || element.Name is "body" or "html") return element.Clutter;
        element.IsClutterKnown = true;
        if (element.Name == "aside") element.Clutter = (element, "related");
        else if (element.Hints.Length > 0 && element.Name != "article" && Clutter().Match(element.Hints) is { Success: true } match) element.Clutter = (element, Reason(match.Value));
        else if (element.Parent is { } around) element.Clutter = Nearest(around);
        return element.Clutter;
    }

    /// <summary>Marks what is clutter inside the body.</summary>
    /// <param name="blocks">Blocks of the body, in order.</param>
    /// <param name="body">The body.</param>
    /// <param name="most">A part of the page with more running text than this is kept, whatever it is called.</param>
    public static void LeaveOut(IReadOnlyList<PageBlock> blocks, HtmlElement body, double most)
    {
        LeaveOutByName(blocks, body, most);
        LeaveOutByLine(blocks, body);
        LeaveOutLinkLists([.. blocks.Where(block => block.LeftOut is null)]);
        LeaveOutTail(blocks);
    }

    static void LeaveOutByLine(IReadOnlyList<PageBlock> blocks, HtmlElement body)
    {
        List<Block> kept = [];
        foreach (var block in blocks)
        {
            block.LeftOut ??= LineReason(block) is "date" && Ledger.IsText(block.Block.Text, kept) ? null : LineReason(block) ?? NameReason(block, body);
            if (block.LeftOut is null) kept.Add(block.Block);
        }
    }

    static void LeaveOutByName(IReadOnlyList<PageBlock> blocks, HtmlElement body, double most)
    {
        foreach (var group in blocks.GroupBy(block => Outermost(block.Element, body)).Where(group => group.Key is not null))
        {
            var reason = CalledClutter(group.Key!, body);
            if (reason is null || group.Count(HtmlBody.IsRunning) > 3 && group.Where(HtmlBody.IsRunning).Sum(block => block.Characters) / 20.0 > most) continue;
            foreach (var block in group.Where(block => !IsText(block, body))) block.LeftOut = reason;
        }
    }

    /// <summary>Sentences without links, and headings, in what is called by a word that also names parts of articles: <c>dialog</c>, <c>video</c>, <c>more</c>.</summary>
    static bool IsText(PageBlock block, HtmlElement body) => block.LinkCharacters == 0
        && (HtmlNames.HeadingLevel(block.Element.Name) > 0 ? block.Element.Hints.Length > 0 && !CalledForSure().IsMatch(block.Element.Hints) && CalledClutter(block.Element.Parent!, body) is null
            : block.Characters >= ShortestSentence && HtmlBody.EndsSentence(block)
                && block.Element.WithAncestors().TakeWhile(around => around != body).All(around => around.Name != "aside" && !CalledForSure().IsMatch(around.Hints)));

    /// <summary>The outermost element below the body that is called clutter.</summary>
    static HtmlElement? Outermost(HtmlElement element, HtmlElement body)
    {
        HtmlElement? outermost = null;
        foreach (var around in element.WithAncestors())
        {
            if (around == body) break;
            if (Nearest(around)?.Element == around) outermost = around;
        }

        return outermost;
    }

    /// <summary>Runs of short blocks that are links from end to end, and what leads them in.</summary>
    static void LeaveOutLinkLists(IReadOnlyList<PageBlock> blocks)
    {
        for (int start = 0, end; start < blocks.Count; start = end)
        {
            for (end = start; end < blocks.Count && IsLink(blocks[end]); end++) { }
            if (end - start >= ShortestLinkList || (end > start && end == blocks.Count))
                for (var i = start; i < end; i++) blocks[i].LeftOut ??= "links";
            end = Math.Max(end, start + 1);
        }

        static bool IsLink(PageBlock block) => block.LinkShare > 0.7 && block.Block.Text.Length <= 80;
    }

    /// <summary>After the last paragraph, short lines that lead to other articles or say who made the page.</summary>
    static void LeaveOutTail(IReadOnlyList<PageBlock> blocks)
    {
        var related = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.LeftOut is "related") related = true;
            else if (HtmlBody.IsRunning(block)) related = false;
            else if (related && block.LeftOut is null && (block.LinkShare > 0.5 || block.Characters < 12)) block.LeftOut = "related";
        }
    }

    static string Reason(string word) => word.Trim('-', '_', ' ') switch
    {
        "comment" or "comments" or "pinglun" or "reply" => "comments",
        "share" or "qrcode" or "qr" or "weixin" or "follow" or "subscribe" => "follow",
        "copyright" or "statement" or "disclaimer" => "disclaimer",
        "nav" or "breadcrumb" or "crumb" or "crumbs" or "menu" or "topbar" or "toolbar" => "navigation",
        "footer" or "foot" => "footer",
        "ad" or "ads" or "advert" or "advertisement" or "sponsor" or "promotion" => "advertisement",
        "tag" or "tags" or "keyword" or "keywords" => "tags",
        _ => "related",
    };

    [GeneratedRegex(@"(?<![a-z])((?:article|art|post|entry|news|content|page)[-_]?(?:info|meta|source|time|date|author|editor|tool|tools|op|tags?)|pub[-_]?(?:time|date)|publish[-_]?(?:time|date)|author[-_]?(?:name|info|meta|text(?:-title)?)|meta[-_]?item(?:-title|-value)?|byline)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Details();

    [GeneratedRegex(@"(?<![a-z])(summary|abstract|digest|lead|lede|intro|introduction|dek|standfirst|subtitle|sub[-_]title|subhead|daodu|daoyu|zhaiyao|excerpt)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?<![a-z])(article|content|post|entry|detail|main|body|text|story|news|正文)", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    const string Sure = "(?:comments?|cmts?|related?|recommend|share|copyright|breadcrumb)(?:list|box|area|wrap|wrapper|con)|comments?|cmts?|pinglun|qrcode|qr|weixin|subscribe|copyright|disclaimer|nav|breadcrumb|crumbs?|menu|topbar|toolbar|footer|foot|ads?|adv|advert|advertisement|sponsor|keywords?|related|relate|relevant|recommend|recommended|recommendation|sidebar|aside|(?:right|left)[-_]?bar|right[-_]?side|right[-_]?col(?:umn)?|author[-_]?(?:bio|box|card|posts?|intro|desc)|about[-_]?author|hotnews|ranking|login|register|modal|tuijian|xiangguan|guess|pager|pagination";

    // Words that name parts of articles as well.
    const string Doubtful = "reply|share|follow|statement|promotion|tags?|side|hot|rank|popup|dialog|player|video|vote|more|prev|next";

    [GeneratedRegex(@"(?<![a-z])(" + Sure + @")(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex CalledForSure();

    [GeneratedRegex(@"(?<![a-z])(" + Sure + "|" + Doubtful + @")(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Clutter();
}
