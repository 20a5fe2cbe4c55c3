using Translate;
using Translate.Articles;

/// <summary>Single lines as articles.</summary>
static class Lines
{
    public static Article Article(params string[] lines)
    {
        List<Block> blocks = [];
        var at = 0;
        foreach (var line in lines)
        {
            blocks.Add(new(blocks.Count + 1, BlockKind.Paragraph, 0, line, [], OffsetMap.Identity(at, line.Length)));
            at += line.Length + 1;
        }

        return new("line", ArticleFormat.Text, "zh", "utf-8", "", string.Join('\n', lines), blocks, [], []);
    }
}
