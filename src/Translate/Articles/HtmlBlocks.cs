using System.Net;
using System.Text.RegularExpressions;

namespace Translate.Articles;

/// <summary>A block of a page before it is known whether it belongs to the article.</summary>
/// <param name="Block">The block.</param>
/// <param name="Element">The innermost element around it that breaks lines.</param>
/// <param name="Characters">Its characters without white space.</param>
/// <param name="LinkCharacters">Those that stand in links.</param>
sealed record PageBlock(Block Block, HtmlElement Element, int Characters, int LinkCharacters)
{
    /// <summary>Share of its text that stands in links.</summary>
    public double LinkShare => Characters == 0 ? 0 : LinkCharacters / (double)Characters;

    /// <summary>Why it is no part of the article; <c>null</c> while it is.</summary>
    public string? LeftOut { get; set; }

    /// <summary>How much it reads like a paragraph of an article; <c>null</c> until that was asked.</summary>
    public double? Score { get; set; }
}

/// <summary>Cuts a page into blocks: text between elements that break lines, inline elements as tags.</summary>
sealed partial class HtmlBlocks
{
    const int LongestAway = 400;

    readonly string _input;
    readonly List<PageBlock> _blocks = [];
    BlockBuilder _builder;
    HtmlElement _element;
    int _links;
    int _hidden;
    int _preformatted;
    int _linkCharacters;
    int _characters;
    // A <br> that may be a line break or, when another follows, the end of a paragraph.
    TextRange? _break;
    // A player, a drawing, a reading of a character: one tag once more of the paragraph follows.
    TextRange? _silent;

    HtmlBlocks(string input, HtmlElement page)
    {
        (_input, _element) = (input, page);
        _builder = new(input);
    }

    /// <summary>All blocks of a page that are shown.</summary>
    public static IReadOnlyList<PageBlock> Read(string input, HtmlPage page)
    {
        HtmlBlocks reading = new(input, page.Elements[0]);
        foreach (var step in page.Events) reading.Add(step);
        reading.Flush();
        return reading._blocks;
    }

    void Add(HtmlEvent step)
    {
        var element = step.Element;
        switch (step.Kind)
        {
            case HtmlEventKind.Text when _hidden == 0: AddText(step.Range); break;
            case HtmlEventKind.Void when _hidden == 0: AddVoid(element, step.Range); break;
            case HtmlEventKind.Open:
                if (element.IsHidden) _hidden++;
                else if (_hidden == 0) Open(element, step.Range);
                break;
            case HtmlEventKind.Close:
                if (element.IsHidden && --_hidden == 0) AddSilent(element);
                else if (_hidden == 0) Close(element, step.Range);
                break;
            default: break;
        }
    }

    void Open(HtmlElement element, TextRange range)
    {
        if (element.IsLink) _links++;
        if (element.Name == "pre") _preformatted++;
        if (element.IsLink && LeadsAway(element, range.End)) element.StandsAlone = true;
        if (HtmlNames.Inline.Contains(element.Name) && !element.StandsAlone) AddTag(_builder.Open, range);
        else StartBlock(element);
    }

    void Close(HtmlElement element, TextRange range)
    {
        if (element.IsLink) _links--;
        if (element.Name == "pre") _preformatted--;
        if (HtmlNames.Inline.Contains(element.Name) && !element.StandsAlone) AddTag(_builder.Close, range);
        else StartBlock(element.Parent!);
    }

    /// <summary>A link at the end of a paragraph with words that the ledger knows (返回首页) is no part of its sentence.</summary>
    bool LeadsAway(HtmlElement link, int start)
    {
        if (link.End - start > LongestAway || !EndOfLine().IsMatch(_input, link.End)) return false;
        var text = WebUtility.HtmlDecode(Tag().Replace(_input[start..link.End], "")).Trim();
        return text.Length > 0 && Ledger.ReasonFor(text) is not null;
    }

    void StartBlock(HtmlElement element)
    {
        Flush();
        while (HtmlNames.Inline.Contains(element.Name)) element = element.Parent!;
        _element = element;
    }

    void AddVoid(HtmlElement element, TextRange range)
    {
        if (element.Name == "br")
        {
            if (_break is not null) Flush();
            else if (_builder.HasText)
            {
                PlaceSilent();
                _break = range;
            }
        }
        else if (element.Name is "hr") Flush();
        else AddTag(_builder.Empty, range);
    }

    void AddTag(Action<int, int> add, TextRange range)
    {
        // Kept in order; a tag between <br> and the text after it does not decide what the <br> is.
        if (_break is { } line && range.Length > 0) ResolveBreak(line, paragraph: false);
        PlaceSilent();
        add(range.Start, range.Length);
    }

    void AddSilent(HtmlElement element)
    {
        if (HtmlNames.Unseen.Contains(element.Name) || !_builder.HasText) return;
        var joins = _silent is { } before && before.End == element.Start;
        if (!joins) PlaceSilent();
        _silent = new(joins ? _silent!.Value.Start : element.Start, element.End);
    }

