using System.Xml.Linq;

namespace Translate.Memory;

/// <summary>Reads a <c>trans-unit</c> of XLIFF 1.</summary>
static class Xliff1Unit
{
    /// <summary>Its segments: those of <c>seg-source</c> where a tool has cut it, else the whole.</summary>
    public static IEnumerable<XliffPart> Read(XElement unit)
    {
        var id = (string?)unit.Attribute("id") ?? "";
        var target = Child(unit, "target");
        var marks = Marks(Child(unit, "seg-source"));
        if (marks.Count < 2 && target is null || marks.Count == 0)
        {
            if (Child(unit, "source") is { } source) yield return Part(id, unit, source, target);
            yield break;
        }

        var targets = Marks(target);
        foreach (var (mark, content) in marks)
            yield return Part($"{id}.{mark}", unit, content, targets.FirstOrDefault(other => other.Id == mark).Content, target);
    }

    static XliffPart Part(string id, XElement unit, XElement source, XElement? content, XElement? target = null)
    {
        var text = XliffInline.Read(content);
        var state = (string?)(target ?? content)?.Attribute("state");
        var original = XliffInline.Read(source);
        // A copy of the source where nothing is translated yet is no translation; we write it so ourselves.
        if (state is "new" or "needs-translation" && text.Text == original.Text) text = new("", []);
        return new(id, original, text, XliffStates.From12(state, (string?)unit.Attribute("approved") == "yes", text.Text.Length > 0));
    }

    static List<(string Id, XElement Content)> Marks(XElement? element) =>
        [.. (element?.Descendants() ?? []).Where(mark => mark.Name.LocalName == "mrk" && (string?)mark.Attribute("mtype") == "seg")
            .Select(mark => ((string?)mark.Attribute("mid") ?? "", mark))];

    static XElement? Child(XElement unit, string name) => unit.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
