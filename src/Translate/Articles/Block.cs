namespace Translate.Articles;

/// <summary>What a block is in its article.</summary>
public enum BlockKind
{
    /// <summary>The article's title.</summary>
    Title,

    /// <summary>A heading inside the article; see <see cref="Block.Level"/>.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>One item of a list.</summary>
    ListItem,

    /// <summary>A quoted paragraph.</summary>
    Quote,

    /// <summary>One cell of a table.</summary>
    TableCell,

    /// <summary>Text that belongs to a picture or a table.</summary>
    Caption,

    /// <summary>A footnote, an endnote or a comment.</summary>
    Note,
}

/// <summary>A paragraph-like piece of an article: the text of one block and the markup inside it.</summary>
/// <param name="Number">Place in the article, from 1; stable while the article is unchanged.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Heading level 1-6, depth of a list item from 1; 0 elsewhere.</param>
/// <param name="Text">Its text without markup, entities decoded.</param>
/// <param name="Tags">Inline markup by position in <paramref name="Text"/>, in order, numbered from 1.</param>
/// <param name="Map">From places in <paramref name="Text"/> to places in the decoded input (or in <paramref name="Part"/>).</param>
/// <param name="Part">For inputs that are no single text: which part and paragraph the map speaks of (<c>word/document.xml#12</c>); else empty.</param>
public sealed record Block(
    int Number, BlockKind Kind, int Level, string Text, IReadOnlyList<InlineTag> Tags, OffsetMap Map, string Part = "")
{
    /// <summary>Text and tags together.</summary>
    public TaggedText Tagged => new(Text, Tags);

    /// <summary>The block after edits of its text; tags inside a replaced range move to the range's start or end, whichever is nearer.</summary>
    /// <param name="edits">In order, not overlapping, in places of <see cref="Text"/>.</param>
    public Block After(IReadOnlyList<TextEdit> edits)
    {
        if (edits.Count == 0) return this;
        System.Text.StringBuilder text = new();
        List<InlineTag> tags = [];
        int at = 0, nextTag = 0;
        foreach (var edit in edits)
        {
            MoveTags(edit.Range.Start, inclusive: !edit.Range.IsEmpty);
            text.Append(Text, at, edit.Range.Start - at);
            var start = text.Length;
            text.Append(edit.Replacement);
            for (; nextTag < Tags.Count && Tags[nextTag].Position < edit.Range.End; nextTag++)
            {
                var early = Tags[nextTag].Position - edit.Range.Start < edit.Range.End - Tags[nextTag].Position;
                tags.Add(Tags[nextTag] with { Position = early ? start : text.Length });
            }

            at = edit.Range.End;
        }

        MoveTags(Text.Length, inclusive: true);
        text.Append(Text, at, Text.Length - at);
        return this with { Text = text.ToString(), Tags = tags, Map = Map.After(edits) };

        void MoveTags(int until, bool inclusive)
        {
            for (; nextTag < Tags.Count && (inclusive ? Tags[nextTag].Position <= until : Tags[nextTag].Position < until); nextTag++)
                tags.Add(Tags[nextTag] with { Position = text.Length + Tags[nextTag].Position - at });
        }
    }
}
