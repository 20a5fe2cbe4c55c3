using System.Text;
using System.Xml;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Reads the content of a <c>seg</c>: text and inline elements.</summary>
sealed class TmxSegment
{
    /// <summary>No sentence is longer; what is, is no sentence, and must not fill the memory of the machine.</summary>
    public const int MostUnits = 100_000;

    readonly StringBuilder _text = new();
    readonly StringBuilder _raw = new();
    readonly char[] _chunk = new char[4096];
    readonly List<MarkedTag> _tags = [];
    readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    readonly Stack<(int Depth, int Number, string Close)> _spans = [];
    int _numbers;
    bool _tooLong;

    /// <summary>Reads the element on whose start the reader stands and stops at its end.</summary>
    /// <returns><c>null</c> when it is too long.</returns>
    public TmxText? Read(XmlReader xml)
    {
        _text.Clear();
        _tags.Clear();
        _open.Clear();
        _spans.Clear();
        (_numbers, _tooLong) = (0, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)) ReadNode(xml);
        }

        return _tooLong ? null : new(Normalized(), _tags.Count == 0 ? [] : [.. _tags]);
    }

    /// <summary>Reads an element's text alone and stops at its end.</summary>
    public string ReadPlain(XmlReader xml)
    {
        _raw.Clear();
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth)) AppendText(xml, _raw);
        return _raw.ToString();
    }

    void ReadNode(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element) ReadElement(xml);
        else if (xml.NodeType == XmlNodeType.EndElement) EndSpan(xml);
        else AppendText(xml, _text);
    }

    void ReadElement(XmlReader xml)
    {
        var (x, i) = (xml.GetAttribute("x"), xml.GetAttribute("i"));
        switch (xml.LocalName)
        {
            case "bpt":
                var number = ++_numbers;
                _open[i ?? ""] = number;
                Add(number, TagKind.Open, ReadPlain(xml), x, i);
                break;
            case "ept":
                Add(_open.Remove(i ?? "", out var opened) ? opened : ++_numbers, TagKind.Close, ReadPlain(xml), x, i);
                break;
            case "it":
                // "open" and "close" are the words of XLIFF, and of tools that write both.
                var kind = xml.GetAttribute("pos") switch { "begin" or "open" => TagKind.Open, "end" or "close" => TagKind.Close, _ => TagKind.Empty };
                Add(++_numbers, kind, ReadPlain(xml), x, i);
                break;
            case "ph" or "ut":
                Add(++_numbers, TagKind.Empty, ReadPlain(xml), x, i);
                break;
            default:
                StartSpan(xml, x);
                break;
        }
    }

    /// <summary><c>hi</c> has no code of its own; any other element is somebody's markup that was not escaped.</summary>
    void StartSpan(XmlReader xml, string? x)
    {
        var name = xml.LocalName == "hi" ? "" : xml.Name;
        var number = ++_numbers;
        if (xml.IsEmptyElement)
        {
            Add(number, TagKind.Empty, name.Length == 0 ? "" : $"<{name}/>", x, null);
            return;
        }

        Add(number, TagKind.Open, name.Length == 0 ? "" : $"<{name}>", x, null);
        _spans.Push((xml.Depth, number, name.Length == 0 ? "" : $"</{name}>"));
    }

    void EndSpan(XmlReader xml)
    {
        if (_spans.TryPeek(out var span) && span.Depth == xml.Depth) Add(span.Number, TagKind.Close, _spans.Pop().Close, null, null);
    }

    void Add(int number, TagKind kind, string raw, string? x, string? i) => _tags.Add(new(new(number, kind, _text.Length, raw), x, i));

    void AppendText(XmlReader xml, StringBuilder text)
    {
        if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) return;
        for (int count; (count = xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0;)
        {
            if (text.Length + count > MostUnits) _tooLong = true;
            else AppendClean(text, _chunk.AsSpan(0, count));
        }
    }

    static void AppendClean(StringBuilder text, ReadOnlySpan<char> chunk)
    {
        for (int bad; (bad = chunk.IndexOfAnyInRange('\0', '\u001F')) >= 0; chunk = chunk[(bad + 1)..])
        {
            text.Append(chunk[..bad]);
            if (chunk[bad] is '\t' or '\n' or '\r') text.Append(chunk[bad]);
        }

        text.Append(chunk);
    }

    /// <summary>The text in NFC; each piece between tags by itself, so that tags keep their places.</summary>
    string Normalized()
    {
        var text = _text.ToString();
        if (IsNormalized(text)) return text;
        _text.Clear();
        var at = 0;
        for (var i = 0; i < _tags.Count; i++)
        {
            var position = _tags[i].Tag.Position;
            _text.Append(Normalize(text[at..position]));
            _tags[i] = _tags[i] with { Tag = _tags[i].Tag with { Position = _text.Length } };
            at = position;
        }

        return _text.Append(Normalize(text[at..])).ToString();
    }

    static string Normalize(string text) => IsNormalized(text) ? text : text.Normalize();

    // Half of a surrogate pair cannot be normalised; it stays as it is.
    static bool IsNormalized(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return true;
        try
        {
            return text.IsNormalized();
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
