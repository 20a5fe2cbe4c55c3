using System.Text;
using Translate.Articles;

namespace Translate.Review;

/// <summary>
/// Names one segment of one export: <c>3f2a91bc-12.3-9c41d2aa-77ab01de-5f3c</c> is article, segment, hash of its source, hash of
/// the target as exported, and a check over the rest. With it a row is known wherever it is moved, and a changed source is seen
/// even when nothing else of the workbook has survived.
/// </summary>
/// <param name="Article">Eight hex digits from the article's path and content.</param>
/// <param name="Segment">Id of the segment: <c>12.3</c>.</param>
/// <param name="SourceHash">Eight hex digits from the source.</param>
/// <param name="TargetHash">Eight hex digits from the target as exported.</param>
public sealed record RowKey(string Article, string Segment, string SourceHash, string TargetHash)
{
    /// <summary>The key of a segment as it is exported.</summary>
    public static RowKey For(string article, string segment, string source, string target) =>
        new(article, segment, Hash(source), Hash(target));

    /// <summary>The article's part of the key.</summary>
    public static string ArticleId(Article article) => Hash(article.Path + "\n" + article.Sha256);

    /// <summary>Reads a key; <c>null</c> when the text is none or was changed.</summary>
    public static RowKey? Parse(string text)
    {
        var parts = text.Trim().Split('-');
        if (parts is not [{ Length: 8 } article, { Length: > 0 } segment, { Length: 8 } source, { Length: 8 } target, { Length: 4 }]) return null;
        RowKey key = new(article, segment, source, target);
        return key.ToString() == text.Trim() ? key : null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var body = $"{Article}-{Segment}-{SourceHash}-{TargetHash}";
        return $"{body}-{Hash(body)[..4]}";
    }

    /// <summary>Whether two texts are the same but for what office programs do to a text when they save it.</summary>
    public static bool Same(string one, string other) => one == other || Hash(one) == Hash(other);

    /// <summary>Eight hex digits that stay the same through what office programs do to a text when they save it.</summary>
    /// <remarks>
    /// FNV-1a. Line breaks count as one LF, and control characters, lone surrogates and U+FFFD not at all, because LibreOffice
    /// drops or replaces them; the text itself is never changed by this.
    /// </remarks>
    public static string Hash(string text)
    {
        if (!IsNormalized(text)) text = text.Normalize(NormalizationForm.FormC);
        var hash = 14695981039346656037UL;
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == '\r') unit = '\n';
            if (unit == '\n' && at > 0 && text[at - 1] == '\r') continue;
            if (unit < ' ' && unit != '\n' && unit != '\t' || unit is '\uFFFD' or '\uFFFE' or '\uFFFF') continue;
            if (char.IsSurrogate(unit) && !CellText.IsPaired(text, at)) continue;
            hash = (hash ^ unit) * 1099511628211UL;
        }

        // The multiplication mixes upwards, so the upper half is the better one; the lower is folded in.
        return ((uint)(hash >> 32) ^ (uint)hash).ToString("x8", null);
    }

    // Normalisation of a lone surrogate throws; such a text is no NFC question.
    static bool IsNormalized(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !CellText.IsPaired(text, at) || text[at] is '\uFFFE' or '\uFFFF')
                return true;
        return text.IsNormalized(NormalizationForm.FormC);
    }
}
