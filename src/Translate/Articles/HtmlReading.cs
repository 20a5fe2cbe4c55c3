namespace Translate.Articles;

/// <summary>Reads web pages: title and body as blocks, what stands around them set aside with a reason.</summary>
static class HtmlReading
{
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(string input, ReadingOptions options)
    {
        var page = HtmlPage.Read(input);
        var blocks = HtmlBlocks.Read(input, page);
        HtmlCode.LeaveOut(blocks);
        var title = HtmlTitle.Find(blocks);
        if (!options.KeepAll) HtmlBody.Choose(page, blocks, title);
        return ([.. blocks.Where(block => block.LeftOut is null).Select(block => AsTitle(block, title))], [.. Merge(blocks)]);
    }

    static Block AsTitle(PageBlock block, PageBlock? title) =>
        block == title ? block.Block with { Kind = BlockKind.Title, Level = 1 }
        : block.Block.Kind == BlockKind.Title ? block.Block with { Kind = BlockKind.Paragraph } : block.Block;

    /// <summary>Neighbours that are left out for the same reason are one entry.</summary>
    static IEnumerable<LeftOut> Merge(IReadOnlyList<PageBlock> blocks)
    {
        for (int start = 0, end; start < blocks.Count; start = end)
        {
            for (end = start + 1; end < blocks.Count && blocks[end].LeftOut == blocks[start].LeftOut; end++) { }
            if (blocks[start].LeftOut is not { } reason) continue;
            var parts = blocks.Skip(start).Take(end - start).Select(block => Ledger.ToLeftOut(block.Block, reason)).ToList();
            yield return new(reason, new(parts[0].Range.Start, parts[^1].Range.End), string.Join(" ¦ ", parts.Select(part => part.Text)), parts[0].Part);
        }
    }
}

/// <summary>Which block of a page is the article's title.</summary>
static class HtmlTitle
{
    const int Longest = 120;

    /// <summary>The heading that the page's own title begins with or holds; else the first <c>h1</c>; else the title of the page.</summary>
    public static PageBlock? Find(IReadOnlyList<PageBlock> blocks)
    {
        var ofPage = blocks.FirstOrDefault(block => block.Element.Name == "title");
        var headings = blocks.Where(block => block.Element != ofPage?.Element && block.Block.Text.Length <= Longest).ToList();
        var named = ofPage is null ? null : headings.FirstOrDefault(block => IsHeading(block) && Names(ofPage, block));
        named ??= ofPage is null ? null : headings.FirstOrDefault(block => block.LinkShare < 0.5 && block.Characters >= 6 && StartsWith(ofPage, block));
        return named ?? headings.FirstOrDefault(block => HeadingLevel(block) == 1 && block.LinkShare < 0.5 && block.Characters >= 4) ?? ofPage;
    }

    static bool IsHeading(PageBlock block) =>
        HeadingLevel(block) is > 0 and <= 3 || block.Element.Hints.Contains("title", StringComparison.Ordinal);

    static int HeadingLevel(PageBlock block) => block.Block.Kind == BlockKind.Heading ? block.Block.Level : 0;

    static bool Names(PageBlock ofPage, PageBlock block) =>
        block.Characters >= 4 && Bare(ofPage).Contains(Bare(block), StringComparison.OrdinalIgnoreCase);

    static bool StartsWith(PageBlock ofPage, PageBlock block) => Bare(ofPage).StartsWith(Bare(block), StringComparison.OrdinalIgnoreCase);

    static string Bare(PageBlock block) => string.Concat(block.Block.Text.Where(c => !char.IsWhiteSpace(c)));
}
