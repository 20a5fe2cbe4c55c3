namespace Translate.Articles;

/// <summary>Makes tags of Word's fields, which stand in a paragraph as begin, code, separator, result and end.</summary>
static class DocxFields
{
    /// <summary>Pieces with fields made tags: a link is a span around its text, any other field stands alone with what it shows.</summary>
    /// <remarks>A field that does not end in its paragraph (a table of contents) leaves its marks as single tags.</remarks>
    public static IReadOnlyList<DocxPiece> Resolve(IReadOnlyList<DocxPiece> pieces)
    {
        if (!pieces.Any(IsMark)) return pieces;
        List<DocxPiece> resolved = [];
        var ends = Ends(pieces);
        Stack<int> linkEnds = new();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (linkEnds.TryPeek(out var close) && close == i)
            {
                resolved.Add(new(DocxPieceKind.Close, pieces[linkEnds.Pop()].Raw));
                continue;
            }

            if (pieces[i].Kind != DocxPieceKind.FieldBegin || !ends.TryGetValue(i, out var end))
            {
                resolved.Add(IsMark(pieces[i]) ? new(DocxPieceKind.Empty, pieces[i].Raw) : pieces[i]);
                continue;
            }

            var separator = i;
            while (separator < end && pieces[separator].Kind != DocxPieceKind.FieldSeparator) separator++;
            var code = string.Concat(pieces.Skip(i).Take(separator - i).Where(piece => piece.Kind == DocxPieceKind.FieldCode).Select(piece => piece.Look));
            var isLink = separator < end && code.TrimStart().StartsWith("HYPERLINK", StringComparison.OrdinalIgnoreCase) && IsWhole(pieces, separator + 1, end);
            var last = isLink ? separator : end;
            var raw = string.Concat(pieces.Skip(i).Take(last - i + 1).Select(Markup));
            resolved.Add(new(isLink ? DocxPieceKind.Open : DocxPieceKind.Empty, raw));
            if (isLink) linkEnds.Push(end);
            i = last;
        }

        return resolved;
    }

    static bool IsMark(DocxPiece piece) => piece.Kind >= DocxPieceKind.FieldBegin;

    static Dictionary<int, int> Ends(IReadOnlyList<DocxPiece> pieces)
    {
        Dictionary<int, int> ends = [];
        Stack<int> begins = new();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == DocxPieceKind.FieldBegin) begins.Push(i);
            // A span that begins in a field and ends outside it cannot be taken out with it.
            if (pieces[i].Kind == DocxPieceKind.FieldEnd && begins.TryPop(out var begin) && IsWhole(pieces, begin, i)) ends[begin] = i;
        }

        return ends;
    }

    static bool IsWhole(IReadOnlyList<DocxPiece> pieces, int from, int to)
    {
        var depth = 0;
        for (var i = from; i < to && depth >= 0; i++)
            depth += pieces[i].Kind switch { DocxPieceKind.Open => 1, DocxPieceKind.Close => -1, _ => 0 };
        return depth == 0;
    }

    static string Markup(DocxPiece piece) => piece.Kind == DocxPieceKind.Text
        ? $"<w:r>{piece.Format}<w:t xml:space=\"preserve\">{DocxParagraph.Escape(piece.Raw)}</w:t></w:r>" : piece.Raw;
}
