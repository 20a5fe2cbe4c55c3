using System.Xml;

namespace Translate.Glossaries;

/// <summary>XML from anywhere: nothing is fetched, no entity is expanded, and a bomb is one problem.</summary>
static class SafeXml
{
    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, new()
    {
        // A DOCTYPE is common in TBX and TMX; it is passed over, so that its entities are unknown and cannot grow.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 512_000_000,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    public static Problem Explain(XmlException fault, string file) => new("GL030", file, fault.LineNumber,
        $"not well-formed XML at column {fault.LinePosition}: {fault.Message.ReplaceLineEndings(" ").Split(" Line ")[0]} Export it again from the program it comes from");

    /// <summary>Characters that XML 1.0 cannot hold are left out.</summary>
    public static string Clean(string text) =>
        text.All(unit => XmlConvert.IsXmlChar(unit) || char.IsSurrogate(unit)) && !HasLoneSurrogate(text) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFD || text.Contains('\uFFFD', StringComparison.Ordinal)).Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)));

    static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return true;
        }

        return false;
    }
}
