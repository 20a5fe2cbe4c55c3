using System.Text;

namespace Translate.Articles;

/// <summary>Builds one block from left to right: input that was copied, text that stands for other input, and tags.</summary>
/// <remarks>
/// White space and markup at the edges stay outside the block, and so does markup around the whole of it: a paragraph that is bold
/// from end to end needs no tags. Publishing replaces the block's input range and leaves what stands around it alone.
/// </remarks>
sealed class BlockBuilder(string input)
{
    enum ItemKind { Text, Open, Close, Empty }

    /// <summary>A piece of input; <see cref="Text"/> is what it reads as, or what it is written as, <c>null</c> when that is as it stands.</summary>
    readonly record struct Item(ItemKind Kind, int Start, int Length, string? Text, int Partner);

    readonly List<Item> _items = [];
    readonly Stack<int> _open = new();

    /// <summary>Whether there is anything to translate.</summary>
    public bool HasText { get; private set; }

    /// <summary>The last character added; a line feed when there is none.</summary>
    public char Last { get; private set; } = '\n';

    /// <summary>Input that stands in the text as it is.</summary>
    public void Copy(int start, int length)
    {
        if (length == 0) return;
        _items.Add(new(ItemKind.Text, start, length, null, -1));
        HasText |= !input.AsSpan(start, length).IsWhiteSpace();
        Last = input[start + length - 1];
    }

    /// <summary>Text that stands for input of another spelling: an entity, an escape, a line break.</summary>
    public void Replace(string text, int start, int length)
    {
        _items.Add(new(ItemKind.Text, start, length, text, -1));
        HasText |= !string.IsNullOrWhiteSpace(text);
        if (text.Length > 0) Last = text[^1];
    }

    /// <summary>Markup that opens a span.</summary>
    public void Open(int start, int length)
    {
        _open.Push(_items.Count);
        _items.Add(new(ItemKind.Open, start, length, null, -1));
    }

    /// <summary>Markup that closes the innermost open span; with none open it stands for itself.</summary>
    public void Close(int start, int length) => Close(start, length, null);

    /// <summary>The same, with the markup that a translation needs in its place; <c>null</c> when it is the input's.</summary>
    public void Close(int start, int length, string? written)
    {
        if (!_open.TryPop(out var opening))
        {
            Empty(start, length);
            return;
        }

        _items[opening] = _items[opening] with { Partner = _items.Count };
        _items.Add(new(ItemKind.Close, start, length, written, opening));
    }

    /// <summary>Markup that stands alone.</summary>
    public void Empty(int start, int length) => _items.Add(new(ItemKind.Empty, start, length, null, -1));

    /// <summary>The block; <c>null</c> when there is nothing to translate.</summary>
    public Block? ToBlock(BlockKind kind, int level)
    {
        if (!HasText) return null;
        var (first, last) = TrimEdges();
        StringBuilder text = new();
        List<InlineTag> tags = [];
        OffsetMap.Builder map = new();
        Dictionary<int, int> numbers = [];
        var end = -1;
        for (var i = first; i <= last; i++)
        {
            var item = _items[i];
            if (end >= 0 && item.Start > end) map.Replace(0, end, item.Start - end);
            if (item.Kind == ItemKind.Text) AddText(item);
            else AddTag(item, i);
            end = item.Start + item.Length;
        }

        return new(0, kind, level, text.ToString(), tags, map.ToMap());

        void AddText(Item item)
        {
            if (item.Text is null)
            {
                text.Append(input, item.Start, item.Length);
                map.Copy(item.Start, item.Length);
            }
            else
            {
                text.Append(item.Text);
                map.Replace(item.Text.Length, item.Start, item.Length);
            }
        }

        void AddTag(Item item, int i)
        {
            // A span that is never closed, or was opened before the block, stands for itself.
            var paired = item.Partner >= first && item.Partner <= last;
            var (number, tag) = (0, TagKind.Empty);
            if (paired && item.Kind == ItemKind.Close) (number, tag) = (numbers[item.Partner], TagKind.Close);
            else
            {
                number = numbers.Count + 1;
                numbers[i] = number;
                if (paired) tag = TagKind.Open;
            }

            tags.Add(new(number, tag, text.Length, item.Text ?? input.Substring(item.Start, item.Length)));
            map.Replace(0, item.Start, item.Length);
        }
    }

    /// <summary>The items between which the block lies once its edges are bare.</summary>
    (int First, int Last) TrimEdges()
    {
        var (first, last) = (0, _items.Count - 1);
        for (var trimmed = true; trimmed;)
        {
            trimmed = false;
            while (IsBlank(first) || IsEmptyPair(first, first + 1)) (first, trimmed) = (first + (IsBlank(first) ? 1 : 2), true);
            while (IsBlank(last) || IsEmptyPair(last - 1, last)) (last, trimmed) = (last - (IsBlank(last) ? 1 : 2), true);
            if (_items[first].Kind == ItemKind.Open && _items[first].Partner == last) (first, last, trimmed) = (first + 1, last - 1, true);
        }

        TrimSpaces(first, last);
        return (first, last);
    }

    bool IsBlank(int i) => _items[i] switch
    {
        { Kind: ItemKind.Text, Text: { } text } => string.IsNullOrWhiteSpace(text),
        { Kind: ItemKind.Text } item => input.AsSpan(item.Start, item.Length).IsWhiteSpace(),
        { Kind: ItemKind.Empty } => true,
        var item => item.Partner < 0,
    };

    bool IsEmptyPair(int i, int next) => i >= 0 && next < _items.Count && _items[i].Kind == ItemKind.Open && _items[i].Partner == next;

    void TrimSpaces(int first, int last)
    {
        if (_items[first] is { Kind: ItemKind.Text, Text: null } head)
        {
            var spaces = head.Length - input.AsSpan(head.Start, head.Length).TrimStart().Length;
            _items[first] = head with { Start = head.Start + spaces, Length = head.Length - spaces };
        }

        if (_items[last] is { Kind: ItemKind.Text, Text: null } tail)
            _items[last] = tail with { Length = input.AsSpan(tail.Start, tail.Length).TrimEnd().Length };
    }
}
