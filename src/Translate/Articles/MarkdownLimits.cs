namespace Translate.Articles;

/// <summary>Tells Markdown that nobody writes, on which the parser recurses or takes time that grows with the square of its length.</summary>
static class MarkdownLimits
{
    const int DeepestNesting = 200;
    const int MostOpenLinks = 1000;
    const int MostDefinitions = 5000;

    /// <summary>Whether a file is better read as plain text.</summary>
    /// <remarks>Time is linear in its length.</remarks>
    public static bool AreExceeded(string text) => IsTooDeep(text) || HasTooManyOpenLinks(text) || HasTooManyDefinitions(text);

    static bool IsTooDeep(string text)
    {
        int depth = 0, indent = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '>' or '[' or '(' || (c is '-' or '+' or '*' && i + 1 < text.Length && text[i + 1] is ' ' or '\t')) depth++;
            else if (c is not (' ' or '\t')) depth = 0;
            // A list nested line by line: each level is indented by two blanks or more.
            if (c is ' ' or '\t') indent++;
            else if (c is '\n' or '\r') indent = 0;
            else if (indent > 2 * DeepestNesting && (c is '-' or '+' or '*' || char.IsAsciiDigit(c))) return true;
            else indent = int.MinValue / 2;
            if (depth > DeepestNesting) return true;
        }

        return false;
    }

    /// <summary>Links whose address never ends, <c>[a]([a]([a](</c>: each is looked for to the end of the paragraph.</summary>
    static bool HasTooManyOpenLinks(string text)
    {
        var open = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '(' && text[i - 1] == ']') open++;
            else if (text[i] == ')' && open > 0) open--;
            else if (text[i] == '\n' && text[i - 1] == '\n') open = 0;
            if (open > MostOpenLinks) return true;
        }

        return false;
    }

    /// <summary>Definitions of links in one block: after each, the parser copies what is left of it.</summary>
    static bool HasTooManyDefinitions(string text)
    {
        var definitions = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace()) definitions = 0;
            else if (line.TrimStart(" \t>").StartsWith("[") && ++definitions > MostDefinitions) return true;
        }

        return false;
    }
}
