using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Translate.Tests.Glossaries;

/// <summary>
/// The rules of TBX-Basic in DCA style, written down from the dialect's schemas of version 1.2.1
/// (https://ltac-global.github.io/TBX-Basic_dialect/): content models and categories from
/// <c>TBXcoreStructV03_TBX-Basic_integrated.rng</c>, levels and pick lists from <c>TBX-Basic_DCA.sch</c>, the namespace from ISO 30042:2019.
/// </summary>
static partial class TbxBasicRules
{
    const string Auxiliary = "(descrip|descripGrp|admin|adminGrp|transacGrp|note|ref|xref) ";

    static readonly XNamespace s_core = "urn:iso:std:iso:30042:ed-2";

    // Children of each element, in order, each name with a blank behind it.
    static readonly Dictionary<string, string> s_children = new()
    {
        ["tbx"] = "tbxHeader text ",
        ["tbxHeader"] = "fileDesc (encodingDesc )?(revisionDesc )?",
        ["fileDesc"] = "(titleStmt )?(publicationStmt )?(sourceDesc )+",
        ["sourceDesc"] = "(p )+",
        ["text"] = "body (back )?",
        ["body"] = "(conceptEntry )+",
        ["conceptEntry"] = $"({Auxiliary})*(langSec )+",
        ["langSec"] = $"({Auxiliary})*(termSec )+",
        ["termSec"] = $"term ((termNote|termNoteGrp) )*({Auxiliary})*",
        ["descripGrp"] = "descrip ((descripNote|admin|adminGrp|transacGrp|note|ref|xref) )*",
    };

    // Categories by element, and the levels on which they may stand.
    static readonly Dictionary<(string Element, string Category), string[]> s_levels = new()
    {
        [("admin", "customerSubset")] = ["conceptEntry", "termSec"],
        [("admin", "projectSubset")] = ["conceptEntry", "termSec"],
        [("admin", "source")] = ["conceptEntry", "langSec", "termSec"],
        [("descrip", "context")] = ["termSec"],
        [("descrip", "definition")] = ["conceptEntry", "langSec"],
        [("descrip", "subjectField")] = ["conceptEntry"],
        [("termNote", "administrativeStatus")] = ["termSec"],
        [("termNote", "geographicalUsage")] = ["termSec"],
        [("termNote", "grammaticalGender")] = ["termSec"],
        [("termNote", "partOfSpeech")] = ["termSec"],
        [("termNote", "termLocation")] = ["termSec"],
        [("termNote", "termType")] = ["termSec"],
    };

    static readonly Dictionary<string, string[]> s_picks = new()
    {
        ["administrativeStatus"] = ["admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "preferredTerm-admn-sts", "supersededTerm-admn-sts"],
        ["partOfSpeech"] = ["adjective", "adverb", "noun", "other", "verb"],
        ["grammaticalGender"] = ["feminine", "masculine", "neuter", "other"],
        ["termType"] = ["abbreviation", "acronym", "fullForm", "phrase", "shortForm", "variant"],
    };

    /// <summary>What is wrong with a file, by the name of the rule; nothing for a valid one.</summary>
    public static IEnumerable<string> Broken(XDocument file)
    {
        var root = file.Root!;
        if (root.Name != s_core + "tbx") yield return "root";
        if ((string?)root.Attribute("type") != "TBX-Basic" || (string?)root.Attribute("style") != "dca") yield return "dialect and style";
        if (root.Attribute(XNamespace.Xml + "lang") is null) yield return "language of the file";
        foreach (var element in root.DescendantsAndSelf())
        {
            var name = element.Name.LocalName;
            if (element.Name.Namespace != s_core) yield return "namespace";
            if (s_children.TryGetValue(name, out var children) && !Regex.IsMatch(string.Concat(element.Elements().Select(child => child.Name.LocalName + " ")), $"^{children}$"))
                yield return $"children of {name}";
            if (name == "langSec" && string.IsNullOrEmpty((string?)element.Attribute(XNamespace.Xml + "lang"))) yield return "language of a section";
            if (name is not ("admin" or "descrip" or "termNote")) continue;
            var category = (string?)element.Attribute("type") ?? "";
            if (!s_levels.TryGetValue((name, category), out var levels)) yield return "category";
            else if (!levels.Contains(LevelOf(element))) yield return $"level of {category}";
            if (s_picks.TryGetValue(category, out var picks) && !picks.Contains(element.Value)) yield return $"value of {category}";
        }

        var ids = root.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>().ToList();
        if (ids.Distinct().Count() < ids.Count) yield return "ids twice";
        if (ids.Exists(id => !NoColonName().IsMatch(id))) yield return "ids are names";
    }

    static string LevelOf(XElement element) =>
        element.Parent!.Name.LocalName is "descripGrp" or "adminGrp" or "termNoteGrp" ? element.Parent.Parent!.Name.LocalName : element.Parent.Name.LocalName;

    // NCName of Namespaces in XML 1.0, without the rarer planes.
    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}\p{Mn}\p{Mc}_.\-·]*$")]
    private static partial Regex NoColonName();
}
