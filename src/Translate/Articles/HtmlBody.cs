namespace Translate.Articles;

/// <summary>Chooses which blocks of a page are the article's body.</summary>
/// <remarks>
/// Paragraphs that read like running text give their score to the elements around them, as readability tools do it; the element with
/// the highest score is the body, widened while running text stands beside it. Inside it, lists of links and what its own class,
/// or its words, call an advertisement are taken out again. Losing a paragraph is far worse than keeping an advertisement.
/// </remarks>
static class HtmlBody
{
    const int ShortestRunningText = 24;

    // Beside the body, text of a tenth of its score is a part of it: a lead, a second page, a box.
    const double WidenFrom = 0.1;

    const int ShortestBesideBody = 40;

    const int ShortestLead = 8;

    static readonly System.Buffers.SearchValues<char> s_sentenceEnds = System.Buffers.SearchValues.Create("。！？.!?");

    // A subtree with this share of the body's running text is no clutter, whatever it is called.
    const double TooMuchToDrop = 0.25;

    /// <summary>Marks the blocks that are not part of the article.</summary>
    public static void Choose(HtmlPage page, IReadOnlyList<PageBlock> blocks, PageBlock? title)
    {
        foreach (var block in blocks)
            if (HtmlClutter.OutsideReason(block.Element) is { } reason) block.LeftOut = reason;
        var end = FindEnd(blocks);
        foreach (var block in blocks.Take(end < 0 ? blocks.Count : end).Where(block => block.LeftOut is null)) GiveScore(block);
        SumCharacters(page, blocks);
        var best = Best(page);
        LeaveOutBehind(end, blocks, best);
        var body = Widen(best, blocks);
        LeaveOutAround(blocks, body);
        HtmlClutter.LeaveOut(blocks.Where(block => block.LeftOut is null).ToList(), body, Running(blocks, body) * TooMuchToDrop);
        KeepEnd(end < 0 ? blocks : [.. blocks.Take(end)], body);
        if (title is null) return;
        KeepLead(blocks, title);
        LeaveOutBefore(blocks, title, body);
        title.LeftOut = null;
    }

    /// <summary>Whether a block reads like a paragraph of an article.</summary>
    public static bool IsRunning(PageBlock block) => ScoreOf(block) > 0;

    static bool ReadsLikeText(PageBlock block) =>
        block.LinkShare < 0.4 && block.Characters >= ShortestRunningText && Marks(block.Block.Text) > 0 && Ledger.ReasonFor(block.Block.Text) is null;

    /// <summary>Headlines of other articles have commas too; paragraphs end their sentences.</summary>
    static bool IsParagraph(PageBlock block) =>
        block.Characters >= ShortestBesideBody && block.LinkShare < 0.2 && block.Block.Text.AsSpan().ContainsAny(s_sentenceEnds);

    /// <summary>Whether a block has a mark that ends a sentence at its end.</summary>
    public static bool EndsSentence(PageBlock block) => block.Block.Text.AsSpan().TrimEnd("”’」』）)\" ") is [.., var last] && s_sentenceEnds.Contains(last);

    static int Marks(string text) => text.AsSpan().CountAnyOf("，。！？；：、,.!?;");

    static double ScoreOf(PageBlock block) => block.Score ??= !ReadsLikeText(block) ? 0 : (1 + Math.Min(Marks(block.Block.Text), 8) + Math.Min(block.Characters / 60.0, 6)) * (1 - block.LinkShare);

    static void GiveScore(PageBlock block)
    {
        var score = ScoreOf(block);
        if (score == 0) return;
        var share = 1.0;
        var depth = 0;
        foreach (var element in block.Element.WithAncestors())
        {
            if (element.Parent is null || depth > 5) break;
            if (depth == 0 && !HtmlNames.Containers.Contains(element.Name))
            {
                depth++;
                continue;
            }

            element.Score += score * share * HtmlClutter.Weight(element);
            share *= 0.6;
            depth++;
        }
    }

    static void SumCharacters(HtmlPage page, IReadOnlyList<PageBlock> blocks)
    {
        foreach (var block in blocks)
        {
            block.Element.Characters += block.Characters;
            block.Element.LinkCharacters += block.LinkCharacters;
        }

        for (var i = page.Elements.Count - 1; i > 0; i--)
        {
            var (element, parent) = (page.Elements[i], page.Elements[i].Parent!);
            parent.Characters += element.Characters;
            parent.LinkCharacters += element.LinkCharacters;
        }
    }

    static HtmlElement Best(HtmlPage page)
    {
        var best = page.Elements[0];
        var most = 0.0;
        foreach (var element in page.Elements)
        {
            var score = element.Score * (1 - element.LinkShare);
            if (score > most) (best, most) = (element, score);
        }

        return best;
    }

