using Translate.Scripts;

namespace Translate.Review;

/// <summary>What happened to a stretch of text.</summary>
public enum DiffKind
{
    /// <summary>It stands in both texts.</summary>
    Same,

    /// <summary>It stands only in the text before.</summary>
    Removed,

    /// <summary>It stands only in the text after.</summary>
    Added,
}

/// <summary>A stretch of two compared texts.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Text">Its text.</param>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word; a Han character is a word.</summary>
public static class WordDiff
{
    // Above this many pairs of words the middle is shown as replaced as a whole: nobody reads such a difference word by word.
    const long MostCells = 4_000_000;

    /// <summary>The stretches of both texts, in order; removed ones before added ones.</summary>
    public static IReadOnlyList<DiffPart> Compare(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (Words(before), Words(after));
        int start = 0, end = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start]) start++;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        List<DiffPart> parts = [];
        Add(parts, DiffKind.Same, old[..start]);
        Middle(old[start..^end], now[start..^end], parts);
        Add(parts, DiffKind.Same, old[^end..]);
        return parts;
    }

    /// <summary>How many words were removed, added or replaced, and how many words the longer text has.</summary>
    public static (int Edits, int Words) Distance(string before, string after)
    {
        int edits = 0, removed = 0, added = 0;
        foreach (var part in Compare(before, after))
        {
            var count = Words(part.Text).Count(word => !string.IsNullOrWhiteSpace(word));
            if (part.Kind == DiffKind.Removed) removed += count;
            else if (part.Kind == DiffKind.Added) added += count;
            else (edits, removed, added) = (edits + Math.Max(removed, added), 0, 0);
        }

        // Never more than to write the text anew.
        var words = Math.Max(Count(before), Count(after));
        return (Math.Min(edits + Math.Max(removed, added), words), words);

        static int Count(string text) => Words(text).Count(word => !string.IsNullOrWhiteSpace(word));
    }

    /// <summary>A text cut into words, single Han characters, and runs of white space; joined they give the text back.</summary>
    internal static List<string> Words(string text)
    {
        List<string> words = [];
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (char.IsHighSurrogate(text[at]) && end < text.Length && char.IsLowSurrogate(text[end])) end++;
            else if (IsWord(text[at])) while (end < text.Length && (IsWord(text[end]) || IsInner(text, end))) end++;
            else if (char.IsWhiteSpace(text[at])) while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }

    static bool IsWord(char unit) => char.IsLetterOrDigit(unit) && !Han.Is(unit);

    // 1.5, 1,000, don't, user-in-the-loop.
    static bool IsInner(string text, int at) =>
        text[at] is '.' or ',' or '\'' or '’' or '-' && at + 1 < text.Length && IsWord(text[at + 1]);

    static void Middle(List<string> old, List<string> now, List<DiffPart> parts)
    {
        if (old.Count == 0 || now.Count == 0 || (long)old.Count * now.Count > MostCells)
        {
            Add(parts, DiffKind.Removed, old);
            Add(parts, DiffKind.Added, now);
            return;
        }

        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        List<string> removed = [], added = [];
        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i] == now[j])
            {
                Flush();
                Add(parts, DiffKind.Same, [old[i]]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Count || i < old.Count && common[i + 1, j] >= common[i, j + 1]) removed.Add(old[i++]);
            else added.Add(now[j++]);
        }

        Flush();

        void Flush()
        {
            Add(parts, DiffKind.Removed, removed);
            Add(parts, DiffKind.Added, added);
            removed.Clear();
            added.Clear();
        }
    }

    static void Add(List<DiffPart> parts, DiffKind kind, List<string> words)
    {
        if (words.Count == 0) return;
        var text = string.Concat(words);
        if (parts.Count > 0 && parts[^1].Kind == kind) parts[^1] = parts[^1] with { Text = parts[^1].Text + text };
        else parts.Add(new(kind, text));
    }
}
