using System.Text;
using System.Xml.Linq;
using Translate.Packages;

namespace Translate.Articles;

/// <summary>A run of a cell's text.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Format">Its properties as markup; empty where it has none.</param>
/// <param name="Look">What a reader sees of those; equal for runs that look alike.</param>
readonly record struct XlsxRun(string Text, string Format = "", string Look = "");

/// <summary>The text of a cell: one run, or several that look different.</summary>
/// <param name="Runs">In order; neighbours look different.</param>
sealed record XlsxText(IReadOnlyList<XlsxRun> Runs)
{
    // Office programs split runs by the font of each script; fonts are no marks.
    static readonly HashSet<string> s_visible = ["b", "i", "u", "strike", "vertAlign", "color", "sz"];

    /// <summary>The text alone.</summary>
    public string Text => string.Concat(Runs.Select(run => run.Text));

    /// <summary>The longest run of the look that most of it has.</summary>
    XlsxRun Prevailing => Runs.GroupBy(run => run.Look, StringComparer.Ordinal).MaxBy(look => look.Sum(run => run.Text.Length))?.MaxBy(run => run.Text.Length) ?? new("");

    /// <summary>Reads an <c>si</c> or <c>is</c> element; phonetic readings are left out.</summary>
    public static XlsxText Of(XElement element)
    {
        List<XlsxRun> runs = [];
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName == "t") Add(child.Value, null);
            else if (child.Name.LocalName == "r")
                Add(string.Concat(child.Elements().Where(inner => inner.Name.LocalName == "t").Select(inner => inner.Value)),
                    child.Elements().FirstOrDefault(inner => inner.Name.LocalName == "rPr"));
        }

        return new(runs);

        void Add(string text, XElement? format)
        {
            XlsxRun run = new(CellText.Unescape(text), format is null ? "" : Bare(format).ToString(SaveOptions.DisableFormatting), Look(format));
            if (runs.Count > 0 && (runs[^1].Look == run.Look || string.IsNullOrWhiteSpace(run.Text))) runs[^1] = runs[^1] with { Text = runs[^1].Text + run.Text };
            else runs.Add(run);
        }
    }

    static string Look(XElement? format) => string.Concat((format?.Elements() ?? [])
        .Where(child => s_visible.Contains(child.Name.LocalName) && (string?)child.Attribute("val") is not ("false" or "0" or "none"))
        .Select(child => Bare(child).ToString(SaveOptions.DisableFormatting)).Order(StringComparer.Ordinal));

    /// <summary>Without its namespace, which the strict and the transitional form have different; writing puts it back.</summary>
    static XElement Bare(XElement element) => new(
        element.Name.LocalName, element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration), element.Elements().Select(Bare));

    static XElement In(XNamespace space, XElement element) => new(space + element.Name.LocalName, element.Attributes(), element.Elements().Select(child => In(space, child)));

    /// <summary>The cell as a block: what looks unlike most of it is tagged, white space at the edges stays outside.</summary>
    public Block ToBlock(string place)
    {
        var (text, prevailing) = (Text, Prevailing.Look);
        var start = text.Length - text.TrimStart().Length;
        var end = Math.Max(start, text.TrimEnd().Length);
        List<InlineTag> tags = [];
        var (at, number) = (0, 0);
        foreach (var run in Runs)
        {
            var (from, to) = (Math.Clamp(at, start, end) - start, Math.Clamp(at + run.Text.Length, start, end) - start);
            at += run.Text.Length;
            if (run.Look == prevailing || from == to) continue;
            tags.Add(new(++number, TagKind.Open, from, "<r>" + (run.Format.Length > 0 ? run.Format : "<rPr />")));
            tags.Add(new(number, TagKind.Close, to, "</r>"));
        }

        return new(0, BlockKind.TableCell, 0, text[start..end], tags, OffsetMap.Identity(start, end - start), place);
    }

    /// <summary>The content of an <c>is</c> element with a text in the place of this one; white space at the edges stays.</summary>
    /// <param name="target">The text.</param>
    /// <param name="known">The tags of <see cref="ToBlock"/>.</param>
    /// <param name="space">The sheet's own namespace: the strict and the transitional form differ.</param>
    public IEnumerable<XElement> Write(TaggedText target, IReadOnlyList<InlineTag> known, XNamespace space)
    {
        var (text, prevailing) = (Text, Prevailing.Format);
        if (target.Text.Length > CellText.Most) target = TaggedText.Plain(CellText.Fit(target.Text));
        var rendered = text[..(text.Length - text.TrimStart().Length)] + Markup.Of(ArticleFormat.Xlsx).Render(target, known)
            + text[Math.Min(text.Length, text.TrimEnd().Length)..];
        var nodes = XElement.Parse("<is>" + rendered + "</is>", LoadOptions.PreserveWhitespace).Nodes().ToList();
        if (prevailing.Length == 0 && nodes.All(node => node is XText))
            return [T(space, string.Concat(nodes.OfType<XText>().Select(node => node.Value)))];
        return nodes.Where(node => node is XText or XElement).SelectMany(node => Flatten(node, prevailing, space));
    }

    static IEnumerable<XElement> Flatten(XNode node, string look, XNamespace space)
    {
        if (node is XText text)
            return [new(space + "r", look.Length == 0 ? null : In(space, XElement.Parse(look)), T(space, text.Value))];
        var own = ((XElement)node).Elements().FirstOrDefault(inner => inner.Name.LocalName == "rPr");
        return ((XElement)node).Nodes().Where(inner => inner != own)
            .SelectMany(inner => Flatten(inner, own is { HasElements: true } ? own.ToString(SaveOptions.DisableFormatting) : "", space));
    }

    static XElement T(XNamespace space, string text) => new(space + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    /// <summary>Text as a cell holds it: what XML cannot hold in the notation of cells.</summary>
    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (CellText.NeedsEscape(text, i)) escaped.Append("_x").Append(((int)text[i]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture)).Append('_');
            else escaped.Append(text[i] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", var c => c.ToString() });
        }

        return escaped.ToString();
    }
}
