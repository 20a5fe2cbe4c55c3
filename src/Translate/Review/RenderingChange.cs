using Translate.Glossaries;
using Translate.Scripts;

namespace Translate.Review;

/// <summary>A stretch of a target that a reviewer put otherwise, with so many words around it as may belong to the term.</summary>
/// <param name="Before">The words before.</param>
/// <param name="After">The words after.</param>
sealed record RenderingChange(string Before, string After)
{
    const int MostWords = 6, MostAround = 2;

    // Words that no term starts or ends with.
    static readonly HashSet<string> s_bare = new(
        "a an the this that its their his her our your of in on at to for from by with as and or but is are was were be been has have had will would can 的 了 是 在 和 与 及 把 被 将 也 都 就".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells equal changes, whatever their letter case, width, script or number.</summary>
    public (string Before, string After) Key { get; } = (Fold(Before), Fold(After));

    /// <summary>A text in which one model and several models are the same words.</summary>
    public static string Fold(string text) => Folding.Fold(string.Concat(WordDiff.Words(text).Select(word => EnglishForms.Singular(word) ?? word)));

    /// <summary>The changes between two targets, each by itself and with up to two words on either side.</summary>
    public static IEnumerable<RenderingChange> Of(string before, string after)
    {
        foreach (var (left, old, now, right) in Hunks(WordDiff.Compare(before, after)))
        {
            var most = Han.Contains(old + now) ? 2 * MostAround : MostAround;
            for (var l = 0; l <= Math.Min(most, left.Count); l++)
                for (var r = 0; r <= Math.Min(most, right.Count); r++)
                {
                    var (start, end) = (string.Concat(left[^l..]), string.Concat(right[..r]));
                    RenderingChange change = new(Bare(start + old + end), Bare(start + now + end));
                    if (IsReworded(change) && IsTerm(change.Before) && IsTerm(change.After)) yield return change;
                }
        }
    }

    // Each change by itself, and as one with the next where at most two words stand between: "inference cost" became "cost of inference".
    static IEnumerable<(List<string> Left, string Old, string Now, List<string> Right)> Hunks(IReadOnlyList<DiffPart> parts)
    {
        for (var first = 0; first < parts.Count; first++)
        {
            if (parts[first].Kind == DiffKind.Same || IsChange(first - 1)) continue;
            for (var last = first; last < parts.Count; last++)
            {
                if (parts[last].Kind == DiffKind.Same)
                {
                    if (Count(parts[last].Text) > MostAround || !IsPlain(parts[last].Text)) break;
                    continue;
                }

                // What was taken out and what came for it are one.
                if (IsChange(last + 1)) continue;
                var (old, now) = (Joined(parts, first, last, DiffKind.Added), Joined(parts, first, last, DiffKind.Removed));
                if (Count(old) > 2 * MostWords || Count(now) > 2 * MostWords) break;
                if (HasContent(old) && HasContent(now))
                    yield return (Around(first > 0 ? parts[first - 1].Text : "", atEnd: true), old, now, Around(last + 1 < parts.Count ? parts[last + 1].Text : "", atEnd: false));
            }
        }

        bool IsChange(int at) => at >= 0 && at < parts.Count && parts[at].Kind != DiffKind.Same;
    }

    static string Joined(IReadOnlyList<DiffPart> parts, int first, int last, DiffKind but) =>
        string.Concat(parts.Skip(first).Take(last - first + 1).Where(part => part.Kind != but).Select(part => part.Text));

    // The words beside a change, with the white space between them; a mark ends them.
    static List<string> Around(string text, bool atEnd)
    {
        var words = WordDiff.Words(text);
        if (atEnd) words.Reverse();
        List<string> around = [];
        var space = "";
        foreach (var word in words)
        {
            if (string.IsNullOrWhiteSpace(word)) space = word.Contains('\n') ? "\n" : word;
            else if (!IsPlain(word) || space == "\n" || around.Count == 2 * MostAround) break;
            else
            {
                around.Add(atEnd ? word + space : space + word);
                space = "";
            }
        }

        if (atEnd) around.Reverse();
        return around;
    }

    // Without the articles and prepositions at its edges.
    static string Bare(string text)
    {
        var words = WordDiff.Words(text.Trim());
        while (words.Count > 0 && IsBare(words[0])) words.RemoveAt(0);
        while (words.Count > 0 && IsBare(words[^1])) words.RemoveAt(words.Count - 1);
        return string.Concat(words);

        static bool IsBare(string word) => string.IsNullOrWhiteSpace(word) || s_bare.Contains(word);
    }

    // "models" for "model" is grammar; "AI" for "ai" is not.
    static bool IsReworded(RenderingChange change) => change.Key.Before != change.Key.After
        || change.Before != change.After && Folding.Fold(change.Before) == Folding.Fold(change.After);

    static bool IsTerm(string text)
    {
        var words = WordDiff.Words(text).Where(word => !string.IsNullOrWhiteSpace(word)).ToList();
        return words.Count > 0 && words.Count <= (Han.Contains(text) ? 2 * MostWords : MostWords) && text.Any(char.IsLetter) && words.TrueForAll(IsPlain)
            && words.Exists(word => !s_bare.Contains(word));
    }

    // "is" for "are" is grammar.
    static bool HasContent(string text) => WordDiff.Words(text).Exists(word => !string.IsNullOrWhiteSpace(word) && !s_bare.Contains(word));

    static bool IsPlain(string text) => text.All(unit => char.IsLetterOrDigit(unit) || char.IsWhiteSpace(unit) || unit is '-' or '.' or '\'' or '’' or '/' or '·');

    static int Count(string text) => WordDiff.Words(text).Count(word => !string.IsNullOrWhiteSpace(word));
}
