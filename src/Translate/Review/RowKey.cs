using System.Buffers;
using System.Globalization;
using System.Text;
using Translate.Articles;
using Translate.Packages;

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
    // Characters that stand alone in NFC (NFC_Quick_Check=Yes, combining class 0); nearly all texts have no others.
    static readonly SearchValues<char> s_composed = SearchValues.Create(string.Concat(
        Span('\t', '\u02FF'), Span('\u2010', '\u2027'), Span('\u3000', '\u3029'), Span('\u3041', '\u3096'), Span('\u30A1', '\u30FA'),
        Span('\u4E00', '\u9FFF'), Span('\uFF01', '\uFFEE')));

    static string Span(char from, char to) => new([.. Enumerable.Range(from, to - from + 1).Select(unit => (char)unit)]);

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

    /// <summary>The text of a segment's key, without the parts as strings of their own: an export makes one for every row, twice.</summary>
    public static string TextFor(string article, string segment, string source, string target) =>
        string.Create(article.Length + segment.Length + 24, (article, segment, Source: HashOf(source), Target: HashOf(target)), static (text, parts) =>
        {
            var body = text[..^5];
            body.TryWrite(CultureInfo.InvariantCulture, $"{parts.article}-{parts.segment}-{parts.Source:x8}-{parts.Target:x8}", out _);
            text[^5] = '-';
            Span<char> check = stackalloc char[8];
            HashOf(body).TryFormat(check, out _, "x8", CultureInfo.InvariantCulture);
            check[..4].CopyTo(text[^4..]);
        });

    /// <summary>Whether two texts are the same but for what office programs do to a text when they save it.</summary>
    public static bool Same(string one, string other) => one == other || Hash(one) == Hash(other);

    /// <summary>Eight hex digits that stay the same through what office programs do to a text when they save it.</summary>
    /// <remarks>
    /// FNV-1a. Line breaks count as one LF, and control characters, lone surrogates and U+FFFD not at all, because LibreOffice
    /// drops or replaces them; the text itself is never changed by this.
    /// </remarks>
    public static string Hash(string text)
    {
        return HashOf(text).ToString("x8", CultureInfo.InvariantCulture);
    }

    static uint HashOf(string text) => HashOf((IsNormalized(text) ? text : text.Normalize(NormalizationForm.FormC)).AsSpan());

    static uint HashOf(ReadOnlySpan<char> text)
    {
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
        return (uint)(hash >> 32) ^ (uint)hash;
    }

    // Normalisation of a lone surrogate throws; such a text is no NFC question.
    static bool IsNormalized(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(s_composed) < 0) return true;
        for (var at = 0; at < text.Length; at++)
            if (char.IsSurrogate(text[at]) && !CellText.IsPaired(text, at) || text[at] is '\uFFFE' or '\uFFFF')
                return true;
        return text.IsNormalized(NormalizationForm.FormC);
    }
}
