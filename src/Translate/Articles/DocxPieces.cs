using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Translate.Articles;

/// <summary>What a piece of a Word paragraph is.</summary>
enum DocxPieceKind { Text, Open, Close, Empty, FieldBegin, FieldCode, FieldSeparator, FieldEnd }

/// <summary>A piece of a Word paragraph.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Raw">Its text, or its markup.</param>
/// <param name="Format">The properties of its run as markup; may be empty.</param>
/// <param name="Look">What a reader sees of those properties; equal for runs that look alike.</param>
readonly record struct DocxPiece(DocxPieceKind Kind, string Raw, string Format = "", string Look = "");

/// <summary>Takes a Word paragraph apart.</summary>
sealed class DocxPieces
{
    // Languages, fonts by script and spell-checking marks split runs that look the same.
    static readonly HashSet<string> s_visible =
        ["b", "i", "u", "strike", "dstrike", "vertAlign", "rStyle", "color", "highlight", "shd", "sz", "caps", "smallCaps", "vanish", "em"];

    readonly List<DocxPiece> _pieces = [];
    readonly System.Text.StringBuilder _before = new(), _after = new();

    DocxPieces(Paragraph paragraph) => AddChildren(paragraph);

    /// <summary>Pieces in order, fields resolved: only text and tags.</summary>
    public required IReadOnlyList<DocxPiece> Pieces { get; init; }

    /// <summary>Starts of bookmarks and the like, which nobody sees.</summary>
    public string Before => _before.ToString();

    /// <summary>Their ends.</summary>
    public string After => _after.ToString();

    public static DocxPieces Of(Paragraph paragraph)
    {
        DocxPieces pieces = new(paragraph) { Pieces = [] };
        return new(pieces) { Pieces = DocxFields.Resolve(pieces._pieces) };
    }

    DocxPieces(DocxPieces other) => (_before, _after) = (other._before, other._after);

    void AddChildren(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements) Add(child);
    }

    void Add(OpenXmlElement element)
    {
        switch (element)
        {
            case Run run: AddRun(run); break;
            case Hyperlink: AddSpan(element, OpenTag(element), "</w:hyperlink>"); break;
            case SdtRun { SdtContentRun: { } content } control:
                AddSpan(content, OpenTag(control) + control.SdtProperties?.OuterXml + "<w:sdtContent>", "</w:sdtContent></w:sdt>");
                break;
            // The library knows smart tags no more, nor what is in them.
            case OpenXmlUnknownElement { LocalName: "smartTag" }: AddChildren(new Paragraph { InnerXml = element.InnerXml }); break;
            case OpenXmlUnknownElement { LocalName: "smartTagPr" }: break;
            case InsertedRun or MoveToRun or CustomXmlRun: AddChildren(element); break;
            case ParagraphProperties or DeletedRun or MoveFromRun or ProofError or CustomXmlProperties: break;
            case BookmarkStart or CommentRangeStart or PermStart: _before.Append(element.OuterXml); break;
            case BookmarkEnd or CommentRangeEnd or PermEnd: _after.Append(element.OuterXml); break;
            case MoveFromRangeStart or MoveFromRangeEnd or MoveToRangeStart or MoveToRangeEnd: break;
            default: _pieces.Add(new(DocxPieceKind.Empty, element.OuterXml)); break;
        }
    }

    void AddSpan(OpenXmlElement content, string open, string close)
    {
        _pieces.Add(new(DocxPieceKind.Open, open));
        AddChildren(content);
        _pieces.Add(new(DocxPieceKind.Close, close));
    }

    void AddRun(Run run)
    {
        var format = run.RunProperties?.OuterXml ?? "";
        var look = run.RunProperties is { } properties
            ? string.Concat(properties.ChildElements.Where(child => s_visible.Contains(child.LocalName)).Select(child => child.OuterXml)) : "";
        foreach (var child in run.ChildElements)
        {
            var raw = $"<w:r>{format}{(child is RunProperties or Text ? "" : child.OuterXml)}</w:r>";
            switch (child)
            {
                case RunProperties or LastRenderedPageBreak or DeletedText: break;
                case Text text: _pieces.Add(new(DocxPieceKind.Text, text.Text, format, look)); break;
                case CommentReference: _after.Append(raw); break;
                case FieldChar mark:
                    _pieces.Add(new(
                        mark.FieldCharType?.InnerText switch { "begin" => DocxPieceKind.FieldBegin, "end" => DocxPieceKind.FieldEnd, _ => DocxPieceKind.FieldSeparator }, raw));
                    break;
                case FieldCode code: _pieces.Add(new(DocxPieceKind.FieldCode, raw, "", code.Text)); break;
                default: _pieces.Add(new(DocxPieceKind.Empty, raw)); break;
            }
        }
    }

    static string OpenTag(OpenXmlElement element) => element.CloneNode(false).OuterXml.TrimEnd('>').TrimEnd('/', ' ') is var tag
        && tag.IndexOf("></", StringComparison.Ordinal) is >= 0 and var end ? tag[..end] + ">" : tag + ">";
}
