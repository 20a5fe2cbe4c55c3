using System.Xml.Linq;

namespace Translate.Memory;

/// <summary>Reads a <c>unit</c> of XLIFF 2.</summary>
static class Xliff2Unit
{
    /// <summary>Its segments; in a unit of one segment the unit's id counts, as in files of ours.</summary>
    public static IEnumerable<XliffPart> Read(XElement unit)
    {
        var id = (string?)unit.Attribute("id") ?? "";
        var data = unit.Elements().Where(element => element.Name.LocalName == "originalData").Elements()
            .Where(element => element.Attribute("id") is not null)
            .GroupBy(element => (string)element.Attribute("id")!).ToDictionary(group => group.Key, group => group.First().Value);
        var segments = unit.Elements().Where(element => element.Name.LocalName == "segment").ToList();
        for (var i = 0; i < segments.Count; i++)
        {
            var own = (string?)segments[i].Attribute("id") ?? FormattableString.Invariant($"s{i + 1}");
            var target = XliffInline.Read(Child(segments[i], "target"), data);
            yield return new(segments.Count == 1 ? id : $"{id}.{own}", XliffInline.Read(Child(segments[i], "source"), data), target,
                XliffStates.From21((string?)segments[i].Attribute("state"), (string?)segments[i].Attribute("subState"), target.Text.Length > 0));
        }
    }

    static XElement? Child(XElement unit, string name) => unit.Elements().FirstOrDefault(element => element.Name.LocalName == name);
}
