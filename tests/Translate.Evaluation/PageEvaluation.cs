using Translate.Articles;

/// <summary>Ten pages marked paragraph by paragraph in <c>page-paragraphs.tsv</c>: what is kept of the body, and what else is.</summary>
static class PageEvaluation
{
    const int MarkLength = 20;

    public static void Print(bool showMisses)
    {
        int pages = 0, body = 0, kept = 0, clutter = 0, stayed = 0;
        foreach (var page in SharedData.ReadList("page-paragraphs.tsv").Select(line => line.Split('\t')).GroupBy(line => line[0], line => line[1]))
        {
            var path = SharedData.Folder($"html_zh/html/{page.Key}.gz");
            if (!File.Exists(path) || ArticleReader.Read(ReadingEvaluation.Unzip(path), page.Key, new(), out _) is not { } article) continue;
            pages++;
            var text = string.Join('\n', article.Blocks.Select(block => ReadingEvaluation.Bare(block.Text)));
            var marks = page.ToHashSet(StringComparer.Ordinal);
            var lost = marks.Where(mark => !text.Contains(mark, StringComparison.Ordinal)).ToList();
            var others = article.Blocks.Select(block => ReadingEvaluation.Bare(block.Text)).Where(block => !marks.Contains(block[..Math.Min(block.Length, MarkLength)])).ToList();
            (body, kept) = (body + marks.Count, kept + marks.Count - lost.Count);
            (clutter, stayed) = (clutter + article.LeftOut.Count + others.Count, stayed + others.Count);
            if (!showMisses) continue;
            foreach (var mark in lost) Console.WriteLine($"  {page.Key}: lost: {mark}");
            foreach (var other in others) Console.WriteLine($"  {page.Key}: stayed: {other}");
        }

        Console.WriteLine("\nTen pages, paragraph by paragraph");
        Console.WriteLine("| pages | body paragraphs kept | clutter in the body, of all clutter |");
        Console.WriteLine("|---:|---:|---:|");
        Console.WriteLine(FormattableString.Invariant($"| {pages} | {kept}/{body} | {stayed}/{clutter} ({100.0 * stayed / Math.Max(1, clutter):0.0} %) |"));
    }
}