    void PlaceSilent()
    {
        if (_silent is { } range && _break is null) _builder.Empty(range.Start, range.Length);
        _silent = null;
    }

    void AddText(TextRange range)
    {
        var text = range.In(_input).AsSpan();
        if (_break is { } line)
        {
            if (text.IsWhiteSpace() && !IsIndent(text)) return;
            ResolveBreak(line, paragraph: IsIndent(text));
        }

        PlaceSilent();
        if (IsIcon(text))
        {
            _builder.Empty(range.Start, range.Length);
            return;
        }

        for (var at = 0; at < text.Length;)
        {
            var length = SpecialLength(text[at..], out var replacement);
            if (length > 0)
            {
                AddSpecial(replacement, range.Start + at, text.Slice(at, length), at + length < text.Length ? text[at + length] : '\n');
                at += length;
                continue;
            }

            var next = 1;
            while (at + next < text.Length && text[at + next] != '&' && !IsSpace(text[at + next])) next++;
            // One space between words is itself; every other white space reads as one.
            while (at + next < text.Length && text[at + next] != '&' && (!IsSpace(text[at + next])
                || (text[at + next] == ' ' && at + next + 1 < text.Length && !IsSpace(text[at + next + 1])))) next++;
            Count(text.Slice(at, next));
            _builder.Copy(range.Start + at, next);
            at += next;
        }
    }

    static int SpecialLength(ReadOnlySpan<char> text, out string replacement)
    {
        if (text[0] == '&') return HtmlEntities.Read(text, out replacement);
        replacement = "";
        var length = 0;
        while (length < text.Length && IsSpace(text[length])) length++;
        return length;
    }

    /// <summary>
    /// Icon fonts stand alone in their element; the private-use characters of a wrong decoding stand among Han, and stay as evidence.
    /// </summary>
    static bool IsIcon(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 10) return false;
        if (text[0] == '&' && HtmlEntities.Read(text, out var character) == text.Length) text = character;
        return text.Length <= 2 && text.IndexOfAnyExceptInRange('\uE000', '\uF8FF') < 0;
    }

    void AddSpecial(string replacement, int start, ReadOnlySpan<char> raw, char after)
    {
        if (raw[0] == '&')
        {
            Count(replacement);
            _builder.Replace(replacement, start, raw.Length);
        }
        else if (raw is " " || _preformatted > 0) _builder.Copy(start, raw.Length);
        else _builder.Replace(raw.ContainsAny('\n', '\r') ? WrappedLines.Joint(_builder.Last, after) : " ", start, raw.Length);
    }

    void ResolveBreak(TextRange range, bool paragraph)
    {
        _break = null;
        if (paragraph) Flush();
        else
        {
            _builder.Replace("\n", range.Start, range.Length);
            PlaceSilent();
        }
    }

    void Count(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            _characters++;
            if (_links > 0) _linkCharacters++;
        }
    }

    void Flush()
    {
        (_break, _silent) = (null, null);
        if (_builder.ToBlock(KindOf(_element, out var level), level) is { } block)
            _blocks.Add(new(block, _element, _characters, _linkCharacters));
        (_builder, _characters, _linkCharacters) = (new(_input), 0, 0);
    }

    static BlockKind KindOf(HtmlElement element, out int level)
    {
        level = 0;
        if (element.Name == "title") return BlockKind.Title;
        foreach (var around in element.WithAncestors().Take(6))
        {
            level = HtmlNames.HeadingLevel(around.Name);
            if (level > 0) return BlockKind.Heading;
            switch (around.Name)
            {
                // Some sites lay out pages in lists; only what stands directly in an item is one.
                case "li" or "dt" or "dd" when around != element && around != element.Parent: break;
                case "li" or "dt" or "dd":
                    level = Math.Max(1, around.WithAncestors().Take(40).Count(list => list.Name is "ul" or "ol" or "dl"));
                    return BlockKind.ListItem;
                case "blockquote": return BlockKind.Quote;
                case "figcaption" or "caption": return BlockKind.Caption;
                // Old pages are laid out in tables; what has paragraphs of its own is no cell.
                case "td" or "th": return around == element ? BlockKind.TableCell : BlockKind.Paragraph;
                default: break;
            }
        }

        level = 0;
        return BlockKind.Paragraph;
    }

    /// <summary>Spaces with which Chinese paragraphs begin.</summary>
    static bool IsIndent(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("\r\n\t ");
        return text is ['\u3000', '\u3000', ..] || text.StartsWith("&nbsp;&nbsp;", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("&emsp;", StringComparison.OrdinalIgnoreCase) || text is ['\u00A0', '\u00A0', ..];
    }

    static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    [GeneratedRegex(@"\G(?>(?:\s|</(?:a|b|strong|em|i|span|font)>)*)(?:$|</|<(?:br|p|div|ul|li|table|hr)[\s/>])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EndOfLine();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
