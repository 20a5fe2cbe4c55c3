using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Translate.Articles;

/// <summary>What happens at one place of a page.</summary>
enum HtmlEventKind
{
    /// <summary>A start tag.</summary>
    Open,

    /// <summary>An end tag, or an empty range where the end is implied.</summary>
    Close,

    /// <summary>Text.</summary>
    Text,

    /// <summary>An element without content.</summary>
    Void,
}

/// <summary>One step through a page.</summary>
readonly record struct HtmlEvent(HtmlEventKind Kind, HtmlElement Element, TextRange Range);

/// <summary>A page as elements and steps with their places in the input.</summary>
/// <remarks>
/// The tokenizer is the standard's; the tree is simpler than the standard's, because every place must be one of the input. Time is
/// linear in the input, whatever its nesting; nothing recurses.
/// </remarks>
sealed class HtmlPage
{
    // How far up an implied end is looked for; nested inline markup is never this deep in earnest.
    const int ImpliedEndReach = 48;

    // Deeper ones count as children of the element at this depth, so that looking at all that stand around one costs little.
    const int DeepestParent = 100;

    readonly List<HtmlElement> _stack = [];
    readonly Dictionary<string, int> _openCount = [];
    readonly List<HtmlEvent> _events = [];

    // Of elements without content only the name counts; a page may have millions of line breaks.
    readonly Dictionary<string, HtmlElement> _voids = [];

    HtmlPage()
    {
        HtmlElement root = new("#page", null, 0);
        Elements.Add(root);
        _stack.Add(root);
    }

    /// <summary>All elements in the order of their start tags.</summary>
    public List<HtmlElement> Elements { get; } = [];

    /// <summary>The steps from start to end.</summary>
    public IReadOnlyList<HtmlEvent> Events => _events;

    /// <summary>Reads a page.</summary>
    public static HtmlPage Read(string input)
    {
        HtmlPage page = new();
        using TextSource source = new(input);
        using HtmlTokenizer tokenizer = new(source, HtmlEntityProvider.Resolver) { IsNotConsumingCharacterReferences = true };
        for (int at = 0, end; ; at = end)
        {
            var token = tokenizer.Get();
            end = Math.Min(input.Length, tokenizer.InsertionPoint);
            if (token.Type == HtmlTokenType.EndOfFile) break;
            page.Add(token, new(at, end), tokenizer);
        }

        while (page._stack.Count > 0) page.Pop(new(input.Length, input.Length));
        return page;
    }

    void Add(HtmlToken token, TextRange range, HtmlTokenizer tokenizer)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character: _events.Add(new(HtmlEventKind.Text, _stack[^1], range)); break;
            case HtmlTokenType.StartTag: Start((HtmlTagToken)token, range, tokenizer); break;
            case HtmlTokenType.EndTag: End(token.Name, range); break;
            default: break;
        }
    }

    void Start(HtmlTagToken tag, TextRange range, HtmlTokenizer tokenizer)
    {
        var name = tag.Name;
        if (HtmlNames.Void.Contains(name))
        {
            if (HtmlNames.ClosesParagraph.Contains(name)) CloseParagraph(range.Start);
            if (!_voids.TryGetValue(name, out var single)) _voids[name] = single = new(name, null, 0);
            _events.Add(new(HtmlEventKind.Void, single, range));
            return;
        }

        CloseImplied(name, range.Start);
        HtmlElement element = new(name, _stack[Math.Min(_stack.Count - 1, DeepestParent)], range.Start)
        {
            Hints = $"{tag.GetAttribute("class")} {tag.GetAttribute("id")}".Trim().ToLowerInvariant(),
            IsHidden = HtmlNames.Silent.Contains(name) || IsHidden(tag),
            IsLink = name == "a" && tag.GetAttribute("href") is { Length: > 0 } target && !target.StartsWith('#'),
        };
        if (name == "code" && element.Parent!.Name == "pre") element.Parent.IsCode = true;
        if (name == "pre" && HtmlCode.IsCalledCode(element)) element.IsCode = true;
        Elements.Add(element);
        _events.Add(new(HtmlEventKind.Open, element, range));
        _stack.Add(element);
        _openCount[name] = _openCount.GetValueOrDefault(name) + 1;
        tokenizer.State = name switch
        {
            "script" => HtmlParseMode.Script,
            "title" or "textarea" => HtmlParseMode.RCData,
            "style" or "xmp" or "iframe" or "noembed" or "noframes" or "noscript" => HtmlParseMode.Rawtext,
            "plaintext" => HtmlParseMode.Plaintext,
            _ => tokenizer.State,
        };
    }

    static bool IsHidden(HtmlTagToken tag)
    {
        if (tag.Attributes.Any(attribute => attribute.Name == "hidden") || tag.GetAttribute("aria-hidden") == "true") return true;
        var style = tag.GetAttribute("style").Replace(" ", "", StringComparison.Ordinal);
        return style.Contains("display:none", StringComparison.OrdinalIgnoreCase);
    }

    void CloseImplied(string name, int at)
    {
        if (HtmlNames.ClosesParagraph.Contains(name)) CloseParagraph(at);
        if (!HtmlNames.ImpliedEnds.TryGetValue(name, out var rule)) return;
        var lowest = -1;
        for (var i = _stack.Count - 1; i > 0 && _stack.Count - i < ImpliedEndReach && !rule.Until.Contains(_stack[i].Name); i--)
            if (rule.Closes.Contains(_stack[i].Name)) lowest = i;
        while (lowest > 0 && _stack.Count > lowest) Pop(new(at, at));
    }

    void CloseParagraph(int at)
    {
        for (var i = _stack.Count - 1; i > 0 && _stack.Count - i < ImpliedEndReach; i--)
        {
            if (_stack[i].Name == "p")
            {
                while (_stack.Count > i) Pop(new(at, at));
                return;
            }

            if (!HtmlNames.Inline.Contains(_stack[i].Name)) return;
        }
    }

    void End(string name, TextRange range)
    {
        // An end tag that closes nothing is markup without meaning.
        if (_openCount.GetValueOrDefault(name) == 0) return;
        while (_stack[^1].Name != name) Pop(new(range.Start, range.Start));
        Pop(range);
    }

    void Pop(TextRange range)
    {
        var element = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        element.End = range.End;
        if (element.Parent is null) return;
        _openCount[element.Name]--;
        _events.Add(new(HtmlEventKind.Close, element, range));
    }
}
