using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Translate.Articles;

/// <summary>A Word paragraph as one string: text in its prevailing format stands bare, other text in <c>w:r</c> with its properties.</summary>
sealed class DocxParagraph
{
    static readonly XNamespace s_w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    readonly Paragraph _paragraph;
    readonly DocxPieces _pieces;
    readonly string _markup;
    readonly string _format;
    readonly TextRange _inner;

    public DocxParagraph(Paragraph paragraph)
    {
        _paragraph = paragraph;
        _pieces = DocxPieces.Of(paragraph);
        var prevailing = _pieces.Pieces.Where(piece => piece.Kind == DocxPieceKind.Text)
            .GroupBy(piece => piece.Look, StringComparer.Ordinal).MaxBy(look => look.Sum(piece => piece.Raw.Length));
        _format = prevailing?.MaxBy(piece => piece.Raw.Length).Format ?? "";
        var items = DocxSpans.Of(_pieces.Pieces, prevailing?.Key ?? "");
        _markup = string.Concat(items.Select(item => item.Kind == DocxPieceKind.Text ? Escape(item.Raw) : item.Raw));
        BlockBuilder builder = new(_markup);
        var at = 0;
        List<int> starts = [];
        foreach (var item in items)
        {
            if (item.Kind == DocxPieceKind.Text) at = AddText(builder, item.Raw, at, starts);
            else if (item.Kind == DocxPieceKind.Open) builder.Open(at, item.Raw.Length);
            else if (item.Kind == DocxPieceKind.Close) builder.Close(at, item.Raw.Length);
            else builder.Empty(at, item.Raw.Length);
            if (item.Kind != DocxPieceKind.Text) at += item.Raw.Length;
        }

        if (builder.ToBlock(BlockKind.Paragraph, 0) is not { } block) return;
        _inner = block.Map.Input;
        Text = block.Text;
        Tags = block.Tags;
        Map = OffsetMap.Identity(starts.Count(start => start < _inner.Start), Text.Length);
    }

    /// <summary>What is to be translated; empty when there is nothing.</summary>
    public string Text { get; } = "";

    public IReadOnlyList<InlineTag> Tags { get; } = [];

    /// <summary>Into the paragraph's own text: that of all its runs.</summary>
    public OffsetMap Map { get; } = OffsetMap.Identity(0, 0);

    /// <summary>Puts a text in the place of the paragraph's; marks at its edges and properties stay.</summary>
    public void Replace(TaggedText text) =>
        _paragraph.InnerXml = _paragraph.ParagraphProperties?.OuterXml + _pieces.Before
            + Runs(_markup[.._inner.Start] + Markup.Of(ArticleFormat.Docx).Render(text, Tags) + _markup[_inner.End..]) + _pieces.After;

    /// <summary>Puts a paragraph of the same properties with another text behind it.</summary>
    public void Follow(TaggedText text)
    {
        var properties = (ParagraphProperties?)_paragraph.ParagraphProperties?.CloneNode(true);
        properties?.RemoveAllChildren<SectionProperties>();
        _paragraph.InsertAfterSelf(new Paragraph
        {
            InnerXml = properties?.OuterXml + Runs(Markup.Of(ArticleFormat.Docx).Render(text, [.. Tags.Where(tag => !IsOnce(tag))])),
        });
    }

    // Pictures, text boxes and notes are there already; a second one would be another one.
    static bool IsOnce(InlineTag tag) => tag.Kind == TagKind.Empty && (
        tag.Raw.Contains("<w:drawing", StringComparison.Ordinal) || tag.Raw.Contains("<w:pict", StringComparison.Ordinal)
        || tag.Raw.Contains("<w:object", StringComparison.Ordinal) || tag.Raw.Contains("noteReference", StringComparison.Ordinal));

    /// <summary>Text as XML writes it, without what XML cannot hold.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) escaped.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i])) escaped.Append(EscapeOne(text[i]) ?? text[i].ToString());
        }

        return escaped.ToString();
    }

    static string? EscapeOne(char c) => c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '\r' => "&#13;", _ => null };

    static int AddText(BlockBuilder builder, string text, int at, List<int> starts)
    {
        foreach (var c in text)
        {
            starts.Add(at);
            var escaped = EscapeOne(c);
            if (escaped is null) builder.Copy(at, 1);
            else builder.Replace(c.ToString(), at, escaped.Length);
            at += escaped?.Length ?? 1;
        }

        return at;
    }

    /// <summary>The one string as runs.</summary>
    string Runs(string markup)
    {
        var root = XElement.Parse($"<w:p xmlns:w=\"{s_w}\">{markup}</w:p>", LoadOptions.PreserveWhitespace);
        XElement runs = new(s_w + "p");
        Write(root.Nodes(), _format.Length == 0 ? null : Properties(_format), runs);
        return string.Concat(runs.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)));
    }

    static XElement Properties(string format) => XElement.Parse(format, LoadOptions.PreserveWhitespace);

    static void Write(IEnumerable<XNode> nodes, XElement? properties, XElement output)
    {
        foreach (var node in nodes)
        {
            if (node is XText text) WriteText(text.Value, properties, output);
            else if (node is XElement element && element.Name == s_w + "r" && IsSpan(element))
                Write(element.Nodes().Where(inner => inner is not XElement { Name: var name } || name != s_w + "rPr"), element.Element(s_w + "rPr"), output);
            else if (node is XElement span && (span.Name == s_w + "hyperlink" || span.Name == s_w + "sdtContent" || span.Name == s_w + "sdt"))
            {
                XElement copy = new(span.Name, span.Attributes());
                Write(span.Nodes(), properties, copy);
                output.Add(copy);
            }
            else output.Add(node);
        }
    }

    // A run that was taken over whole holds elements only.
    static bool IsSpan(XElement run) => run.Nodes().Any(node => node is XText) || run.Elements().Any(inner =>
        inner.Name == s_w + "r" || inner.Name == s_w + "hyperlink" || inner.Name == s_w + "sdt");

    static void WriteText(string text, XElement? properties, XElement output)
    {
        XElement run = new(s_w + "r", properties is null ? null : new XElement(properties));
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.Add(new XElement(s_w + "br"));
            if (lines[i].Length > 0) run.Add(new XElement(s_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), lines[i]));
        }

        output.Add(run);
    }
}
