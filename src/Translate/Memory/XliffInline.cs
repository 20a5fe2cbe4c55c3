using System.Text;
using System.Xml.Linq;
using Translate.Articles;

namespace Translate.Memory;

/// <summary>Reads text with inline elements of XLIFF 1 and 2; one object reads one text.</summary>
sealed class XliffInline
{
    readonly StringBuilder _text = new();
    readonly List<MarkedTag> _tags = [];
    readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    readonly IReadOnlyDictionary<string, string> _data;
    int _numbers;

    XliffInline(IReadOnlyDictionary<string, string> data) => _data = data;

    /// <summary>Reads an element's content; nothing when there is no element.</summary>
    /// <param name="element">A source, a target or a mark in them.</param>
    /// <param name="data">XLIFF 2: what codes stood for, by id.</param>
    public static TmxText Read(XElement? element, IReadOnlyDictionary<string, string>? data = null)
    {
        if (element is null) return new("", []);
        XliffInline inline = new(data ?? new Dictionary<string, string>());
        inline.ReadContent(element);
        return new(inline._text.ToString(), [.. inline._tags]);
    }

    // A stack instead of recursion: how deep a file nests is the file's choice.
    void ReadContent(XElement root)
    {
        Stack<(XNode? Next, Action? End)> path = [];
        path.Push((root.FirstNode, null));
        while (path.TryPop(out var step))
        {
            if (step.Next is null)
            {
                step.End?.Invoke();
                continue;
            }

            path.Push((step.Next.NextNode, step.End));
            if (step.Next is XText text) AppendText(text.Value);
            else if (step.Next is XElement element && ReadElement(element, out var end)) path.Push((element.FirstNode, end));
        }
    }

    /// <summary>Whether the element's content is text of the segment.</summary>
    bool ReadElement(XElement element, out Action? end)
    {
        end = null;
        var id = Attribute(element, "id");
        switch (element.Name.LocalName)
        {
            case "g" or "pc":
                var number = ++_numbers;
                Add(number, TagKind.Open, Data(element, "dataRefStart"), id);
                end = () => Add(number, TagKind.Close, Data(element, "dataRefEnd"), id);
                return true;
            case "bpt":
                Open(Attribute(element, "rid") ?? id, element.Value, id);
                return false;
            case "bx" or "sc":
                Open(Attribute(element, "rid") ?? id, Data(element, "dataRef"), id);
                return false;
            case "ept" or "ex" or "ec":
                var opener = Attribute(element, "startRef") ?? Attribute(element, "rid") ?? id;
                Add(opener is not null && _open.Remove(opener, out var opened) ? opened : ++_numbers, TagKind.Close,
                    element.Value.Length > 0 ? element.Value : Data(element, "dataRef"), opener);
                return false;
            case "it":
                var kind = Attribute(element, "pos") switch { "open" => TagKind.Open, "close" => TagKind.Close, _ => TagKind.Empty };
                Add(++_numbers, kind, element.Value, id);
                return false;
            case "x" or "ph":
                Add(++_numbers, TagKind.Empty, element.Value.Length > 0 ? element.Value : Data(element, "dataRef"), id);
                return false;
            case "cp":
                // A character that XML cannot hold (section 4.2.3.1); our texts cannot either.
                return false;
            default:
                // mrk, sm, em and what other tools add: marks around text, no codes.
                return true;
        }
    }

    void Open(string? key, string raw, string? id)
    {
        _open[key ?? ""] = ++_numbers;
        Add(_numbers, TagKind.Open, raw, id);
    }

    void Add(int number, TagKind kind, string raw, string? id) => _tags.Add(new(new(number, kind, _text.Length, raw), id, id));

    void AppendText(string text)
    {
        foreach (var unit in text.IsNormalized() ? text : text.Normalize())
            if (unit >= ' ' || unit is '\t' or '\n' or '\r') _text.Append(unit);
    }

    string Data(XElement element, string attribute) =>
        Attribute(element, attribute) is { } id && _data.TryGetValue(id, out var raw) ? raw
            : Attribute(element, "equiv-text") ?? Attribute(element, "equiv") ?? "";

    static string? Attribute(XElement element, string name) => (string?)element.Attribute(name);
}
