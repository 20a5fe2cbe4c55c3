using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Translate.Tests.Memory;

/// <summary>What the tests of the standards' rules share.</summary>
static partial class InterchangeXml
{
    /// <summary>Written by <paramref name="write"/> and read by the framework, which refuses what is not XML 1.0.</summary>
    public static XDocument Written(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()), LoadOptions.PreserveWhitespace);
    }

    public static string? Value(this XElement element, string attribute) => (string?)element.Attribute(attribute);

    public static IEnumerable<string> Names(this IEnumerable<XElement> elements) => elements.Select(element => element.Name.LocalName);

    /// <summary>BCP 47: a language, then perhaps script, region, variants.</summary>
    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*$")]
    public static partial Regex LanguageTag { get; }

    /// <summary>XML 1.0, production 7.</summary>
    [GeneratedRegex(@"^[\w.:-]+$")]
    public static partial Regex NameToken { get; }

    [GeneratedRegex("^[0-9]{8}T[0-9]{6}Z$")]
    public static partial Regex TmxDate { get; }
}
