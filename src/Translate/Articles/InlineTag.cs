namespace Translate.Articles;

/// <summary>Which end of inline markup a tag is.</summary>
public enum TagKind
{
    /// <summary>Starts a span; shown as <c>{1}</c>.</summary>
    Open,

    /// <summary>Ends the span with the same number; shown as <c>{/1}</c>.</summary>
    Close,

    /// <summary>Stands alone (a line break, an image, a piece of code); shown as <c>{1/}</c>.</summary>
    Empty,
}

/// <summary>Inline markup that was taken out of a text, so that the text can be matched, counted and translated.</summary>
/// <param name="Number">Pairs an opening with its closing tag; from 1, in order of appearance in its text.</param>
/// <param name="Kind">Which end it is.</param>
/// <param name="Position">Before which UTF-16 unit of the text it stands; the text's length at the end.</param>
/// <param name="Raw">The markup as it stood in the input, so that publishing can put it back.</param>
public sealed record InlineTag(int Number, TagKind Kind, int Position, string Raw)
{
    /// <summary>The tag as a workbook shows it.</summary>
    public string Shown => Kind switch
    {
        TagKind.Open => FormattableString.Invariant($"{{{Number}}}"),
        TagKind.Close => FormattableString.Invariant($"{{/{Number}}}"),
        _ => FormattableString.Invariant($"{{{Number}/}}"),
    };
}
