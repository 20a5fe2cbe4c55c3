using System.Text.RegularExpressions;

namespace Translate.Checks;

/// <summary>Stretches of a text that a translation keeps letter by letter.</summary>
static partial class KeptThings
{
    /// <summary>A kept thing and the code that reports its loss.</summary>
    public readonly record struct Thing(string Code, string What, TextRange Range);

    /// <summary>Everything in a text that is kept; nothing overlaps.</summary>
    public static List<Thing> In(string text)
    {
        List<Thing> things = [];
        if (!text.AsSpan().ContainsAny(s_marks)) return things;
        Add(things, text, Address(), "KEEP-001", "address");
        if (text.Count('`') % 2 == 0) Add(things, text, Code(), "KEEP-002", "code");
        Add(things, text, Placeholder(), "KEEP-003", "placeholder");
        Add(things, text, FileName(), "KEEP-002", "file name");
        Add(things, text, Hashtag(), "KEEP-007", "tag or handle");
        return things;
    }

    /// <summary>Whether a place lies in something kept, so that no other check speaks of it.</summary>
    public static bool Covers(string text, TextRange range)
    {
        if (IsFormula(text, range)) return true;
        foreach (var thing in In(text))
            if (thing.Range.Overlaps(range)) return true;
        return false;
    }

    /// <summary>Between dollar signs with TeX inside; formulas differ in spacing and words, so they are not compared, only left alone.</summary>
    public static bool IsFormula(string text, TextRange range)
    {
        if (range.Start > 0 && text[range.Start - 1] == '\\') return true;
        var open = range.Start > 0 ? text.LastIndexOf('$', range.Start - 1) : -1;
        if (open < 0 || text.AsSpan(0, open).Count('$') % 2 != 0) return false;
        var close = text.IndexOf('$', range.Start);
        return close > 0 && text.AsSpan(open, close - open).IndexOfAny("\\_^{=") >= 0;
    }

    static readonly System.Buffers.SearchValues<char> s_marks = System.Buffers.SearchValues.Create("@:/`{%$#.<");

    static void Add(List<Thing> things, string text, Regex pattern, string code, string what)
    {
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var range = TextRange.At(match.Index, match.Length);
            if (!things.Exists(thing => thing.Range.Overlaps(range))) things.Add(new(code, what, range));
        }
    }

    // ASCII only: Chinese text runs on behind an address without a space.
    [GeneratedRegex(@"\b(?:https?|ftp)://[\w\-.~:/?#@!$&*+;=%]*[\w/#=&%\-]|\bwww\.[\w\-.]+\.[a-z]{2,}(?:/[\w\-.~/?#=&%]*)?|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", RegexOptions.ECMAScript | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"`[^\s`\u3000-\u9fff\uff00-\uffef](?:[^`\n\u3000-\u9fff\uff00-\uffef]{0,58}[^\s`\u3000-\u9fff\uff00-\uffef])?`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\{\{[^{}]+\}\}|(?<![\\\w^_}])\{[A-Za-z_]\w*(?::[^{}]*)?\}|\{\d+\}|%\(\w+\)[sdif]|%(?:\d+\$)?[sd](?!\w)|\$\{\w+\}|<%=?.*?%>", RegexOptions.ECMAScript)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![\w.])[\w\-]+\.(?:py|js|ts|cs|java|cpp|json|ya?ml|xml|toml|csv|tsv|txt|md|html?|css|sh|exe|dll|zip|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|mp[34]|ini|cfg|conf|log|sql|ipynb|safetensors|gguf|onnx|pth)(?![\w])", RegexOptions.ECMAScript)]
    private static partial Regex FileName();

    [GeneratedRegex(@"(?<![\w&/#])[#@][A-Za-z_]\w+", RegexOptions.ECMAScript)]
    private static partial Regex Hashtag();
}
