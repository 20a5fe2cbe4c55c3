using System.Xml;

namespace Translate.Memory;

/// <summary>Text that XML 1.0 can hold.</summary>
static class XmlText
{
    /// <summary>The text without characters that XML 1.0 forbids; half of a surrogate pair becomes U+FFFD.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (!XmlConvert.IsXmlChar(text[i]))
                return Rebuild(text);
        return text;
    }

    static string Rebuild(string text)
    {
        System.Text.StringBuilder clean = new(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else if (char.IsSurrogate(text[i])) clean.Append('\uFFFD');
        }

        return clean.ToString();
    }
}
