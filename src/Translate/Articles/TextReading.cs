namespace Translate.Articles;

/// <summary>Reads plain text: a paragraph is a line, or the lines between blank lines where the text is wrapped.</summary>
static class TextReading
{
    public static (IReadOnlyList<Block> Blocks, IReadOnlyList<LeftOut> LeftOut) Read(string text)
    {
        List<Block> blocks = [];
        var first = true;
        foreach (var paragraph in Paragraphs(text))
        {
            if (Build(text, paragraph) is not { } block) continue;
            // What stands around an article may stand before its title as well.
            var isArticle = Ledger.ReasonFor(block.Text) is null;
            blocks.Add(first && isArticle && IsTitle(block.Text) ? block with { Kind = BlockKind.Title } : block);
            first &= !isArticle;
        }

        return (blocks, []);
    }

    /// <summary>Ranges of paragraphs, white space at their edges left out.</summary>
    static IEnumerable<TextRange> Paragraphs(string text)
    {
        var wrapped = IsWrapped(text);
        int start = -1, end = -1;
        foreach (var line in Lines(text))
        {
            if (line.IsEmpty || !wrapped)
            {
                if (start >= 0) yield return new(start, end);
                start = -1;
            }

            if (line.IsEmpty) continue;
            if (start < 0) start = line.Start;
            end = line.End;
        }

        if (start >= 0) yield return new(start, end);
    }

    static IEnumerable<TextRange> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r', '\u2028') is var found and >= 0 ? at + found : text.Length;
            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            yield return new(from, to);
            at = end + 1;
        }
    }

    /// <summary>
    /// Whether lines are broken at a fixed width: there are blank lines, and most other lines are about as long as the longest
    /// and do not end a sentence.
    /// </summary>
    static bool IsWrapped(string text)
    {
        var lines = Lines(text).Take(400).ToList();
        var filled = lines.Where(line => !line.IsEmpty).ToList();
        if (filled.Count < 6 || lines.Count == filled.Count) return false;
        var followed = lines.Zip(lines.Skip(1)).Where(pair => !pair.First.IsEmpty && !pair.Second.IsEmpty).Select(pair => pair.First).ToList();
        if (followed.Count < 4) return false;
        var longest = filled.Max(line => line.Length);
        return longest <= 120 && followed.Count(line => line.Length * 10 > longest * 7 && !EndsSentence(text[line.End - 1])) * 10 > followed.Count * 7;
    }

    static bool EndsSentence(char c) => c is '。' or '！' or '？' or '.' or '!' or '?' or '”' or '"' or ':' or '：';

    /// <summary>A first line without an end mark, not longer than a headline.</summary>
    static bool IsTitle(string text) => text.Length <= 100 && !text.Contains('\n', StringComparison.Ordinal) && text[^1] is not ('。' or '.' or '，' or ',' or '；' or ';');

    static Block? Build(string text, TextRange range)
    {
        BlockBuilder builder = new(text);
        var bullet = BulletLength(text.AsSpan(range.Start, range.Length));
        var at = range.Start + bullet;
        while (at < range.End)
        {
            var rest = text.AsSpan(at, range.End - at);
            var end = rest.IndexOfAny('\n', '\r') is var found and >= 0 ? at + found : range.End;
            var trimmed = end;
            while (trimmed > at && char.IsWhiteSpace(text[trimmed - 1])) trimmed--;
            builder.Copy(at, trimmed - at);
            var next = end;
            while (next < range.End && char.IsWhiteSpace(text[next])) next++;
            if (next < range.End) builder.Replace(WrappedLines.Joint(builder.Last, text[next]), trimmed, next - trimmed);
            at = next;
        }

        return builder.ToBlock(bullet > 0 ? BlockKind.ListItem : BlockKind.Paragraph, bullet > 0 ? 1 : 0);
    }

    static int BulletLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('-' or '*' or '•' or '·' or '●' or '▪' or '◦')) return 0;
        var at = 1;
        while (at < text.Length && text[at] is ' ' or '\t' or '\u3000') at++;
        return at > 1 && at < text.Length ? at : text[0] is '•' or '●' or '▪' or '◦' ? 1 : 0;
    }
}

/// <summary>How the lines of a wrapped paragraph are joined.</summary>
static class WrappedLines
{
    /// <summary>A space, or nothing where either side is written without spaces between words.</summary>
    public static string Joint(char before, char after) => IsSpaceless(before) || IsSpaceless(after) || char.IsWhiteSpace(before) ? "" : " ";

    static bool IsSpaceless(char c) => Scripts.Han.Is(c) || c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF';
}
