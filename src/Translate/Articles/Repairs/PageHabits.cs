using Translate.Scripts;

namespace Translate.Articles.Repairs;

/// <summary>What a site did to a whole page after it was damaged.</summary>
/// <param name="Traditional">The page is Traditional, and may have been converted.</param>
/// <param name="FoldedMarks">Its full-width marks were folded to ASCII.</param>
sealed record PageHabits(bool Traditional, bool FoldedMarks)
{
    /// <summary>Judges by all blocks of an article.</summary>
    public static PageHabits Of(IEnumerable<Block> blocks)
    {
        int simplified = 0, traditional = 0, half = 0, full = 0;
        foreach (var block in blocks)
        {
            var (_, s, t) = ScriptDetector.Count(block.Text);
            (simplified, traditional) = (simplified + s, traditional + t);
            var text = block.Text;
            for (var at = 1; at < text.Length; at++)
            {
                if (text[at] is '，' or '：' or '；') full++;
                else if (text[at] is ',' or ':' or ';' or '!' && Han.Is(text[at - 1]) && (at + 1 == text.Length || Han.Is(text[at + 1]) || text[at + 1] is '“' or '《')) half++;
            }
        }

        return new(traditional > simplified, half > full * 4);
    }

    /// <summary>What the page made of a text.</summary>
    /// <param name="text">The text as it was before.</param>
    /// <param name="converted">Whether the page was converted to Traditional after it was damaged.</param>
    public string Apply(string text, bool converted)
    {
        if (converted) text = ScriptConverter.Get("s2t").Convert(text);
        return FoldedMarks ? Marks.ToHalf(text) : text;
    }
}
