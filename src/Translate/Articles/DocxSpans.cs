namespace Translate.Articles;

/// <summary>Puts spans around text that does not look like most of its paragraph.</summary>
static class DocxSpans
{
    /// <summary>Pieces with neighbours of one look joined under one span.</summary>
    /// <param name="pieces">Text and tags.</param>
    /// <param name="prevailing">The look that needs no span.</param>
    public static List<DocxPiece> Of(IReadOnlyList<DocxPiece> pieces, string prevailing)
    {
        List<DocxPiece> items = [];
        Stack<(int Open, string Look)> around = new();
        around.Push((-1, prevailing));
        var open = false;
        var look = prevailing;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Kind is DocxPieceKind.Open or DocxPieceKind.Close) EndSpan();
            switch (piece.Kind)
            {
                case DocxPieceKind.Open:
                    // A link whose whole text looks alike is one tag, not two.
                    var (inside, only) = OnlyLook(pieces, i);
                    var folded = only && inside.Look != around.Peek().Look && inside.Format.Length > 0;
                    items.Add(folded ? piece with { Raw = piece.Raw + "<w:r>" + inside.Format } : piece);
                    around.Push((folded ? 1 : 0, folded ? inside.Look : around.Peek().Look));
                    break;
                case DocxPieceKind.Close:
                    var fold = around.Count > 1 && around.Pop().Open == 1;
                    items.Add(fold ? piece with { Raw = "</w:r>" + piece.Raw } : piece);
                    break;
                case DocxPieceKind.Text when string.IsNullOrWhiteSpace(piece.Raw): items.Add(piece); break;
                case DocxPieceKind.Text:
                    if (piece.Look != (open ? look : around.Peek().Look)) StartSpan(piece);
                    items.Add(piece);
                    break;
                default: items.Add(piece); break;
            }
        }

        EndSpan();
        return items;

        void StartSpan(DocxPiece piece)
        {
            EndSpan();
            if (piece.Look == around.Peek().Look) return;
            items.Add(new(DocxPieceKind.Open, "<w:r>" + (piece.Format.Length > 0 ? piece.Format : "<w:rPr />")));
            (open, look) = (true, piece.Look);
        }

        void EndSpan()
        {
            if (open) items.Add(new(DocxPieceKind.Close, "</w:r>"));
            open = false;
        }
    }

    static (DocxPiece First, bool Only) OnlyLook(IReadOnlyList<DocxPiece> pieces, int open)
    {
        DocxPiece? first = null;
        for (var i = open + 1; i < pieces.Count && pieces[i].Kind != DocxPieceKind.Close; i++)
        {
            if (pieces[i].Kind == DocxPieceKind.Open) return (default, false);
            if (pieces[i].Kind != DocxPieceKind.Text) continue;
            first ??= pieces[i];
            if (pieces[i].Look != first.Value.Look) return (default, false);
        }

        return (first ?? default, first is not null);
    }
}