    /// <summary>The last line that names the responsible editor ends the article, unless more stands behind it than before; -1 when there is none.</summary>
    static int FindEnd(IReadOnlyList<PageBlock> blocks)
    {
        var end = blocks.Count - 1;
        while (end >= 0 && (blocks[end].LeftOut is not null || !Ledger.NamesEditor(blocks[end].Block.Text))) end--;
        if (end < 0) return -1;
        var behind = blocks.Skip(end).Where(block => block.LeftOut is null && !HtmlClutter.IsCalledClutter(block.Element, null)).Sum(ScoreOf);
        return blocks.Take(end).Sum(ScoreOf) >= behind ? end : -1;
    }

    /// <summary>Behind the article's end, what lies outside the best element leads to others, however much it reads like paragraphs.</summary>
    static void LeaveOutBehind(int end, IReadOnlyList<PageBlock> blocks, HtmlElement best)
    {
        if (end < 0) return;
        foreach (var block in blocks.Skip(end))
            if (!block.Element.IsWithin(best)) block.LeftOut ??= HtmlClutter.ReasonAround(block);
    }

    /// <summary>The element around the best one that holds the running text beside it as well.</summary>
    static HtmlElement Widen(HtmlElement best, IReadOnlyList<PageBlock> blocks)
    {
        var body = best;
        var score = Running(blocks, body);
        foreach (var around in best.WithAncestors().Skip(1))
        {
            if (around.Name is "body" or "html" or "#page") break;
            var wider = blocks.Where(block => block.LeftOut is null && block.Element.IsWithin(around) && !HtmlClutter.IsCalledClutter(block.Element, around)
                    && (block.Element.IsWithin(body) || IsParagraph(block))).Sum(ScoreOf);
            if (wider > score * (1 + WidenFrom) && around.LinkShare < 0.5) (body, score) = (around, wider);
        }

        return body;
    }

    static void LeaveOutAround(IReadOnlyList<PageBlock> blocks, HtmlElement body)
    {
        HtmlTwins twins = new(body);
        foreach (var block in blocks)
            if (block.LeftOut is null && !block.Element.IsWithin(body) && HtmlClutter.ReasonAround(block) is var reason
                && (reason != HtmlClutter.Around || !twins.Hold(block))) block.LeftOut = reason;
    }

    static double Running(IReadOnlyList<PageBlock> blocks, HtmlElement element) =>
        blocks.Where(block => block.LeftOut is null && block.Element.IsWithin(element)).Sum(ScoreOf);

    /// <summary>Between the title and the text, sentences and what is called a summary lead into the article, whatever element they stand in.</summary>
    static void KeepLead(IReadOnlyList<PageBlock> blocks, PageBlock title)
    {
        if (title.Element.Name == "title") return;
        foreach (var block in blocks.SkipWhile(block => block != title).Skip(1).TakeWhile(block => block.LeftOut is not null))
            if (block.LeftOut == HtmlClutter.Around && block.LinkCharacters == 0
                && (HtmlClutter.IsCalledLead(block.Element) || IsSentence(block))) block.LeftOut = null;
    }

    /// <summary>Sentences that follow the last of the text, in what stands around it, are its end: no other page is named between.</summary>
    static void KeepEnd(IReadOnlyList<PageBlock> blocks, HtmlElement body)
    {
        if (body.Parent is not { } around) return;
        var last = blocks.Count - 1;
        while (last >= 0 && blocks[last].LeftOut is not null) last--;
        foreach (var block in blocks.Skip(last + 1).TakeWhile(block => block.LeftOut == HtmlClutter.Around
            && block.LinkCharacters == 0 && IsSentence(block) && block.Element.IsWithin(around))) block.LeftOut = null;
    }

    static bool IsSentence(PageBlock block) => block.Characters >= ShortestLead && EndsSentence(block);

    /// <summary>What stands between the start of the page and the title is no article, unless the title was found inside it.</summary>
    static void LeaveOutBefore(IReadOnlyList<PageBlock> blocks, PageBlock title, HtmlElement body)
    {
        if (!title.Element.IsWithin(body)) return;
        foreach (var block in blocks)
        {
            if (block == title) break;
            if (block.LeftOut is null && !IsRunning(block)) block.LeftOut = "navigation";
        }
    }

    static int CountAnyOf(this ReadOnlySpan<char> text, string characters)
    {
        var count = 0;
        foreach (var c in text)
            if (characters.Contains(c, StringComparison.Ordinal)) count++;
        return count;
    }
}
